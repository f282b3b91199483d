import type { City } from './city.ts';
import { baseOf } from './with-institutions.ts';
import { unionOf } from '../geometry/overlay.ts';
import { areaOf } from '../geometry/shape-measures.ts';
import type { MultiPolygon, Ring } from '../geometry/shapes.ts';

const outlines = new WeakMap<City, MultiPolygon>();

/**
 * The city as one shape: its own area, or all of the coarsest level it has. Parts that touch are joined, since a city delivered
 * in districts would else show their borders as its own; what is left between parts that do not quite meet is no hole. Empty for
 * a city without areas.
 */
export function cityOutline(city: City): MultiPolygon {
  const known = outlines.get(baseOf(city));
  if (known !== undefined) return known;
  const coarsest = [...city.levels].sort((a, b) => a.order - b.order).find(({ id }) => city.areas.some((area) => area.level === id));
  const parts = city.areas.filter((area) => area.level === coarsest?.id).map((area) => area.shape);
  const outline = parts.flat().length < 2 ? parts.flat() : unionOf(parts).map((rings) => rings.filter((ring, position) => position === 0 || !isSliver(ring)));
  outlines.set(baseOf(city), outline);
  return outline;
}

/** Metres; narrower than any street, so that it is a fault of digitising and no place. */
const SLIVER_WIDTH = 10;

function isSliver(ring: Ring): boolean {
  const length = ring.reduce((sum, [x, y], index) => sum + Math.hypot(x - (ring[index - 1]?.[0] ?? x), y - (ring[index - 1]?.[1] ?? y)), 0);
  return (2 * areaOf([[ring]])) / Math.max(length, 1) < SLIVER_WIDTH;
}
