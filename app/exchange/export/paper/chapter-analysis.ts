import type { Area, Indicator } from '#app/domain/city/city.ts';
import { SIGNS } from '#app/domain/confidentiality/format-released.ts';
import { squareKilometres } from '#app/domain/confidentiality/no-statistic.ts';
import { areaOf } from '#app/domain/geometry/shape-measures.ts';
import { formatWithUnit } from '#shared/i18n/number-format.ts';
import { inLanguage } from '#shared/localized.ts';
import type { IsoDate } from '#shared/ids.ts';
import type { Block, TableRow } from '../report/report-document.ts';
import { strong, text } from '../report/report-document.ts';
import { smallTimeSeries, type ChartPanel } from '../svg/small-time-series.ts';
import type { Chapters } from './chapters.ts';
import { comparisonTables } from './comparison-table.ts';
import { exclusionReason, statusRun, trendRun, namesOf } from './class-words.ts';
import { findings } from './findings.ts';
import {
  areaName, changeOf, dateFor, indexOf, shown, shownChange, shownCount, shownDate, shownIndex, shownWithUnit, socialAreaCell, sourceOf, tableNotes, type PaperContext,
} from './paper-context.ts';

export function overviewChapter(context: PaperContext, chapters: Chapters): readonly Block[] {
  const { t, quarters, releaser, index, lookup } = context;
  const population = index.profile.populationIndicator;
  const date = dateFor(context, population) ?? index.date;
  const people = socialAreaCell(context, population, date);
  const opening: readonly Block[] =
    people.value === undefined ? [] : [{ kind: 'paragraph', style: 'body', runs: [text(t('paper.overview.population', { date: shownDate(context, date), area: context.socialAreaName, count: shown(context, people) }))] }];
  if (quarters.length === 0) {
    return [chapters.chapter('overview'), ...opening, { kind: 'paragraph', style: 'body', runs: [text(t('paper.overview.noQuarters', { area: context.socialAreaName, level: context.level?.plural ?? context.paper.level }))] }];
  }
  const row = (area: Area): TableRow => {
    const land = areaOf(area.shape) / 1e6;
    const inhabitants = releaser.cell(population, area.id, date);
    const publicOnes = lookup.institutionsIn(area.id).filter((institution) => context.institutions.includes(institution));
    return {
      cells: [
        [text(area.name)],
        [text(shown(context, inhabitants))],
        [text(shown(context, releaser.plain(squareKilometres(land))))],
        [text(shown(context, releaser.scaled(inhabitants, 1 / land, 0)))],
        [text(shownCount(context, publicOnes.length))],
      ],
    };
  };
  const whole = context.socialArea;
  return [
    chapters.chapter('overview'),
    ...opening,
    {
      kind: 'table',
      caption: t('paper.overview.quartersTable', { area: context.socialAreaName, date: shownDate(context, date) }),
      columns: [
        { title: context.level?.singular ?? t('paper.place.quarter'), align: 'left', width: 34 },
        { title: t('paper.overview.inhabitants'), align: 'right', width: 18 },
        { title: t('paper.overview.area'), align: 'right', width: 15 },
        { title: t('paper.overview.density'), align: 'right', width: 18 },
        { title: t('paper.overview.institutions'), align: 'right', width: 15 },
      ],
      rows: [...quarters.map(row), ...(whole === undefined || quarters.includes(whole) ? [] : [{ ...row(whole), cells: [[strong(whole.name)], ...row(whole).cells.slice(1)], weight: 'reference' as const }])],
      notes: tableNotes(context, [sourceOf(context, lookup.indicator(population))]),
    },
  ];
}

export function analysisChapter(context: PaperContext, chapters: Chapters): readonly Block[] {
  const { t } = context;
  return [
    chapters.chapter('analysis'),
    chapters.section(t('paper.chapter.index')),
    ...indexSection(context, chapters),
    chapters.section(t('paper.chapter.themes')),
    ...themesSection(context, chapters),
    chapters.section(t('paper.chapter.findings')),
    ...findings(context),
  ];
}

