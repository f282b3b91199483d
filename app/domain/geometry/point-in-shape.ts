import type { Coordinate, MultiPolygon, Ring } from './shapes.ts';

/**
 * Whether a point lies in a shape. A point exactly on a border, outer or of a hole, counts as inside; who asks over several
 * areas gives it to one of them by rule (see `area-index.ts`).
 */
export const pointInShape = (point: Coordinate, shape: MultiPolygon): boolean => positionIn(point, shape) !== 'outside';

export type Position = 'inside' | 'onBorder' | 'outside';

/** Inside, outside or exactly on the border (even-odd rule, so the direction of rings does not matter). */
export function positionIn(point: Coordinate, shape: MultiPolygon): Position {
  for (const polygon of shape) {
    const [outer, ...holes] = polygon;
    if (!outer) continue;
    const position = positionInRing(point, outer);
    if (position === 'onBorder') return 'onBorder';
    if (position === 'outside') continue;
    const inHoles = holes.map((hole) => positionInRing(point, hole));
    if (inHoles.includes('onBorder')) return 'onBorder';
    if (!inHoles.includes('inside')) return 'inside';
  }
  return 'outside';
}

function positionInRing([x, y]: Coordinate, ring: Ring): Position {
  let inside = false;
  for (let i = 1; i < ring.length; i += 1) {
    const from = ring[i - 1]!;
    const to = ring[i]!;
    const y1 = from[1];
    const y2 = to[1];
    // most edges lie wholly above or below
    if ((y1 > y && y2 > y) || (y1 < y && y2 < y)) continue;
    const x1 = from[0];
    const x2 = to[0];
    const cross = (x2 - x1) * (y - y1) - (x - x1) * (y2 - y1);
    if (cross === 0 && Math.min(x1, x2) <= x && x <= Math.max(x1, x2)) return 'onBorder';
    // half-open in y: a corner is counted by exactly one of its two edges
    if (y1 > y !== y2 > y && cross > 0 === y2 > y1) inside = !inside;
  }
  return inside ? 'inside' : 'outside';
}
