import { mean as meanOf } from 'simple-statistics';

/**
 * Arithmetic mean, every value counting the same. Undefined for no values.
 *
 * @example mean([2, 4, 9]) // 5
 */
export const mean = (values: readonly number[]): number | undefined => (values.length === 0 ? undefined : meanOf(values as number[]));
