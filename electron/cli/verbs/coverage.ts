import type { City } from '#app/domain/city/city.ts';
import { lookupOf } from '#app/domain/city/city-lookup.ts';
import { formatReleased, formatReleasedWithUnit } from '#app/domain/confidentiality/format-released.ts';
import type { ReleasedCell } from '#app/domain/confidentiality/released-cell.ts';
import type { CoverageRequest } from '#app/domain/coverage/coverage.ts';
import { gapList } from '#app/domain/coverage/gap-list.ts';
import type { ReleasedAreaCoverage, ReleasedCoverage } from '#app/domain/coverage/release-coverage.ts';
import { availableIndexDates } from '#app/domain/social-index/available-index-dates.ts';
import type { ReleasedIndex } from '#app/domain/social-index/released-index.ts';
import { profilesFor } from '#app/domain/social-index/profiles.ts';
import { jobs } from '#app/jobs/registry.ts';
import { formatDate, formatNumber } from '#shared/i18n/number-format.ts';
import type { Translate } from '#shared/i18n/translator.ts';
import type { Language } from '#shared/localized.ts';
import type { AgeGroupId, AreaId, LevelId } from '#shared/ids.ts';
import { asDate, asId } from '#shared/ids.ts';
import { problemOutcome } from '../problem-outcome.ts';
import { textTable } from '../text-table.ts';
import type { Verb, VerbInput, VerbOutcome, VerbTools } from '../verb.ts';
import { textOf, textsOf, UsageError } from '../verb.ts';
import { chosen, cityWithRegister, dayFrom, listOf, registerOption } from './analysis-input.ts';

/** `qw coverage BUNDLE --category kita --metres 800 --group under3`: whom offers reach in a straight line. */
export const coverage: Verb = {
  name: 'coverage',
  summary: 'analysis.coverage.summary',
  positionals: ['BUNDLE'],
  options: {
    category: { type: 'string', multiple: true, required: true, summary: 'analysis.coverage.option.category' },
    metres: { type: 'string', required: true, summary: 'analysis.coverage.option.metres' },
    group: { type: 'string', multiple: true, summary: 'analysis.coverage.option.group' },
    level: { type: 'string', summary: 'analysis.coverage.option.level' },
    date: { type: 'string', summary: 'analysis.coverage.option.date' },
    ...registerOption,
  },
  run: async (input, tools) => {
    const metres = metresFrom(textOf(input, 'metres') ?? '', tools);
    const opened = await cityWithRegister(input, tools);
    if (!opened.ok) return problemOutcome(opened.failure, tools.translate);
    const city = opened.value;
    const request = requestFrom(city, metres, input, tools);
    const index = await indexFor(city, request.level);
    const answer = await jobs['coverage.compute']({ city, request, index, audience: 'internal' }, { progress: () => undefined });
    return answer.ok ? outcome(city, answer.value, tools) : problemOutcome(answer.failure, tools.translate);
  },
};

function metresFrom(given: string, { translate }: VerbTools): number {
  const metres = given.trim() === '' ? Number.NaN : Number(given);
  if (!Number.isFinite(metres) || metres < 0) throw new UsageError(translate('analysis.badMetres', { given }));
  return metres;
}

function requestFrom(city: City, metres: number, input: VerbInput, tools: VerbTools): CoverageRequest {
  const groups = listOf(textsOf(input, 'group'));
  const level = textOf(input, 'level');
  const date = textOf(input, 'date');
  return {
    categories: listOf(textsOf(input, 'category')).map((given) => chosen(city.categories, given, tools).id),
    // without cells the groups are named by the counts of the bundle, which the computation knows
    ageGroups: groups.map((given): AgeGroupId => (city.population ? chosen(city.population.ageGroups, given, tools).id : asId(given))),
    metres,
    level: level === undefined ? defaultLevel(city, tools) : chosen(city.levels, level, tools).id,
    date: date === undefined ? (city.population?.date ?? asDate(city.manifest.created.slice(0, 10))) : dayFrom(date, tools),
  };
}

