import type { RawCell, SourceTable } from '../source/source.ts';
import type { CellKind } from './cell-kind.ts';
import { cellKind, yearOf } from './cell-kind.ts';
import type { TableColumn } from '#app/domain/source/columns.ts';
import { columnsOf, filledHeader, plainText } from '#app/domain/source/columns.ts';
import type { ColumnNumbers } from './column-number-format.ts';
import { dateColumnKind, keyLike, numberColumn, sparse } from './column-kind.ts';
import type { DayFound } from './dates.ts';
import { dayIn } from './dates.ts';
import { totalKind } from './totals.ts';

export type ColumnKind = 'empty' | 'year' | 'month' | 'day' | 'number' | 'key' | 'text';
export type ShapeColumn = TableColumn & {
  readonly kind: ColumnKind;
  /** Cells that are not empty, and how many different ones. */
  readonly filled: number;
  readonly distinct: number;
  readonly numbers: ColumnNumbers | undefined;
  /** Texts between the numbers that are no known sign. */
  readonly strange: readonly string[];
  /** Numbers that look as if they stood for "missing": -9999, 999999, a lone -1. */
  readonly sentinels: readonly string[];
  /** The day its header speaks of, with the rest of the header. */
  readonly day: DayFound | undefined;
  /** Cells are empty where they repeat the row above. */
  readonly sparse: boolean;
};

/**
 * Where the columns get their meaning from. `wide`: an indicator each; `datesAsColumns`: one indicator, a day each; `indicatorByDate`: both in the header;
 * `long`: a column names the indicator of the row.
 */
export type TableLayout = 'wide' | 'datesAsColumns' | 'indicatorByDate' | 'long';
export type TableShape = {
  /** Lines above the header. */
  readonly title: readonly string[];
  /** Rows counted from 1; undefined when the table begins with data. */
  readonly header: readonly [number, number] | undefined;
  readonly rows: { readonly from: number; readonly to: number };
  /** Lines below the data, with the column they stand in. */
  readonly footnotes: readonly { readonly row: number; readonly column: number; readonly text: string }[];
  readonly totals: readonly { readonly row: number; readonly text: string; readonly kind: 'city' | 'subtotal' }[];
  /** Rows inside the data that hold one text only ("Bezirk Nord"). */
  readonly headings: readonly { readonly row: number; readonly text: string }[];
  readonly columns: readonly ShapeColumn[];
  readonly layout: TableLayout;
  /** The column that names the indicator of a long table. */
  readonly labels: ShapeColumn | undefined;
};

/** Rows that are looked at to find where the data begin; columns are judged from all rows. */
const LOOK_AT = 2_000;
const TITLE = /^(?:tabelle|tab\.|abb\.|quelle|datenquelle|stand\b|stichtag:)/i;
const FOOTNOTE = /^(?:daten)?(?:quelle|stand|anmerkung|hinweis|erläuterung|zeichenerklärung|legende|fußnote|bearbeitung|herausgeber|source|notes?\b|copyright|©|\(c\)|\*\s?\S|¹|²|\d\s?\)|\(\d\)|[-–.…/x*]\s*=)/i;
const LABEL_WORDS = /merkmal|indikator|indicator|kennzahl|variable|kategorie|bezeichnung der kennzahl|thema|gliederung|ausprägung|messgröße/i;
const VALUE_WORDS = /^(?:wert|werte|value|anzahl|zahl|betrag|ergebnis|bestand|insgesamt|summe|amount|count)/i;

/** Recognises header, data, footnotes, totals, columns and layout of a table; undefined when there is nothing like a table. `cityName` finds the city's own row. */
export function tableShape(table: SourceTable, cityName = ''): TableShape | undefined {
  const kinds = table.rows.slice(0, LOOK_AT).map((row) => row.map(cellKind));
  const numbersBegin = firstDataRow(table, kinds);
  if (numbersBegin === undefined) return undefined;
  const end = lastDataRow(table, numbersBegin);
  const header = headerAbove(table, numbersBegin);
  // a heading may stand between the header and the first numbers
  const begin = header === undefined ? numbersBegin : dataBelow(table, header[1], numbersBegin);
  const named = columnsOf(table, header ?? [begin + 1, begin]);
  const data = table.rows.slice(begin, end + 1).filter((row) => row.some((cell) => plainText(cell) !== ''));
  const columns = named.columns.map((column) => shapeColumn(column, data.map((row) => row[column.index])));
  const headings: { row: number; text: string }[] = [];
  const totals: { row: number; text: string; kind: 'city' | 'subtotal' }[] = [];
  const wide = columns.filter(({ kind }) => kind !== 'empty').length > 2;
  for (let row = begin; row <= end; row++) {
    const filled = (table.rows[row] ?? []).map((cell, column) => ({ column, text: plainText(cell) })).filter(({ text }) => text !== '');
    const texts = filled.filter(({ column }) => columns[column]?.kind === 'text' || columns[column]?.kind === 'key');
    const total = texts.slice(0, 3).find(({ text }) => totalKind(text, cityName) !== undefined);
    if (total !== undefined) totals.push({ row: row + 1, text: total.text, kind: totalKind(total.text, cityName)! });
    else if (wide && filled.length === 1 && cellKind(table.rows[row]![filled[0]!.column]) === 'text') headings.push({ row: row + 1, text: filled[0]!.text });
  }
  const labels = labelColumn(columns, data.length);
  return {
    title: linesOf(table, 0, (header?.[0] ?? begin + 1) - 2).map(({ text }) => text),
    header,
    rows: { from: begin + 1, to: end + 1 },
    footnotes: linesOf(table, end + 1, table.rows.length - 1),
    totals,
    headings,
    columns,
    layout: labels !== undefined ? 'long' : layoutOf(columns),
    labels,
  };
}

