import type { AreaId, IndicatorId, IsoDate } from '#shared/ids.ts';
import type { Language } from '#shared/localized.ts';
import { formatDate, formatDifference, formatNumber, nameOrder } from '#shared/i18n/number-format.ts';
import { translator, type Translate } from '#shared/i18n/translator.ts';
import type { Area, AreaLevel, City, Indicator, Institution } from '#app/domain/city/city.ts';
import { institutionsInside } from '#app/domain/city/listed-institutions.ts';
import { lookupOf, type CityLookup } from '#app/domain/city/city-lookup.ts';
import { indexScheme } from '#app/domain/classification/index-scheme.ts';
import type { ClassScheme } from '#app/domain/classification/class-scheme.ts';
import { SIGNS, formatReleased, formatReleasedWithUnit } from '#app/domain/confidentiality/format-released.ts';
import { releaserFor, type Releaser } from '#app/domain/confidentiality/release.ts';
import type { ReleasedCell } from '#app/domain/confidentiality/released-cell.ts';
import { releasedNumber, type BoundText } from '#app/domain/planning/bound-text.ts';
import { printedPriority } from '#app/domain/planning/print-words.ts';
import type { MeasureProfile, Recommendation, SheetState } from '#app/domain/planning/sheets.ts';
import type { ReleasedAreaIndex, ReleasedIndex } from '#app/domain/social-index/released-index.ts';
import type { Paper, Project } from '#app/project/project.ts';
import type { Block, Run } from '../report/report-document.ts';
import type { PaperInput } from './paper-input.ts';

/** What every chapter needs: the place, the gate for public numbers, and the words. */
export type PaperContext = {
  readonly input: PaperInput;
  readonly city: City;
  readonly project: Project;
  readonly paper: Paper;
  readonly index: ReleasedIndex;
  readonly scheme: ClassScheme;
  readonly lookup: CityLookup;
  readonly releaser: Releaser;
  readonly language: Language;
  readonly t: Translate;
  readonly socialArea: Area | undefined;
  readonly socialAreaName: string;
  readonly level: AreaLevel | undefined;
  /** Areas of the paper's level inside the Sozialraum, by name. */
  readonly quarters: readonly Area[];
  readonly recommendations: readonly Recommendation[];
  readonly measures: readonly MeasureProfile[];
  /** Public institutions located in the Sozialraum. */
  readonly institutions: readonly Institution[];
  /** Day of creation, for ages of entries. */
  readonly today: IsoDate;
};

export function paperContext(input: PaperInput): PaperContext {
  const { city, project, language } = input;
  const paper = project.papers.find(({ id }) => id === input.paper);
  if (paper === undefined) throw new Error(`The project has no paper ${input.paper}`);
  const lookup = lookupOf(city);
  const socialArea = lookup.area(paper.socialArea);
  const order = nameOrder(language);
  const byName = <Named extends { readonly name: string }>(items: readonly Named[]): readonly Named[] => [...items].sort((a, b) => order.compare(a.name, b.name));
  const own = lookup.areasOf(paper.level).filter(({ id }) => id === paper.socialArea);
  return {
    input,
    city,
    project,
    paper,
    index: input.index,
    scheme: indexScheme(city, input.index),
    lookup,
    releaser: releaserFor(city, 'public'),
    language,
    t: translator(language),
    socialArea,
    socialAreaName: socialArea?.name ?? paper.socialArea,
    level: lookup.level(paper.level),
    quarters: byName([...own, ...lookup.descendantsOf(paper.socialArea, paper.level)]),
    recommendations: sortedByPriority(project.recommendations.filter(({ socialArea: area }) => area === undefined || area === paper.socialArea), order),
    measures: project.measures.filter(({ socialArea: area }) => area === undefined || area === paper.socialArea),
    institutions: byName(institutionsInside(city, paper.socialArea, paper.date).listed),
    today: input.createdAt.slice(0, 10) as IsoDate,
  };
}

const priorities = ['high', 'middle', 'low', undefined] as const;
const decided = (sheet: Recommendation): Recommendation['priority'] => (printedPriority(sheet) === 'undecided' ? undefined : sheet.priority);
const sortedByPriority = (recommendations: readonly Recommendation[], order: Intl.Collator): readonly Recommendation[] =>
  [...recommendations].sort((a, b) => priorities.indexOf(decided(a)) - priorities.indexOf(decided(b)) || order.compare(a.number, b.number));

