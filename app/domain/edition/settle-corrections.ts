import type { InstitutionId, RevisionId } from '#shared/ids.ts';
import type { Institution } from '../city/city.ts';
import { effectiveInstitutions } from '../register/effective-institutions.ts';
import type { InstitutionRevision } from '../register/institution-revision.ts';

export type SettledField = keyof Institution;
/** An entry whose fresh list says something else than its correction; the list's word stands, and the planner should look at it. */
export type SetBack = { readonly id: InstitutionId; readonly name: string; readonly fields: readonly SettledField[] };

export type Settled = {
  /** In the order of the fresh list; untouched entries are the same objects. */
  readonly institutions: readonly Institution[];
  readonly setBack: readonly SetBack[];
  /** Corrections that are settled by this and must not be applied once more. */
  readonly settled: ReadonlySet<RevisionId>;
};

/**
 * Corrections of single fields (corrected, moved, closed, reopened) on a freshly imported list, three-way: a correction made since the present edition goes in where the fresh
 * field is what it was before the correction (`present` has it). Where the office says something new, its word stands. What a field was before a correction that the present edition
 * has taken over is not known any more, so such a correction is not made again. In both cases the entry is in `setBack` when the fresh field is not the corrected one.
 */
export function settleCorrections(fresh: readonly Institution[], present: readonly Institution[], revisions: readonly InstitutionRevision[], takenOver: ReadonlySet<RevisionId>): Settled {
  const before = new Map(present.map((institution) => [institution.id, institution]));
  const byInstitution = new Map<InstitutionId, InstitutionRevision[]>();
  for (const revision of revisions.filter((one) => touched(one).length > 0)) byInstitution.set(revision.institution, [...(byInstitution.get(revision.institution) ?? []), revision]);
  const setBack: SetBack[] = [];
  const settled = new Set<RevisionId>();
  const institutions = fresh.map((listed) => {
    const own = byInstitution.get(listed.id) ?? [];
    if (own.length === 0) return listed;
    for (const { id } of own) settled.add(id);
    const old = before.get(listed.id);
    const open = own.filter(({ id }) => !takenOver.has(id));
    const canGoIn = new Set(old === undefined ? [] : open.flatMap(touched).filter((field) => same(listed[field], old[field])));
    const [entry] = effectiveInstitutions([old ?? listed], old === undefined ? own : open).entries;
    const wanted = entry?.institution ?? listed;
    const differing = [...new Set(own.flatMap(touched))].filter((field) => !same(listed[field], wanted[field]));
    const lost = differing.filter((field) => !canGoIn.has(field));
    if (lost.length > 0) setBack.push({ id: listed.id, name: listed.name, fields: lost });
    const goesIn = differing.filter((field) => canGoIn.has(field));
    if (goesIn.length === 0) return listed;
    const fields: readonly SettledField[] = goesIn.includes('location') ? [...goesIn, 'placement'] : goesIn;
    return { ...listed, ...Object.fromEntries(fields.map((field) => [field, wanted[field]])) };
  });
  return { institutions, setBack, settled };
}

/** The fields a change sets; none for changes of whole entries and for confirmations, which never make an entry older. */
function touched({ change }: InstitutionRevision): readonly SettledField[] {
  switch (change.kind) {
    case 'corrected':
      return [...(Object.keys(change.fields) as SettledField[]), ...change.cleared];
    case 'moved':
      return ['location'];
    case 'closed':
    case 'reopened':
      return ['closedOn'];
    case 'added':
    case 'mergedInto':
    case 'confirmed':
      return [];
  }
}

/** By content: lists and places are other objects in every edition. */
const same = (one: unknown, other: unknown): boolean => one === other || JSON.stringify(one) === JSON.stringify(other);
