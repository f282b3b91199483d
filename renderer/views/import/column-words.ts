import type { TableColumn } from '#app/domain/source/columns.ts';
import { plainText } from '#app/domain/source/columns.ts';
import type { RawCell } from '#app/domain/source/source-parts.ts';

const MOST = 60;

export type WordRows = { readonly columns: readonly TableColumn[]; readonly rows: readonly (readonly RawCell[])[]; readonly headerLast: number };

/** The different texts of a column in the rows that are known, split where a separator is given; what the recipe already speaks of stands first. */
export function wordsOfColumn({ columns, rows, headerLast }: WordRows, column: string, separator?: string, spoken: readonly string[] = []): readonly string[] {
  const position = columns.findIndex(({ reference, letter }) => reference === column || `@${letter}` === column);
  const texts = position < 0 ? [] : rows.slice(headerLast).map((row) => plainText(row[position]));
  const parts = separator === undefined || separator === '' ? texts : texts.flatMap((text) => text.split(separator).map((part) => part.trim()));
  return [...new Set([...spoken, ...parts])].filter((word) => word !== '').slice(0, Math.max(MOST, spoken.length));
}