export const shown = (context: PaperContext, cell: ReleasedCell): string => formatReleased(cell, context.language);
export const shownWithUnit = (context: PaperContext, cell: ReleasedCell): string => formatReleasedWithUnit(cell, context.language);
export const shownDate = (context: PaperContext, date: string | undefined): string => (date === undefined ? '' : formatDate(date, context.language));
export const shownCount = (context: PaperContext, count: number): string => formatNumber(count, 0, context.language);
/** An index that must not be told has the sign for secret. */
export const shownIndex = (context: PaperContext, value: number | undefined): string => (value === undefined ? SIGNS.suppressed : formatNumber(value, 2, context.language));
export const shownChange = (context: PaperContext, value: number, precision: number): string => formatDifference(value, precision, context.language);

export const areaName = (context: PaperContext, area: AreaId): string => context.lookup.area(area)?.name ?? area;
export const indexOf = (context: PaperContext, area: AreaId): ReleasedAreaIndex | undefined => context.index.areas.find((entry) => entry.area === area);

/**
 * The change of an indicator of the index since the trend's first day: the one the index itself released, so that program and
 * paper say the same; for places without an index the same difference through the gate.
 */
export function changeOf(context: PaperContext, indicator: IndicatorId, place: AreaId | 'city'): ReleasedCell | undefined {
  const { index, releaser } = context;
  const since = index.trendSince;
  if (since === undefined) return undefined;
  const released = place === 'city' ? undefined : indexOf(context, place)?.trend?.parts.find((part) => part.indicator === indicator)?.change;
  const read = (date: IsoDate): ReleasedCell => (place === 'city' ? releaser.cityCell(indicator, date) : releaser.cell(indicator, place, date));
  return released ?? releaser.difference(read(index.date), read(since));
}

/** Latest date with values of the indicator on the paper's level, not after the paper's date. */
export function dateFor(context: PaperContext, indicator: IndicatorId): IsoDate | undefined {
  const dates = context.lookup.datesOf(indicator, context.paper.level);
  return dates.filter((date) => date <= context.paper.date).at(-1);
}

/** The Sozialraum's own value; on a level where the paper's area is itself a quarter, that quarter's. */
export const socialAreaCell = (context: PaperContext, indicator: IndicatorId, date: IsoDate): ReleasedCell => context.releaser.cell(indicator, context.paper.socialArea, date);

export const sourceOf = (context: PaperContext, indicator: Indicator | undefined): string | undefined => context.city.sources.find(({ id }) => id === indicator?.source)?.title;

/** Notes below a table of figures: source, edition, and that demo data are invented; `withSigns` adds the signs. */
export function tableNotes(context: PaperContext, sources: readonly (string | undefined)[]): readonly string[] {
  const source = [...new Set(sources.filter((name) => name !== undefined && name !== ''))].join('; ') || context.city.manifest.producer;
  return [
    `${context.t(source === '' ? 'paper.noSourceNote' : 'paper.sourceNote', { source, edition: context.city.manifest.edition })}${context.city.manifest.demo ? ` ${context.t('paper.demoNote')}` : ''}`,
  ];
}

/** Text with its bound numbers filled in through the gate. */
export function boundRuns(context: PaperContext, bound: BoundText): readonly Run[] {
  return bound.map((part) => ({ text: part.kind === 'text' ? part.text : shownWithUnit(context, releasedNumber(part.reference, context.releaser)) }));
}

export const stateText = (context: PaperContext, state: SheetState): string => context.t(`paper.state.${state}`);

/** Splits bound text at blank lines into paragraphs. */
export function boundParagraphs(context: PaperContext, bound: BoundText): readonly (readonly Run[])[] {
  const paragraphs: Run[][] = [[]];
  for (const run of boundRuns(context, bound)) {
    run.text.split(/\n\s*\n/).forEach((piece, index) => {
      if (index > 0) paragraphs.push([]);
      if (piece !== '') paragraphs.at(-1)!.push({ text: piece });
    });
  }
  return paragraphs.filter((runs) => runs.some((run) => run.text.trim() !== ''));
}

/** A text of the planner's own. Where it is missing a draft says so in one sentence; a released paper leaves it out. */
export function ownText(context: PaperContext, bound: BoundText, missing: string): readonly Block[] {
  const paragraphs = boundParagraphs(context, bound);
  if (paragraphs.length > 0) return paragraphs.map((runs): Block => ({ kind: 'paragraph', style: 'body', runs }));
  return context.paper.state === 'released' ? [] : [{ kind: 'paragraph', style: 'body', runs: [{ text: missing, emphasis: true, quiet: true }] }];
}
