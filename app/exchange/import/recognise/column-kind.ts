import type { RawCell } from '../source/source.ts';
import { cellKind, yearOf } from './cell-kind.ts';
import type { ColumnNumbers } from './column-number-format.ts';
import { columnNumberFormat } from './column-number-format.ts';
import { plainText } from '#app/domain/source/columns.ts';
import { dayOfCell } from './dates.ts';
import { readNumber } from './numbers.ts';

const DATE_HEADER = /jahr|year|zeit|datum|date|stichtag|stand|period|monat|month/i;

/** Whether all cells are years, months ("202012") or days. Numbers between 1950 and 2059 are years only when the header says so or they repeat or run on. */
export function dateColumnKind(header: string, filled: readonly RawCell[], distinct: number): 'year' | 'month' | 'day' | undefined {
  const share = (test: (cell: RawCell) => boolean): number => filled.filter(test).length / filled.length;
  const told = DATE_HEADER.test(header);
  if (share((cell) => yearOf(cell) !== undefined) >= 0.95) {
    const years = filled.map(yearOf).filter((year) => year !== undefined);
    const runsOn = years.every((year, place) => place === 0 || year === years[place - 1]! + 1);
    if (told || (filled.length > 2 && (runsOn || distinct * 2 <= filled.length))) return 'year';
  }
  if (share((cell) => dayOfCell(cell, 'day') !== undefined) >= 0.95) return told || filled.some((cell) => cellKind(cell) === 'day') || distinct * 2 <= filled.length ? 'day' : undefined;
  if (share((cell) => dayOfCell(cell, 'month') !== undefined) >= 0.95 && (told || distinct * 3 <= filled.length)) return 'month';
  return undefined;
}

/** Letters and digits of a key: "01100101", "STGT03", "011". Names and sentences are not. */
export const keyLike = (filled: readonly RawCell[]): boolean => filled.filter((cell) => /^[A-Za-zÄÖÜ]{0,8}[-_. /]?\d[\d.\-_/]*[A-Za-z]?$/.test(plainText(cell))).length >= filled.length * 0.9;

export type NumberColumn = { readonly numbers: ColumnNumbers; readonly strange: readonly string[]; readonly sentinels: readonly string[] };

/** The numbers of a column, when most of its filled cells are numbers or signs; undefined otherwise. */
export function numberColumn(filled: readonly RawCell[], cells: readonly RawCell[]): NumberColumn | undefined {
  const kinds = filled.map(cellKind);
  const numeric = kinds.filter((kind) => kind === 'number').length;
  const signs = kinds.filter((kind) => kind === 'sign').length;
  if (numeric === 0 || numeric + signs < filled.length * 0.6 || (signs > 0 && numeric * 50 < signs)) return undefined;
  const numbers = columnNumberFormat(cells);
  const strange = new Set(filled.filter((cell, place) => kinds[place] === 'text' || kinds[place] === 'day').map(plainText));
  return { numbers, strange: [...strange], sentinels: sentinelsOf(filled, numbers) };
}

/** Numbers made of nines only, negative or far above everything else, and -1 in a column without other negative numbers. */
function sentinelsOf(filled: readonly RawCell[], { format }: ColumnNumbers): readonly string[] {
  const values = filled.flatMap((cell) => {
    if (typeof cell === 'number') return [cell];
    const reading = readNumber(cell ?? '', format);
    return reading.kind === 'number' ? [reading.value] : [];
  });
  const nines = (value: number): boolean => Number.isInteger(value) && /^-?9{3,}$/.test(String(value));
  const others = values.filter((value) => !nines(value));
  const top = others.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const found = new Set(values.filter((value) => nines(value) && Math.abs(value) > top * 5));
  if (values.includes(-1) && !values.some((value) => value < 0 && value !== -1 && !found.has(value)) && values.every(Number.isInteger)) found.add(-1);
  return [...found].map(String);
}

/** Whether empty cells can mean "as above": the first is filled, a good part is empty. Used for areas and dates only. */
export function sparse(cells: readonly RawCell[]): boolean {
  const empty = cells.filter((cell) => plainText(cell) === '').length;
  return plainText(cells[0]) !== '' && empty >= cells.length * 0.3 && cells.length - empty >= 2;
}
