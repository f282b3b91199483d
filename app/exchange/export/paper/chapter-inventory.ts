import { isOpen } from '#app/domain/city/is-open.ts';
import { formatNumber } from '#shared/i18n/number-format.ts';
import type { Category, Institution } from '#app/domain/city/city.ts';
import { SIGNS } from '#app/domain/confidentiality/format-released.ts';
import { gapList } from '#app/domain/coverage/gap-list.ts';
import type { ReleasedAreaCoverage, ReleasedCoverage } from '#app/domain/coverage/release-coverage.ts';
import type { ReleasedCell } from '#app/domain/confidentiality/released-cell.ts';
import type { Block, TableRow } from '../report/report-document.ts';
import { strong, text } from '../report/report-document.ts';
import type { Chapters } from './chapters.ts';
import { statusRun } from './class-words.ts';
import { isCheckDue } from '#app/domain/register/yearly-check.ts';
import { areaName, shown, shownCount, shownDate, shownWithUnit, tableNotes, type PaperContext } from './paper-context.ts';

export function inventoryChapter(context: PaperContext, chapters: Chapters): readonly Block[] {
  const { t } = context;
  return [
    chapters.chapter('inventory'),
    chapters.section(t('paper.chapter.institutions')),
    ...institutionTable(context),
    chapters.section(t('paper.chapter.coverage')),
    ...(context.input.coverages.length === 0 ? [{ kind: 'paragraph', style: 'body', runs: [text(t('paper.coverage.none'))] } satisfies Block] : context.input.coverages.flatMap(({ run, result }) => coverageSection(context, chapters, run, result))),
    chapters.section(t('paper.chapter.fixedTerm')),
    ...fixedTermTable(context),
  ];
}

function institutionTable(context: PaperContext): readonly Block[] {
  const { t, city, institutions } = context;
  const citywide = city.institutions.filter((institution) => institution.public && institution.reach === 'citywide' && isOpen(institution, context.paper.date));
  const row = (label: string, here: readonly Institution[], everywhere: readonly Institution[]): TableRow['cells'] => {
    const places = here.flatMap(({ capacity }) => (capacity === undefined ? [] : [capacity]));
    return [
      [text(label)],
      [text(count(context, here.length))],
      [text(places.length === 0 ? '...' : shownCount(context, places.reduce((sum, some) => sum + some, 0)))],
      [text(count(context, everywhere.length))],
      [text(count(context, here.filter(({ fixedTerm }) => fixedTerm === 'yes').length))],
      [text(count(context, here.filter(({ verifiedOn }) => isCheckDue(verifiedOn, context.today)).length))],
    ];
  };
  const categories = [...city.categories].sort((a, b) => a.order - b.order);
  const rows = categories.map((category: Category): TableRow => ({
    cells: row(category.name, institutions.filter((institution) => institution.category === category.id), citywide.filter((institution) => institution.category === category.id)),
  }));
  const [, ...totals] = row('', institutions, citywide);
  return [
    { kind: 'paragraph', style: 'body', runs: [text(t('paper.inventory.intro', { area: context.socialAreaName, count: shownCount(context, institutions.length) }))] },
    {
      kind: 'table',
      caption: t('paper.inventory.caption'),
      columns: [
        { title: t('paper.inventory.category'), align: 'left', width: 30 },
        { title: t('paper.inventory.here'), align: 'right', width: 14 },
        { title: t('paper.inventory.places'), align: 'right', width: 15 },
        { title: t('paper.inventory.citywide'), align: 'right', width: 12 },
        { title: t('paper.inventory.fixedTerm'), align: 'right', width: 13 },
        { title: t('paper.inventory.unverified'), align: 'right', width: 16 },
      ],
      rows: [...rows, { cells: [[strong(t('paper.inventory.total'))], ...totals], weight: 'reference' }],
      notes: [t('paper.inventory.note', { date: shownDate(context, context.today) }), ...tableNotes(context, [])],
    },
  ];
}

/** Institutions are no persons: their number may be shown, nothing is "–". */
const count = (context: PaperContext, number: number): string => (number === 0 ? '–' : shownCount(context, number));

