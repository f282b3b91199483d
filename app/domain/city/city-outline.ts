import type { City } from './city.ts';
import { baseOf } from './with-institutions.ts';
import { unionOf } from '../geometry/overlay.ts';
import { areaOf } from '../geometry/shape-measures.ts';
import type { MultiPolygon } from '../geometry/shapes.ts';
import { withoutSlivers } from '../geometry/without-slivers.ts';

/** Levels of one city differ by this share of their land at most: outlines of two offices, water that one leaves out. */
const SAME_LAND = 0.98;

/**
 * The areas that are the city together: those of the level with the fewest among the levels that hold nearly the most land. Levels of support areas or of single
 * districts hold less and are not the city. Empty without areas.
 */
export function areasOfCity<Item extends { readonly shape: MultiPolygon }>(levels: readonly (readonly Item[])[]): readonly Item[] {
  const measured = levels.filter((areas) => areas.length > 0).map((areas) => ({ areas, land: areas.reduce((sum, { shape }) => sum + areaOf(shape), 0) }));
  const most = measured.reduce((largest, { land }) => Math.max(largest, land), 0);
  return measured.filter(({ land }) => land >= most * SAME_LAND).sort((one, other) => one.areas.length - other.areas.length)[0]?.areas ?? [];
}

const outlines = new WeakMap<City, MultiPolygon>();

/**
 * The city as one shape: its own area, or all of the coarsest level that holds its land. Parts that touch are joined, since a city delivered
 * in districts would else show their borders as its own; what is left between parts that do not quite meet is no hole. Empty for
 * a city without areas.
 */
export function cityOutline(city: City): MultiPolygon {
  const known = outlines.get(baseOf(city));
  if (known !== undefined) return known;
  const levels = [...city.levels].sort((a, b) => a.order - b.order).map(({ id }) => city.areas.filter((area) => area.level === id));
  const parts = areasOfCity(levels).map(({ shape }) => shape);
  const outline = parts.flat().length < 2 ? parts.flat() : withoutSlivers(unionOf(parts));
  outlines.set(baseOf(city), outline);
  return outline;
}
