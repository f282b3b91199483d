import { median as medianOf } from 'simple-statistics';

/**
 * The value in the middle; of an even number the mean of the two in the middle. Undefined for no values.
 *
 * @example median([1, 2, 3, 10]) // 2.5
 */
export const median = (values: readonly number[]): number | undefined => (values.length === 0 ? undefined : medianOf(values as number[]));
