import type { AreaId } from '#shared/ids.ts';
import { mean } from '../stats/mean.ts';
import { standardDeviation } from '../stats/standard-deviation.ts';
import { weightedMean } from '../stats/weighted-mean.ts';
import { zScores } from '../stats/z-scores.ts';
import type { IndexProfile, ProfileIndicator } from './index-profile.ts';
import type { IndexPart } from './index-result.ts';

/** One indicator with its values, one per area of the column's areas. */
export type Column = {
  readonly indicator: ProfileIndicator;
  readonly values: readonly number[];
  /** The city's own value in the same unit; needed only when it is the centre. */
  readonly cityValue: number | undefined;
};

export type Scored = { readonly parts: readonly IndexPart[]; readonly sum: number; readonly index: number };

/** z values of a column, turned so that higher is a heavier burden; undefined without spread or without a centre. */
export function burdenOf(column: Column, weights: readonly number[], profile: IndexProfile): readonly number[] | undefined {
  const z = zScores(column.values, centreOf(column, weights, profile), standardDeviation(column.values, profile.deviation, weights));
  const turn = column.indicator.direction === 'higherIsBetter' ? -1 : 1;
  // + 0 turns −0 into 0
  return z?.map((value) => turn * value + 0);
}

/**
 * z values, their weighted sum and the index of every area.
 *
 * The index is the sum divided by its deviation when the profile standardises again, otherwise the sum per unit of weight
 * (so that the cuts stay comparable). Its zero is the profile's centre in both cases: with `cityValue` an area that is like
 * the city in everything has 0. Sums without any spread (indicators that cancel each other) give 0 everywhere.
 */
export function score(areas: readonly AreaId[], columns: readonly Column[], weights: readonly number[], profile: IndexProfile): readonly Scored[] {
  const burdens = columns.map((column) => burdenOf(column, weights, profile)!);
  const totalWeight = columns.reduce((sum, { indicator }) => sum + indicator.weight, 0);
  const sums = areas.map((_, i) => columns.reduce((sum, { indicator }, j) => sum + indicator.weight * burdens[j]![i]!, 0));
  const spread = profile.restandardise ? standardDeviation(sums, profile.deviation, weights) : totalWeight;
  const indexOf = (sum: number): number => (spread === undefined || spread <= totalWeight * 1e-9 ? 0 : (sum - centreOfSums(sums, profile)) / spread + 0);
  return areas.map((_, i) => ({
    parts: columns.map(({ indicator, values }, j) => ({ indicator: indicator.indicator, value: values[i]!, z: burdens[j]![i]! })),
    sum: sums[i]!,
    index: indexOf(sums[i]!),
  }));
}

function centreOf(column: Column, weights: readonly number[], profile: IndexProfile): number | undefined {
  switch (profile.reference) {
    case 'areaMean':
      return mean(column.values);
    case 'populationWeighted':
      return weightedMean(column.values, weights);
    case 'cityValue':
      return column.cityValue;
  }
}

/** Sums of z values are centred already; only the plain mean's rounding is taken off, so that the index has mean 0. */
const centreOfSums = (sums: readonly number[], profile: IndexProfile): number => (profile.reference === 'areaMean' ? (mean(sums) ?? 0) : 0);
