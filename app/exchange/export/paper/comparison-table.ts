import type { Indicator } from '#app/domain/city/city.ts';
import type { AreaId } from '#shared/ids.ts';
import type { TableBlock, TableRow } from '../report/report-document.ts';
import { strong, text } from '../report/report-document.ts';
import { sourceOf, tableNotes, type PaperContext } from './paper-context.ts';

/** Up to this many quarters stand side by side as columns, so that long names of indicators get a line of their own. */
const MOST_QUARTERS_ACROSS = 6;
/** Most columns of figures beside the names when the indicators stand side by side. */
const MOST_INDICATORS_ACROSS = 5;

/**
 * Quarters, Sozialraum and city compared by several indicators. With few quarters one table with the indicators as rows;
 * with many the quarters are the rows and the indicators are spread over as many tables as needed.
 */
export function comparisonTables(context: PaperContext, caption: string, indicators: readonly Indicator[], read: (indicator: Indicator, place: AreaId | 'city') => string): readonly TableBlock[] {
  const places = placesOf(context);
  if (context.quarters.length <= MOST_QUARTERS_ACROSS) return [indicatorsAsRows(context, caption, indicators, places, read)];
  return chunks(indicators, MOST_INDICATORS_ACROSS).map((part) => placesAsRows(context, caption, part, places, read));
}

type Place = { readonly id: AreaId | 'city'; readonly name: string; readonly isReference: boolean };

function placesOf(context: PaperContext): readonly Place[] {
  const quarters = context.quarters.map(({ id, name }): Place => ({ id, name, isReference: false }));
  const isQuarter = context.quarters.some(({ id }) => id === context.paper.socialArea);
  return [
    ...quarters,
    ...(isQuarter ? [] : [{ id: context.paper.socialArea, name: context.socialAreaName, isReference: true }]),
    { id: 'city', name: context.t('paper.place.cityNamed', { city: context.city.manifest.city }), isReference: true },
  ];
}

function indicatorsAsRows(context: PaperContext, caption: string, indicators: readonly Indicator[], places: readonly Place[], read: (indicator: Indicator, place: AreaId | 'city') => string): TableBlock {
  return {
    kind: 'table',
    caption,
    columns: [{ title: context.t('paper.recommendations.indicator'), align: 'left', width: 34 }, ...places.map(({ name }) => ({ title: name, align: 'right' as const, width: 66 / places.length }))],
    rows: indicators.map((indicator): TableRow => ({
      cells: [[text(withUnit(indicator))], ...places.map(({ id, isReference }) => [isReference ? strong(read(indicator, id)) : text(read(indicator, id))])],
    })),
    notes: tableNotes(context, indicators.map((indicator) => sourceOf(context, indicator))),
  };
}

function placesAsRows(context: PaperContext, caption: string, indicators: readonly Indicator[], places: readonly Place[], read: (indicator: Indicator, place: AreaId | 'city') => string): TableBlock {
  return {
    kind: 'table',
    caption,
    columns: [{ title: context.level?.singular ?? context.t('paper.place.quarter'), align: 'left', width: 30 }, ...indicators.map((indicator) => ({ title: withUnit(indicator), align: 'right' as const, width: 70 / indicators.length }))],
    rows: places.map(({ id, name, isReference }): TableRow => ({
      cells: [[isReference ? strong(name) : text(name)], ...indicators.map((indicator) => [isReference ? strong(read(indicator, id)) : text(read(indicator, id))])],
      ...(isReference ? { weight: 'reference' as const } : {}),
    })),
    notes: tableNotes(context, indicators.map((indicator) => sourceOf(context, indicator))),
  };
}

const withUnit = ({ title, unit }: Indicator): string => (unit === '' || title.includes(unit) ? title : `${title} (${unit})`);

/** Parts of about equal size, none larger than `size`. */
function chunks<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  const parts = Math.ceil(items.length / size);
  const even = Math.ceil(items.length / Math.max(parts, 1));
  return Array.from({ length: parts }, (_, part) => items.slice(part * even, (part + 1) * even));
}
