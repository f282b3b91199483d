import type { Coordinate } from '#app/domain/geometry/shapes.ts';

export type Line = readonly Coordinate[];

/** A smooth curve through the control points (centripetal Catmull–Rom), sampled about every `step` metres. */
export function smoothLine(controls: Line, step: number): Coordinate[] {
  const first = controls[0];
  const last = controls[controls.length - 1];
  if (first === undefined || last === undefined) return [];
  const points: Line = [first, ...controls, last];
  const curve: Coordinate[] = [];
  for (let i = 1; i + 2 < points.length; i++) {
    const [a, b, c, d] = points.slice(i - 1, i + 3) as [Coordinate, Coordinate, Coordinate, Coordinate];
    for (let s = 0; s < 40; s++) curve.push([spline(a[0], b[0], c[0], d[0], s / 40), spline(a[1], b[1], c[1], d[1], s / 40)]);
  }
  curve.push(last);
  return resample(curve, step);
}

/** The same line with vertices at equal distances. */
export function resample(line: Line, step: number): Coordinate[] {
  const total = lengthOf(line);
  const pieces = Math.max(1, Math.round(total / step));
  const result: Coordinate[] = [];
  let walked = 0;
  let next = 0;
  for (let i = 0; i + 1 < line.length; i++) {
    const [a, b] = [line[i], line[i + 1]] as [Coordinate, Coordinate];
    const length = distance(a, b);
    while (next < pieces && walked + length >= (next * total) / pieces) {
      const t = length === 0 ? 0 : ((next * total) / pieces - walked) / length;
      result.push([a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]);
      next++;
    }
    walked += length;
  }
  const end = line[line.length - 1];
  if (end !== undefined) result.push(end);
  return result;
}

/** The line moved `metres` to its left (negative: right); `metres` may vary along it. */
export function offsetLine(line: Line, metres: (index: number) => number): Coordinate[] {
  return line.map((point, i) => {
    const before = line[Math.max(0, i - 1)] ?? point;
    const after = line[Math.min(line.length - 1, i + 1)] ?? point;
    const length = distance(before, after) || 1;
    const by = metres(i);
    return [point[0] - ((after[1] - before[1]) / length) * by, point[1] + ((after[0] - before[0]) / length) * by];
  });
}

/** Metres to the line, and the side: positive is left of its direction. */
export function signedDistance(line: Line, x: number, y: number): number {
  let best = Infinity;
  let side = 1;
  for (let i = 0; i + 1 < line.length; i++) {
    const [a, b] = [line[i], line[i + 1]] as [Coordinate, Coordinate];
    const dx = b[0] - a[0];
    const dy = b[1] - a[1];
    const t = Math.max(0, Math.min(1, ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy || 1)));
    const gap = (x - a[0] - t * dx) ** 2 + (y - a[1] - t * dy) ** 2;
    if (gap < best) {
      best = gap;
      side = dx * (y - a[1]) - dy * (x - a[0]) >= 0 ? 1 : -1;
    }
  }
  return Math.sqrt(best) * side;
}

export const distance = (a: Coordinate, b: Coordinate) => Math.hypot(a[0] - b[0], a[1] - b[1]);

export function lengthOf(line: Line): number {
  let sum = 0;
  for (let i = 0; i + 1 < line.length; i++) sum += distance(line[i] as Coordinate, line[i + 1] as Coordinate);
  return sum;
}

function spline(a: number, b: number, c: number, d: number, t: number): number {
  return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t);
}
