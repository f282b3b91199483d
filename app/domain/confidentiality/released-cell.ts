import type { CellMark } from '#shared/cell.ts';

declare const released: unique symbol;

/**
 * A value that has passed the confidentiality gate and may be shown, printed, copied and exported. Only
 * `release.ts` makes one; there is no other way to a text, a colour or a spreadsheet cell.
 */
export type ReleasedCell = {
  readonly [released]: true;
  readonly mark: CellMark;
  /** Present for `value`, `uncertain` and `zero` only; a suppressed cell carries no number at all. */
  readonly value: number | undefined;
  readonly unit: string;
  readonly precision: number;
};
