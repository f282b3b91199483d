import { distance } from 'fastest-levenshtein';
import { alikeName, spelledName } from './area-names.ts';
import { keyByRule, type KeyRule } from './key-rule.ts';

export type KnownArea = { readonly key: string; readonly name: string };
/** `alike`: only after spelling differences were made equal; the recipe should say so. */
export type AreaMatching = {
  readonly matched: ReadonlyMap<string, { readonly key: string; readonly how: 'key' | 'name' | 'alike' }>;
  /** Similar, never applied by themselves. `similarity` is 1 − edit distance ÷ longer length, between 0 and 1. */
  readonly proposals: readonly { readonly text: string; readonly key: string; readonly name: string; readonly similarity: number }[];
  /** Texts that fit several areas, or several texts that fit one. */
  readonly ambiguous: readonly { readonly text: string; readonly keys: readonly string[] }[];
  readonly unmatchedTexts: readonly string[];
  readonly unmatchedAreas: readonly KnownArea[];
};

const SIMILAR = 0.72;
/** The best proposal must be better than the next by this much. */
const AHEAD = 0.08;

/** Texts by key under a rule. Two texts with one key are ambiguous: one of them is not what it seems. */
export function matchByKey(texts: readonly string[], areas: readonly KnownArea[], rule: KeyRule): AreaMatching {
  const keys = new Set(areas.map(({ key }) => key));
  return oneToOne(texts, areas, [{ how: 'key', candidates: (text) => (keys.has(keyByRule(text, rule)) ? [keyByRule(text, rule)] : []) }], false);
}

/**
 * Texts by name: as spelled, then with the usual differences made equal. What is left over on both sides is proposed when similar. A name that two areas
 * share fits neither, unless the number before it is one's key. Repeated texts count once. `propose: false` leaves the similar ones out, which cost most of the time.
 */
export function matchByName(texts: readonly string[], areas: readonly KnownArea[], options: { readonly propose: boolean } = { propose: true }): AreaMatching {
  const spelled = grouped(areas, ({ name }) => spelledName(name));
  const alike = grouped(areas, ({ name }) => alikeName(name));
  const steps: readonly Step[] = [
    { how: 'name', candidates: (text) => byNumberBefore(text, spelled.get(spelledName(text)) ?? []) },
    { how: 'alike', candidates: (text) => byNumberBefore(text, alike.get(alikeName(text)) ?? []) },
  ];
  return oneToOne(texts, areas, steps, options.propose);
}

/** "42002 Heerstraße": of several areas of one name the one whose key, without letters and leading zeros, is the number before it. */
export function byNumberBefore(text: string, keys: readonly string[]): readonly string[] {
  const number = keys.length < 2 ? undefined : /^\s*0*(\d+)\b/.exec(text)?.[1];
  const named = keys.filter((key) => number !== undefined && key.replace(/^\D*0*/, '') === number);
  return named.length === 1 ? named : keys;
}

type Step = { readonly how: 'key' | 'name' | 'alike'; readonly candidates: (text: string) => readonly string[] };

function oneToOne(all: readonly string[], areas: readonly KnownArea[], steps: readonly Step[], propose: boolean): AreaMatching {
  const taken = new Set<string>();
  const texts = [...new Set(all.map((text) => text.trim()).filter((text) => text !== ''))];
  const matched = new Map<string, { key: string; how: Step['how'] }>();
  const ambiguous = new Map<string, readonly string[]>();
  for (const { how, candidates } of steps) {
    const claims = new Map<string, string[]>();
    for (const text of texts) {
      if (matched.has(text) || ambiguous.has(text)) continue;
      const found = candidates(text);
      if (found.length > 1) ambiguous.set(text, found);
      else if (found.length === 1 && !taken.has(found[0]!)) claims.set(found[0]!, [...(claims.get(found[0]!) ?? []), text]);
    }
    for (const [key, claimants] of claims) {
      if (claimants.length > 1) for (const text of claimants) ambiguous.set(text, [key]);
      else matched.set(claimants[0]!, { key, how });
      taken.add(key);
    }
  }
  const contested = new Set([...ambiguous.values()].flat());
  const unmatchedTexts = texts.filter((text) => !matched.has(text) && !ambiguous.has(text));
  const unmatchedAreas = areas.filter(({ key }) => !taken.has(key));
  return {
    matched,
    proposals: propose ? similarNames(unmatchedTexts, unmatchedAreas.filter(({ key }) => !contested.has(key))) : [],
    ambiguous: [...ambiguous].map(([text, keys]) => ({ text, keys })),
    unmatchedTexts,
    unmatchedAreas,
  };
}

