import { expect, test } from 'vitest';
import { aFullProject } from '#test/builders/a-project.ts';
import { applyMoment, inverseOf } from './apply.ts';
import { editRecommendation, type RecommendationPatch } from './operations/edit-recommendation.ts';

const project = aFullProject();
const [sheet] = project.recommendations;
const after = (patch: RecommendationPatch) => applyMoment(project, editRecommendation(project, sheet!.id, patch)).recommendations[0];

test('taking a proposal over as it is decides it, and can be undone', () => {
  expect(sheet?.proposals).toEqual(['priority', 'priorityReason']);
  expect(after({ priority: sheet?.priority, priorityReason: sheet?.priorityReason })).toEqual({ ...sheet, proposals: undefined });
  const moment = editRecommendation(project, sheet!.id, { priority: sheet?.priority });
  expect(applyMoment(applyMoment(project, moment), inverseOf(moment))).toEqual(project);
});

test('writing something else decides that field only, other fields decide nothing', () => {
  expect(after({ priority: 'low' })).toMatchObject({ priority: 'low', proposals: ['priorityReason'] });
  expect(after({ costs: 'keine' })?.proposals).toEqual(['priority', 'priorityReason']);
});
