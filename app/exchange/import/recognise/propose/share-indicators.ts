import type { IndicatorInput, LevelInput } from './proposal-parts.ts';
import type { TableContext } from './table-context.ts';

const BURDEN = /arbeitslos|unemploy|sgb|grundsicherung|transferbez|leistungsbe|leistungsempf|beneficiar|sozialhilfe|armut|wohngeld|schuld|wohnungslos|homeless|räumung/i;
const DESCRIBES = /migra|ausländ|foreign|staatsangeh|alleinerzieh|weibl|männl|frauen|deutsche/i;

/** All indicators with what can be computed from them: shares of all inhabitants where a table gives both for a day, sums on coarser levels and for the city. */
export function withShares(context: TableContext, levels: readonly LevelInput[]): readonly IndicatorInput[] {
  const made: IndicatorInput[] = [];
  for (const { input, guess } of context.indicators.values()) {
    const level = levelOf(context, input.id);
    made.push(level === undefined ? input : withSums(input, level, levels, context));
    if (guess?.countsPeople !== true || level === undefined) continue;
    const population = context.provided.get(`population|${level}`);
    const days = context.provided.get(`${input.id}|${level}`) ?? new Set();
    if (population === undefined || ![...days].some((day) => population.has(day))) continue;
    const burden = BURDEN.test(`${input.title} ${input.id}`) && !DESCRIBES.test(input.title);
    made.push(withSums({
      id: context.giveIndicator(`${input.id}_share`),
      title: `${input.title}: Anteil an allen Einwohner*innen`,
      topic: input.topic,
      unit: '%',
      decimals: 1,
      form: 'relative',
      direction: burden ? 'higherIsWorse' : 'neutral',
      numerator: input.id,
      denominator: 'population',
      computedPer: 100,
    }, level, levels, context));
  }
  return made;
}

/** The finest level whose areas have the indicator. */
function levelOf({ provided, levels }: TableContext, indicator: string): string | undefined {
  return [...levels].sort((a, b) => b.areas.length - a.areas.length).find(({ level }) => provided.has(`${indicator}|${level}`))?.level;
}

function withSums(input: IndicatorInput, level: string, levels: readonly LevelInput[], { provided }: TableContext): IndicatorInput {
  if (input.additive !== true && input.computedPer === undefined) return input;
  const days = provided.get(`${input.id}|${level}`) ?? new Set();
  const above: string[] = [];
  const passed = new Set([level]);
  for (let next = levels.find(({ id }) => id === level)?.nestsIn; next !== undefined && !passed.has(next); next = levels.find(({ id }) => id === next)?.nestsIn) {
    passed.add(next);
    // what a file gives stays; sums only fill the days it lacks
    const given = provided.get(`${input.id}|${next}`);
    if (given === undefined || [...days].some((day) => !given.has(day))) above.push(next);
  }
  return { ...input, ...(above.length > 0 ? { aggregateTo: above } : {}), cityFrom: level };
}
