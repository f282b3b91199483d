import KDBush from 'kdbush';
import type { Institution } from '../city/city.ts';
import type { Coordinate } from '../geometry/shapes.ts';
import type { ListedInstitution } from './listed-institution.ts';
import { comparableName, nameLikeness, type ComparableName } from './name-likeness.ts';
import { plainAddress } from './plain-words.ts';

export type ListMatch = { readonly institution: Institution; readonly listed: ListedInstitution; readonly by: 'id' | 'nameAndPlace' | 'place' | 'name' };
export type MatchedList = {
  readonly pairs: readonly ListMatch[];
  readonly rowsLeft: readonly ListedInstitution[];
  readonly institutionsLeft: readonly Institution[];
  readonly unusable: readonly { readonly key: string; readonly reason: 'noName' | 'doubledId' }[];
};

/** Metres within which a similar name is taken for the same institution. */
const NEAR = 300;
/** Metres within which another name may be a new name of the same house. */
const SAME_PLACE = 30;
const LEAST_LIKENESS = 0.75;
/** At any distance only nearly the same name is enough, and only when it stands alone on both sides. */
const DISTINCT_LIKENESS = 0.92;

/**
 * Pairs rows with institutions, each at most once. First by id, when most of the ids that are on both sides also name something alike; then by name and distance or address, the likeliest pair first; then by place, where
 * exactly one row and one institution of a category are left at it (a new name); then by a name that only one on either side has
 * (a move across the city). What is doubtful stays unmatched: as new and vanished it is looked at by a person.
 */
export function matchList(institutions: readonly Institution[], list: readonly ListedInstitution[]): MatchedList {
  const unusable: { key: string; reason: 'noName' | 'doubledId' }[] = [];
  // a number of its own that the list gives to several rows says nothing about the register
  const known = new Set<string>(institutions.map(({ id }) => id));
  const ids = new Map<string, number>();
  for (const { id } of list) if (id !== undefined && known.has(id)) ids.set(id, (ids.get(id) ?? 0) + 1);
  const rows = list.filter(({ key, id, name }) => {
    const reason = id !== undefined && (ids.get(id) ?? 0) > 1 ? 'doubledId' : id === undefined && name.trim() === '' ? 'noName' : undefined;
    if (reason !== undefined) unusable.push({ key, reason });
    return reason === undefined;
  });
  const state = new Matching(institutions, rows);
  state.byId();
  state.byNameAndPlace();
  state.byPlace();
  state.byName();
  return { pairs: state.pairs, rowsLeft: state.rowsLeft(), institutionsLeft: state.institutionsLeft(), unusable };
}

type Candidate = { readonly institution: number; readonly row: number; readonly score: number };

class Matching {
  readonly pairs: ListMatch[] = [];
  private readonly institutions: readonly Institution[];
  private readonly rows: readonly ListedInstitution[];
  private readonly freeInstitutions: Set<number>;
  private readonly freeRows: Set<number>;
  private readonly ourNames: readonly ComparableName[];
  private readonly theirNames: readonly ComparableName[];

  constructor(institutions: readonly Institution[], rows: readonly ListedInstitution[]) {
    // a fixed order, so that ties fall the same way whatever the order of the inputs
    this.institutions = institutions.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    this.rows = rows.toSorted((a, b) => (a.key < b.key ? -1 : 1));
    this.freeInstitutions = new Set(this.institutions.keys());
    this.freeRows = new Set(this.rows.keys());
    this.ourNames = this.institutions.map(({ name }) => comparableName(name));
    this.theirNames = this.rows.map(({ name }) => comparableName(name));
  }

  rowsLeft = (): readonly ListedInstitution[] => [...this.freeRows].map((row) => this.rows[row]!);
  institutionsLeft = (): readonly Institution[] => [...this.freeInstitutions].map((index) => this.institutions[index]!);

  byId(): void {
    const known = new Map<string, number>(this.institutions.map(({ id }, index) => [id, index]));
    const found = this.rows.flatMap(({ id }, row) => {
      const institution = id === undefined ? undefined : known.get(id);
      return institution === undefined ? [] : [{ institution, row }];
    });
    // "1", "2", "3" on both sides are two ways of counting, not one key
    const alike = found.filter(({ institution, row }) => this.areAlike(institution, row)).length;
    if (2 * alike >= found.length) for (const { institution, row } of found) this.pair(institution, row, 'id');
  }

  byNameAndPlace(): void {
    const candidates: Candidate[] = [];
    this.eachNeighbour(NEAR, (institution, row, metres) => {
      const likeness = nameLikeness(this.ourNames[institution]!, this.theirNames[row]!);
      if (likeness >= LEAST_LIKENESS) candidates.push({ institution, row, score: likeness - metres / NEAR / 4 });
    });
    for (const [institution, row] of this.sameAddresses()) {
      const likeness = nameLikeness(this.ourNames[institution]!, this.theirNames[row]!);
      if (likeness >= LEAST_LIKENESS) candidates.push({ institution, row, score: likeness });
    }
    this.take(candidates, 'nameAndPlace');
  }

