import type { Coordinate } from './shapes.ts';

/** Squared distance from a place to the nearest of the points, in square metres. */
export type NearestPoint = (x: number, y: number) => number;

/**
 * Finds how far the nearest of many points is. The points are sorted into square boxes, about one in each; a search looks at
 * its own box and then at rings of boxes around it until no nearer point can follow. Infinity when there are no points.
 */
export function nearestPointOf(points: readonly Coordinate[]): NearestPoint {
  if (points.length === 0) return () => Infinity;
  const grid = gridOf(points);
  const { minX, minY, size, columns, rows, starts, order } = grid;
  return (x, y) => {
    const insideX = Math.min(Math.max(x, minX), grid.maxX);
    const insideY = Math.min(Math.max(y, minY), grid.maxY);
    // for a place outside the grid: its way to the grid adds to every distance (the angle there is never acute)
    const outside = (x - insideX) ** 2 + (y - insideY) ** 2;
    const column = columnAt(insideX, minX, size, columns);
    const row = columnAt(insideY, minY, size, rows);
    let best = Infinity;
    for (let ring = 0; ring <= Math.max(columns, rows); ring += 1) {
      for (let r = Math.max(row - ring, 0); r <= Math.min(row + ring, rows - 1); r += 1) {
        // inner rows of a ring have only their first and last box in it
        const step = r === row - ring || r === row + ring ? 1 : Math.max(2 * ring, 1);
        for (let c = column - ring; c <= column + ring; c += step) {
          if (c < 0 || c >= columns) continue;
          const box = r * columns + c;
          for (let i = starts[box]!; i < starts[box + 1]!; i += 1) {
            const point = points[order[i]!]!;
            const squared = (point[0] - x) ** 2 + (point[1] - y) ** 2;
            if (squared < best) best = squared;
          }
        }
      }
      if (best <= outside + (ring * size) ** 2) break;
    }
    return best;
  };
}

function gridOf(points: readonly Coordinate[]) {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    minX = Math.min(minX, x);
    minY = Math.min(minY, y);
    maxX = Math.max(maxX, x);
    maxY = Math.max(maxY, y);
  }
  const longer = Math.max(maxX - minX, maxY - minY);
  const size = Math.max(Math.sqrt(((maxX - minX) * (maxY - minY)) / points.length), longer / points.length, 1e-3);
  const columns = Math.floor((maxX - minX) / size) + 1;
  const rows = Math.floor((maxY - minY) / size) + 1;
  const boxOf = ([x, y]: Coordinate): number => columnAt(y, minY, size, rows) * columns + columnAt(x, minX, size, columns);
  const starts = new Uint32Array(columns * rows + 1);
  for (const point of points) starts[boxOf(point) + 1]! += 1;
  for (let box = 0; box < columns * rows; box += 1) starts[box + 1]! += starts[box]!;
  const next = starts.slice();
  const order = new Uint32Array(points.length);
  points.forEach((point, i) => (order[next[boxOf(point)]!++] = i));
  return { minX, minY, maxX, maxY, size, columns, rows, starts, order };
}

const columnAt = (value: number, from: number, size: number, count: number): number => Math.min(Math.max(Math.floor((value - from) / size), 0), count - 1);
