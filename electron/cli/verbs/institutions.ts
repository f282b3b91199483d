import { jobs } from '#app/jobs/registry.ts';
import { problemOutcome } from '../problem-outcome.ts';
import type { Verb } from '../verb.ts';
import { textOf, textsOf } from '../verb.ts';
import { chosen, cityWithRegister, listOf, registerOption } from './analysis-input.ts';
import { createdAt, exportOptions, noProgress, written } from './export-input.ts';

/** `qw institutions BUNDLE --category kita -o FILE.xlsx`: the address list. */
export const institutions: Verb = {
  name: 'institutions',
  summary: 'paper.cli.institutions',
  positionals: ['BUNDLE'],
  options: {
    area: { type: 'string', summary: 'paper.cli.area' },
    category: { type: 'string', multiple: true, summary: 'paper.cli.category' },
    'target-group': { type: 'string', multiple: true, summary: 'paper.cli.targetGroup' },
    internal: { type: 'boolean', summary: 'paper.cli.internal' },
    ...registerOption,
    ...exportOptions,
  },
  run: async (input, tools) => {
    const opened = await cityWithRegister(input, tools);
    if (!opened.ok) return problemOutcome(opened.failure, tools.translate);
    const city = opened.value;
    const area = textOf(input, 'area');
    const filter = {
      area: area === undefined ? undefined : chosen(city.areas, area, tools).id,
      categories: listOf(textsOf(input, 'category')).map((given) => chosen(city.categories, given, tools).id),
      targetGroups: listOf(textsOf(input, 'target-group')).map((given) => chosen(city.targetGroups, given, tools).id),
      publicOnly: input.options['internal'] !== true,
    };
    const answer = await jobs['institutions.export']({ city, filter, language: tools.language, createdAt: createdAt(input) }, noProgress);
    return answer.ok ? written(answer.value, input, tools) : problemOutcome(answer.failure, tools.translate);
  },
};
