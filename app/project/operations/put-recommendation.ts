import type { Moment } from '../change.ts';
import type { Project } from '../project.ts';
import { putChange } from '../records.ts';
import type { Recommendation } from '#app/domain/planning/sheets.ts';

/** Adds a Handlungsempfehlung, or replaces the one with the same id. */
export const putRecommendation = (project: Project, recommendation: Recommendation): Moment => ({
  note: { key: 'history.putRecommendation', values: { title: recommendation.title } },
  changes: [putChange(project, 'recommendation', recommendation)],
});