/** Pairs of leftovers, the most similar first; each text and each area once. */
function similarNames(texts: readonly string[], areas: readonly KnownArea[]): AreaMatching['proposals'] {
  // past this many pairs a hand would not go through them either
  if (texts.length * areas.length > 400_000) return [];
  const pairs = texts.flatMap((text) => {
    const ranked = areas.map((area) => ({ text, key: area.key, name: area.name, similarity: similarity(alikeName(text), alikeName(area.name)) })).sort((a, b) => b.similarity - a.similarity);
    const [best, next] = ranked;
    return best !== undefined && best.similarity >= SIMILAR && best.similarity - (next?.similarity ?? 0) >= AHEAD ? [best] : [];
  });
  const used = new Set<string>();
  return pairs.sort((a, b) => b.similarity - a.similarity || (a.text < b.text ? -1 : 1)).filter(({ key }) => {
    if (used.has(key)) return false;
    used.add(key);
    return true;
  });
}

function similarity(one: string, other: string): number {
  const longer = Math.max(one.length, other.length);
  if (longer === 0 || longer > 200) return 0;
  return 1 - distance(one, other) / longer;
}

function grouped(areas: readonly KnownArea[], by: (area: KnownArea) => string): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const area of areas) {
    const word = by(area);
    if (word !== '') groups.set(word, [...(groups.get(word) ?? []), area.key]);
  }
  return groups;
}

/**
 * The rule under which most texts are keys of the areas: as they stand, with lost leading zeros, without the letters or the municipality's digits before them, or
 * their last characters only. Undefined when no rule fits even one text. Of equal rules the plainest is taken.
 */
export function bestKeyRule(texts: readonly string[], areas: readonly KnownArea[]): { readonly rule: KeyRule; readonly matching: AreaMatching } | undefined {
  let best: { rule: KeyRule; matching: AreaMatching } | undefined;
  for (const rule of candidateRules(texts, areas.map(({ key }) => key))) {
    const matching = matchByKey(texts, areas, rule);
    if (matching.matched.size > (best?.matching.matched.size ?? 0)) best = { rule, matching };
  }
  return best;
}

function candidateRules(texts: readonly string[], keys: readonly string[]): readonly KeyRule[] {
  const rules: KeyRule[] = [{ prefix: '' }];
  const lengths = new Set(keys.map((key) => key.length));
  const length = lengths.size === 1 ? keys[0]?.length : undefined;
  if (length !== undefined) rules.push({ prefix: '', digits: length });
  const prefixes = new Set([lettersBefore(keys), sharedBeginning(keys)].filter((prefix) => prefix !== ''));
  for (const prefix of prefixes) {
    rules.push({ prefix });
    if (length !== undefined && length > prefix.length) rules.push({ prefix, digits: length - prefix.length });
  }
  const shortest = Math.min(...texts.map((text) => text.trim().length));
  for (const prefix of ['', ...prefixes]) {
    const last = length === undefined ? 0 : length - prefix.length;
    // one last character would fit anything
    if (last >= 2 && shortest > last) rules.push({ prefix, last });
  }
  return rules;
}

const lettersBefore = (keys: readonly string[]): string => {
  const letters = new Set(keys.map((key) => /^\D*/.exec(key)![0]));
  return letters.size === 1 ? [...letters][0]! : '';
};

function sharedBeginning(keys: readonly string[]): string {
  const [first = '', ...others] = keys;
  let length = others.length === 0 ? 0 : first.length;
  for (const key of others) while (length > 0 && !key.startsWith(first.slice(0, length))) length -= 1;
  return first.slice(0, length);
}
