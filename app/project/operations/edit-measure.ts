import type { Moment } from '../change.ts';
import type { Project } from '../project.ts';
import { recordOf } from '../records.ts';
import type { MeasureProfile } from '#app/domain/planning/sheets.ts';
import type { MeasureId } from '#shared/ids.ts';
import { editRecord } from './edit-record.ts';
import { withdrawRelease } from './withdraw-release.ts';

export type MeasurePatch = Partial<Omit<MeasureProfile, 'id' | 'number' | 'version'>>;

/** Changes fields of a Maßnahmensteckbrief; one that others have signed goes back to draft as the next version: signatures hold for the content they were given for. */
export function editMeasure(project: Project, id: MeasureId, patch: MeasurePatch): Moment {
  const sheet = recordOf(project, 'measure', id);
  const note = { key: 'history.editMeasure', values: { title: patch.title ?? sheet?.title ?? id } };
  return sheet === undefined ? { note, changes: [] } : editRecord(project, 'measure', id, withdrawRelease(sheet, patch), note);
}
