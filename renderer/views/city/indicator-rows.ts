import type { Area, City, Indicator } from '#app/domain/city/city.ts';
import { lookupOf } from '#app/domain/city/city-lookup.ts';
import { releaserFor } from '#app/domain/confidentiality/release.ts';
import type { ReleasedCell } from '#app/domain/confidentiality/released-cell.ts';
import type { AreaId, IsoDate, LevelId } from '#shared/ids.ts';

export type IndicatorRow = {
  readonly area: Area;
  readonly parent: string;
  readonly value: ReleasedCell;
  readonly cityValue: ReleasedCell;
  /** Difference of the released values; undefined for counts, where a quarter and the city cannot be compared. */
  readonly difference: ReleasedCell | undefined;
  readonly series: readonly (number | undefined)[];
};

/** One row per area of a level, everything through the confidentiality gate. */
export function indicatorRows(city: City, indicator: Indicator, level: LevelId, date: IsoDate): readonly IndicatorRow[] {
  const lookup = lookupOf(city);
  const releaser = releaserFor(city, 'internal');
  const dates = lookup.datesOf(indicator.id, level);
  const cityValue = releaser.cityCell(indicator.id, date);
  return lookup.areasOf(level).map((area) => {
    const value = releaser.cell(indicator.id, area.id, date);
    const comparable = indicator.form !== 'absolute' && value.value !== undefined && cityValue.value !== undefined;
    return {
      area,
      parent: area.parent === undefined ? '' : (lookup.area(area.parent)?.name ?? ''),
      value,
      cityValue,
      difference: comparable ? releaser.difference(value, cityValue) : undefined,
      series: seriesOf(city, indicator, area.id, dates),
    };
  });
}

/** Released values over time; what is secret or missing is a gap. */
export const seriesOf = (city: City, indicator: Indicator, area: AreaId | 'city', dates: readonly IsoDate[]): readonly (number | undefined)[] => {
  const releaser = releaserFor(city, 'internal');
  return dates.map((date) => (area === 'city' ? releaser.cityCell(indicator.id, date) : releaser.cell(indicator.id, area, date)).value);
};
