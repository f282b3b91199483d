import type { Moment } from '../change.ts';
import type { Project } from '../project.ts';
import { putChange, recordOf, removeChange } from '../records.ts';
import type { CoverageRunId } from '#shared/ids.ts';

/** Removes a coverage run; sheets and papers that name it lose the link in the same step. */
export const removeCoverageRun = (project: Project, id: CoverageRunId): Moment => ({
  note: { key: 'history.removeCoverageRun', values: { title: recordOf(project, 'coverageRun', id)?.title ?? id } },
  changes: [
    ...project.recommendations.filter((sheet) => sheet.coverageRun === id).map((sheet) => putChange(project, 'recommendation', { ...sheet, coverageRun: undefined })),
    ...project.papers
      .filter((paper) => paper.coverageRuns.includes(id))
      .map((paper) => putChange(project, 'paper', { ...paper, coverageRuns: paper.coverageRuns.filter((run) => run !== id) })),
    ...removeChange(project, 'coverageRun', id),
  ],
});
