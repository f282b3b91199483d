import type { IndicatorId, IsoDate } from '#shared/ids.ts';
import type { Area } from './city.ts';
import type { CityLookup } from './city-lookup.ts';

/**
 * The areas of a level that a figure for a day is about: those in force on that day, and those drawn up later on which values
 * for that day were published. Offices do the latter often (Berlin published 31.12.2020 on the areas of 2021). Areas drawn up
 * together with them stay in even without a value, so that a result names them as excluded. Dissolved areas take no part.
 *
 * Without indicators to go by, where no area was in force yet, those drawn up first after the day are taken.
 */
export function areasOn(lookup: Pick<CityLookup, 'cell'>, all: readonly Area[], date: IsoDate, indicators: readonly IndicatorId[] = []): readonly Area[] {
  const areas = all.filter(({ validTo }) => !validTo || date <= validTo);
  const hasValue = ({ id }: Area): boolean => indicators.some((indicator) => lookup.cell(indicator, id, date).mark !== 'notAvailable');
  const starts = new Set(areas.filter(hasValue).map(({ validFrom }) => validFrom));
  const found = areas.filter(({ validFrom }) => !validFrom || validFrom <= date || starts.has(validFrom));
  if (found.length > 0 || indicators.length > 0) return found;
  const first = areas.map(({ validFrom }) => validFrom ?? '').sort()[0];
  return areas.filter(({ validFrom }) => validFrom === first);
}
