import { plainText } from '../recognise/columns.ts';
import type { RawCell } from '../source/source.ts';

export type KeyRule = { readonly prefix: string; readonly digits?: number | undefined; readonly last?: number | undefined };

/** A key of a file as a key of the city: the last characters only, padded with zeros, the prefix before it. Empty stays empty. */
export function keyOf(raw: RawCell, { prefix, digits, last }: KeyRule): string {
  // workbooks hold keys as numbers, some exports write them as "101.0"
  const text = plainText(raw).replace(/^(\d+)[.,]0+$/, '$1');
  if (text === '') return '';
  const tail = last === undefined ? text : text.slice(-last);
  const padded = digits === undefined ? tail : tail.padStart(digits, '0');
  return padded.startsWith(prefix) && prefix !== '' && padded.length > (digits ?? 0) ? padded : `${prefix}${padded}`;
}

/** "03 Nordstadt", "03 - Nordstadt" and "STGT03 Nordstadt" are the Nordstadt. A name that is only a number stays. */
export function withoutNumber(name: string, key: string): string {
  const escaped = key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const rest = name.replace(new RegExp(`^(?:${escaped}|[\\d.]+)(?:\\s*[-–:.]\\s*|\\s+)(?=\\S)`), '');
  return rest === '' ? name : rest;
}
