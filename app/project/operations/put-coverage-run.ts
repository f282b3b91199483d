import type { Moment } from '../change.ts';
import type { CoverageRun, Project } from '../project.ts';
import { putChange } from '../records.ts';

/** Stores a coverage question under its name, or replaces the one with the same id. Its result is computed, never stored. */
export const putCoverageRun = (project: Project, run: CoverageRun): Moment => ({
  note: { key: 'history.putCoverageRun', values: { title: run.title } },
  changes: [putChange(project, 'coverageRun', run)],
});
