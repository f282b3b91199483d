import type { Moment } from '../change.ts';
import type { Project } from '../project.ts';
import { recordOf, removeChange } from '../records.ts';
import type { MeasureId } from '#shared/ids.ts';

/** Removes a Maßnahmensteckbrief. */
export const removeMeasure = (project: Project, id: MeasureId): Moment => ({
  note: { key: 'history.removeMeasure', values: { title: recordOf(project, 'measure', id)?.title ?? id } },
  changes: removeChange(project, 'measure', id),
});
