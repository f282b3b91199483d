import type { Moment } from '../change.ts';
import type { Project } from '../project.ts';
import type { City } from '#app/domain/city/city.ts';
import { editHead } from './project-head.ts';

/** Binds the project to another edition of its city. Frozen evidence stays as it is; `compareEvidence` lists what differs. */
export function rebindEdition(project: Project, city: City): Moment {
  const { bundleId, city: cityName, edition, contentHash } = city.manifest;
  return editHead(
    project,
    { city: { bundleId, cityName, edition, contentHash } },
    { note: { key: 'history.rebindEdition', values: { edition } } },
  );
}
