import { numberOf } from '#shared/cell.ts';
import type { AreaId, IndicatorId, IsoDate } from '#shared/ids.ts';
import type { CityLookup } from '../city/city-lookup.ts';
import type { Reading, Settled, Source } from './inclusion.ts';
import { weightsOf } from './inclusion.ts';
import type { IndexProfile, ProfileIndicator } from './index-profile.ts';
import { burdenOf } from './score.ts';

/** The two days a trend compares, and who is compared. */
export type TrendWindow = {
  readonly profile: IndexProfile;
  readonly lookup: CityLookup;
  readonly source: Source;
  readonly status: Settled;
  readonly population: ReadonlyMap<AreaId, number>;
  readonly since: IsoDate;
  readonly date: IsoDate;
};

/** Change of an indicator in an area over the window, in the profile's unit; a delivered change indicator goes before. */
export function changesOver(window: TrendWindow): (indicator: ProfileIndicator, area: AreaId) => Reading {
  const { profile, source, date, since } = window;
  const zDifferences = profile.trend.unit === 'zDifference' ? zDifferencesOver(window) : undefined;
  return (indicator, area) => {
    if (indicator.changeIndicator) return source(indicator.changeIndicator, area, date);
    const later = source(indicator.indicator, area, date);
    const earlier = source(indicator.indicator, area, since);
    const secret = later.secret || earlier.secret;
    if (later.number === undefined || earlier.number === undefined) return { number: undefined, secret };
    if (zDifferences) return { number: zDifferences.get(indicator.indicator)?.get(area), secret };
    return { number: changeIn(profile.trend.unit, later.number, earlier.number), secret };
  };
}

/** The city's own change, the centre when the profile refers to the city; its z difference is 0 by definition. */
export function cityChangeOver({ profile, lookup, date, since }: TrendWindow, indicator: ProfileIndicator): number | undefined {
  if (indicator.changeIndicator) return numberOf(lookup.cityCell(indicator.changeIndicator, date));
  if (profile.trend.unit === 'zDifference') return 0;
  const later = numberOf(lookup.cityCell(indicator.indicator, date));
  const earlier = numberOf(lookup.cityCell(indicator.indicator, since));
  return later === undefined || earlier === undefined ? undefined : changeIn(profile.trend.unit, later, earlier);
}

/** Per cent of the earlier value for `relative` (from nothing to something has none), the plain difference otherwise. */
function changeIn(unit: IndexProfile['trend']['unit'], later: number, earlier: number): number | undefined {
  if (unit !== 'relative') return later - earlier;
  if (earlier === 0) return later === 0 ? 0 : undefined;
  return ((later - earlier) / Math.abs(earlier)) * 100;
}

/** z value now less z value then, both among the areas that have the indicator on both days; the sign is the indicator's own. */
function zDifferencesOver({ profile, lookup, source, status, population, date, since }: TrendWindow): ReadonlyMap<IndicatorId, ReadonlyMap<AreaId, number>> {
  const differences = status.columns.map(({ indicator }) => {
    const id = indicator.indicator;
    const both = status.areas.filter((area) => source(id, area, date).number !== undefined && source(id, area, since).number !== undefined);
    const zOn = (day: IsoDate): readonly number[] | undefined => {
      const values = both.map((area) => source(id, area, day).number!);
      const cityValue = numberOf(lookup.cityCell(id, day));
      return burdenOf({ indicator: { ...indicator, direction: 'higherIsWorse' }, values, cityValue }, weightsOf(both, population), profile);
    };
    const [later, earlier] = [zOn(date), zOn(since)];
    const byArea = later && earlier ? new Map(both.map((area, i) => [area, later[i]! - earlier[i]!])) : new Map<AreaId, number>();
    return [id, byArea] as const;
  });
  return new Map(differences);
}
