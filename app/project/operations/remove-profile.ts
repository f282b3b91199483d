import type { Moment } from '../change.ts';
import type { Project } from '../project.ts';
import { recordOf, removeChange } from '../records.ts';
import type { ProfileId } from '#shared/ids.ts';

/** Removes an index profile; the check refuses it for the active one. */
export const removeProfile = (project: Project, id: ProfileId): Moment => ({
  note: { key: 'history.removeProfile', values: { title: recordOf(project, 'profile', id)?.title.de ?? id } },
  changes: removeChange(project, 'profile', id),
});
