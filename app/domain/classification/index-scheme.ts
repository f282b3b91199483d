import { NEUTRAL_FILL, STATUS_FILL } from '#shared/palette.ts';
import type { AreaId } from '#shared/ids.ts';
import type { City, StatusClass, TrendClass } from '../city/city.ts';
import { STATUS_CLASSES, TREND_CLASSES } from '../city/city.ts';
import type { ReleasedIndex } from '../social-index/released-index.ts';
import type { ClassScheme, MapClass } from './class-scheme.ts';
import { countedScheme } from './counted-scheme.ts';
import type { UncountedClass } from './counted-scheme.ts';

/**
 * Social index on the map: status × trend, twelve classes in a 4 × 3 grid (row = status from high to very low, column = trend
 * positive, stable, negative). Status is the fill, trend the sign.
 *
 * Below the grid: "Keine Zuordnung" for areas that the index left out or does not know, "geheim" for those with a confidential
 * value. Areas with a status but no earlier value get a fourth column of their own, which exists only when it is needed: no
 * trend is not a stable trend.
 */
export function indexScheme(city: City, index: ReleasedIndex): ClassScheme {
  const statusOf = new Map(index.areas.map((area) => [area.area, area]));
  const unknownTrend = index.areas.some((area) => area.trend === undefined);
  const grid = STATUS_CLASSES.flatMap((status, row) => [
    ...TREND_CLASSES.map((trend, column) => gridClass(status, trend, row, column)),
    ...(unknownTrend ? [gridClass(status, undefined, row, TREND_CLASSES.length)] : []),
  ]);
  const scheme = countedScheme('socialIndex.title', [...grid, noClass, confidential], areasOf(city, index), (area) => {
    const score = statusOf.get(area);
    return score === undefined ? withoutStatus(index, area) : gridKey(score.status.class, score.trend?.class);
  });
  return { ...scheme, note: 'map.dark.index' };
}

const areasOf = (city: City, index: ReleasedIndex): readonly AreaId[] =>
  city.areas.filter((area) => area.level === index.level).map((area) => area.id);

function withoutStatus(index: ReleasedIndex, area: AreaId): string {
  const reason = index.excluded.find((excluded) => excluded.area === area)?.reason;
  return reason === 'suppressedValue' ? confidential.key : noClass.key;
}

const gridKey = (status: StatusClass, trend: TrendClass | undefined): string => `${status}-${trend ?? 'unknown'}`;
const statusLabel = (status: StatusClass) => `socialIndex.status.${status}` as const;

function gridClass(status: StatusClass, trend: TrendClass | undefined, row: number, column: number): UncountedClass {
  return {
    key: gridKey(status, trend),
    row,
    column,
    label: [statusLabel(status), trend === undefined ? 'map.trendUnknown' : `socialIndex.trend.${trend}`],
    fill: STATUS_FILL[status],
    sign: signOf(trend),
    hatch: 'none',
  };
}

function signOf(trend: TrendClass | undefined): MapClass['sign'] {
  switch (trend) {
    case 'positive':
      return 'up';
    case 'negative':
      return 'down';
    case 'stable':
      return 'none';
    case undefined:
      return 'unknown';
  }
}

const noClass: UncountedClass = {
  key: 'noClass', row: STATUS_CLASSES.length, column: 0, label: ['socialIndex.noClass'], fill: NEUTRAL_FILL.noClass, sign: 'none', hatch: 'noClass',
};
const confidential: UncountedClass = {
  key: 'confidential', row: STATUS_CLASSES.length + 1, column: 0, label: ['common.mark.suppressed'], fill: NEUTRAL_FILL.confidential, sign: 'none', hatch: 'confidential',
};
