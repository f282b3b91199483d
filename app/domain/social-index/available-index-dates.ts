import type { IsoDate, LevelId } from '#shared/ids.ts';
import type { City } from '../city/city.ts';
import { lookupOf } from '../city/city-lookup.ts';
import type { IndexProfile } from './index-profile.ts';

/**
 * Days an index can be computed for on a level, ascending: those on which every indicator of the profile that the level has
 * at all is there, inhabitants included where the profile needs them. Where the indicators never meet, any day of one of
 * them; the result then names what was left out.
 */
export function availableIndexDates(city: City, profile: IndexProfile, level: LevelId): readonly IsoDate[] {
  const lookup = lookupOf(city);
  const dates = profile.indicators.map(({ indicator }) => lookup.datesOf(indicator, level)).filter(({ length }) => length > 0);
  const anyDay = [...new Set(dates.flat())].sort();
  const inhabited = profile.minimumPopulation > 0 ? anyDay.filter((date) => lookup.datesOf(profile.populationIndicator, level).includes(date)) : anyDay;
  const common = inhabited.filter((date) => dates.every((days) => days.includes(date)));
  return common.length > 0 ? common : inhabited;
}
