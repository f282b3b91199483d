import { keyByRule, type KeyRule } from '#app/domain/city/key-rule.ts';
import { plainText } from '#app/domain/source/columns.ts';
import type { RawCell } from '../source/source.ts';

/** A cell of a file as a key of the city. */
export const keyOf = (raw: RawCell, rule: KeyRule): string => keyByRule(plainText(raw), rule);

/** "03 Nordstadt", "03 - Nordstadt" and "STGT03 Nordstadt" are the Nordstadt. A name that is only a number stays. */
export function withoutNumber(name: string, key: string): string {
  const escaped = key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const rest = name.replace(new RegExp(`^(?:${escaped}|[\\d.]+)(?:\\s*[-–:.]\\s*|\\s+)(?=\\S)`), '');
  return rest === '' ? name : rest;
}
