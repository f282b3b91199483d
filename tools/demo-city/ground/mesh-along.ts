import type { Coordinate } from '#app/domain/geometry/shapes.ts';
import { randomStream } from '../random.ts';
import { buildMesh, type Mesh } from './mesh.ts';
import { distance, offsetLine, signedDistance, type Line } from './polyline.ts';

/** Half extent of the city, metres, and the mean distance of cells. */
export const REACH = { x: 6350, y: 6900 };
const CELL = 92;

/** A cell beside the middle line of river or railway: which line, which side, which place along it. */
export type Tag = { readonly line: 'river' | 'rail'; readonly side: 1 | -1; readonly index: number } | undefined;

/** A jittered field of cells, with pairs of cells along river and railway so that a wall runs exactly in the middle of each. */
export function meshAlong(river: Line, rail: Line): { mesh: Mesh; tags: Tag[] } {
  const random = randomStream('mesh');
  const cells: Coordinate[] = [];
  const tags: Tag[] = [];
  const pairs = (line: Line, name: 'river' | 'rail', gap: number, keep: (point: Coordinate) => boolean) => {
    const [left, right] = [offsetLine(line, () => gap), offsetLine(line, () => -gap)];
    line.forEach((point, index) => {
      if (!keep(point)) return;
      cells.push(left[index] as Coordinate, right[index] as Coordinate);
      tags.push({ line: name, side: 1, index }, { line: name, side: -1, index });
    });
  };
  pairs(river, 'river', 48, () => true);
  pairs(rail, 'rail', 36, ([x, y]) => Math.abs(signedDistance(river, x, y)) > 130);
  const fixed = cells.slice();
  const taken = new Map<string, Coordinate[]>();
  const bin = (x: number, y: number) => `${Math.floor(x / 120)},${Math.floor(y / 120)}`;
  for (const cell of fixed) taken.set(bin(...cell), [...(taken.get(bin(...cell)) ?? []), cell]);
  const crowded = (point: Coordinate) => {
    for (let dx = -120; dx <= 120; dx += 120) for (let dy = -120; dy <= 120; dy += 120) {
      if (taken.get(bin(point[0] + dx, point[1] + dy))?.some((other) => distance(other, point) < 70)) return true;
    }
    return false;
  };
  for (let row = 0, y = -REACH.y - 1300; y < REACH.y + 1300; y += CELL * 0.87, row++) {
    for (let x = -REACH.x - 1300 + (row % 2) * CELL * 0.5; x < REACH.x + 1300; x += CELL) {
      const point: Coordinate = [x + random.between(-0.27, 0.27) * CELL, y + random.between(-0.27, 0.27) * CELL];
      if (!crowded(point)) {
        cells.push(point);
        tags.push(undefined);
      }
    }
  }
  return { mesh: buildMesh(cells), tags };
}
