/**
 * The value at which half of the weight lies on either side (for example the distance half of the people stay within). Where
 * the half falls exactly between two values it is their mean, so equal weights give the plain median. Undefined when the
 * weights add up to nothing.
 *
 * @example weightedMedian([100, 200, 900], [5, 1, 1]) // 100
 */
export function weightedMedian(values: readonly number[], weights: readonly number[]): number | undefined {
  const order = [...values.keys()].filter((i) => weights[i]! > 0).sort((a, b) => values[a]! - values[b]!);
  const half = order.reduce((sum, i) => sum + weights[i]!, 0) / 2;
  let sum = 0;
  for (const [position, i] of order.entries()) {
    sum += weights[i]!;
    if (sum > half) return values[i];
    const next = order[position + 1];
    if (sum === half && next !== undefined) return (values[i]! + values[next]!) / 2;
  }
  const last = order.at(-1);
  return last === undefined ? undefined : values[last];
}
