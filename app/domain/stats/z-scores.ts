/** A spread this small against the size of the values is rounding, not difference. */
const ROUNDING = 1e-12;

/**
 * Distance of each value from a centre in deviations: (x − centre) / deviation. Undefined when there is no spread (or none
 * can be told): a constant indicator says nothing about areas and must not become Infinity or NaN.
 *
 * @example zScores([1, 2, 3], 2, 1) // [-1, 0, 1]
 */
export function zScores(values: readonly number[], centre: number | undefined, deviation: number | undefined): readonly number[] | undefined {
  if (centre === undefined || deviation === undefined) return undefined;
  const size = values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  if (!(deviation > size * ROUNDING)) return undefined;
  return values.map((value) => (value - centre) / deviation);
}
