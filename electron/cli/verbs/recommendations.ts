import { jobs } from '#app/jobs/registry.ts';
import { problemOutcome } from '../problem-outcome.ts';
import type { Verb } from '../verb.ts';
import { cityAndProject, createdAt, exportOptions, noProgress, written } from './export-input.ts';

/** `qw recommendations PROJECT -o FILE.xlsx`: every recommendation of a project, one row each. */
export const recommendations: Verb = {
  name: 'recommendations',
  summary: 'paper.cli.recommendations',
  positionals: ['PROJECT'],
  options: { bundle: { type: 'string', summary: 'paper.cli.bundle' }, ...exportOptions },
  run: async (input, tools) => {
    const opened = await cityAndProject(input, tools);
    if (!opened.ok) return problemOutcome(opened.failure, tools.translate);
    const answer = await jobs['recommendations.export']({ ...opened.value, language: tools.language, createdAt: createdAt(input) }, noProgress);
    return answer.ok ? written(answer.value, input, tools) : problemOutcome(answer.failure, tools.translate);
  },
};
