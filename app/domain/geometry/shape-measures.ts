import polylabel from 'polylabel';
import type { BoundingBox, Coordinate, MultiPolygon, Polygon, Ring } from './shapes.ts';

/** Smallest upright rectangle around a shape; undefined for a shape without coordinates. */
export function boundsOf(shape: MultiPolygon): BoundingBox | undefined {
  let minX = Infinity;
  let minY = Infinity;
  let maxX = -Infinity;
  let maxY = -Infinity;
  for (const polygon of shape) {
    // holes lie inside the outer ring
    for (const [x, y] of polygon[0] ?? []) {
      if (x < minX) minX = x;
      if (x > maxX) maxX = x;
      if (y < minY) minY = y;
      if (y > maxY) maxY = y;
    }
  }
  return minX <= maxX ? { minX, minY, maxX, maxY } : undefined;
}

/** The rectangle around several rectangles; undefined for none. */
export function boundsOfAll(boxes: Iterable<BoundingBox | undefined>): BoundingBox | undefined {
  let all: BoundingBox | undefined;
  for (const box of boxes) {
    if (box === undefined) continue;
    all =
      all === undefined
        ? box
        : {
            minX: Math.min(all.minX, box.minX),
            minY: Math.min(all.minY, box.minY),
            maxX: Math.max(all.maxX, box.maxX),
            maxY: Math.max(all.maxY, box.maxY),
          };
  }
  return all;
}

/**
 * Planar area in m², holes taken off, whatever the direction of the rings. In UTM it is within 0.4 % of the area on the
 * ellipsoid anywhere in Germany. 0 for a shape without extent.
 */
export const areaOf = (shape: MultiPolygon): number => shape.reduce((sum, polygon) => sum + polygonArea(polygon), 0);

/**
 * Where a name is written: the point of the largest polygon that is farthest from its edges (pole of inaccessibility), so
 * it lies inside also for crescents. Undefined for a shape without coordinates.
 */
export function labelPointOf(shape: MultiPolygon): Coordinate | undefined {
  let largest: Polygon | undefined;
  let largestArea = -1;
  for (const polygon of shape) {
    const area = polygonArea(polygon);
    if (area > largestArea) [largest, largestArea] = [polygon, area];
  }
  const box = largest && boundsOf([largest]);
  if (!largest || !box) return undefined;
  // half a percent of the extent is finer than any label can be placed
  const precision = Math.max(box.maxX - box.minX, box.maxY - box.minY) / 200;
  const [x, y] = polylabel(largest as [number, number][][], precision > 0 ? precision : 1);
  return x === undefined || y === undefined ? undefined : [x, y];
}

function polygonArea(polygon: Polygon): number {
  const [outer, ...holes] = polygon;
  if (!outer) return 0;
  return holes.reduce((area, hole) => area - ringArea(hole), ringArea(outer));
}

/** Shoelace formula relative to the first corner: with UTM coordinates in the millions the plain form loses digits. */
function ringArea(ring: Ring): number {
  const origin = ring[0];
  if (!origin) return 0;
  let twice = 0;
  for (let i = 1; i < ring.length; i += 1) {
    const [x1, y1] = ring[i - 1]!;
    const [x2, y2] = ring[i]!;
    twice += (x1 - origin[0]) * (y2 - origin[1]) - (x2 - origin[0]) * (y1 - origin[1]);
  }
  return Math.abs(twice) / 2;
}
