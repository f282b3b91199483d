import type { IndicatorId, IsoDate, LevelId } from '#shared/ids.ts';
import type { City } from './city.ts';
import { lookupOf } from './city-lookup.ts';

/** The day a figure is shown for: the chosen one, else the last before it that has values on the level, else the first. */
export function figureDate(city: City, indicator: IndicatorId, level: LevelId, chosen: IsoDate): IsoDate {
  const dates = lookupOf(city).datesOf(indicator, level);
  return dates.findLast((date) => date <= chosen) ?? dates[0] ?? chosen;
}
