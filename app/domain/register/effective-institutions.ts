import type { InstitutionId } from '#shared/ids.ts';
import type { City, Institution } from '../city/city.ts';
import type { InstitutionRevision } from './institution-revision.ts';

/** An institution as it is now, and how it came to be so. */
export type RegisterEntry = {
  readonly institution: Institution;
  /** `edition`: the bundle has it; `project`: the planner added it. */
  readonly origin: 'edition' | 'project';
  /** Its own changes and those of entries that were merged into it, in the order they were made. */
  readonly history: readonly InstitutionRevision[];
};

/** A change that could not be applied, and why; nothing is dropped without a word. */
export type UnappliedRevision = { readonly revision: InstitutionRevision; readonly reason: UnappliedReason };
export type UnappliedReason =
  /** The institution is not in this edition (any more). */
  | 'institutionGone'
  /** The entry to merge into is not there; the doubled one stays. */
  | 'targetGone'
  /** The edition has an entry of this id already: the addition was taken over into it. */
  | 'alreadyThere';

export type Register = {
  /** In the bundle's order, added ones last. */
  readonly entries: readonly RegisterEntry[];
  readonly unapplied: readonly UnappliedRevision[];
  /** Entries that left the register for another one. */
  readonly merged: ReadonlyMap<InstitutionId, InstitutionId>;
};

/**
 * Institutions of an edition + changes in the order they were made → institutions as they are now. The same input always gives
 * the same register; applying a change twice gives what applying it once gives. A later check never makes an entry older:
 * `verifiedOn` is the later day of edition and confirmation. Changes that the edition has taken over are history only: what the office
 * changed since must not be set back.
 */
export function effectiveInstitutions(institutions: readonly Institution[], revisions: readonly InstitutionRevision[], takenOver: City['takenOver'] = []): Register {
  const entries = new Map<InstitutionId, RegisterEntry>(institutions.map((institution) => [institution.id, { institution, origin: 'edition', history: [] }]));
  const unapplied: UnappliedRevision[] = [];
  const merged = new Map<InstitutionId, InstitutionId>();
  const isHistory = new Set(takenOver);
  const held = new Map<InstitutionId, readonly InstitutionRevision[]>();
  for (const revision of revisions) {
    if (isHistory.has(revision.id)) {
      remembered(entries, merged, held, revision);
      continue;
    }
    const reason = applied(entries, merged, revision);
    if (reason !== undefined) unapplied.push({ revision, reason });
  }
  // a chain of earlier merges that ends at an entry the edition does not have leads nowhere
  for (const id of [...merged.keys()]) if (!entries.has(mergedTarget(merged, id))) merged.delete(id);
  return { entries: [...entries.values()], unapplied, merged };
}

/**
 * A change of an earlier edition: it stands in the history. What happened to an entry that an edition has merged away is `held` until the merge comes, and goes on in the one that
 * stayed, along chains; a reference to the merged entry leads there too.
 */
function remembered(entries: Map<InstitutionId, RegisterEntry>, merged: Map<InstitutionId, InstitutionId>, held: Map<InstitutionId, readonly InstitutionRevision[]>, revision: InstitutionRevision): void {
  const { change, institution } = revision;
  const isMerge = change.kind === 'mergedInto' && change.into !== institution;
  const place = isMerge ? mergedTarget(merged, change.into) : institution;
  const moving = isMerge ? [...(held.get(institution) ?? []), revision] : [revision];
  if (isMerge) {
    held.delete(institution);
    if (!entries.has(institution)) merged.set(institution, place);
  }
  const entry = entries.get(place);
  if (entry === undefined) held.set(place, [...(held.get(place) ?? []), ...moving]);
  else entries.set(place, { ...entry, history: [...entry.history, ...moving] });
}

function applied(entries: Map<InstitutionId, RegisterEntry>, merged: Map<InstitutionId, InstitutionId>, revision: InstitutionRevision): UnappliedReason | undefined {
  const { change } = revision;
  const entry = entries.get(revision.institution);
  if (change.kind === 'added') {
    if (entry !== undefined) return 'alreadyThere';
    const institution: Institution = { ...EMPTY, ...change.entry, id: revision.institution, placement: placementAt(change.entry.location), closedOn: undefined, verifiedOn: revision.on, source: undefined };
    entries.set(institution.id, { institution, origin: 'project', history: [revision] });
    return undefined;
  }
  if (entry === undefined) return 'institutionGone';
  if (change.kind === 'mergedInto') {
    const kept = change.into === revision.institution ? undefined : entries.get(change.into);
    if (kept === undefined) return 'targetGone';
    entries.set(change.into, { ...kept, history: [...kept.history, ...entry.history, revision] });
    entries.delete(revision.institution);
    merged.set(revision.institution, change.into);
    return undefined;
  }
  entries.set(revision.institution, { ...entry, institution: changed(entry.institution, revision), history: [...entry.history, revision] });
  return undefined;
}

function changed(institution: Institution, { on, change }: InstitutionRevision): Institution {
  switch (change.kind) {
    case 'corrected': {
      const corrected: Institution = { ...institution, ...change.fields, ...Object.fromEntries(change.cleared.map((field) => [field, undefined])) };
      return corrected.location === institution.location ? corrected : { ...corrected, placement: placementAt(corrected.location) };
    }
    case 'moved':
      return { ...institution, location: change.to, placement: placementAt(change.to) };
    case 'closed':
      return { ...institution, closedOn: change.closedOn };
    case 'reopened':
      return { ...institution, closedOn: undefined };
    case 'confirmed':
      return { ...institution, verifiedOn: institution.verifiedOn !== undefined && institution.verifiedOn > on ? institution.verifiedOn : on };
    case 'added':
    case 'mergedInto':
      return institution;
  }
}

const placementAt = (location: Institution['location']): Institution['placement'] => (location === undefined ? 'none' : 'byHand');

/** Fields a file leaves out when they hold nothing. */
const EMPTY = { location: undefined, capacity: undefined, openedOn: undefined, fixedTermEnd: undefined } as const;

/** Where a reference to an institution leads after merging; the id itself when it was not merged. Chains are followed to their end. */
export function mergedTarget(merged: Register['merged'], id: InstitutionId): InstitutionId {
  const seen = new Set<InstitutionId>();
  let current = id;
  for (let next = merged.get(current); next !== undefined && !seen.has(current); next = merged.get(current)) {
    seen.add(current);
    current = next;
  }
  return current;
}
