import type { IndicatorId, IsoDate, LevelId } from '#shared/ids.ts';
import type { Area } from '../city/city.ts';
import type { CityLookup } from '../city/city-lookup.ts';

/**
 * The areas of a level that an index for a day is about: those in force on that day, and those drawn up later on which values
 * for that day were published. Offices do the latter often (Berlin published 31.12.2020 on the areas of 2021). Areas drawn up
 * together with them stay in even without a value, so that the result names them as excluded. Dissolved areas take no part.
 */
export function areasOn(lookup: CityLookup, level: LevelId, date: IsoDate, indicators: readonly IndicatorId[]): readonly Area[] {
  const areas = lookup.areasOf(level).filter(({ validTo }) => !validTo || date <= validTo);
  const hasValue = ({ id }: Area): boolean => indicators.some((indicator) => lookup.cell(indicator, id, date).mark !== 'notAvailable');
  const starts = new Set(areas.filter(hasValue).map(({ validFrom }) => validFrom));
  return areas.filter(({ validFrom }) => !validFrom || validFrom <= date || starts.has(validFrom));
}
