import type { Moment } from '../change.ts';
import type { Paper, Project } from '../project.ts';
import { recordOf } from '../records.ts';
import type { PaperId } from '#shared/ids.ts';
import { changedFields, editRecord } from './edit-record.ts';

/** Changes fields of a Strategiepapier; a change of content turns a released paper into a draft again: the release was given for another text. */
export function editPaper(project: Project, id: PaperId, patch: Partial<Omit<Paper, 'id'>>): Moment {
  const paper = recordOf(project, 'paper', id);
  const note = { key: 'history.editPaper', values: { title: patch.title ?? paper?.title ?? id } };
  if (paper === undefined) return { note, changes: [] };
  const signed = paper.state === 'agreed' || paper.state === 'released';
  const content = changedFields(paper, patch).some((field) => field !== 'state');
  return editRecord(project, 'paper', id, signed && content ? { ...patch, state: 'draft' } : patch, note);
}