function indexSection(context: PaperContext, chapters: Chapters): readonly Block[] {
  const { t, index, quarters } = context;
  const since = index.trendSince;
  const words = { date: shownDate(context, index.date), since: shownDate(context, since) };
  const rows = quarters.map((area): TableRow => {
    const entry = indexOf(context, area.id);
    if (entry === undefined) {
      const reason = exclusionReason(context, area.id);
      return { cells: [[text(area.name)], [text(reason === undefined ? t('socialIndex.noClass') : t('paper.index.excluded', { reason }))], [text('')], [text('')], [text('')]] };
    }
    return {
      cells: [
        [text(area.name)],
        [statusRun(context, area.id)],
        [trendRun(context, area.id)],
        [text(shownIndex(context, entry.status.index))],
        [text(entry.trend === undefined ? SIGNS.notAvailable : shownIndex(context, entry.trend.index))],
      ],
    };
  });
  const outside = quarters.filter(({ id }) => indexOf(context, id) === undefined);
  return [
    { kind: 'paragraph', style: 'body', runs: [text(t('paper.index.intro', { count: shownCount(context, index.profile.indicators.length), profile: inLanguage(index.profile.title, context.language), chapter: chapters.numberOf('method') }))] },
    {
      kind: 'table',
      caption: since === undefined ? t('paper.index.caption', words) : t('paper.index.captionTrend', words),
      columns: [
        { title: context.level?.singular ?? t('paper.place.quarter'), align: 'left', width: 25 },
        { title: t('paper.index.status'), align: 'left', width: 34 },
        { title: t('paper.index.trend'), align: 'left', width: 17 },
        { title: t('paper.index.value'), align: 'right', width: 12 },
        { title: t('paper.index.trendValue'), align: 'right', width: 12 },
      ],
      rows,
      notes: [t('paper.index.legendNote'), ...tableNotes(context, index.profile.indicators.map(({ indicator }) => sourceOf(context, context.lookup.indicator(indicator))))],
    },
    ...(outside.length === 0
      ? []
      : [{ kind: 'paragraph', style: 'body', runs: [text(t('paper.index.excludedIntro', { areas: outside.map(({ id }) => `${areaName(context, id)} (${exclusionReason(context, id) ?? t('socialIndex.noClass')})`).join('; ') }))] } satisfies Block]),
    ...publishedDifferences(context),
    ...changeTable(context),
  ];
}

/** Classes the office published itself stay theirs; where they differ from the computed ones, the paper says so. */
function publishedDifferences(context: PaperContext): readonly Block[] {
  const inPaper = new Set(context.quarters.map(({ id }) => id));
  const differing = context.city.publishedClasses.filter(({ area, date, status, trend }) => {
    const entry = indexOf(context, area);
    if (!inPaper.has(area) || date !== context.index.date || entry === undefined) return false;
    return (status !== undefined && status !== entry.status.class) || (trend !== undefined && entry.trend !== undefined && trend !== entry.trend.class);
  });
  if (differing.length === 0) return [];
  return [{ kind: 'paragraph', style: 'body', runs: [text(context.t('paper.index.published', { count: shownCount(context, differing.length), areas: namesOf(context, differing.map(({ area }) => area)) }))] }];
}

/** The trend compares with the city; the absolute change stands beside it, from released shares of both days. */
function changeTable(context: PaperContext): readonly Block[] {
  const { t, index } = context;
  const since = index.trendSince;
  if (since === undefined) return [];
  const compared = index.profile.indicators.flatMap(({ indicator, changeIndicator }) => {
    const found = context.lookup.indicator(indicator);
    return found === undefined || changeIndicator !== undefined || found.unit !== '%' ? [] : [found];
  });
  if (compared.length === 0) return [];
  const change = (indicator: Indicator, area: Area['id'] | 'city'): string => {
    const released = changeOf(context, indicator.id, area);
    if (released === undefined) return SIGNS.notAvailable;
    return released.value === undefined ? shown(context, released) : shownChange(context, released.value, indicator.precision);
  };
  return [
    { kind: 'paragraph', style: 'body', runs: [text(t('paper.index.changeIntro'))] },
    ...comparisonTables(context, t('paper.index.changeCaption', { since: shownDate(context, since) }), compared.map((indicator) => ({ ...indicator, unit: '' })), change),
  ];
}

function themesSection(context: PaperContext, chapters: Chapters): readonly Block[] {
  const { t, city } = context;
  const topics = [...city.topics].sort((a, b) => a.order - b.order).flatMap((topic) => {
    const indicators = city.indicators.filter((indicator) => indicator.topic === topic.id && isCompared(context, indicator));
    return indicators.length === 0 ? [] : [{ topic, indicators }];
  });
  if (topics.length === 0) return [{ kind: 'paragraph', style: 'body', runs: [text(t('paper.themes.none'))] }];
  return [
    { kind: 'paragraph', style: 'body', runs: [text(t('paper.themes.intro', { area: context.socialAreaName }))] },
    ...topics.flatMap(({ topic, indicators }) => [
      chapters.part(topic.name),
      ...comparisons(context, indicators),
      ...themeTables(context, topic.name, indicators),
      ...themeChart(context, topic.name, indicators),
    ]),
  ];
}

/** Figures that can be compared between places: rates, and the population. Counts behind rates stay in the rates. */
const isCompared = (context: PaperContext, indicator: Indicator): boolean =>
  indicator.kind === 'status' && (indicator.form !== 'absolute' || indicator.id === context.index.profile.populationIndicator || !indicator.additive) && dateFor(context, indicator.id) !== undefined;

/** Sentences on the three indicators of a topic that differ most from the city; the table has them all. */
const MOST_SENTENCES = 3;
/** Share of the city's value below which a difference is not worth a sentence. */
const NOTABLE = 0.1;

