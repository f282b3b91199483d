import type { AreaId, CategoryId, IsoDate, TargetGroupId } from '#shared/ids.ts';
import type { City, Institution } from '../city/city.ts';
import { lookupOf } from '../city/city-lookup.ts';
import { isOpen } from '../city/is-open.ts';
import type { Coordinate } from '../geometry/shapes.ts';
import { isCheckDue } from './yearly-check.ts';
import { plainWords } from './plain-words.ts';

/** What the search mask asks for. Empty lists and undefined ask for nothing; several entries of one list mean "any of them". */
export type RegisterQuery = {
  readonly targetGroups: readonly TargetGroupId[];
  readonly categories: readonly CategoryId[];
  /** All words must occur, in any field a citizen would search by. */
  readonly text: string;
  readonly area: AreaId | undefined;
  /** "In der Nähe": straight line, `metres` up to NEAREST_MOST, from a place in metres of the city's system. */
  readonly near: { readonly centre: Coordinate; readonly metres: number } | undefined;
  /** Open on this day; undefined finds closed and future ones too. */
  readonly openOn: IsoDate | undefined;
  readonly barrierFree: readonly Institution['barrierFree'][];
  readonly languages: readonly string[];
  readonly fixedTerm: readonly Institution['fixedTerm'][];
  /** `due`: last check longer than twelve months before `today`, or never. */
  readonly check: { readonly state: 'due' | 'done'; readonly today: IsoDate } | undefined;
};

export const emptyQuery: RegisterQuery = {
  targetGroups: [], categories: [], text: '', area: undefined, near: undefined, openOn: undefined, barrierFree: [], languages: [], fixedTerm: [], check: undefined,
};

/** Largest radius of "in der Nähe", metres. */
export const NEAREST_MOST = 3000;

export type RegisterHit = { readonly institution: Institution; /** Metres from the centre, when one was asked for. */ readonly metres: number | undefined };
export type SearchResult = {
  /** Nearest first when a centre is given, else by name. */
  readonly hits: readonly RegisterHit[];
  /** Citywide offers that match everything else: they lie inside no area and near nothing, but serve the place asked for. */
  readonly withoutPlace: readonly Institution[];
  /** Match everything else and work at one place that nobody knows: whether area or radius holds them cannot be told. */
  readonly unplaced: readonly Institution[];
  /** How many would be found with this choice instead of the present one of the same filter: the number beside each choice. */
  readonly counts: FacetCounts;
};
export type FacetCounts = {
  readonly categories: ReadonlyMap<CategoryId, number>;
  readonly targetGroups: ReadonlyMap<TargetGroupId, number>;
};

/** Whether an institution works at one place, and the register does not know which. A citywide offer needs none. */
export const isUnplaced = ({ location, reach }: Institution): boolean => location === undefined && reach !== 'citywide';

/** Finds institutions. Where a place is asked for, citywide offers and those whose place is unknown are named apart instead of being dropped. */
export function searchInstitutions(city: City, query: RegisterQuery): SearchResult {
  const passes = testsOf(city, query);
  const hits: RegisterHit[] = [];
  const withoutPlace: Institution[] = [];
  const unplaced: Institution[] = [];
  const categories = new Map<CategoryId, number>();
  const targetGroups = new Map<TargetGroupId, number>();
  for (const institution of city.institutions) {
    if (!passes.rest(institution)) continue;
    const [inCategories, inGroups] = [passes.categories(institution), passes.targetGroups(institution)];
    if (!inCategories && !inGroups) continue;
    const placed = passes.place(institution);
    if (placed === 'outside') continue;
    if (placed === 'noPlace') {
      if (inCategories && inGroups) (isUnplaced(institution) ? unplaced : withoutPlace).push(institution);
      continue;
    }
    if (inGroups) categories.set(institution.category, (categories.get(institution.category) ?? 0) + 1);
    if (inCategories) for (const group of new Set(institution.targetGroups)) targetGroups.set(group, (targetGroups.get(group) ?? 0) + 1);
    if (inCategories && inGroups) hits.push({ institution, metres: placed === 'anywhere' ? undefined : placed.metres });
  }
  const names = new Intl.Collator('de-DE', { numeric: true });
  const byName = (a: Institution, b: Institution): number => names.compare(a.name, b.name) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  hits.sort((a, b) => (a.metres ?? 0) - (b.metres ?? 0) || byName(a.institution, b.institution));
  return { hits, withoutPlace: withoutPlace.sort(byName), unplaced: unplaced.sort(byName), counts: { categories, targetGroups } };
}

