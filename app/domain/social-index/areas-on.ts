import type { IndicatorId, IsoDate, LevelId } from '#shared/ids.ts';
import type { Area } from '../city/city.ts';
import type { CityLookup } from '../city/city-lookup.ts';

/**
 * The areas of a level that an index for a day is about: those in force on that day, and those of another cut of the city on
 * which values for that day were published. Offices do the latter often (Berlin published 31.12.2020 on the areas of 2021).
 * Areas of the same cut without any value stay in, so that the result names them as excluded.
 */
export function areasOn(lookup: CityLookup, level: LevelId, date: IsoDate, indicators: readonly IndicatorId[]): readonly Area[] {
  const areas = lookup.areasOf(level);
  const hasValue = ({ id }: Area): boolean => indicators.some((indicator) => lookup.cell(indicator, id, date).mark !== 'notAvailable');
  const cutsWithValues = new Set(areas.filter(hasValue).map(cutOf));
  const isInForce = ({ validFrom, validTo }: Area): boolean => (!validFrom || validFrom <= date) && (!validTo || date <= validTo);
  return areas.filter((area) => isInForce(area) || cutsWithValues.has(cutOf(area)));
}

/** Areas drawn up together carry the same dates. */
const cutOf = ({ validFrom, validTo }: Area): string => `${validFrom ?? ''}/${validTo ?? ''}`;