function comparisons(context: PaperContext, indicators: readonly Indicator[]): readonly Block[] {
  const { t } = context;
  const compared = indicators.flatMap((indicator) => {
    const date = dateFor(context, indicator.id);
    if (date === undefined || indicator.form === 'absolute') return [];
    const own = socialAreaCell(context, indicator.id, date);
    const city = context.releaser.cityCell(indicator.id, date);
    if (own.value === undefined || city.value === undefined || city.value === 0) return [];
    return [{ indicator, date, own, city, difference: (own.value - city.value) / Math.abs(city.value) }];
  });
  if (compared.length === 0) return [];
  const notable = compared.filter(({ difference }) => Math.abs(difference) >= NOTABLE).sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference)).slice(0, MOST_SENTENCES);
  if (notable.length === 0) return [{ kind: 'paragraph', style: 'body', runs: [text(t('paper.themes.similar'))] }];
  return [{
    kind: 'list',
    ordered: false,
    items: notable.map(({ indicator, date, own, city, difference }) => {
      const words = { indicator: indicator.title, value: shownWithUnit(context, own), city: shownWithUnit(context, city) };
      return [text(`${t(difference > 0 ? 'paper.themes.higher' : 'paper.themes.lower', words)}${spread(context, indicator, date)}`)];
    }),
  }];
}

function spread(context: PaperContext, indicator: Indicator, date: IsoDate): string {
  const values = context.quarters.flatMap((area) => {
    const cell = context.releaser.cell(indicator.id, area.id, date);
    return cell.value === undefined ? [] : [{ area, cell, value: cell.value }];
  });
  if (values.length < 3) return '';
  const ordered = [...values].sort((a, b) => a.value - b.value);
  const [lowest, highest] = [ordered[0]!, ordered.at(-1)!];
  if (lowest.value === highest.value) return '';
  return ` ${context.t('paper.themes.spread', { lowest: shownWithUnit(context, lowest.cell), lowestArea: lowest.area.name, highest: shownWithUnit(context, highest.cell), highestArea: highest.area.name })}`;
}

function themeTables(context: PaperContext, topic: string, indicators: readonly Indicator[]): readonly Block[] {
  const { t, releaser } = context;
  const dates = new Map(indicators.map(({ id }) => [id, dateFor(context, id)!]));
  const mixed = new Set(dates.values()).size > 1;
  const caption = mixed ? t('paper.themes.captionMixed', { topic, date: shownDate(context, context.paper.date) }) : t('paper.themes.caption', { topic, date: shownDate(context, [...dates.values()][0]) });
  return comparisonTables(context, caption, indicators, ({ id }, place) => shown(context, place === 'city' ? releaser.cityCell(id, dates.get(id)!) : releaser.cell(id, place, dates.get(id)!)));
}

/** Small charts of one topic: Sozialraum and city as lines, the quarters thin behind them. */
function themeChart(context: PaperContext, topic: string, indicators: readonly Indicator[]): readonly Block[] {
  const { t, language } = context;
  const panels = indicators.filter(({ form }) => form !== 'absolute').slice(0, 6).flatMap((indicator): readonly ChartPanel[] => {
    const dates = context.lookup.datesOf(indicator.id, context.paper.level).filter((date) => date <= context.paper.date);
    if (dates.length < 3) return [];
    const values = (read: (date: IsoDate) => { readonly value: number | undefined }) => dates.map((date) => ({ date, value: read(date).value }));
    return [{
      title: indicator.title,
      unit: indicator.unit,
      precision: indicator.precision,
      focus: values((date) => socialAreaCell(context, indicator.id, date)),
      reference: values((date) => context.releaser.cityCell(indicator.id, date)),
      others: indicator.form === 'absolute' ? [] : context.quarters.filter(({ id }) => id !== context.paper.socialArea).map((area) => values((date) => context.releaser.cell(indicator.id, area.id, date))),
    }];
  }).filter((panel) => panel.focus.some(({ value }) => value !== undefined) && (panel.unit !== '' || panel.others.length > 0));
  if (panels.length === 0) return [];
  const chart = smallTimeSeries(panels, { language, focus: context.socialAreaName, reference: context.city.manifest.city, others: t('paper.themes.chartLegendQuarters'), lang: language });
  const years = panels.flatMap(({ focus }) => focus.map(({ date }) => date.slice(0, 4))).sort();
  const span = { topic, from: years[0]!, to: years.at(-1)! };
  return [{
    kind: 'figure',
    svg: chart.svg,
    width: chart.width,
    height: chart.height,
    printedWidth: panels.length === 1 ? 80 : panels.length === 2 ? 120 : 160,
    alt: t('paper.themes.chartAlt', { ...span, lines: panels.map((panel) => chartSentence(context, panel)).join('; ') }),
    caption: t('paper.themes.chartCaption', span),
    notes: [],
  }];
}

function chartSentence(context: PaperContext, panel: ChartPanel): string {
  const ends = (points: ChartPanel['focus']): readonly [string, string] => {
    const known = points.flatMap(({ value }) => (value === undefined ? [] : [value]));
    const write = (value: number | undefined): string => (value === undefined ? SIGNS.notAvailable : formatWithUnit(value, panel.precision, panel.unit, context.language));
    return [write(known[0]), write(known.at(-1))];
  };
  const [first, last] = ends(panel.focus);
  const [cityFirst, cityLast] = ends(panel.reference);
  return context.t('paper.themes.chartLine', { indicator: panel.title, first, last, cityFirst, cityLast });
}
