import type { City } from './city.ts';
import { baseOf } from './with-institutions.ts';
import { unionOf } from '../geometry/overlay.ts';
import type { MultiPolygon } from '../geometry/shapes.ts';
import { withoutSlivers } from '../geometry/without-slivers.ts';

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
  const outline = parts.flat().length < 2 ? parts.flat() : withoutSlivers(unionOf(parts));
  outlines.set(baseOf(city), outline);
  return outline;
}
