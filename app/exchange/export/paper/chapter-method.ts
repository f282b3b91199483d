import { formatNumber } from '#shared/i18n/number-format.ts';
import { inLanguage } from '#shared/localized.ts';
import type { Institution } from '#app/domain/city/city.ts';
import { thresholdsFor } from '#app/domain/confidentiality/thresholds.ts';
import type { Block, Run, TableRow } from '../report/report-document.ts';
import { quiet, strong, text } from '../report/report-document.ts';
import type { Chapters } from './chapters.ts';
import { exclusionReason } from './class-words.ts';
import { publicContact } from '#app/domain/register/public-institutions.ts';
import { isCheckDue } from '#app/domain/register/yearly-check.ts';
import { areaName, shown, shownCount, shownDate, sourceOf, tableNotes, type PaperContext } from './paper-context.ts';

/** The method printed as data: whoever has the bundle can compute every number again. */
export function methodChapter(context: PaperContext, chapters: Chapters): readonly Block[] {
  const { t, index, city, language } = context;
  const { profile } = index;
  return [
    chapters.chapter('method'),
    chapters.section(t('paper.method.index')),
    { kind: 'paragraph', style: 'body', runs: [text(t('paper.method.profile', { title: inLanguage(profile.title, language), version: profile.version, description: inLanguage(profile.description, language) }))] },
    {
      kind: 'table',
      caption: t('paper.method.indicatorsCaption'),
      columns: [
        { title: t('paper.method.indicator'), align: 'left', width: 42 },
        { title: t('paper.method.weight'), align: 'right', width: 12 },
        { title: t('paper.method.direction'), align: 'left', width: 24 },
        { title: t('common.source'), align: 'left', width: 22 },
      ],
      rows: profile.indicators.map(({ indicator, weight, direction }): TableRow => {
        const found = context.lookup.indicator(indicator);
        return { cells: [[text(found?.title ?? indicator)], [text(formatNumber(weight, 2, language))], [text(t(`paper.method.${direction}`))], [text(sourceOf(context, found) ?? '...')]] };
      }),
      notes: [],
    },
    settingsTable(context),
    ...excludedTable(context),
    ...leftOut(context),
    chapters.section(t('paper.method.coverage')),
    { kind: 'paragraph', style: 'body', runs: [text([t('paper.method.coverageText'), cells(context)].filter((part) => part !== '').join(' '))] },
    chapters.section(t('paper.method.confidentiality')),
    { kind: 'paragraph', style: 'body', runs: [text(confidentiality(context))] },
    { kind: 'paragraph', style: 'body', runs: [text(t('paper.signsNote'))] },
    chapters.section(t('paper.method.limits')),
    { kind: 'paragraph', style: 'body', runs: [text(t('paper.method.limitsText'))] },
    { kind: 'paragraph', style: 'note', runs: [text(t('paper.method.edition', { edition: city.manifest.edition, title: city.manifest.title, created: shownDate(context, city.manifest.created), producer: city.manifest.producer, hash: city.manifest.contentHash }))] },
  ];
}

function settingsTable(context: PaperContext): Block {
  const { t, index, language } = context;
  const { profile } = index;
  const cut = (value: number): string => formatNumber(value, 1, language);
  const years = t('paper.method.years', { count: profile.trend.windowYears });
  const settings: readonly (readonly [string, string])[] = [
    [t('paper.method.reference'), t(`paper.method.referenceKind.${profile.reference}`)],
    [t('paper.method.deviation'), t(`paper.method.deviationKind.${profile.deviation}`)],
    [t('paper.method.restandardise'), profile.restandardise ? t('paper.method.yes') : t('paper.method.no')],
    [t('paper.method.statusCuts'), t('paper.method.statusCutsText', { high: cut(profile.statusCuts.high), middle: cut(profile.statusCuts.middle), low: cut(profile.statusCuts.low) })],
    [t('paper.method.trendCuts'), t('paper.method.trendCutsText', { positive: cut(profile.trend.cuts.positive), negative: cut(profile.trend.cuts.negative) })],
    [t('paper.method.trendWindow'), index.trendSince === undefined ? years : t('paper.method.trendWindowDates', { years, since: shownDate(context, index.trendSince), date: shownDate(context, index.date) })],
    [t('paper.method.trendUnit'), t(`paper.method.trendUnitKind.${profile.trend.unit}`)],
    [t('paper.method.minimumPopulation'), shownCount(context, profile.minimumPopulation)],
    [t('paper.method.included'), shownCount(context, index.areas.length)],
  ];
  return {
    kind: 'table',
    caption: t('paper.method.settingsCaption'),
    columns: [{ title: t('paper.method.setting'), align: 'left', width: 34 }, { title: t('paper.method.value'), align: 'left', width: 66 }],
    rows: settings.map(([label, value]): TableRow => ({ cells: [[text(label)], [text(value)]] })),
    notes: [],
  };
}

