/**
 * A statistical value. It is never a bare number: "nothing", "secret" and "unknown" are answers of their own and never
 * become 0.
 *
 * - `value`          a number
 * - `zero`           exactly none (sign "–")
 * - `suppressed`     exists but is kept secret (sign "."); carries no number, not even a hidden one
 * - `notApplicable`  makes no sense here (sign "x")
 * - `notAvailable`   not known, or later (sign "...")
 * - `uncertain`      a number of limited reliability (sign "( )")
 *
 * `numerator` and `denominator` are given for rates where the source delivers them; units are the indicator's.
 */
export type Cell =
  | { readonly mark: 'value' | 'uncertain'; readonly value: number; readonly numerator?: number; readonly denominator?: number }
  | { readonly mark: 'zero'; readonly denominator?: number }
  | { readonly mark: 'suppressed' | 'notApplicable' | 'notAvailable' };

export type CellMark = Cell['mark'];

export const notAvailable: Cell = { mark: 'notAvailable' };
export const suppressed: Cell = { mark: 'suppressed' };

/** The number to compute with: the value, 0 for `zero`, otherwise undefined. Never for showing (see ReleasedCell). */
export function numberOf(cell: Cell): number | undefined {
  switch (cell.mark) {
    case 'value':
    case 'uncertain':
      return cell.value;
    case 'zero':
      return 0;
    default:
      return undefined;
  }
}
