import type { PublishedClass, StatusClass, TrendClass } from '#app/domain/city/city.ts';
import { asId } from '#shared/ids.ts';
import { rates, type RatePlan } from './rates.ts';
import type { AreaCounts } from './values.ts';
import { dateOf } from './years.ts';

/** The seven risk groups of the Sozialindex Halmstedt. */
export const riskShares = ['migration_background_share', 'sgb2_share', 'sgb12_share', 'youth_unemployment_share', 'large_families_share', 'single_parents_share', 'child_poverty_share'];

const indexName = 'Sozialindex Halmstedt';
const publishedYear = 2023;
/** Where the office's last report differs from today's calculation (it used provisional figures). */
const differences: Record<string, Partial<Pick<PublishedClass, 'status' | 'trend'>>> = { '0203': { status: 'middle' }, '0103': { trend: 'stable' } };

/** Classes as the office published them in its report for 2023. */
export function publishedClasses(counts: readonly AreaCounts[]): PublishedClass[] {
  const computed = indexOf(counts, publishedYear);
  return computed.map((one) => ({ index: indexName, area: asId(one.area), date: dateOf(publishedYear), status: one.status, trend: one.trend, ...differences[one.area] }));
}

export type IndexRow = { readonly area: string; readonly statusValue: number; readonly trendValue: number; readonly status: StatusClass; readonly trend: TrendClass };

/** Berlin rule on the quarters with at least 300 people: sum of z values (deviation over n), standardised again; trend over two years. */
export function indexOf(counts: readonly AreaCounts[], year: number): IndexRow[] {
  const rowsOf = (wanted: number) => counts.filter((area) => area.level === 'sozialquartier' && area.year === wanted);
  const now = rowsOf(year).filter((area) => (area.counts['population'] ?? 0) >= 300);
  const before = new Map(rowsOf(year - 2).map((area) => [area.area, area]));
  const plans = rates.filter((rate) => riskShares.includes(rate.id));
  const status = indexOver(plans.map((plan) => now.map((area) => share(plan, area))));
  const trend = indexOver(plans.map((plan) => now.map((area) => share(plan, area) - share(plan, before.get(area.area) as AreaCounts))));
  return now.map((area, i) => {
    const [statusValue, trendValue] = [status[i] ?? 0, trend[i] ?? 0];
    return { area: area.area, statusValue, trendValue, status: statusValue < -1 ? 'high' : statusValue <= 1 ? 'middle' : statusValue <= 1.5 ? 'low' : 'veryLow', trend: trendValue < -1 ? 'positive' : trendValue > 1 ? 'negative' : 'stable' };
  });
}

const share = (plan: RatePlan, area: AreaCounts) => (100 * (area.counts[plan.over] ?? 0)) / (area.counts[plan.under] ?? 1);

function indexOver(columns: readonly (readonly number[])[]): number[] {
  const scored = columns.map(standardise);
  const sums = (columns[0] ?? []).map((_, i) => scored.reduce((sum, column) => sum + (column[i] ?? 0), 0));
  return standardise(sums);
}

function standardise(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  return values.map((value) => (value - mean) / deviation);
}
