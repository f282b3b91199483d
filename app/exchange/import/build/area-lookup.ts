import { plainText } from '#app/domain/source/columns.ts';
import { alikeName } from '#app/domain/city/area-names.ts';
import type { KeyRule } from '#app/domain/city/key-rule.ts';
import { byNumberBefore } from '#app/domain/city/match-areas.ts';
import { keyOf } from './area-keys.ts';
import type { RawCell } from '../source/source.ts';

/** What an area is called by tables: its key in the city, in its file, and its name. */
export type NamedArea = { readonly id: string; readonly fileKey: string; readonly name: string };

export type AreaRule = KeyRule & { readonly by: 'key' | 'name'; readonly assign: Readonly<Record<string, string>>; readonly ignore: readonly string[]; readonly city?: readonly string[] };

/** `how` names a reading that the recipe did not say word for word, for the report. */
export type AreaFound =
  | { readonly kind: 'area'; readonly id: string; readonly how: 'exact' | 'levelRule' | 'leadingZeros' | 'leadingKey' | 'assigned' | 'name' | 'nameAlike' }
  | { readonly kind: 'city' | 'ignored' | 'blank' }
  | { readonly kind: 'unknown'; readonly text: string }
  | { readonly kind: 'unclear'; readonly text: string; readonly candidates: readonly string[] };

/**
 * Finds areas by the texts of a table: by decision of the recipe first, then by key (as it stands, by the rule of the level, with lost zeros, with a name behind
 * it) or by name (same spelling; then with umlauts, "St." and hyphens made equal). Nothing is guessed: similar names are not the same.
 */
export function areaLookup(areas: readonly NamedArea[], rule: AreaRule, levelRule: KeyRule | undefined): (raw: RawCell) => AreaFound {
  const ids = new Set(areas.map(({ id }) => id));
  const byFileKey = unique(areas.map(({ fileKey, id }) => [fileKey, id]));
  const byDigits = unique(areas.filter(({ id }) => /^\d+$/.test(id)).map(({ id }) => [digitsOf(id), id]));
  const byName = grouped(areas.map(({ name, id }) => [plainText(name).toLowerCase(), id]));
  const byAlike = grouped(areas.flatMap(({ name, id }): [string, string][] => [[alikeName(name), id]]));
  const assigned = new Map(Object.entries(rule.assign).map(([text, id]) => [plainText(text), id]));
  const ignored = new Set(rule.ignore.map(plainText));
  const city = new Set((rule.city ?? []).map(plainText));
  const ruleGiven = rule.prefix !== '' || rule.digits !== undefined || rule.last !== undefined;

  const byKey = (text: string): AreaFound | undefined => {
    const key = keyOf(text, rule);
    if (ids.has(key)) return { kind: 'area', id: key, how: 'exact' };
    if (!ruleGiven && levelRule !== undefined && ids.has(keyOf(text, levelRule))) return { kind: 'area', id: keyOf(text, levelRule), how: 'levelRule' };
    const fromFile = byFileKey.get(key);
    if (fromFile !== undefined) return { kind: 'area', id: fromFile, how: 'levelRule' };
    const padded = /^\d+$/.test(key) ? byDigits.get(digitsOf(key)) : undefined;
    return padded !== undefined && padded.length > key.length ? { kind: 'area', id: padded, how: 'leadingZeros' } : undefined;
  };
  const keyed = (text: string): AreaFound | undefined => {
    const whole = byKey(text);
    if (whole !== undefined) return whole;
    const lead = /^(\S*\d\S*?)[\s:,;–-]+\S/.exec(text)?.[1];
    const found = lead === undefined ? undefined : byKey(lead);
    return found?.kind === 'area' ? { ...found, how: 'leadingKey' } : undefined;
  };
  const named = (text: string): AreaFound | undefined => {
    for (const [all, how] of [[byName.get(text.toLowerCase()), 'name'], [byAlike.get(alikeName(text)), 'nameAlike']] as const) {
      if (all === undefined) continue;
      const candidates = byNumberBefore(text, all);
      return candidates.length === 1 ? { kind: 'area', id: candidates[0]!, how } : { kind: 'unclear', text, candidates };
    }
    return undefined;
  };
  const find = (raw: RawCell): AreaFound => {
    const text = plainText(raw);
    if (text === '' && !city.has('') && !ignored.has('')) return { kind: 'blank' };
    const decided = assigned.get(text);
    if (decided !== undefined) return ids.has(decided) ? { kind: 'area', id: decided, how: 'assigned' } : { kind: 'unknown', text };
    if (ignored.has(text)) return { kind: 'ignored' };
    if (city.has(text)) return { kind: 'city' };
    return (rule.by === 'key' ? keyed(text) : named(text)) ?? { kind: 'unknown', text };
  };
  const known = new Map<RawCell, AreaFound>();
  return (raw) => {
    const before = known.get(raw);
    if (before !== undefined) return before;
    const found = find(raw);
    known.set(raw, found);
    return found;
  };
}

const digitsOf = (key: string): string => key.replace(/^0+(?=\d)/, '');

function grouped(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const [key, id] of pairs) groups.set(key, [...(groups.get(key) ?? []), id]);
  return groups;
}

/** Only keys that lead to one area. */
const unique = (pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, string> =>
  new Map([...grouped(pairs)].flatMap(([key, ids]): [string, string][] => (ids.length === 1 ? [[key, ids[0]!]] : [])));
