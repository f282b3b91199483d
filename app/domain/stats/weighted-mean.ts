/**
 * Mean in which each value counts as much as its weight (for example inhabitants): Σwx / Σw. Undefined when the weights add
 * up to nothing. Weights are not negative.
 *
 * @example weightedMean([10, 20], [3, 1]) // 12.5
 */
export function weightedMean(values: readonly number[], weights: readonly number[]): number | undefined {
  let sum = 0;
  let total = 0;
  for (let i = 0; i < values.length; i += 1) {
    sum += values[i]! * weights[i]!;
    total += weights[i]!;
  }
  return total > 0 ? sum / total : undefined;
}
