import type { Moment } from '../change.ts';
import type { Project } from '../project.ts';
import { recordOf } from '../records.ts';
import { renumbered } from '#app/domain/planning/numbering.ts';
import { proposalsWithout } from '#app/domain/planning/proposals.ts';
import type { Recommendation } from '#app/domain/planning/sheets.ts';
import type { RecommendationId } from '#shared/ids.ts';
import { editRecord } from './edit-record.ts';
import { withdrawRelease } from './withdraw-release.ts';

export type RecommendationPatch = Partial<Omit<Recommendation, 'id' | 'number' | 'version'>>;

/**
 * Changes fields of a Handlungsempfehlung. A sheet that others have agreed on or released goes back to draft as the next
 * version, since signatures hold for the content they were given for; the number follows the Handlungsfeld only while the sheet is a first draft.
 * A field the planner sets is no proposal any more, even when it is set to what was proposed.
 */
export function editRecommendation(project: Project, id: RecommendationId, patch: RecommendationPatch): Moment {
  const sheet = recordOf(project, 'recommendation', id);
  const note = { key: 'history.editRecommendation', values: { title: patch.title ?? sheet?.title ?? id } };
  if (sheet === undefined) return { note, changes: [] };
  const firstDraft = sheet.state === 'draft' && sheet.version === 1;
  const taken = project.recommendations.filter((other) => other.id !== id).map((other) => other.number);
  const number = firstDraft && patch.field !== undefined && patch.field !== sheet.field ? { number: renumbered(sheet.number, patch.field, taken) } : {};
  return editRecord(project, 'recommendation', id, { ...withdrawRelease(sheet, patch), ...number, ...decided(sheet, patch) }, note);
}

function decided(sheet: Recommendation, patch: RecommendationPatch): RecommendationPatch {
  const set = Object.keys(patch);
  return sheet.proposals?.some((field) => set.includes(field)) === true ? { proposals: proposalsWithout(sheet, set) } : {};
}
