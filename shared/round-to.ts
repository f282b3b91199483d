/**
 * Rounds to a number of decimals (0 to 20), the way the figure is then written. Never gives a negative zero.
 *
 * @example roundTo(2.345, 1) // 2.3
 */
export function roundTo(value: number, precision: number): number {
  const rounded = Number(value.toFixed(Math.min(Math.max(precision, 0), 20)));
  return rounded === 0 ? 0 : rounded;
}
