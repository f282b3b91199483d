import { areaOf } from './shape-measures.ts';
import type { MultiPolygon, Ring } from './shapes.ts';

/** Metres; narrower than any street, so that it is a fault of digitising and no place. */
const SLIVER_WIDTH = 10;

/** Holes that are left where outlines do not quite meet are filled; true holes (enclaves, lakes) stay. */
export const withoutSlivers = (shape: MultiPolygon): MultiPolygon => shape.map((rings) => rings.filter((ring, position) => position === 0 || !isSliver(ring)));

/** Whether twice the area divided by the outline's length, about the width of a long thin shape, is under 10 m. */
export function isSliver(ring: Ring): boolean {
  const length = ring.reduce((sum, [x, y], index) => sum + Math.hypot(x - (ring[index - 1]?.[0] ?? x), y - (ring[index - 1]?.[1] ?? y)), 0);
  return (2 * areaOf([[ring]])) / Math.max(length, 1) < SLIVER_WIDTH;
}
