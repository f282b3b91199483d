import type { RawCell, SourceLayer, SourceTable } from './source-parts.ts';

/** A column as a recipe can name it. `reference` is the header when it stands once, `@C` otherwise. */
export type TableColumn = { readonly index: number; readonly letter: string; readonly header: string; readonly reference: string };
export type ColumnAnswer =
  | { readonly kind: 'found'; readonly index: number }
  /** `known`: what the recipe could have said. */
  | { readonly kind: 'unknown'; readonly known: readonly string[] }
  /** The header stands more than once: one of `known` ("@C") is meant. */
  | { readonly kind: 'ambiguous'; readonly known: readonly string[] };
export type TableColumns = { readonly columns: readonly TableColumn[]; readonly find: (reference: string) => ColumnAnswer };

/** One line of text: white space of every kind collapsed, composed letters (files from macOS write "a" and dots apart). */
export const plainText = (cell: RawCell): string => (cell === undefined ? '' : String(cell).normalize('NFC').replace(/[\s\u00a0\u00ad\u200b\ufeff]+/g, (blank) => (/^[\u00ad\u200b\ufeff]+$/.test(blank) ? '' : ' ')).trim());

/** Letters of a spreadsheet column counted from 0: A, B … Z, AA. */
export const columnLetter = (index: number): string => (index < 26 ? '' : columnLetter(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));

/**
 * The columns under a header of one or several rows (counted from 1, ends included). Several rows are joined by " | " and a text that only repeats
 * the row above is written once. Merged cells speak for all they cover. In a row without merged cells a group's title speaks for the empty cells to its right, as
 * long as there is a text below both: csv files have no merged cells.
 */
export function columnsOf(table: Pick<SourceTable, 'rows' | 'merges'>, [first, last]: readonly [number, number]): TableColumns {
  const rows = filledHeader(table, first, last);
  const width = widthOf(table);
  const headers = Array.from({ length: width }, (_, index) => {
    const parts = rows.map((row) => row[index] ?? '').filter((text) => text !== '');
    return parts.filter((text, place) => text !== parts[place - 1]).join(' | ');
  });
  return columnsNamed(headers);
}

/** Without spreading: a table may have a million rows, and a call cannot have that many arguments. */
const widthOf = ({ rows }: Pick<SourceTable, 'rows'>): number => rows.reduce((width, row) => Math.max(width, row.length), 0);

/** The attributes of a layer as columns, so that layers and tables are asked in one way. */
export const columnsOfLayer = (layer: Pick<SourceLayer, 'fields'>): TableColumns => columnsNamed(layer.fields.map(plainText));

function columnsNamed(headers: readonly string[]): TableColumns {
  const places = new Map<string, number[]>();
  headers.forEach((header, index) => places.set(header, [...(places.get(header) ?? []), index]));
  const columns = headers.map((header, index): TableColumn => {
    const letter = columnLetter(index);
    const own = header !== '' && places.get(header)!.length === 1 && !/^@[A-Z]{1,3}$/.test(header);
    return { index, letter, header, reference: own ? header : `@${letter}` };
  });
  const find = (reference: string): ColumnAnswer => {
    const letter = /^@([A-Z]{1,3})$/.exec(reference)?.[1];
    const found = letter === undefined ? plainText(reference) === '' ? [] : (places.get(plainText(reference)) ?? []) : columns.filter((column) => column.letter === letter).map(({ index }) => index);
    if (found.length === 1) return { kind: 'found', index: found[0]! };
    return found.length > 1
      ? { kind: 'ambiguous', known: found.map((index) => columns[index]!.reference) }
      : { kind: 'unknown', known: columns.map((column) => column.reference) };
  };
  return { columns, find };
}

/** Rows of the header with merged and implied cells filled; also used to judge whether rows are a header. */
export function filledHeader(table: Pick<SourceTable, 'rows' | 'merges'>, first: number, last: number): readonly (readonly string[])[] {
  const width = widthOf(table);
  const rows = Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => Array.from({ length: width }, (__, index) => plainText(table.rows[first - 1 + offset]?.[index])));
  const mergedRows = new Set<number>();
  for (const { top, left, bottom, right } of table.merges) {
    if (bottom < first - 1 || top > last - 1) continue;
    const text = plainText(table.rows[top]?.[left]);
    for (let row = Math.max(top, first - 1); row <= Math.min(bottom, last - 1); row++) {
      if (right > left) mergedRows.add(row - (first - 1));
      for (let index = left; index <= Math.min(right, width - 1); index++) rows[row - (first - 1)]![index] = text;
    }
  }
  rows.slice(0, -1).forEach((row, place) => {
    if (mergedRows.has(place)) return;
    const below = rows[place + 1]!;
    for (let index = 1; index < width; index++) {
      if (row[index] === '' && row[index - 1] !== '' && below[index] !== '' && below[index - 1] !== '') row[index] = row[index - 1]!;
    }
  });
  return rows;
}
