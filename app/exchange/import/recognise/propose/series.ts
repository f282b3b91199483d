import type { SourceTable } from '../../source/source.ts';
import { plainText } from '#app/domain/source/columns.ts';
import { readNumber } from '../numbers.ts';
import type { ShapeColumn, TableShape } from '../table-shape.ts';
import type { TableContext } from './table-context.ts';
import { dayOfRow } from './table-dates.ts';
import type { TableDates } from './table-dates.ts';
import type { Figures } from './value-columns.ts';

/** The column that tells rows of one area and day apart, with what its texts mean and the numbers beside them. */
export type Dimension = { readonly labels: ShapeColumn; readonly texts: readonly { readonly text: string; readonly label: string; readonly values: readonly number[] }[] };

const MOST_LABELS = 60;

/** Whether one area has several rows on one day, also when the texts of further columns tell rows apart. */
export function repeatedRows(table: SourceTable, shape: TableShape, area: ShapeColumn | undefined, dates: TableDates, by: readonly ShapeColumn[] = []): boolean {
  const seen = new Set<string>();
  const apart = new Set([...shape.headings, ...shape.totals].map(({ row }) => row));
  let [rows, again] = [0, 0];
  let above = '';
  for (let row = shape.rows.from; row <= shape.rows.to; row++) {
    const cells = table.rows[row - 1];
    if (apart.has(row) || cells === undefined || cells.every((cell) => plainText(cell) === '')) continue;
    const text = area === undefined ? '' : plainText(cells[area.index]);
    if (area !== undefined && text === '' && !area.sparse) continue;
    above = text === '' ? above : text;
    const key = [above, dayOfRow(cells, dates) ?? '', ...by.map(({ index }) => plainText(cells[index]))].join('\u0001');
    rows += 1;
    if (seen.has(key)) again += 1;
    seen.add(key);
  }
  return again > rows * 0.02;
}

/** The one column that tells repeated rows apart, beside columns whose rows are added up (`summed`); undefined when there is none, several would be needed, or there are several columns of figures. */
export function seriesOf(table: SourceTable, shape: TableShape, area: ShapeColumn | undefined, dates: TableDates, figures: Figures, context: TableContext, summed: readonly ShapeColumn[] = []): { readonly kind: 'labelled'; readonly dimension: Dimension } | undefined {
  const candidates = shape.columns.filter(({ index, kind, distinct }) => index !== area?.index && index !== dates.column?.index && !summed.some((column) => column.index === index) && (kind === 'text' || kind === 'key' || kind === 'number') && distinct >= 2 && distinct <= MOST_LABELS && !figures.figures.some(({ column }) => column.index === index && figures.figures.length === 1));
  const sorted = [...candidates].sort((a, b) => (a.index === shape.labels?.index ? -1 : b.index === shape.labels?.index ? 1 : a.distinct - b.distinct));
  const labels = sorted.find((column) => !repeatedRows(table, shape, area, dates, [...summed, column]));
  const rest = figures.figures.filter(({ column }) => column.index !== labels?.index);
  if (labels === undefined || rest.length !== 1) return undefined;
  const list = listFor(labels, context);
  const format = rest[0]!.numbers.format;
  const values = new Map<string, number[]>();
  for (let row = shape.rows.from; row <= shape.rows.to; row++) {
    const text = plainText(table.rows[row - 1]?.[labels.index]);
    if (text === '') continue;
    const raw = table.rows[row - 1]?.[rest[0]!.column.index];
    const reading = typeof raw === 'number' ? { kind: 'number' as const, value: raw } : readNumber(raw ?? '', format);
    values.set(text, [...(values.get(text) ?? []), ...(reading.kind === 'number' ? [reading.value] : [])]);
  }
  return { kind: 'labelled', dimension: { labels, texts: [...values].map(([text, numbers]) => ({ text, label: list?.get(text) ?? text, values: numbers })) } };
}

/** "household_type_id" is explained by the file "…household_type". */
function listFor({ header }: ShapeColumn, { lists }: TableContext): ReadonlyMap<string, string> | undefined {
  const bare = header.toLowerCase().replace(/[_\s-]?(?:id|nr|key|code)$/, '');
  return bare === '' ? undefined : [...lists].find(([name]) => name.toLowerCase().endsWith(bare))?.[1];
}