const count = <Item>(items: readonly Item[], test: (item: Item, place: number) => boolean): number => items.filter(test).length;

function numericColumns(kinds: readonly (readonly CellKind[])[]): readonly number[] {
  const width = Math.max(0, ...kinds.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => column).filter((column) => {
    const cells = kinds.map((row) => row[column] ?? 'empty').filter((kind) => kind !== 'empty');
    const numbers = count(cells, (kind) => kind === 'number');
    return numbers > 0 && numbers + count(cells, (kind) => kind === 'sign') >= cells.length * 0.5;
  });
}

/** Place (from 0) of the first row whose numbers are data: not years that head columns, not the row "1 2 3 4" under a header. */
function firstDataRow(table: SourceTable, kinds: readonly (readonly CellKind[])[]): number | undefined {
  const numeric = numericColumns(kinds);
  if (numeric.length === 0) {
    const fill = kinds.map((row) => count(row, (kind) => kind !== 'empty'));
    const usual = [...fill].filter((cells) => cells > 0).sort((a, b) => a - b)[Math.floor(count(fill, (cells) => cells > 0) / 2)] ?? 0;
    const header = fill.findIndex((cells) => cells >= Math.max(2, usual / 2));
    const next = fill.findIndex((cells, row) => row > header && cells >= Math.max(2, usual / 2));
    return header < 0 || next < 0 ? undefined : next;
  }
  const needed = Math.max(1, Math.ceil(numeric.length * 0.2));
  const found = kinds.findIndex((row, place) => {
    const numbers = count(numeric, (column) => row[column] === 'number');
    const filled = count(numeric, (column) => row[column] !== undefined && row[column] !== 'empty');
    if (numbers < needed || (numbers + count(numeric, (column) => row[column] === 'sign')) * 2 < filled) return false;
    const cells = table.rows[place]!;
    return !isYearRow(table, place, numeric) && !isNumbering(cells);
  });
  return found < 0 ? undefined : found;
}

function isYearRow(table: SourceTable, place: number, numeric: readonly number[]): boolean {
  const filled = numeric.filter((column) => plainText(table.rows[place]?.[column]) !== '');
  const years = filled.filter((column) => yearOf(table.rows[place]![column]) !== undefined || dayIn(plainText(table.rows[place]![column]))?.rest === '');
  if (filled.length === 0 || years.length < filled.length) return false;
  // one number under a header is a count of 2,020 people
  if (filled.length === 1 && place > 0 && cellKind(table.rows[place - 1]![filled[0]!]) === 'text') return false;
  // below a heading year stand other numbers; below a year of the data stand years
  return years.every((column) => {
    const below = table.rows.slice(place + 1, place + 40).map((row) => row[column]).filter((cell) => cellKind(cell) === 'number');
    return below.length > 0 && count(below, (cell) => yearOf(cell) !== undefined) * 2 < below.length;
  });
}

function isNumbering(row: readonly RawCell[]): boolean {
  const filled = row.map(plainText).filter((text) => text !== '');
  const first = Number(filled[0]);
  return filled.length >= 3 && (first === 0 || first === 1) && filled.every((text, place) => text === String(first + place));
}

const isBlank = (row: readonly RawCell[] | undefined): boolean => (row ?? []).every((cell) => plainText(cell) === '');

function headerAbove(table: SourceTable, begin: number): readonly [number, number] | undefined {
  const skipped = (row: number): boolean => isBlank(table.rows[row]) || isNumbering(table.rows[row]!) || isTitle(table, row, row);
  let last = begin - 1;
  // a numbering row, blank lines and headings over the first block ("männlich") may stand between header and data
  while (last >= 0 && last >= begin - 8 && (skipped(last) || isLoneText(table, last))) last -= 1;
  if (last < 0 || skipped(last) || isLoneText(table, last)) {
    last = begin - 1;
    while (last >= 0 && last >= begin - 5 && skipped(last)) last -= 1;
  }
  if (last < 0 || skipped(last)) return undefined;
  let first = last;
  while (first > 0 && last - first < 7 && !isBlank(table.rows[first - 1]) && !isTitle(table, first - 1, last)) first -= 1;
  return [first + 1, last + 1];
}

/** One text in an otherwise empty row, or merged across it. */
const isLoneText = (table: SourceTable, row: number): boolean => count(table.rows[row] ?? [], (cell) => plainText(cell) !== '') === 1;