/** The finest level that nests in another, else the finest. */
function defaultLevel(city: City, { translate }: VerbTools): LevelId {
  const finest = city.levels.toSorted((a, b) => b.order - a.order);
  const level = finest.find(({ nestsIn }) => nestsIn !== undefined) ?? finest[0];
  if (!level) throw new UsageError(translate('analysis.noLevel'));
  return level.id;
}

/** Need comes from the city's default index on its latest day; without one the gaps stay unranked. */
async function indexFor(city: City, level: LevelId): Promise<ReleasedIndex | undefined> {
  const [profile] = profilesFor(city);
  const date = profile && availableIndexDates(city, profile, level).at(-1);
  if (!profile || date === undefined) return undefined;
  const answer = await jobs['index.compute']({ city, profile, level, date });
  return answer.ok ? answer.value : undefined;
}

function outcome(city: City, released: ReleasedCoverage, tools: VerbTools): VerbOutcome {
  return { exit: 0, json: jsonOf(city, released), text: textFor(city, released, tools) };
}

/** Numbers as released; a secret one is null and its mark says so. */
function jsonOf(city: City, released: ReleasedCoverage) {
  const lookup = lookupOf(city);
  const number = ({ value }: ReleasedCell): number | null => value ?? null;
  // of the released counts, with more decimals than the released per cent
  const shareOf = ({ people, reached, share }: Pick<ReleasedAreaCoverage, 'people' | 'reached' | 'share'>): number | null =>
    share.value === undefined || !people.value || reached.value === undefined ? null : reached.value / people.value;
  return {
    status: 'ok',
    method: released.method,
    label: 'Luftlinie',
    estimate: released.estimate,
    request: released.request,
    edition: released.edition,
    contentHash: released.contentHash,
    populationDate: released.populationDate,
    located: released.located,
    citywide: released.citywide,
    leftOut: released.leftOut,
    people: number(released.people),
    reached: number(released.reached),
    unreached: number(released.unreached),
    share: shareOf(released),
    peopleOutsideAreas: number(released.peopleOutsideAreas),
    fixedTerm: released.fixedTerm
      ? { offers: released.fixedTerm.offers, earliestEnd: released.fixedTerm.earliestEnd ?? null, reachedWithout: number(released.fixedTerm.reachedWithout), perCentWithout: number(released.fixedTerm.shareWithout) }
      : null,
    places: released.places
      ? { total: number(released.places.total), perHundred: number(released.places.perHundred), offersWithoutNumber: released.places.withoutNumber }
      : null,
    areas: [...released.areas].map(([area, cells]) => {
      const { status, need } = cells;
      return {
        area,
        name: lookup.area(area)?.name ?? area,
        people: number(cells.people),
        reached: number(cells.reached),
        unreached: number(cells.unreached),
        share: shareOf(cells),
        medianDistance: number(cells.medianDistance),
        offers: number(cells.offers),
        ...(cells.fixedTermOffers === undefined ? {} : { fixedTermOffers: number(cells.fixedTermOffers) }),
        ...(cells.places === undefined ? {} : { places: number(cells.places), placesPerHundred: cells.placesPerHundred ? number(cells.placesPerHundred) : null }),
        status: status ?? null,
        need: need ?? null,
        gap: number(cells.gap),
        marks: { people: cells.people.mark, reached: cells.reached.mark, unreached: cells.unreached.mark },
      };
    }),
    gapList: gapList(released).map(({ area }) => area),
    ...(released.unknownAreas ? { unknownAreas: released.unknownAreas } : {}),
  };
}

