import type { AreaId, IsoDate, LevelId } from '#shared/ids.ts';
import type { City } from '../city/city.ts';
import { lookupOf } from '../city/city-lookup.ts';
import { symbolOf, type SymbolName } from '../city/symbols.ts';
import type { CoverageRequest } from './coverage.ts';
import type { Site } from './offers.ts';

/** Places of the located offers, counts of offers and no statistic on people. */
export type OfferedPlaces = {
  readonly total: number;
  readonly byArea: ReadonlyMap<AreaId, number>;
  /** Located offers that do not say how many places they have; their places are missing in every sum. */
  readonly withoutNumber: number;
};

/**
 * Places of the offers, where they may be set against the group that was asked for: every kind of offer is made for the ages
 * of the group, and at least one says how many places it has. Distance alone would hide that a day-care centre is full.
 * Undefined where places and group do not fit, since "places per 100" of the wrong people would mislead.
 */
export function placesOf(city: City, request: CoverageRequest, located: readonly Site[]): OfferedPlaces | undefined {
  const counted = located.flatMap(({ institution, location }) => (institution.capacity === undefined ? [] : [{ capacity: institution.capacity, location }]));
  if (counted.length === 0 || !fits(city, request)) return undefined;
  const areaOf = areaOn(city, request.level, request.date);
  const byArea = new Map<AreaId, number>();
  for (const { capacity, location } of counted) {
    const area = areaOf(location);
    if (area !== undefined) byArea.set(area, (byArea.get(area) ?? 0) + capacity);
  }
  return { total: counted.reduce((sum, { capacity }) => sum + capacity, 0), byArea, withoutNumber: located.length - counted.length };
}

/** How many of the sites lie in each area of the level. */
export function countInAreas(city: City, { level, date }: CoverageRequest, sites: readonly Site[]): ReadonlyMap<AreaId, number> {
  const areaOf = areaOn(city, level, date);
  const counts = new Map<AreaId, number>();
  for (const { location } of sites) {
    const area = areaOf(location);
    if (area !== undefined) counts.set(area, (counts.get(area) ?? 0) + 1);
  }
  return counts;
}

const areaOn = (city: City, level: LevelId, date: IsoDate) => (location: Site['location']): AreaId | undefined => lookupOf(city).areaAt(level, location, date)?.id;

/** Ages, both ends included, for which the places of a kind of offer are made; other kinds have no places in this sense. */
const AGES: Partial<Record<SymbolName, { readonly from: number; readonly to: number }>> = {
  kita: { from: 0, to: 6 },
  school: { from: 6, to: 19 },
  youth: { from: 6, to: 26 },
  care: { from: 65, to: Infinity },
};

function fits(city: City, { categories, ageGroups }: CoverageRequest): boolean {
  const groups = (city.population?.ageGroups ?? []).filter(({ id }) => ageGroups.includes(id));
  if (groups.length === 0 || groups.length < ageGroups.length) return false;
  return categories.every((id) => {
    const category = lookupOf(city).category(id);
    const ages = category && AGES[symbolOf(category)];
    return ages !== undefined && groups.every(({ from, to }) => from >= ages.from && (to ?? Infinity) <= ages.to);
  });
}