function coverageSection(context: PaperContext, chapters: Chapters, run: string, result: ReleasedCoverage): readonly Block[] {
  const { t, city, lookup, language } = context;
  const title = context.project.coverageRuns.find(({ id }) => id === run)?.title ?? run;
  const metres = `${formatNumber(result.request.metres, 0, language)}\u00a0m`;
  const groups = city.population?.ageGroups.filter(({ id }) => result.request.ageGroups.includes(id)).map(({ name }) => name) ?? [];
  const everyone = groups.length === 0 || groups.length === city.population?.ageGroups.length;
  const inside = new Set(context.quarters.map(({ id }) => id));
  const areas = context.quarters.flatMap(({ id }) => result.areas.get(id) ?? []);
  const gaps = gapList(result).filter(({ area, rank, need }) => rank !== undefined && need !== undefined && inside.has(area));
  const citywide = result.citywide.flatMap((id) => lookup.institution(id) ?? []).filter((institution) => institution.public);
  return [
    chapters.part(title),
    { kind: 'paragraph', style: 'body', runs: [text(t('paper.coverage.intro', { metres }))] },
    {
      kind: 'paragraph',
      style: 'note',
      runs: [text(t('paper.coverage.question', {
        categories: result.request.categories.map((id) => lookup.category(id)?.name ?? id).join(', '),
        groups: everyone ? t('paper.coverage.everyone') : groups.join(', '),
        metres,
        date: shownDate(context, result.request.date),
        population: shownDate(context, result.populationDate),
      }))],
    },
    ...(result.located.length === 0 ? [{ kind: 'paragraph', style: 'body', runs: [text(t('paper.coverage.noPlaces'))] } satisfies Block] : []),
    {
      kind: 'table',
      caption: t('paper.coverage.caption', { run: title, metres }),
      columns: [
        { title: context.level?.singular ?? t('paper.place.quarter'), align: 'left', width: 28 },
        { title: t('paper.coverage.people'), align: 'right', width: 12 },
        { title: t('paper.coverage.reached'), align: 'right', width: 12 },
        { title: t('paper.coverage.unreached'), align: 'right', width: 12 },
        { title: `${t('paper.coverage.share')} (%)`, align: 'right', width: 12 },
        { title: t('paper.coverage.distance'), align: 'right', width: 14 },
        { title: t('paper.coverage.offers'), align: 'right', width: 10 },
        ...(result.places === undefined ? [] : [{ title: t('paper.coverage.placesPerHundred'), align: 'right' as const, width: 12 }]),
      ],
      rows: [
        ...areas.map((area): TableRow => ({ cells: [[text(areaName(context, area.area))], ...coverageCells(context, area, area.offers.value ?? 0), ...placesCell(context, result, area.placesPerHundred)] })),
        {
          cells: [[strong(t('paper.place.cityNamed', { city: city.manifest.city }))], ...coverageCells(context, result, result.located.length), ...placesCell(context, result, result.places?.perHundred)],
          weight: 'reference',
        },
      ],
      notes: tableNotes(context, []),
    },
    ...endingOffers(context, result),
    { kind: 'paragraph', style: 'body', runs: [text(t('paper.coverage.gapIntro'))] },
    gaps.length === 0
      ? { kind: 'paragraph', style: 'body', runs: [text(t('paper.coverage.noGap'))] }
      : {
          kind: 'table',
          caption: t('paper.coverage.gapCaption', { run: title }),
          columns: [
            { title: t('paper.coverage.rank'), align: 'right', width: 8 },
            { title: context.level?.singular ?? t('paper.place.quarter'), align: 'left', width: 32 },
            { title: t('paper.coverage.status'), align: 'left', width: 36 },
            { title: t('paper.coverage.unreached'), align: 'right', width: 12 },
            { title: `${t('paper.coverage.share')} (%)`, align: 'right', width: 12 },
          ],
          rows: gaps.slice(0, 10).map((area): TableRow => {
            const [, , unreached, share] = coverageCells(context, area, area.offers.value ?? 0);
            return { cells: [[text(shownCount(context, area.rank ?? 0))], [text(areaName(context, area.area))], [statusRun(context, area.area)], unreached!, share!] };
          }),
          notes: tableNotes(context, []),
        },
    ...(citywide.length === 0 ? [] : [{ kind: 'paragraph', style: 'note', runs: [text(t('paper.coverage.citywide', { names: citywide.map(({ name }) => name).join('; ') }))] } satisfies Block]),
    ...(result.leftOut.length === 0 ? [] : [{ kind: 'paragraph', style: 'note', runs: [text(t('paper.coverage.leftOut', { count: shownCount(context, result.leftOut.length) }))] } satisfies Block]),
  ];
}