function textFor(city: City, released: ReleasedCoverage, { translate, language }: VerbTools): string {
  const lookup = lookupOf(city);
  const nameOf = (area: AreaId): string => lookup.area(area)?.name ?? area;
  const { request } = released;
  const groups = request.ageGroups.map((id) => city.population?.ageGroups.find((group) => group.id === id)?.name ?? id);
  const gaps = gapList(released).map(({ area }) => area);
  const rest = [...released.areas.keys()].filter((area) => !gaps.includes(area));
  const rows = [...gaps, ...rest].map((area) => {
    const cells = released.areas.get(area)!;
    const { status } = cells;
    return [
      nameOf(area),
      formatReleased(cells.people, language),
      formatReleased(cells.reached, language),
      formatReleased(cells.unreached, language),
      formatReleasedWithUnit(cells.share, language),
      formatReleasedWithUnit(cells.medianDistance, language),
      formatReleased(cells.offers, language),
      ...(released.places ? [cells.places, cells.placesPerHundred].map((cell) => (cell ? formatReleased(cell, language) : '')) : []),
      translate(status ? `socialIndex.statusShort.${status}` : 'socialIndex.noClass'),
      cells.need === undefined ? '' : formatNumber(cells.need, 2, language),
      formatReleased(cells.gap, language),
    ];
  });
  const total = [
    translate('analysis.coverage.total'),
    formatReleased(released.people, language),
    formatReleased(released.reached, language),
    formatReleased(released.unreached, language),
    formatReleasedWithUnit(released.share, language),
    '', '',
    ...(released.places ? [released.places.total, released.places.perHundred].map((cell) => formatReleased(cell, language)) : []),
    '', '', '',
  ];
  const columns = ['people', 'reached', 'unreached', 'share', 'median', 'offers', ...(released.places ? (['places', 'placesPerHundred'] as const) : []), 'status', 'need', 'gap'] as const;
  const heads = columns.map((column) => translate(`analysis.coverage.${column}`));
  return [
    translate('analysis.coverage.heading', {
      metres: formatNumber(request.metres, 0, language),
      categories: request.categories.map((id) => lookup.category(id)?.name ?? id).join(', '),
      groups: groups.length > 0 ? groups.join(', ') : translate('analysis.coverage.everybody'),
      level: lookup.level(request.level)?.plural ?? request.level,
      date: formatDate(released.populationDate, language),
      edition: released.edition,
    }),
    ...(released.estimate === 'areaShare' ? [translate('analysis.coverage.estimate')] : []),
    translate('analysis.coverage.sites', { located: released.located.length, citywide: released.citywide.length, leftOut: released.leftOut.length }),
    '',
    textTable([translate('analysis.index.area'), ...heads], [...rows, total], new Set([0, columns.indexOf('status') + 1])),
    `${translate('analysis.coverage.outside')}: ${formatReleased(released.peopleOutsideAreas, language)}`,
    ...(released.unknownAreas?.length ? [translate('analysis.coverage.unknownAreas', { areas: released.unknownAreas.map(nameOf).join(', ') })] : []),
    translate('analysis.coverage.gapNote'),
    ...supplyWords(released, translate, language),
    translate('coverage.method'),
    translate('common.signs'),
  ].join('\n');
}

/** What the distance hides: offers that end, and how many places there are. */
function supplyWords({ fixedTerm, places, located, share, request }: ReleasedCoverage, translate: Translate, language: Language): readonly string[] {
  return [
    ...(fixedTerm === undefined
      ? []
      : [
          [
            translate('coverage.fixedTermCount', { count: fixedTerm.offers.length, of: located.length }),
            fixedTerm.earliestEnd === undefined
              ? translate('coverage.fixedTermNoEnd')
              : translate(fixedTerm.earliestEnd < request.date ? 'coverage.fixedTermEndPast' : 'coverage.fixedTermEnd', { date: formatDate(fixedTerm.earliestEnd, language) }),
            fixedTerm.shareWithout.mark === 'suppressed'
              ? translate('coverage.fixedTermWithoutSecret')
              : translate('coverage.fixedTermWithout', { share: formatReleasedWithUnit(fixedTerm.shareWithout, language), before: formatReleasedWithUnit(share, language) }),
          ].join(' '),
        ]),
    ...(places === undefined
      ? []
      : [
          translate('coverage.placesNote', { city: formatReleased(places.perHundred, language) }),
          ...(places.withoutNumber === 0 ? [] : [translate('coverage.placesWithoutNumber', { count: places.withoutNumber })]),
        ]),
  ];
}
