import type { PopulationCells } from '#app/domain/city/city.ts';
import { areasOfCity } from '#app/domain/city/city-outline.ts';
import { areaIndexOf } from '#app/domain/geometry/area-index.ts';
import { isKnownCrs, transformation } from '#app/domain/geometry/crs.ts';
import { boundsOf, boundsOfAll, labelPointOf } from '#app/domain/geometry/shape-measures.ts';
import type { Coordinate } from '#app/domain/geometry/shapes.ts';
import { numberOf } from '#shared/cell.ts';
import { asDate, asId } from '#shared/ids.ts';
import { columnNumberFormat } from '../recognise/column-number-format.ts';
import { plainText } from '#app/domain/source/columns.ts';
import { cellReader } from '../recognise/read-cell.ts';
import type { Recipe } from '../recipe/recipe-schema.ts';
import type { PlacingContext } from './build-context.ts';
import { coordinateReader } from './coordinate-reader.ts';
import { gridCell } from './grid-key.ts';
import { placedPoints } from './placed-points.ts';
import { columnIndex, openRows } from './rows.ts';
import type { Place, RowSource, SourceRow } from './rows.ts';
import type { BuiltLevel } from './shaped-area.ts';
import { lookupIn } from './table-areas.ts';

type RecipePopulation = NonNullable<Recipe['population']>;
const PLACE: Place = { part: 'population', subject: 'population' };

/**
 * People in small cells. Cells outside the city (a grid of the whole country) are left out and counted. A count that is secret or unknown has no
 * place in a cell: such cells count nobody of that age, and the report says how many they are.
 */
export function buildPopulation(context: PlacingContext, levels: readonly BuiltLevel[]): PopulationCells | undefined {
  const { population } = context.recipe;
  if (population === undefined) return undefined;
  const source = openRows(context, population.from, PLACE);
  const placed = source && placeReader(context, population, source, levels);
  if (source === undefined || placed === undefined) return undefined;
  const columns = population.ageGroups.map(({ column }) => columnIndex(source, column, context, PLACE));
  if (columns.some((column) => column === undefined)) return undefined;
  const readers = columns.map((column) => countReader(source, column!, population));
  const [inCity, isNear] = [insideOf(levels), nearOf(levels)];
  let isOfCity = true;
  const x: number[] = [];
  const y: number[] = [];
  const counts: number[][] = columns.map(() => []);
  const unknown = new Map<string, number>();
  const unreadable: string[] = [];
  let [outside, placeless, outsidePeople] = [0, 0, 0];
  for (const row of source.rows) {
    const at = placed.at(row);
    const people = readers.map((read) => read(row));
    const all = people.reduce((sum: number, count) => sum + (typeof count === 'number' ? count : 0), 0);
    if (at === undefined) {
      placeless += 1;
      continue;
    }
    if (!inCity(at)) {
      outside += 1;
      isOfCity &&= isNear(at);
      outsidePeople += all;
      continue;
    }
    x.push(at[0]);
    y.push(at[1]);
    people.forEach((count, group) => {
      if (typeof count === 'string') unreadable.push(`${row.line}: ${count}`);
      if (count === undefined) unknown.set(population.ageGroups[group]!.name, (unknown.get(population.ageGroups[group]!.name) ?? 0) + 1);
      counts[group]!.push(typeof count === 'number' ? count : 0);
    });
  }
  const { log } = context;
  const total = counts.reduce((sum, group) => sum + group.reduce((one, count) => one + count, 0), 0);
  log.decision('population', 'population', 'populationRead', { cells: x.length, people: Math.round(total) });
  const isNotable = isOfCity && outsidePeople > (total + outsidePeople) * NOTABLE_SHARE;
  if (outside > 0) (isNotable ? log.warning : log.decision)('population', 'population', 'cellsOutside', { cells: outside, people: Math.round(outsidePeople) });
  if (placeless > 0) log.warning('population', 'population', 'cellsWithoutPlace', { cells: placeless }, placed.placeless());
  if (unknown.size > 0) log.warning('population', 'population', 'cellsWithoutCount', {}, [...unknown].map(([group, cells]) => `${group} (${cells})`));
  if (unreadable.length > 0) log.warning('population', 'population', 'cellsUnreadable', { count: unreadable.length }, unreadable);
  if (population.from.by === 'areas') log.warning('population', 'population', 'populationByAreas', { cells: x.length });
  if (x.length === 0) log.error('population', 'population', 'populationEmpty', { rows: source.rows.length });
  return {
    date: asDate(population.date),
    cellSize: placed.cellSize,
    ageGroups: population.ageGroups.map(({ id, name, from, to }) => ({ id: asId(id), name, from, to })),
    x: Float64Array.from(x),
    y: Float64Array.from(y),
    counts: counts.map((group) => Float64Array.from(group)),
  };
}

