import { cityId, districtId, quarterId } from '../area-ids.ts';
import { labourDistricts, quarters } from '../names/quarters.ts';
import { apportion } from '../people/apportion.ts';
import type { PeopleCell } from '../people/population-cells.ts';
import type { QuarterYear } from './quarter-counts.ts';
import type { AreaCounts } from './values.ts';

/**
 * Counts of every area on every level. Sozialraum and city are sums of quarters. Arbeitsmarktbezirke cut through quarters:
 * each count of a quarter is split by where its people live, so that they too add up to the city.
 */
export function areaCounts(all: readonly QuarterYear[], people: readonly PeopleCell[]): AreaCounts[] {
  const shares = labourShares(people);
  const years = [...new Set(all.map((one) => one.year))];
  return years.flatMap((year) => {
    const ofYear = all.filter((one) => one.year === year);
    const districtsOf = new Map(quarters.map((quarter) => [quarter.key, quarter.district]));
    const districtKeys = [...new Set(quarters.map((quarter) => quarter.district))];
    const split = ofYear.map((one) => splitCounts(one.counts, shares.get(one.quarter) ?? []));
    return [
      ...ofYear.map((one): AreaCounts => ({ area: quarterId(one.quarter), level: 'sozialquartier', parent: districtId(districtsOf.get(one.quarter) ?? ''), year, counts: one.counts })),
      ...districtKeys.map((key): AreaCounts => ({ area: districtId(key), level: 'sozialraum', parent: cityId, year, counts: sum(ofYear.filter((one) => districtsOf.get(one.quarter) === key).map((one) => one.counts)) })),
      { area: cityId, level: 'city', parent: undefined, year, counts: sum(ofYear.map((one) => one.counts)) },
      ...labourDistricts.map((plan, i): AreaCounts => ({ area: plan.key, level: 'arbeitsmarktbezirk', parent: undefined, year, counts: sum(split.map((parts) => parts[i] ?? {})) })),
    ];
  });
}

type Counts = Readonly<Record<string, number>>;

function sum(parts: readonly Counts[]): Counts {
  const total: Record<string, number> = {};
  for (const part of parts) for (const [name, value] of Object.entries(part)) total[name] = (total[name] ?? 0) + value;
  return total;
}

function splitCounts(counts: Counts, weights: readonly number[]): Counts[] {
  const parts: Record<string, number>[] = weights.map(() => ({}));
  for (const [name, value] of Object.entries(counts)) {
    apportion(value, weights).forEach((part, i) => {
      (parts[i] as Record<string, number>)[name] = part;
    });
  }
  return parts;
}

/** People of each quarter in each Arbeitsmarktbezirk, in the order of the plan. */
function labourShares(people: readonly PeopleCell[]): Map<string, number[]> {
  const shares = new Map(quarters.map((quarter) => [quarter.key, labourDistricts.map(() => 0)]));
  for (const cell of people) {
    const row = shares.get(cell.quarter);
    const i = labourDistricts.findIndex((plan) => plan.key === cell.labourDistrict);
    if (row !== undefined) row[i] = (row[i] ?? 0) + cell.counts.reduce((total, count) => total + count, 0);
  }
  return shares;
}
