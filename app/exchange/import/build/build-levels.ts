import type { Area, AreaLevel } from '#app/domain/city/city.ts';
import { shareInside, unionOf } from '#app/domain/geometry/overlay.ts';
import { asId } from '#shared/ids.ts';
import type { Recipe, RecipeLevel } from '../recipe/recipe-schema.ts';
import type { PlacingContext } from './build-context.ts';
import { dissolvedAreas } from './dissolved-areas.ts';
import { areasFromLayer } from './layer-areas.ts';
import { withParents } from './area-parents.ts';
import { withResidential } from './residential.ts';
import { reportNeighbours } from './report-neighbours.ts';
import type { BuiltLevel, ShapedArea } from './shaped-area.ts';

export type BuiltAreas = { readonly levels: readonly AreaLevel[]; readonly built: readonly BuiltLevel[]; readonly areas: readonly Area[] };

/** Levels and areas of the city: first those with outlines of their own, then those made of finer ones, then who lies in whom. */
export function buildLevels(context: PlacingContext): BuiltAreas {
  const { recipe, log } = context;
  const shaped = new Map<string, readonly ShapedArea[]>();
  for (const level of recipe.levels) if (!('dissolve' in level.areas)) shaped.set(level.id, areasFromLayer(context, level));
  for (const level of dissolvedInOrder(recipe)) shaped.set(level.id, dissolvedAreas(context, level, shaped));
  reportSharedKeys(context, shaped);
  const built: BuiltLevel[] = recipe.levels.map((level) => ({ level, areas: withParents(context, level, shaped) }));
  for (const { level, areas } of built) {
    if (areas.length === 0 && !log.entries.some(({ level: kind, subject }) => kind === 'error' && subject === level.id)) log.error('areas', level.id, 'levelEmpty');
  }
  for (const { level, areas } of built) if (!('dissolve' in level.areas)) reportNeighbours(context, level.id, areas);
  const complete = built.map(({ level, areas }) => {
    const otherIds = new Set<string>(built.flatMap((other) => (other.level === level ? [] : other.areas.map(({ id }) => id))));
    return { level, areas: withResidential(context, level, areas, otherIds) };
  });
  return { levels: orderedLevels(complete), built: complete, areas: complete.flatMap(({ areas }) => areas.map(plainArea)) };
}

/** A level is made of finer ones that are made already. */
function dissolvedInOrder(recipe: Recipe): readonly RecipeLevel[] {
  const waiting = recipe.levels.filter(({ areas }) => 'dissolve' in areas);
  const ordered: RecipeLevel[] = [];
  while (ordered.length < waiting.length) {
    const next = waiting.find(({ id, areas }) => {
      const finer = 'dissolve' in areas ? areas.dissolve : '';
      return !ordered.some((done) => done.id === id) && (ordered.some((done) => done.id === finer) || !waiting.some((other) => other.id === finer));
    });
    if (next === undefined) break;
    ordered.push(next);
  }
  return ordered;
}

/** Outlines of one city from two offices differ by this share of its land at most. */
const WHOLE_CITY = 0.98;
/** A level that others nest in holds at least this share of the land if it is the city. */
const WITH_LEVELS_INSIDE = 0.5;

/** The level whose one area is the city: it holds the land of all other levels. One support area beside quarters is not the city. */
function wholeCityLevel(built: readonly BuiltLevel[]): BuiltLevel | undefined {
  return built.find(({ level, areas }) => {
    if (areas.length !== 1 || level.nestsIn !== undefined) return false;
    const others = built.filter((other) => other.level.id !== level.id);
    const land = unionOf(others.flatMap((other) => other.areas.map(({ shape }) => shape)));
    const needed = others.some((other) => other.level.nestsIn === level.id) ? WITH_LEVELS_INSIDE : WHOLE_CITY;
    return (shareInside(land, areas[0]!.shape) ?? 1) >= needed;
  });
}

/** Coarsest first: the order of the recipe, with every level behind the one it nests in. 0 is kept for the whole city. */
function orderedLevels(built: readonly BuiltLevel[]): readonly AreaLevel[] {
  const ordered: BuiltLevel[] = [];
  const place = (entry: BuiltLevel): void => {
    if (ordered.includes(entry)) return;
    const coarser = built.find(({ level }) => level.id === entry.level.nestsIn);
    if (coarser !== undefined) place(coarser);
    ordered.push(entry);
  };
  const whole = wholeCityLevel(built);
  if (whole !== undefined) place(whole);
  for (const entry of built) place(entry);
  const first = whole === undefined ? 1 : 0;
  const given = built.every(({ level }) => level.order !== undefined);
  return (given ? built : ordered).map(({ level }, index) => ({
    id: asId(level.id),
    name: level.name,
    singular: level.singular,
    plural: level.plural,
    order: (given ? level.order : undefined) ?? index + first,
    nestsIn: level.nestsIn === undefined ? undefined : asId(level.nestsIn),
  }));
}

function reportSharedKeys({ log }: PlacingContext, shaped: ReadonlyMap<string, readonly ShapedArea[]>): void {
  const levelOf = new Map<string, string>();
  for (const [level, areas] of shaped) {
    const shared = areas.filter(({ id }) => (levelOf.get(id) ?? level) !== level);
    if (shared.length > 0) log.error('areas', level, 'keyOnTwoLevels', { other: levelOf.get(shared[0]!.id)! }, shared.map(({ id }) => id));
    for (const { id } of areas) levelOf.set(id, level);
  }
}

const plainArea = ({ id, level, name, shortName, parent, validFrom, validTo, shape, residential }: ShapedArea): Area => ({ id, level, name, shortName, parent, validFrom, validTo, shape, residential });