/** Every language any institution speaks, in alphabetical order. */
export const languagesIn = (institutions: readonly Institution[]): readonly string[] =>
  [...new Set(institutions.flatMap(({ languages }) => languages))].sort(new Intl.Collator('de-DE').compare);

type Placed = 'anywhere' | 'outside' | 'noPlace' | { readonly metres: number };

function testsOf(city: City, query: RegisterQuery) {
  const { targetGroups, categories, area, near, openOn, barrierFree, languages, fixedTerm, check } = query;
  const words = wordsOf(query.text);
  const inside = area === undefined ? undefined : new Set(lookupOf(city).institutionsIn(area).map(({ id }) => id));
  const limit = near === undefined ? 0 : Math.min(near.metres, NEAREST_MOST);
  return {
    categories: (institution: Institution): boolean => categories.length === 0 || categories.includes(institution.category),
    targetGroups: (institution: Institution): boolean => targetGroups.length === 0 || institution.targetGroups.some((group) => targetGroups.includes(group)),
    rest: (institution: Institution): boolean =>
      (openOn === undefined || isOpen(institution, openOn)) &&
      (barrierFree.length === 0 || barrierFree.includes(institution.barrierFree)) &&
      (languages.length === 0 || institution.languages.some((language) => languages.includes(language))) &&
      (fixedTerm.length === 0 || fixedTerm.includes(institution.fixedTerm)) &&
      (check === undefined || isCheckDue(institution.verifiedOn, check.today) === (check.state === 'due')) &&
      (words.length === 0 || hasWords(city, institution, words)),
    place: (institution: Institution): Placed => {
      if (inside === undefined && near === undefined) return 'anywhere';
      const { location } = institution;
      if (location === undefined || institution.reach === 'citywide') return 'noPlace';
      if (inside !== undefined && !inside.has(institution.id)) return 'outside';
      if (near === undefined) return 'anywhere';
      const metres = Math.hypot(location[0] - near.centre[0], location[1] - near.centre[1]);
      return metres <= limit ? { metres } : 'outside';
    },
  };
}

type Word = { readonly vowel: string; readonly pair: string };

function wordsOf(text: string): readonly Word[] {
  return text.split(/\s+/).flatMap((word) => {
    // "Bahnhofstr." is the beginning of "Bahnhofstrasse": the end of a word being typed is never completed
    const [vowel, pair] = [plainStart(word, 'vowel'), plainStart(word, 'pair')];
    return vowel === '' ? [] : [{ vowel, pair }];
  });
}

const plainStart = (word: string, umlauts: 'vowel' | 'pair'): string => plainWords(`${word}x`, umlauts).slice(0, -1).trim();

function hasWords(city: City, institution: Institution, words: readonly Word[]): boolean {
  const found = haystackOf(city, institution);
  return words.every(({ vowel, pair }) => found.vowel.includes(vowel) || found.pair.includes(pair));
}

const haystacks = new WeakMap<Institution, Word>();

function haystackOf(city: City, institution: Institution): Word {
  const known = haystacks.get(institution);
  if (known !== undefined) return known;
  const lookup = lookupOf(city);
  const text = [
    institution.name, lookup.category(institution.category)?.name ?? '', institution.address, institution.postcode, institution.provider, institution.programme,
    institution.contact, institution.website, institution.openingHours, ...institution.languages, ...institution.targetGroups.map((group) => lookup.targetGroup(group)?.name ?? ''), institution.id,
  ].join(' ');
  const haystack = { vowel: plainWords(text, 'vowel'), pair: plainWords(text, 'pair') };
  haystacks.set(institution, haystack);
  return haystack;
}
