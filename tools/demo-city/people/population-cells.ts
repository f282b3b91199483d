import type { Coordinate, MultiPolygon } from '#app/domain/geometry/shapes.ts';
import { insideShape } from '../ground/shapes-of-labels.ts';
import { signedDistance } from '../ground/polyline.ts';
import type { Ground } from '../ground/ground.ts';
import { quarters, type Fabric, type QuarterPlan } from '../names/quarters.ts';
import { fractalNoise, type Noise } from '../noise.ts';
import { randomStream } from '../random.ts';
import { apportion } from './apportion.ts';

/** A square of 100 m where people live; `counts` in the order of the nine age groups. */
export type PeopleCell = { readonly centre: Coordinate; readonly quarter: string; readonly labourDistrict: string; readonly counts: readonly number[] };

/** How closely people live by kind of quarter, and how much that differs from square to square. */
const closeness: Record<Fabric, { readonly level: number; readonly spread: number }> = {
  oldTown: { level: 1, spread: 0.35 }, blocks: { level: 1, spread: 0.4 }, estate: { level: 1, spread: 1.1 }, terraces: { level: 1, spread: 0.5 },
  villas: { level: 1, spread: 0.4 }, village: { level: 1, spread: 0.7 }, harbour: { level: 1, spread: 1 }, campus: { level: 1, spread: 0.8 },
};

/**
 * Puts the people of each quarter into the 100 m squares of its residential land; sums per quarter and age group are exact.
 * `origin` is the absolute position of the market square: squares follow the national grid (multiples of 100 m).
 */
export function populationCells(ground: Ground, ages: ReadonlyMap<string, readonly number[]>, origin: Coordinate): PeopleCell[] {
  const random = randomStream('people');
  const uneven = fractalNoise('density', 480, 3);
  const squares = squaresByQuarter(ground, origin);
  return quarters.flatMap((quarter) => fillQuarter(quarter, squares.get(quarter.key) ?? [], ages.get(quarter.key) ?? [], uneven, ground, random));
}

function fillQuarter(
  quarter: QuarterPlan, squares: readonly Coordinate[], ages: readonly number[], uneven: Noise, ground: Ground, random: ReturnType<typeof randomStream>,
): PeopleCell[] {
  const total = ages.reduce((sum, count) => sum + count, 0);
  const chosen = quarter.fabric === 'harbour' ? squares.slice(0, 9) : squares;
  const sizes = apportion(total, chosen.map((at) => densityAt(quarter, at, uneven, random.normal())));
  const everybody = random.shuffle(ages.flatMap((count, group) => Array<number>(count).fill(group)));
  let next = 0;
  const cells: PeopleCell[] = [];
  chosen.forEach((centre, i) => {
    const counts = ages.map(() => 0);
    for (const group of everybody.slice(next, next + (sizes[i] ?? 0))) counts[group] = (counts[group] ?? 0) + 1;
    next += sizes[i] ?? 0;
    if ((sizes[i] ?? 0) > 0) cells.push({ centre, quarter: quarter.key, labourDistrict: labourDistrictAt(ground, centre), counts });
  });
  return cells;
}

/** Closer towards the middle of the town and of the quarter, uneven from block to block. */
function densityAt(quarter: QuarterPlan, [x, y]: Coordinate, uneven: Noise, chance: number): number {
  const town = Math.exp(-Math.hypot(x, y) / 4200);
  const own = Math.exp(-((Math.hypot(x - quarter.x, y - quarter.y) / (900 * quarter.reach)) ** 2));
  return (0.35 + 0.6 * town + 0.7 * own) * Math.exp(closeness[quarter.fabric].spread * (uneven(x, y) + 0.35 * chance));
}

function squaresByQuarter(ground: Ground, origin: Coordinate): Map<string, Coordinate[]> {
  const found = new Map<string, Coordinate[]>();
  const boxes = [...ground.residential].map(([key, shape]) => ({ key, shape, box: boxOf(shape) }));
  const start = (middle: number, reach: number) => Math.floor((middle - reach) / 100) * 100 + 50 - middle;
  for (let y = start(origin[1], 8000); y < 8000; y += 100) for (let x = start(origin[0], 8000); x < 8000; x += 100) {
    const centre: Coordinate = [x, y];
    const home = boxes.find(({ box, shape }) => x > box[0] && x < box[2] && y > box[1] && y < box[3] && insideShape(shape, centre));
    if (home === undefined || Math.abs(signedDistance(ground.river, x, y)) < 70) continue;
    found.set(home.key, [...(found.get(home.key) ?? []), centre]);
  }
  return found;
}

function labourDistrictAt(ground: Ground, at: Coordinate): string {
  for (const [key, shape] of ground.labourDistricts) if (insideShape(shape, at)) return key;
  throw new Error('People outside the city');
}

export function boxOf(shape: MultiPolygon): readonly [number, number, number, number] {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [outer] of shape) for (const [x, y] of outer ?? []) {
    minX = Math.min(minX, x);
    minY = Math.min(minY, y);
    maxX = Math.max(maxX, x);
    maxY = Math.max(maxY, y);
  }
  return [minX, minY, maxX, maxY];
}
