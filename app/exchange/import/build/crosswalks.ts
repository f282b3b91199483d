import type { PopulationCells } from '#app/domain/city/city.ts';
import { areaIndexOf } from '#app/domain/geometry/area-index.ts';
import { intersectionOf } from '#app/domain/geometry/overlay.ts';
import { areaOf, boundsOf } from '#app/domain/geometry/shape-measures.ts';
import type { MultiPolygon } from '#app/domain/geometry/shapes.ts';
import { incompleteShares } from '#app/domain/values/carry-over.ts';
import type { CrosswalkShare } from '#app/domain/values/carry-over.ts';
import type { Recipe } from '../recipe/recipe-schema.ts';
import { plainText } from '#app/domain/source/columns.ts';
import { readNumber } from '../recognise/numbers.ts';
import type { PlacingContext } from './build-context.ts';
import { keyOf } from './area-keys.ts';
import { placedShapes } from './placed-shapes.ts';
import { columnIndex, openRows } from './rows.ts';
import type { Place } from './rows.ts';
import type { BuiltLevel, ShapedArea } from './shaped-area.ts';

export type BuiltCrosswalk = { readonly id: string; readonly oldKeys: readonly string[]; readonly shares: readonly CrosswalkShare[] };
type RecipeCrosswalk = Recipe['crosswalks'][number];

/** Shares below this are edges that do not quite meet, not people. */
const SMALLEST_SHARE = 0.001;

/** The crosswalks of the recipe by id; one that cannot be used is missing and an error. */
export function buildCrosswalks(context: PlacingContext, levels: readonly BuiltLevel[], population: PopulationCells | undefined): ReadonlyMap<string, BuiltCrosswalk> {
  return new Map(context.recipe.crosswalks.flatMap((crosswalk): [string, BuiltCrosswalk][] => {
    const level = levels.find((candidate) => candidate.level.id === crosswalk.level);
    const place: Place = { part: 'tables', subject: crosswalk.id };
    const shares = level && sharesOf(context, crosswalk, level.areas, population, place);
    if (shares === undefined) return [];
    if (shares.length === 0) {
      context.log.error('tables', crosswalk.id, 'crosswalkEmpty');
      return [];
    }
    const incomplete = incompleteShares(shares);
    if (incomplete.length > 0) context.log.warning('tables', crosswalk.id, 'crosswalkIncomplete', { count: incomplete.length }, incomplete.map(({ from, sum }) => `${from}: ${(sum * 100).toFixed(1)} %`));
    return [[crosswalk.id, { id: crosswalk.id, oldKeys: [...new Set(shares.map(({ from }) => from))], shares }]];
  }));
}

function sharesOf(context: PlacingContext, crosswalk: RecipeCrosswalk, areas: readonly ShapedArea[], population: PopulationCells | undefined, place: Place): readonly CrosswalkShare[] | undefined {
  return crosswalk.method.by === 'table' ? sharesFromTable(context, crosswalk.method, areas, place) : sharesFromOutlines(context, crosswalk.method, areas, population, place);
}

function sharesFromTable(context: PlacingContext, method: Extract<RecipeCrosswalk['method'], { by: 'table' }>, areas: readonly ShapedArea[], place: Place): readonly CrosswalkShare[] | undefined {
  const source = openRows(context, method, place);
  if (source === undefined) return undefined;
  const [from, to] = [columnIndex(source, method.from, context, place), columnIndex(source, method.to, context, place)];
  const share = method.share === undefined ? undefined : columnIndex(source, method.share, context, place);
  if (from === undefined || to === undefined || (method.share !== undefined && share === undefined)) return undefined;
  const ids = new Set<string>(areas.map(({ id }) => id));
  const unknown: string[] = [];
  const unreadable: string[] = [];
  const shares = source.rows.flatMap(({ cells, line }): CrosswalkShare[] => {
    const target = plainText(cells[to]);
    if (!ids.has(target)) unknown.push(`${line}: ${target}`);
    const part = share === undefined ? 1 : shareIn(cells[share]);
    if (part === undefined) unreadable.push(`${line}: ${plainText(cells[share!])}`);
    return ids.has(target) && part !== undefined ? [{ from: plainText(cells[from]), to: target, share: part }] : [];
  });
  if (unknown.length > 0) context.log.error(place.part, place.subject, 'crosswalkUnknownArea', {}, unknown);
  if (unreadable.length > 0) context.log.error(place.part, place.subject, 'crosswalkShareUnreadable', {}, unreadable);
  return shares;
}

