import type { Cell } from '#shared/cell.ts';
import { numberOf } from '#shared/cell.ts';

/**
 * A rate from two counts: numerator ÷ denominator × `per` (100 for per cent). A secret count makes the rate secret, an unknown one makes it unknown; nobody to be
 * counted (denominator 0) is no rate (`notApplicable`). The counts stay with the rate, so that the confidentiality gate can judge them.
 */
export function rateOfCells(numerator: Cell, denominator: Cell, per: number): Cell {
  if (numerator.mark === 'suppressed' || denominator.mark === 'suppressed') return { mark: 'suppressed' };
  if (numerator.mark === 'notApplicable' || denominator.mark === 'notApplicable') return { mark: 'notApplicable' };
  const [above, below] = [numberOf(numerator), numberOf(denominator)];
  if (above === undefined || below === undefined) return { mark: 'notAvailable' };
  if (below === 0) return { mark: 'notApplicable' };
  if (numerator.mark === 'zero') return { mark: 'zero', denominator: below };
  const value = (above / below) * per;
  if (!Number.isFinite(value)) return { mark: 'notAvailable' };
  const uncertain = numerator.mark === 'uncertain' || denominator.mark === 'uncertain';
  return { mark: uncertain ? 'uncertain' : 'value', value, numerator: above, denominator: below };
}
