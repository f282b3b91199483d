import type { Change, Moment } from '../change.ts';
import type { Project } from '../project.ts';
import { putChange } from '../records.ts';
import type { InstitutionRevision } from '#app/domain/register/institution-revision.ts';
import type { InstitutionId } from '#shared/ids.ts';
import { revisionChanges } from './revise-institutions.ts';

export type Merging = {
  readonly names: { readonly name: string; readonly into: string };
  readonly from: InstitutionId;
  readonly into: InstitutionId;
  /** What is taken over into the entry that stays, if anything, then the merging itself. */
  readonly revisions: readonly InstitutionRevision[];
};

/**
 * Makes two entries of the register one. Sheets that name the entry that leaves name the one that stays from then on, in the same step; they
 * are about the same institution as before, so what others agreed on stays agreed.
 */
export function mergeInstitutions(project: Project, { from, into, names, revisions }: Merging): Moment {
  const recommendations = project.recommendations
    .filter(({ existingOffers }) => existingOffers.includes(from))
    .map((sheet): Change => putChange(project, 'recommendation', { ...sheet, existingOffers: followed(sheet.existingOffers, from, into) }));
  const measures = project.measures.filter(({ sites }) => sites.includes(from)).map((sheet): Change => putChange(project, 'measure', { ...sheet, sites: followed(sheet.sites, from, into) }));
  return { note: { key: 'history.institution.mergedInto', values: names }, changes: [...revisionChanges(project, revisions), ...recommendations, ...measures] };
}

const followed = (ids: readonly InstitutionId[], from: InstitutionId, into: InstitutionId): readonly InstitutionId[] => [...new Set(ids.map((id) => (id === from ? into : id)))];
