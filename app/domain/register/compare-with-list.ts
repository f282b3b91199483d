import type { CategoryId } from '#shared/ids.ts';
import type { Institution } from '../city/city.ts';
import type { Coordinate } from '../geometry/shapes.ts';
import { LISTED_FIELDS, type ListedField, type ListedInstitution } from './listed-institution.ts';
import { matchList } from './match-list.ts';
import { plainAddress, plainWords } from './plain-words.ts';

/** One difference, to be accepted or refused. `key` is the same whenever the same difference is found again. */
export type ListDifference = { readonly key: string } & (
  | { readonly kind: 'new'; readonly listed: ListedInstitution }
  | { readonly kind: 'vanished'; readonly institution: Institution }
  | { readonly kind: 'moved'; readonly institution: Institution; readonly listed: ListedInstitution; readonly to: Coordinate; /** Undefined when the register had no place. */ readonly metres: number | undefined }
  | { readonly kind: 'renamed'; readonly institution: Institution; readonly listed: ListedInstitution; readonly name: string }
  | { readonly kind: 'changed'; readonly institution: Institution; readonly listed: ListedInstitution; readonly field: ListedField; readonly value: string | number }
);
export const DIFFERENCE_KINDS = ['new', 'vanished', 'moved', 'renamed', 'changed'] as const satisfies readonly ListDifference['kind'][];

export type ListComparison = {
  readonly differences: readonly ListDifference[];
  readonly matched: number;
  /** Rows with neither name nor id, and ids that stand in the list twice: they cannot be compared. */
  readonly unusable: readonly { readonly key: string; readonly reason: 'noName' | 'doubledId' }[];
};

export type ComparisonOptions = {
  /** What the list covers; an institution of another category is not missed. Undefined: the categories of the institutions that were matched. */
  readonly categories?: readonly CategoryId[] | undefined;
  /** Metres from which another place counts as moved. */
  readonly movedFrom?: number;
};

/** Two sources place one house this far apart without meaning anything by it, metres. */
export const MOVED_FROM = 50;

/**
 * What a second list says differently: rows the register lacks, institutions the list lacks, other places, names and fields. Rows are matched
 * by id, then by name and distance (see `match-list.ts`); nothing is changed by comparing. The order of both inputs does not matter.
 */
export function compareWithList(institutions: readonly Institution[], list: readonly ListedInstitution[], options: ComparisonOptions = {}): ListComparison {
  const { pairs, rowsLeft, institutionsLeft, unusable } = matchList(institutions, list);
  const covered = new Set(options.categories ?? pairs.map(({ institution }) => institution.category));
  const differences: ListDifference[] = [
    ...rowsLeft.map((listed): ListDifference => ({ key: keyOf('new', listed.id ?? '', listed.name, listed.location?.map(Math.round).join(' ') ?? ''), kind: 'new', listed })),
    ...institutionsLeft.filter(({ category, closedOn }) => covered.has(category) && closedOn === undefined).map((institution): ListDifference => ({ key: keyOf('vanished', institution.id), kind: 'vanished', institution })),
    ...pairs.flatMap(({ institution, listed }) => differencesOf(institution, listed, options.movedFrom ?? MOVED_FROM)),
  ];
  return { differences: differences.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)), matched: pairs.length, unusable };
}

function differencesOf(institution: Institution, listed: ListedInstitution, movedFrom: number): readonly ListDifference[] {
  const found: ListDifference[] = [];
  if (listed.location !== undefined && institution.reach === 'located') {
    const metres = institution.location === undefined ? undefined : Math.hypot(institution.location[0] - listed.location[0], institution.location[1] - listed.location[1]);
    if (metres === undefined || metres > movedFrom) {
      found.push({ key: keyOf('moved', institution.id, listed.location.map(Math.round).join(' ')), kind: 'moved', institution, listed, to: listed.location, metres });
    }
  }
  const name = listed.name.trim();
  if (name !== '' && plainWords(name, 'pair') !== plainWords(institution.name, 'pair')) found.push({ key: keyOf('renamed', institution.id, name), kind: 'renamed', institution, listed, name });
  for (const field of LISTED_FIELDS) {
    const value = listed.fields[field];
    if (value === undefined || value === '' || value === 'unknown' || meansTheSame(field, institution[field], value)) continue;
    found.push({ key: keyOf('changed', institution.id, field, String(value)), kind: 'changed', institution, listed, field, value });
  }
  return found;
}

/** Another spelling is no change: "Hauptstr. 5" is "Hauptstraße 5", "HTTPS://WWW.A.DE/" is "www.a.de". */
function meansTheSame(field: ListedField, ours: unknown, theirs: string | number): boolean {
  if (typeof theirs === 'number') return ours === theirs;
  const own = String(ours ?? '');
  switch (field) {
    case 'address':
      return plainAddress(own) === plainAddress(theirs);
    case 'website':
      return plainLink(own) === plainLink(theirs);
    default:
      return plainWords(own, 'pair') === plainWords(theirs, 'pair');
  }
}

const plainLink = (link: string): string => link.trim().toLowerCase().replace(/^https?:\/\//, '').replace(/^www\./, '').replace(/\/+$/, '');

const keyOf = (...parts: readonly string[]): string => JSON.stringify(parts);
