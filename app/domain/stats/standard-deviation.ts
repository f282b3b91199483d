import { sampleStandardDeviation, standardDeviation as populationStandardDeviation } from 'simple-statistics';
import { weightedMean } from './weighted-mean.ts';

/**
 * - `population`  root of Σ(x − mean)² / n: the areas are all there are (Berlin's rule)
 * - `sample`      root of Σ(x − mean)² / (n − 1)
 * - `weighted`    root of Σw(x − weighted mean)² / Σw
 */
export type DeviationKind = 'population' | 'sample' | 'weighted';

/**
 * Standard deviation around the mean of the same kind. Exactly 0 when all values are equal; undefined for no values, for a
 * single value when `sample`, and for weights that add up to nothing.
 *
 * @example standardDeviation([2, 4, 4, 4, 5, 5, 7, 9], 'population') // 2
 */
export function standardDeviation(values: readonly number[], kind: DeviationKind, weights: readonly number[] = []): number | undefined {
  if (values.length === 0 || (kind === 'sample' && values.length === 1)) return undefined;
  if (kind === 'weighted') return weightedDeviation(values, weights);
  // rounding in the mean would leave a tiny spread that is not there
  if (values.every((value) => value === values[0])) return 0;
  return kind === 'population' ? populationStandardDeviation(values as number[]) : sampleStandardDeviation(values as number[]);
}

function weightedDeviation(values: readonly number[], weights: readonly number[]): number | undefined {
  const centre = weightedMean(values, weights);
  if (centre === undefined) return undefined;
  if (values.every((value) => value === values[0])) return 0;
  return Math.sqrt(weightedMean(values.map((value) => (value - centre) ** 2), weights) ?? 0);
}