function shareIn(raw: string | number | undefined): number | undefined {
  const percent = plainText(raw).endsWith('%');
  const text = plainText(raw);
  const readings = typeof raw === 'number' ? [raw] : ([',', '.'] as const).flatMap((decimal) => {
    const reading = readNumber(text, { decimal, thousands: '' });
    return reading.kind === 'number' ? [reading.value] : [];
  });
  const value = readings[0] === undefined ? undefined : readings[0] / (percent ? 100 : 1);
  return value === undefined || value < 0 || value > 1 ? undefined : value;
}

function sharesFromOutlines(context: PlacingContext, method: Exclude<RecipeCrosswalk['method'], { by: 'table' }>, areas: readonly ShapedArea[], population: PopulationCells | undefined, place: Place): readonly CrosswalkShare[] | undefined {
  const source = openRows(context, { file: method.file, layer: method.layer }, place);
  const keyAt = source && columnIndex(source, method.key.column, context, place);
  if (source?.layer === undefined || keyAt === undefined) return undefined;
  const order = { file: method.file, layer: source.layer, features: source.rows.map(({ feature }) => feature!), labelOf: (index: number) => plainText(source.rows[index]!.cells[keyAt]), repair: true };
  const shapes = placedShapes(context, order, place)?.shapes;
  if (shapes === undefined) return undefined;
  const old = shapes.flatMap((shape, index) => (shape === undefined ? [] : [{ id: keyOf(source.rows[index]!.cells[keyAt], method.key), shape }]));
  if (method.by === 'area') return old.flatMap((area) => sharesByArea(area, areas));
  if (population === undefined) {
    context.log.error(place.part, place.subject, 'crosswalkNeedsPopulation');
    return undefined;
  }
  return sharesByPeople(old, areas, population);
}

type OldArea = { readonly id: string; readonly shape: MultiPolygon };

function sharesByArea({ id, shape }: OldArea, areas: readonly ShapedArea[]): CrosswalkShare[] {
  const whole = areaOf(shape);
  const box = boundsOf(shape);
  return areas.flatMap((area) => {
    const other = boundsOf(area.shape);
    const apart = box === undefined || other === undefined || box.minX > other.maxX || box.maxX < other.minX || box.minY > other.maxY || box.maxY < other.minY;
    const share = apart || whole <= 0 ? 0 : areaOf(intersectionOf(shape, area.shape)) / whole;
    return share >= SMALLEST_SHARE ? [{ from: id, to: area.id as string, share: Math.min(1, share) }] : [];
  });
}

/** By the people who live in each part; an old area without anybody goes by its land. */
function sharesByPeople(old: readonly OldArea[], areas: readonly ShapedArea[], population: PopulationCells): CrosswalkShare[] {
  const oldAt = areaIndexOf(old);
  const newAt = areaIndexOf(areas);
  const people = new Map<string, Map<string, number>>();
  population.x.forEach((x, cell) => {
    const [from, to] = [oldAt.at([x, population.y[cell]!]), newAt.at([x, population.y[cell]!])];
    if (from === undefined || to === undefined) return;
    const here = population.counts.reduce((sum, counts) => sum + counts[cell]!, 0);
    const parts = people.get(from.id) ?? new Map<string, number>();
    people.set(from.id, parts.set(to.id, (parts.get(to.id) ?? 0) + here));
  });
  return old.flatMap((area) => {
    const parts = people.get(area.id) ?? new Map<string, number>();
    const all = [...parts.values()].reduce((sum, part) => sum + part, 0);
    return all > 0 ? [...parts].map(([to, part]) => ({ from: area.id, to, share: part / all })) : sharesByArea(area, areas);
  });
}