function dataBelow(table: SourceTable, afterHeader: number, numbersBegin: number): number {
  for (let row = afterHeader; row < numbersBegin; row++) if (!isBlank(table.rows[row]) && !isNumbering(table.rows[row]!)) return row;
  return numbersBegin;
}

/** A line that speaks of the whole table: one text at its left or across it, or a long one. */
function isTitle(table: SourceTable, row: number, last: number): boolean {
  const cells = filledHeader(table, row + 1, last + 1)[0] ?? [];
  const filled = cells.flatMap((text, column) => (text === '' ? [] : [{ text, column }]));
  const width = Math.max(...table.rows.slice(row, row + 20).map((other) => count(other, (cell) => plainText(cell) !== '')));
  if (width < 2) return false;
  const texts = new Set(filled.map(({ text }) => text));
  const across = texts.size === 1 && filled.length >= width * 0.9 && filled[0]?.column === 0;
  return (filled.length === 1 && filled[0]!.column === 0) || across || (filled.length <= 2 && TITLE.test(filled[0]?.text ?? '')) || (filled.length <= 2 && filled.some(({ text }) => text.length > 80));
}

function lastDataRow(table: SourceTable, begin: number): number {
  let last = table.rows.length - 1;
  const footnote = (row: number): boolean => {
    const filled = table.rows[row]!.map((cell) => ({ kind: cellKind(cell), text: plainText(cell) })).filter(({ kind }) => kind !== 'empty');
    if (filled.length === 0) return true;
    const first = filled[0]!;
    if (FOOTNOTE.test(first.text) && count(filled, ({ kind }) => kind === 'number') === 0) return true;
    const lines = filled.length <= 2 && filled.every(({ kind }) => kind === 'text');
    return lines && (first.text.length > 45 || (row > 0 && isBlank(table.rows[row - 1])) || afterFootnotes(table, row, begin));
  };
  while (last > begin && footnote(last)) last -= 1;
  return last;
}

/** A short line in a block of lines that begins with a footnote or a blank row. */
function afterFootnotes(table: SourceTable, row: number, begin: number): boolean {
  for (let above = row - 1; above > begin && above > row - 60; above--) {
    const filled = table.rows[above]!.filter((cell) => plainText(cell) !== '');
    if (filled.length === 0) return true;
    if (filled.length > 2 || filled.some((cell) => cellKind(cell) === 'number')) return false;
    if (FOOTNOTE.test(plainText(filled[0]))) return true;
  }
  return false;
}

function linesOf(table: SourceTable, from: number, to: number): { row: number; column: number; text: string }[] {
  const lines: { row: number; column: number; text: string }[] = [];
  for (let row = from; row <= to; row++) {
    const column = (table.rows[row] ?? []).findIndex((cell) => plainText(cell) !== '');
    if (column >= 0) lines.push({ row: row + 1, column, text: table.rows[row]!.map(plainText).filter((text) => text !== '').join(' ') });
  }
  return lines;
}

function shapeColumn(column: TableColumn, cells: readonly RawCell[]): ShapeColumn {
  const filled = cells.filter((cell) => plainText(cell) !== '');
  const distinct = new Set(filled.map(plainText)).size;
  const day = dayIn(column.header);
  const rest = { ...column, filled: filled.length, distinct, day, sparse: false, numbers: undefined, strange: [], sentinels: [] } as const;
  if (filled.length === 0) return { ...rest, kind: 'empty' };
  const date = dateColumnKind(column.header, filled, distinct);
  if (date !== undefined) return { ...rest, kind: date, sparse: sparse(cells) };
  const numbers = numberColumn(filled, cells);
  if (numbers !== undefined) return { ...rest, ...numbers, kind: 'number' };
  return { ...rest, kind: keyLike(filled) ? 'key' : 'text', sparse: sparse(cells) };
}

function labelColumn(columns: readonly ShapeColumn[], rows: number): ShapeColumn | undefined {
  const numbers = columns.filter(({ kind, header }) => kind === 'number' && !/(?:^|[\s_-])(?:id|nr|nummer|schlüssel|code)\b/i.test(header));
  if (numbers.length !== 1) return undefined;
  const repeated = columns.filter(({ kind, distinct, filled }) => kind === 'text' && distinct >= 2 && distinct <= 200 && filled >= rows * 0.9 && distinct * 2 <= rows);
  const named = repeated.find(({ header }) => LABEL_WORDS.test(header));
  return named ?? (VALUE_WORDS.test(numbers[0]!.header) && repeated.length > 1 ? [...repeated].sort((a, b) => a.distinct - b.distinct)[0] : undefined);
}

function layoutOf(columns: readonly ShapeColumn[]): TableLayout {
  const dated = columns.filter(({ kind, day }) => kind === 'number' && day !== undefined);
  if (dated.length < 2 || new Set(dated.map(({ day }) => day!.day)).size < 2) return 'wide';
  return new Set(dated.map(({ day }) => day!.rest)).size === 1 ? 'datesAsColumns' : 'indicatorByDate';
}
