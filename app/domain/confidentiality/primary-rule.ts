import type { Cell } from '#shared/cell.ts';
import { numberOf } from '#shared/cell.ts';
import type { Indicator } from '../city/city.ts';
import type { Thresholds } from './thresholds.ts';

/** Number of people above and below the line of a rate, as far as known. */
export type CountsOfRate = { readonly numerator: number | undefined; readonly denominator: number | undefined };

/**
 * Whether a single value is secret by itself, without looking at its neighbours:
 *
 * - suppressed by the source: stays so
 * - a count of 1 up to below the minimum
 * - a rate on such a count, on too few people, or one whose complement is such a count ("all but two")
 *
 * Zero and 100 % are shown unless the rules say otherwise. A rate whose counts nobody delivered cannot be tested and is
 * shown as the source published it.
 */
export function isPrimarilySecret(indicator: Indicator, cell: Cell, counts: CountsOfRate, thresholds: Thresholds): boolean {
  if (cell.mark === 'suppressed') return true;
  const value = numberOf(cell);
  if (value === undefined) return false;
  const { numerator, denominator } = counts;
  const isSmall = (count: number | undefined): boolean =>
    count !== undefined && count < thresholds.minimumNumerator && (count > 0 || (count === 0 && thresholds.hideZeros));
  if (isSmall(numerator)) return true;
  if (indicator.form === 'absolute') return indicator.kind === 'status' && numerator === undefined && isSmall(value);
  if (denominator === undefined) return thresholds.hideZeros && value === 0 && thresholds.minimumNumerator > 0;
  if (denominator < thresholds.minimumDenominator) return true;
  return numerator !== undefined && isSmall(denominator - numerator);
}

/** Counts delivered with the cell; where they are missing, those of the indicators it is made of. */
export function countsOf(cell: Cell, delivered: { readonly numerator: Cell | undefined; readonly denominator: Cell | undefined }): CountsOfRate {
  const isNumber = cell.mark === 'value' || cell.mark === 'uncertain';
  const numerator = isNumber ? cell.numerator : cell.mark === 'zero' ? 0 : undefined;
  const denominator = isNumber || cell.mark === 'zero' ? cell.denominator : undefined;
  return {
    numerator: numerator ?? (delivered.numerator && numberOf(delivered.numerator)),
    denominator: denominator ?? (delivered.denominator && numberOf(delivered.denominator)),
  };
}
