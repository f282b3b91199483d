import type { Moment } from '../change.ts';
import type { Project } from '../project.ts';
import { putChange } from '../records.ts';
import type { MeasureProfile } from '#app/domain/planning/sheets.ts';

/** Adds a Maßnahmensteckbrief, or replaces the one with the same id. */
export const putMeasure = (project: Project, measure: MeasureProfile): Moment => ({
  note: { key: 'history.putMeasure', values: { title: measure.title } },
  changes: [putChange(project, 'measure', measure)],
});
