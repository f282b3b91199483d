import type { RawCell } from '../source/source.ts';
import { plainText } from '#app/domain/source/columns.ts';
import { dayIn } from './dates.ts';
import { numberParts, readNumber } from './numbers.ts';
import { signTable } from './read-cell.ts';

/** What one cell looks like before its column is known. Keys with leading zeros are text. */
export type CellKind = 'empty' | 'number' | 'sign' | 'day' | 'text';

const { texts: SIGNS } = signTable();

export function cellKind(raw: RawCell): CellKind {
  if (typeof raw === 'number') return 'number';
  const text = plainText(raw);
  if (text === '') return 'empty';
  if (SIGNS.has(text.toLowerCase())) return 'sign';
  // "unter 6" heads a column of children more often than it hides a count
  if (numberParts(text) !== undefined && !/^\p{L}/u.test(text)) {
    if (readNumber(text, { decimal: ',', thousands: '.' }).kind !== 'text' || readNumber(text, { decimal: '.', thousands: ',' }).kind !== 'text') return 'number';
  }
  const day = text.length <= 20 ? dayIn(text) : undefined;
  return day?.form === 'day' && day.rest === '' ? 'day' : 'text';
}

/** A year as a cell: 1950 to 2059, typed or written, also as "2022.0". */
export const yearOf = (raw: RawCell): number | undefined => {
  const text = plainText(raw).replace(/^(\d{4})[.,]0+$/, '$1');
  return /^(?:19[5-9]\d|20[0-5]\d)$/.test(text) ? Number(text) : undefined;
};