  byPlace(): void {
    const candidates: Candidate[] = [];
    const meet = (institution: number, row: number): void => {
      const category = this.rows[row]!.category;
      if (category === undefined || category === this.institutions[institution]!.category) candidates.push({ institution, row, score: 0 });
    };
    this.eachNeighbour(SAME_PLACE, meet);
    for (const [institution, row] of this.sameAddresses()) meet(institution, row);
    this.take(onlyOnes(candidates), 'place');
  }

  byName(): void {
    const candidates: Candidate[] = [];
    const bySorted = new Map<string, number[]>();
    for (const institution of this.freeInstitutions) {
      const { sorted } = this.ourNames[institution]!;
      bySorted.set(sorted, [...(bySorted.get(sorted) ?? []), institution]);
    }
    for (const row of this.freeRows) {
      const name = this.theirNames[row]!;
      for (const [sorted, group] of bySorted) {
        // a difference in length alone is already too much: spares most of the comparing
        if (Math.abs(sorted.length - name.sorted.length) > (1 - DISTINCT_LIKENESS) * Math.max(sorted.length, name.sorted.length)) continue;
        for (const institution of group) {
          const likeness = nameLikeness(this.ourNames[institution]!, name);
          if (likeness >= DISTINCT_LIKENESS && this.sameKind(institution, row)) candidates.push({ institution, row, score: likeness });
        }
      }
    }
    this.take(onlyOnes(candidates), 'name');
  }

  private areAlike(institution: number, row: number): boolean {
    const [ours, theirs] = [this.institutions[institution]!.location, this.rows[row]!.location];
    const near = ours !== undefined && theirs !== undefined && Math.hypot(ours[0] - theirs[0], ours[1] - theirs[1]) <= NEAR;
    return near || nameLikeness(this.ourNames[institution]!, this.theirNames[row]!) >= 0.5;
  }

  private sameKind(institution: number, row: number): boolean {
    const { category } = this.rows[row]!;
    return category === undefined || category === this.institutions[institution]!.category;
  }

  private take(candidates: readonly Candidate[], by: ListMatch['by']): void {
    for (const { institution, row } of candidates.toSorted((a, b) => b.score - a.score || a.institution - b.institution || a.row - b.row)) {
      if (this.freeInstitutions.has(institution) && this.freeRows.has(row)) this.pair(institution, row, by);
    }
  }

  private pair(institution: number, row: number, by: ListMatch['by']): void {
    this.freeInstitutions.delete(institution);
    this.freeRows.delete(row);
    this.pairs.push({ institution: this.institutions[institution]!, listed: this.rows[row]!, by });
  }

  private eachNeighbour(metres: number, meet: (institution: number, row: number, metres: number) => void): void {
    const placed = [...this.freeInstitutions].flatMap((index) => {
      const location: Coordinate | undefined = this.institutions[index]!.location;
      return location === undefined ? [] : [{ index, location }];
    });
    if (placed.length === 0) return;
    const tree = new KDBush(placed.length);
    for (const { location } of placed) tree.add(location[0], location[1]);
    tree.finish();
    for (const row of this.freeRows) {
      const { location } = this.rows[row]!;
      if (location === undefined) continue;
      for (const found of tree.within(location[0], location[1], metres)) {
        const { index, location: place } = placed[found]!;
        meet(index, row, Math.hypot(place[0] - location[0], place[1] - location[1]));
      }
    }
  }

  private sameAddresses(): readonly (readonly [institution: number, row: number])[] {
    const byAddress = new Map<string, number[]>();
    for (const institution of this.freeInstitutions) {
      const key = plainAddress(this.institutions[institution]!.address);
      // a street without a number is no address
      if (/\d/.test(key)) byAddress.set(key, [...(byAddress.get(key) ?? []), institution]);
    }
    return [...this.freeRows].flatMap((row) => {
      const key = plainAddress(this.rows[row]!.fields.address ?? '');
      return (byAddress.get(key) ?? []).filter((institution) => this.samePostcode(institution, row)).map((institution) => [institution, row] as const);
    });
  }

  private samePostcode(institution: number, row: number): boolean {
    const [ours, theirs] = [this.institutions[institution]!.postcode.trim(), (this.rows[row]!.fields.postcode ?? '').trim()];
    return ours === '' || theirs === '' || ours === theirs;
  }
}

/** Candidates whose institution and row have no other candidate. */
function onlyOnes(candidates: readonly Candidate[]): readonly Candidate[] {
  const distinct = [...new Map(candidates.map((candidate) => [`${candidate.institution} ${candidate.row}`, candidate])).values()];
  const count = (keyOf: (candidate: Candidate) => number) => {
    const counts = new Map<number, number>();
    for (const candidate of distinct) counts.set(keyOf(candidate), (counts.get(keyOf(candidate)) ?? 0) + 1);
    return counts;
  };
  const [ofInstitution, ofRow] = [count(({ institution }) => institution), count(({ row }) => row)];
  return distinct.filter(({ institution, row }) => ofInstitution.get(institution) === 1 && ofRow.get(row) === 1);
}
