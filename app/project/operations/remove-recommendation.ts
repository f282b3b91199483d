import type { Moment } from '../change.ts';
import type { Project } from '../project.ts';
import { putChange, recordOf, removeChange } from '../records.ts';
import type { RecommendationId } from '#shared/ids.ts';

/** Removes a Handlungsempfehlung; Steckbriefe that name it lose the link in the same step. */
export const removeRecommendation = (project: Project, id: RecommendationId): Moment => ({
  note: { key: 'history.removeRecommendation', values: { title: recordOf(project, 'recommendation', id)?.title ?? id } },
  changes: [
    ...project.measures.filter((sheet) => sheet.recommendation === id).map((sheet) => putChange(project, 'measure', { ...sheet, recommendation: undefined })),
    ...removeChange(project, 'recommendation', id),
  ],
});