function excludedTable(context: PaperContext): readonly Block[] {
  const { t, index } = context;
  if (index.excluded.length === 0) return [];
  return [{
    kind: 'table',
    caption: t('paper.method.excludedCaption'),
    columns: [{ title: context.lookup.level(index.level)?.singular ?? t('paper.place.quarter'), align: 'left', width: 40 }, { title: t('paper.method.reason'), align: 'left', width: 60 }],
    rows: index.excluded.map(({ area }): TableRow => ({ cells: [[text(areaName(context, area))], [text(exclusionReason(context, area) ?? '')]] })),
    notes: [],
  }];
}

function leftOut(context: PaperContext): readonly Block[] {
  const { t, index } = context;
  if (index.leftOut.length === 0) return [];
  const list = index.leftOut.map(({ indicator, part, reason }) => `${context.lookup.indicator(indicator)?.title ?? indicator} (${part === 'status' ? t('paper.index.status') : t('paper.index.trend')}: ${t(`paper.method.leftOutReason.${reason}`)})`).join('; ');
  return [{ kind: 'paragraph', style: 'body', runs: [text(t('paper.method.leftOut', { list }))] }];
}

function cells({ t, city, ...context }: PaperContext): string {
  if (city.population === undefined) return '';
  const date = shownDate({ t, city, ...context }, city.population.date);
  return city.population.cellSize === undefined ? t('paper.method.points', { date }) : t('paper.method.cells', { metres: `${formatNumber(city.population.cellSize, 0, context.language)}\u00a0m`, date });
}

function confidentiality(context: PaperContext): string {
  const rules = context.city.indicators.map((indicator) => thresholdsFor(indicator, 'public'));
  const range = (values: readonly number[]): string => {
    const [lowest, highest] = [Math.min(...values), Math.max(...values)];
    return lowest === highest ? shownCount(context, lowest) : context.t('paper.method.rangeOf', { lowest: shownCount(context, lowest), highest: shownCount(context, highest) });
  };
  const numerators = rules.map(({ minimumNumerator }) => minimumNumerator).filter((value) => value > 0);
  const denominators = rules.map(({ minimumDenominator }) => minimumDenominator).filter((value) => value > 0);
  const words = { numerator: range(numerators.length === 0 ? [3] : numerators), denominator: range(denominators.length === 0 ? [100] : denominators) };
  const uniform = new Set(numerators).size <= 1 && new Set(denominators).size <= 1;
  return context.t(uniform ? 'paper.method.confidentialityText' : 'paper.method.confidentialityRange', words);
}

export function tablesAnnex(context: PaperContext, chapters: Chapters): readonly Block[] {
  const { t, index, quarters, releaser } = context;
  const tables = index.profile.indicators.flatMap(({ indicator: id }): readonly Block[] => {
    const indicator = context.lookup.indicator(id);
    const dates = context.lookup.datesOf(id, context.paper.level).filter((date) => date <= context.paper.date).slice(-8);
    if (indicator === undefined || dates.length === 0) return [];
    return [{
      kind: 'table',
      caption: indicator.unit === '' ? t('paper.annex.seriesCaptionPlain', { indicator: indicator.title }) : t('paper.annex.seriesCaption', { indicator: indicator.title, unit: indicator.unit }),
      columns: [{ title: context.level?.singular ?? t('paper.place.quarter'), align: 'left', width: 28 }, ...dates.map((date) => ({ title: date.slice(0, 4), align: 'right' as const, width: 72 / dates.length }))],
      rows: [
        ...quarters.map((area): TableRow => ({ cells: [[text(area.name)], ...dates.map((date) => [text(shown(context, releaser.cell(id, area.id, date)))])] })),
        ...(quarters.some(({ id: area }) => area === context.paper.socialArea)
          ? []
          : [{ cells: [[strong(context.socialAreaName)], ...dates.map((date) => [strong(shown(context, releaser.cell(id, context.paper.socialArea, date)))])], weight: 'reference' as const }]),
        { cells: [[strong(t('paper.place.cityNamed', { city: context.city.manifest.city }))], ...dates.map((date) => [strong(shown(context, releaser.cityCell(id, date)))])], weight: 'reference' },
      ],
      notes: tableNotes(context, [sourceOf(context, indicator)]),
    }];
  });
  return tables.length === 0 ? [] : [chapters.chapter('tables'), { kind: 'paragraph', style: 'body', runs: [text(t('paper.annex.tablesIntro'))] }, ...tables];
}

