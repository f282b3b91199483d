import type { Moment } from '../change.ts';
import type { Project } from '../project.ts';
import { recordOf, removeChange } from '../records.ts';
import type { PaperId } from '#shared/ids.ts';

/** Removes a Strategiepapier; the sheets it would have printed stay. */
export const removePaper = (project: Project, id: PaperId): Moment => ({
  note: { key: 'history.removePaper', values: { title: recordOf(project, 'paper', id)?.title ?? id } },
  changes: removeChange(project, 'paper', id),
});
