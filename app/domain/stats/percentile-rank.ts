/**
 * Share of the values that are at most this one, between 0 and 1 (empirical distribution function). The largest value has
 * 1, also when several are equally large; undefined for no values.
 *
 * @example percentileRank([1, 2, 2, 4], 2) // 0.75
 */
export const percentileRank = (values: readonly number[], value: number): number | undefined =>
  values.length === 0 ? undefined : values.filter((other) => other <= value).length / values.length;
