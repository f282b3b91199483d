import type { Moment } from '../change.ts';
import type { CoverageRun, Project } from '../project.ts';
import { recordOf } from '../records.ts';
import type { CoverageRunId } from '#shared/ids.ts';
import { editRecord } from './edit-record.ts';

/** Renames a coverage run or changes its question. */
export const editCoverageRun = (project: Project, id: CoverageRunId, patch: Partial<Omit<CoverageRun, 'id'>>): Moment =>
  editRecord(project, 'coverageRun', id, patch, {
    key: 'history.editCoverageRun',
    values: { title: patch.title ?? recordOf(project, 'coverageRun', id)?.title ?? id },
  });
