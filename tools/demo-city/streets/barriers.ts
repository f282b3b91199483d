import type { Coordinate } from '#app/domain/geometry/shapes.ts';
import type { Line } from '../ground/polyline.ts';

/** Says whether the way from a to b crosses river or railway. */
export type Crosses = (a: Coordinate, b: Coordinate) => boolean;

const BIN = 250;

/** Barriers in a grid of bins, so that a test looks at a handful of pieces only. */
export function barriersOf(lines: readonly Line[]): Crosses {
  const bins = new Map<string, [Coordinate, Coordinate][]>();
  for (const line of lines) {
    for (let i = 0; i + 1 < line.length; i++) {
      const piece = [line[i], line[i + 1]] as [Coordinate, Coordinate];
      for (const bin of binsOf(...piece)) bins.set(bin, [...(bins.get(bin) ?? []), piece]);
    }
  }
  return (a, b) => binsOf(a, b).some((bin) => bins.get(bin)?.some(([c, d]) => intersect(a, b, c, d)));
}

function binsOf(a: Coordinate, b: Coordinate): string[] {
  const found: string[] = [];
  const low = (i: 0 | 1) => Math.floor(Math.min(a[i], b[i]) / BIN);
  const high = (i: 0 | 1) => Math.floor(Math.max(a[i], b[i]) / BIN);
  for (let column = low(0); column <= high(0); column++) for (let row = low(1); row <= high(1); row++) found.push(`${column},${row}`);
  return found;
}

function intersect(a: Coordinate, b: Coordinate, c: Coordinate, d: Coordinate): boolean {
  return turn(a, b, c) * turn(a, b, d) <= 0 && turn(c, d, a) * turn(c, d, b) <= 0;
}

const turn = (a: Coordinate, b: Coordinate, c: Coordinate) => Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