/** Places of the offers for each hundred people, where the bundle tells them at all. */
const placesCell = (context: PaperContext, { places }: ReleasedCoverage, perHundred: ReleasedCell | undefined): readonly TableRow['cells'][number][] =>
  places === undefined ? [] : [[text(perHundred === undefined ? SIGNS.notAvailable : shown(context, perHundred))]];

/** Offers that end are no secured supply: how many, when the first ends, and what is left without them. */
function endingOffers(context: PaperContext, { fixedTerm, share }: ReleasedCoverage): readonly Block[] {
  if (fixedTerm === undefined || fixedTerm.offers.length === 0) return [];
  const words = { count: shownCount(context, fixedTerm.offers.length), date: shownDate(context, fixedTerm.earliestEnd), share: shownWithUnit(context, fixedTerm.shareWithout), before: shownWithUnit(context, share) };
  return [{ kind: 'paragraph', style: 'body', runs: [text(context.t(fixedTerm.earliestEnd === undefined ? 'paper.coverage.endingUnknown' : 'paper.coverage.ending', words))] }];
}

/** People, reached, unreached, share, distance, offers of one area, or of the city, which has no distance of its own. */
function coverageCells(context: PaperContext, released: Pick<ReleasedAreaCoverage, 'people' | 'reached' | 'unreached' | 'share'> & { readonly medianDistance?: ReleasedCell }, offers: number): readonly TableRow['cells'][number][] {
  const write = (cell: ReleasedCell): TableRow['cells'][number] => [text(shown(context, cell))];
  return [
    write(released.people),
    write(released.reached),
    write(released.unreached),
    write(released.share),
    [text(released.medianDistance === undefined || released.people.mark === 'zero' ? 'x' : shown(context, released.medianDistance))],
    [text(count(context, offers))],
  ];
}

function fixedTermTable(context: PaperContext): readonly Block[] {
  const { t, institutions, measures, project } = context;
  const limited = institutions.filter(({ fixedTerm }) => fixedTerm === 'yes').sort((a, b) => (a.fixedTermEnd ?? '9999').localeCompare(b.fixedTermEnd ?? '9999'));
  const unknown = institutions.filter(({ fixedTerm }) => fixedTerm === 'unknown').length;
  const reference = (institution: Institution): string => {
    const own = measures.filter(({ sites }) => sites.includes(institution.id));
    const linked = new Set(own.map(({ recommendation }) => recommendation));
    const naming = project.recommendations.filter(({ id, existingOffers }) => linked.has(id) || existingOffers.includes(institution.id));
    const numbers = [...own, ...naming].map(({ number }) => number);
    return numbers.length === 0 ? t('paper.inventory.missing') : numbers.join(', ');
  };
  return [
    limited.length === 0
      ? { kind: 'paragraph', style: 'body', runs: [text(t('paper.inventory.noFixedTerm'))] }
      : {
          kind: 'table',
          caption: t('paper.inventory.fixedTermCaption'),
          columns: [
            { title: t('paper.inventory.offer'), align: 'left', width: 30 },
            { title: t('paper.inventory.provider'), align: 'left', width: 22 },
            { title: t('paper.inventory.programme'), align: 'left', width: 20 },
            { title: t('paper.inventory.end'), align: 'left', width: 14 },
            { title: t('paper.inventory.measure'), align: 'left', width: 14 },
          ],
          rows: limited.map((institution): TableRow => ({
            cells: [
              [text(institution.name)],
              [text(institution.provider === '' ? '...' : institution.provider)],
              [text(institution.programme === '' ? '...' : institution.programme)],
              [text(institution.fixedTermEnd === undefined ? t('paper.inventory.noEnd') : shownDate(context, institution.fixedTermEnd))],
              [text(reference(institution))],
            ],
          })),
          notes: [],
        },
    ...(unknown === 0 ? [] : [{ kind: 'paragraph', style: 'body', runs: [text(t('paper.inventory.unknownTerm', { count: shownCount(context, unknown) }))] } satisfies Block]),
  ];
}

