import { booleanPointInPolygon } from '@turf/turf';
import type { Coordinate, MultiPolygon } from './shapes.ts';

/**
 * Whether a point lies in a shape. A point exactly on a border, outer or of a hole, counts as inside; who asks over several
 * areas gives it to one of them by rule (see `area-index.ts`).
 */
export const pointInShape = (point: Coordinate, shape: MultiPolygon): boolean => booleanPointInPolygon(point as [number, number], geometryOf(shape));

export type Position = 'inside' | 'onBorder' | 'outside';

/** Inside, outside or exactly on the border (even-odd rule with robust predicates, so the direction of rings does not matter). */
export function positionIn(point: Coordinate, shape: MultiPolygon): Position {
  if (!pointInShape(point, shape)) return 'outside';
  return booleanPointInPolygon(point as [number, number], geometryOf(shape), { ignoreBoundary: true }) ? 'inside' : 'onBorder';
}

/** Turf calculates in the plane here, so metres are as good as degrees. */
const geometryOf = (shape: MultiPolygon) => ({ type: 'MultiPolygon' as const, coordinates: shape as [number, number][][][] });
