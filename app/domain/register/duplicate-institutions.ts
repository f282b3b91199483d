import KDBush from 'kdbush';
import type { InstitutionId } from '#shared/ids.ts';
import type { Institution } from '../city/city.ts';
import { comparableName, nameLikeness, type ComparableName } from './name-likeness.ts';
import { plainAddress } from './plain-words.ts';

/** Two entries that may be one institution. Only a proposal: the planner decides. */
export type DuplicateProposal = {
  /** The one in the register's order first. */
  readonly one: InstitutionId;
  readonly other: InstitutionId;
  /** 0 to 1; 1 is the same name at the same place in the same category. */
  readonly score: number;
  readonly reasons: readonly DuplicateReason[];
  /** Metres between them; undefined when one has no place. */
  readonly metres: number | undefined;
};
export const DUPLICATE_REASONS = ['sameName', 'similarName', 'sameAddress', 'near', 'sameContact', 'sameCategory', 'bothWithoutPlace'] as const;
export type DuplicateReason = (typeof DUPLICATE_REASONS)[number];

/** Entries further apart than this, in metres, are two places whatever they are called, unless they have the same address. */
export const DUPLICATE_METRES = 150;
const LEAST_LIKENESS = 0.75;
const LEAST_SCORE = 0.7;
const WEIGHTS = { name: 0.6, place: 0.25, category: 0.15 } as const;

/**
 * Proposals, the surest first. Compared are entries within DUPLICATE_METRES of one another, entries with the same address and postcode,
 * and entries without any place. Neighbours under different names in one house are not proposed; neither are names that differ
 * in a number.
 */
export function duplicateInstitutions(institutions: readonly Institution[]): readonly DuplicateProposal[] {
  const names = institutions.map(({ name }) => comparableName(name));
  const addresses = institutions.map(({ address, postcode }) => addressKey(address, postcode));
  const pairs = new Set<number>();
  const add = (a: number, b: number) => (a === b ? undefined : pairs.add(Math.min(a, b) * institutions.length + Math.max(a, b)));
  neighbours(institutions, add);
  sameKey(institutions.map((_, index) => addresses[index] ?? ''), add);
  // without a place only the whole name can say anything
  sameKey(institutions.map(({ location }, index) => (location === undefined ? (names[index]?.sorted ?? '') : '')), add);
  return [...pairs]
    .flatMap((pair) => proposal(institutions, names, addresses, Math.floor(pair / institutions.length), pair % institutions.length) ?? [])
    .sort((a, b) => b.score - a.score || (a.one < b.one ? -1 : a.one > b.one ? 1 : a.other < b.other ? -1 : 1));
}

function neighbours(institutions: readonly Institution[], add: (a: number, b: number) => void): void {
  const placed = institutions.flatMap(({ location }, index) => (location === undefined ? [] : [{ location, index }]));
  if (placed.length === 0) return;
  const tree = new KDBush(placed.length);
  for (const { location } of placed) tree.add(location[0], location[1]);
  tree.finish();
  for (const { location, index } of placed) for (const found of tree.within(location[0], location[1], DUPLICATE_METRES)) add(index, placed[found]!.index);
}

function sameKey(keys: readonly string[], add: (a: number, b: number) => void): void {
  const byKey = new Map<string, number[]>();
  for (const [index, key] of keys.entries()) {
    if (key === '') continue;
    const group = byKey.get(key) ?? [];
    for (const earlier of group) add(earlier, index);
    byKey.set(key, [...group, index]);
  }
}

const addressKey = (address: string, postcode: string): string => {
  const street = plainAddress(address);
  return street === '' ? '' : `${street} ${postcode.trim()}`;
};

function proposal(institutions: readonly Institution[], names: readonly ComparableName[], addresses: readonly string[], a: number, b: number): DuplicateProposal | undefined {
  const [one, other] = [institutions[a]!, institutions[b]!];
  const likeness = nameLikeness(names[a]!, names[b]!);
  if (likeness < LEAST_LIKENESS) return undefined;
  const metres = one.location === undefined || other.location === undefined ? undefined : Math.hypot(one.location[0] - other.location[0], one.location[1] - other.location[1]);
  const sameAddress = addresses[a] !== '' && addresses[a] === addresses[b];
  const placeless = one.location === undefined && other.location === undefined;
  const near = metres !== undefined && metres <= DUPLICATE_METRES;
  const sameContact = one.contact.trim() !== '' && one.contact.trim().toLowerCase() === other.contact.trim().toLowerCase();
  const sameCategory = one.category === other.category;
  const place = sameAddress || (placeless && likeness === 1) ? 1 : near ? 1 - metres / DUPLICATE_METRES / 2 : 0;
  const score = WEIGHTS.name * likeness + WEIGHTS.place * place + (sameCategory || sameContact ? WEIGHTS.category : 0);
  if (score < LEAST_SCORE) return undefined;
  return {
    one: one.id,
    other: other.id,
    score: Math.round(score * 1000) / 1000,
    reasons: [
      likeness === 1 ? 'sameName' : 'similarName',
      ...(sameAddress ? (['sameAddress'] as const) : []),
      ...(near ? (['near'] as const) : []),
      ...(placeless ? (['bothWithoutPlace'] as const) : []),
      ...(sameContact ? (['sameContact'] as const) : []),
      ...(sameCategory ? (['sameCategory'] as const) : []),
    ],
    metres,
  };
}
