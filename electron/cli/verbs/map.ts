import { mapSheetSvg } from '#app/exchange/export/map-sheet/map-sheet-svg.ts';
import { jobs } from '#app/jobs/registry.ts';
import { newProject } from '#app/project/new-project.ts';
import { asId, type LevelId } from '#shared/ids.ts';
import type { City } from '#app/domain/city/city.ts';
import { availableIndexDates } from '#app/domain/social-index/available-index-dates.ts';
import { problemOutcome } from '../problem-outcome.ts';
import type { Verb, VerbTools } from '../verb.ts';
import { textOf, textsOf, UsageError } from '../verb.ts';
import { chosen, cityWithRegister, listOf, registerOption } from './analysis-input.ts';
import { activeProfile, createdAt, exportOptions, indexFor, noProgress, written } from './export-input.ts';

/** `qw map BUNDLE --level sozialquartier -o FILE.png`: the printed map of the index. */
export const map: Verb = {
  name: 'map',
  summary: 'paper.cli.map',
  positionals: ['BUNDLE'],
  options: {
    level: { type: 'string', summary: 'paper.cli.level' },
    area: { type: 'string', summary: 'paper.cli.area' },
    date: { type: 'string', summary: 'paper.cli.date' },
    category: { type: 'string', multiple: true, summary: 'paper.cli.category' },
    width: { type: 'string', summary: 'paper.cli.width' },
    ...registerOption,
    ...exportOptions,
  },
  run: async (input, tools) => {
    const opened = await cityWithRegister(input, tools);
    if (!opened.ok) return problemOutcome(opened.failure, tools.translate);
    const city = opened.value;
    const wanted = textOf(input, 'level');
    const area = textOf(input, 'area');
    const finest = city.levels.toSorted((a, b) => b.order - a.order);
    const level = wanted === undefined ? (finest.find(({ nestsIn }) => nestsIn !== undefined) ?? finest[0]!).id : chosen(city.levels, wanted, tools).id;
    const width = Number(textOf(input, 'width') ?? '1600');
    if (!Number.isInteger(width) || width < 200 || width > 10_000) throw new UsageError(`--width ${textOf(input, 'width') ?? ''} (200–10000)`);
    const index = await latestIndex(city, level, textOf(input, 'date'), tools);
    if (index?.ok === false) return problemOutcome(index.failure, tools.translate);
    const request = {
      city,
      index: index?.value,
      coverage: undefined,
      focus: area === undefined ? undefined : chosen(city.areas, area, tools).id,
      level,
      categories: listOf(textsOf(input, 'category')).map((given) => chosen(city.categories, given, tools).id),
      title: '',
      subtitle: '',
      language: tools.language,
      createdAt: createdAt(input),
    };
    if (textOf(input, 'output')?.endsWith('.svg') === true) return written(new TextEncoder().encode(mapSheetSvg(request)), input, tools);
    const answer = await jobs['map.export']({ ...request, width }, noProgress);
    return answer.ok ? written(answer.value, input, tools) : problemOutcome(answer.failure, tools.translate);
  },
};

/** The index where it can be computed; a city without index indicators still gets its map of areas. */
async function latestIndex(city: City, level: LevelId, date: string | undefined, tools: VerbTools): Promise<Awaited<ReturnType<typeof indexFor>> | undefined> {
  const project = newProject(city, asId('unsaved'));
  const profile = activeProfile(city, project);
  if (date === undefined && (profile === undefined || availableIndexDates(city, profile, level).length === 0)) return undefined;
  return indexFor(city, project, level, date, tools);
}
