import type { Recipe } from '../recipe/recipe-schema.ts';
import { columnsOf, columnsOfLayer, plainText } from '#app/domain/source/columns.ts';
import type { TableColumns } from '#app/domain/source/columns.ts';
import type { ReportPart } from '../report/import-report.ts';
import type { RawCell, SourceFeature, SourceLayer, SourceTable } from '../source/source.ts';
import type { BuildContext } from './build-context.ts';

/** A row of a sheet (`line` as a spreadsheet counts) or the attributes of a feature. */
export type SourceRow = { readonly line: number; readonly cells: readonly RawCell[]; readonly feature?: SourceFeature };
export type RowSource = { readonly name: string; readonly columns: TableColumns; readonly rows: readonly SourceRow[]; readonly layer?: SourceLayer };

/** Where in the recipe something is read, for messages. */
export type Place = { readonly part: ReportPart; readonly subject: string };

type RowOrder = {
  readonly file: string;
  readonly sheet?: string | undefined;
  readonly layer?: string | undefined;
  readonly header?: readonly [number, number];
  readonly rows?: { readonly from?: number | undefined; readonly to?: number | undefined };
  readonly where?: Recipe['tables'][number]['where'];
  readonly fillDown?: readonly string[];
};

/** Rows of a sheet or layer with the recipe's header, range, filled cells and conditions; undefined when it is not there (and reported). */
export function openRows(context: BuildContext, order: RowOrder, place: Place): RowSource | undefined {
  const source = rawRows(context, order, place);
  if (source === undefined) return undefined;
  const filled = filledDown(source, order.fillDown ?? [], context, place);
  const rows = filtered(source, filled, order.where ?? [], context, place);
  return rows && { ...source, rows };
}

function rawRows(context: BuildContext, order: RowOrder, place: Place): RowSource | undefined {
  const content = context.contents.get(order.file)?.content;
  if (content === undefined) return undefined;
  if (content.kind === 'osm') {
    context.log.error(place.part, place.subject, 'notATable', { file: order.file });
    return undefined;
  }
  const tables = content.kind === 'tables' ? content.tables : (content.tables ?? []);
  if (order.layer !== undefined || (order.sheet === undefined && content.kind === 'layers' && content.layers.length > 0)) {
    const layer = layerIn(context, order, place);
    return layer && rowsOfLayer(layer);
  }
  const table = order.sheet === undefined ? (tables.find(({ hidden, rows }) => !hidden && rows.length > 0) ?? tables[0]) : tables.find(({ name }) => sameText(name, order.sheet!));
  if (table === undefined) {
    context.log.error(place.part, place.subject, 'sheetMissing', { file: order.file, sheet: order.sheet ?? '' }, tables.map(({ name }) => name));
    return undefined;
  }
  return rowsOfTable(table, order.header ?? [1, 1], order.rows ?? {});
}

/** A layer by name, or the only one; undefined when it is not there (and reported). */
export function layerIn(context: BuildContext, { file, layer: name }: Pick<RowOrder, 'file' | 'layer'>, place: Place): SourceLayer | undefined {
  const content = context.contents.get(file)?.content;
  if (content === undefined) return undefined;
  if (content.kind !== 'layers') {
    context.log.error(place.part, place.subject, 'notALayer', { file });
    return undefined;
  }
  const found = name === undefined ? content.layers : content.layers.filter((layer) => sameText(layer.name, name));
  if (found.length === 1) return found[0];
  context.log.error(place.part, place.subject, found.length === 0 ? 'layerMissing' : 'layerUnclear', { file, layer: name ?? '' }, content.layers.map((layer) => layer.name));
  return undefined;
}

export const rowsOfLayer = (layer: SourceLayer): RowSource => ({
  name: layer.name,
  columns: columnsOfLayer(layer),
  rows: layer.features.map((feature, index) => ({ line: index + 1, cells: layer.fields.map((field) => feature.attributes.get(field)), feature })),
  layer,
});

function rowsOfTable(table: SourceTable, header: readonly [number, number], range: NonNullable<RowOrder['rows']>): RowSource {
  const first = Math.max(range.from ?? header[1] + 1, 1);
  const last = Math.min(range.to ?? table.rows.length, table.rows.length);
  const rows: SourceRow[] = [];
  for (let line = first; line <= last; line++) {
    const cells = table.rows[line - 1]!;
    if (cells.some((cell) => plainText(cell) !== '')) rows.push({ line, cells });
  }
  return { name: table.name, columns: columnsOf(table, header), rows };
}

const sameText = (one: string, other: string): boolean => plainText(one).toLowerCase() === plainText(other).toLowerCase();

/** The place of a column; a name that is not there, or there twice, is an error that lists what there is. */
export function columnIndex(source: RowSource, reference: string, context: BuildContext, place: Place): number | undefined {
  const answer = source.columns.find(reference);
  if (answer.kind === 'found') return answer.index;
  // names of attributes and headers differ in upper and lower case from year to year
  const alike = answer.kind === 'unknown' ? source.columns.columns.filter(({ header }) => sameText(header, reference)) : [];
  if (alike.length === 1) return alike[0]!.index;
  context.log.error(place.part, place.subject, answer.kind === 'unknown' ? 'columnUnknown' : 'columnTwice', { column: reference, source: source.name }, answer.known);
  return undefined;
}

function filledDown(source: RowSource, columns: readonly string[], context: BuildContext, place: Place): readonly SourceRow[] {
  const indexes = columns.flatMap((column) => columnIndex(source, column, context, place) ?? []);
  if (indexes.length === 0) return source.rows;
  const above = new Map<number, RawCell>();
  return source.rows.map((row) => {
    const cells = [...row.cells];
    for (const index of indexes) {
      if (plainText(cells[index]) === '') cells[index] = above.get(index);
      else above.set(index, cells[index]);
    }
    return { ...row, cells };
  });
}

function filtered(source: RowSource, rows: readonly SourceRow[], where: NonNullable<RowOrder['where']>, context: BuildContext, place: Place): readonly SourceRow[] | undefined {
  const conditions = where.map(({ column, is, isNot }) => ({
    index: columnIndex(source, column, context, place),
    is: is && new Set(is.map(plainText)),
    isNot: new Set((isNot ?? []).map(plainText)),
  }));
  if (conditions.some(({ index }) => index === undefined)) return undefined;
  if (conditions.length === 0) return rows;
  const kept = rows.filter(({ cells }) => conditions.every(({ index, is, isNot }) => {
    const text = plainText(cells[index!]);
    return (is === undefined || is.has(text)) && !isNot.has(text);
  }));
  context.log.decision(place.part, place.subject, 'rowsChosen', { kept: kept.length, all: rows.length });
  return kept;
}