export function directoryAnnex(context: PaperContext, chapters: Chapters): readonly Block[] {
  const { t, city, institutions } = context;
  if (institutions.length === 0) return [chapters.chapter('directory'), { kind: 'paragraph', style: 'body', runs: [text(t('paper.annex.noInstitutions'))] }];
  return [
    chapters.chapter('directory'),
    { kind: 'paragraph', style: 'body', runs: [text(t('paper.annex.directoryIntro'))] },
    ...[...city.categories].sort((a, b) => a.order - b.order).flatMap((category): readonly Block[] => {
      const listed = institutions.filter((institution) => institution.category === category.id);
      if (listed.length === 0) return [];
      return [{
        kind: 'table',
        caption: t('paper.annex.directoryCaption', { category: category.name }),
        columns: [
          { title: t('paper.annex.name'), align: 'left', width: 34 },
          { title: t('paper.annex.address'), align: 'left', width: 24 },
          { title: t('paper.annex.contact'), align: 'left', width: 42 },
        ],
        rows: listed.map((institution): TableRow => ({ cells: directoryRow(context, institution) })),
        notes: [],
        dense: true,
      }];
    }),
  ];
}

function directoryRow(context: PaperContext, institution: Institution): TableRow['cells'] {
  const { t } = context;
  const mark = isCheckDue(institution.verifiedOn, context.today) ? '\u00a0†' : '';
  const quarter = institution.location === undefined ? undefined : context.lookup.areaAt(context.paper.level, institution.location)?.name;
  const line = (parts: readonly (string | undefined)[]): readonly Run[] => [text(parts.filter((part) => part !== undefined && part !== '').join(' · '))];
  const features = [
    institution.fixedTerm === 'yes' ? (institution.fixedTermEnd === undefined ? t('paper.fixedTerm.yes') : t('paper.fixedTerm.until', { date: shownDate(context, institution.fixedTermEnd) })) : undefined,
    institution.barrierFree === 'unknown' ? undefined : t('paper.annex.accessible', { value: t(`paper.barrierFree.${institution.barrierFree}`) }),
    institution.languages.length === 0 ? undefined : t('paper.annex.languages', { list: institution.languages.join(', ') }),
  ];
  return [
    [strong(`${institution.name}${mark}`), ...(institution.provider === '' ? [] : [quiet(` · ${institution.provider}`)])],
    line([[institution.address, institution.postcode].filter((part) => part !== '').join(', '), quarter]),
    line([publicContact(institution.contact), ...features]),
  ];
}

export function glossaryAnnex(context: PaperContext, chapters: Chapters): readonly Block[] {
  const { t, city } = context;
  const terms = ['index', 'burden', 'status', 'trend', 'z', 'straightLine', 'citywide', 'confidential'] as const;
  return [
    chapters.chapter('glossary'),
    { kind: 'facts', rows: terms.map((term) => ({ label: t(`paper.glossary.${term}`), runs: [text(t(`paper.glossary.${term}Text`))] })) },
    {
      kind: 'table',
      caption: t('paper.annex.sources'),
      columns: [
        { title: t('paper.annex.source'), align: 'left', width: 38 },
        { title: t('paper.annex.publisher'), align: 'left', width: 27 },
        { title: t('paper.annex.licence'), align: 'left', width: 21 },
        { title: t('paper.annex.date'), align: 'left', width: 14 },
      ],
      rows: city.sources.map((source): TableRow => ({ cells: [[text(source.title)], [text(source.publisher)], [text(source.licence)], [text(source.date === undefined ? '...' : shownDate(context, source.date))]] })),
      notes: city.manifest.demo ? [t('paper.demoNote')] : [],
    },
  ];
}