type PlaceReader = { readonly at: (row: SourceRow) => Coordinate | undefined; readonly cellSize: number | undefined; readonly placeless: () => readonly string[] };

function placeReader(context: PlacingContext, { from }: RecipePopulation, source: RowSource, levels: readonly BuiltLevel[]): PlaceReader | undefined {
  const placeless: string[] = [];
  const answer = (at: ((row: SourceRow) => Coordinate | undefined) | undefined, cellSize: number | undefined): PlaceReader | undefined => at && { at, cellSize, placeless: () => placeless };
  switch (from.by) {
    case 'layer':
      return answer(placedPoints(context, from.file, source, PLACE), from.cellSize);
    case 'coordinates':
      return answer(coordinateReader(source, from, context, PLACE), from.cellSize);
    case 'grid': {
      const index = columnIndex(source, from.column, context, PLACE);
      if (index === undefined || !isKnownCrs(from.crs)) return undefined;
      const toCity = transformation(from.crs, context.crs);
      const size = source.rows.map(({ cells }) => gridCell(plainText(cells[index]))?.size).find((edge) => edge !== undefined);
      return answer(({ cells }) => {
        const cell = gridCell(plainText(cells[index]));
        if (cell === undefined) placeless.push(plainText(cells[index]));
        return cell && toCity(cell.middle);
      }, size);
    }
    case 'areas': {
      const level = levels.find((candidate) => candidate.level.id === from.area.level);
      const index = columnIndex(source, from.area.column, context, PLACE);
      if (level === undefined || index === undefined) return undefined;
      const find = lookupIn(level, from.area);
      const points = new Map(level.areas.map(({ id, shape }) => [id as string, labelPointOf(shape)]));
      return answer(({ cells }) => {
        const found = find(cells[index]);
        if (found.kind === 'unknown' || found.kind === 'unclear') placeless.push(found.text);
        return found.kind === 'area' ? points.get(found.id) : undefined;
      }, undefined);
    }
  }
}

/** A count; undefined for a secret or unknown one; the text of what is neither. */
function countReader(source: RowSource, index: number, { numbers, signs }: RecipePopulation): (row: SourceRow) => number | string | undefined {
  const read = cellReader({ numbers: numbers ?? columnNumberFormat(source.rows.map(({ cells }) => cells[index])).format, signs, form: 'absolute' });
  return ({ cells }) => {
    const reading = read(cells[index]);
    if ('unreadable' in reading) return reading.unreadable;
    const count = numberOf(reading.cell);
    return count === undefined || count < 0 ? undefined : count;
  };
}

/** Inside any area of the level that is the city. */
function insideOf(levels: readonly BuiltLevel[]): (at: Coordinate) => boolean {
  const index = areaIndexOf(areasOfCity(levels.map(({ areas }) => areas)));
  return (at) => at.every(Number.isFinite) && index.at(at) !== undefined;
}

/** Metres: a file whose cells all lie this close speaks of this city; a grid of the country goes on beyond. */
const NEAR_CITY = 5_000;
/** More people outside than along a border drawn through cells. */
const NOTABLE_SHARE = 0.02;

/** Tells of a grid of the country, of which most lies elsewhere, from a file of the city whose people the areas do not hold. */
function nearOf(levels: readonly BuiltLevel[]): (at: Coordinate) => boolean {
  const box = boundsOfAll(levels.flatMap(({ areas }) => areas.map(({ shape }) => boundsOf(shape))));
  return ([x, y]) => box !== undefined && x >= box.minX - NEAR_CITY && x <= box.maxX + NEAR_CITY && y >= box.minY - NEAR_CITY && y <= box.maxY + NEAR_CITY;
}
