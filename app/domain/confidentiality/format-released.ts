import type { Language } from '#shared/localized.ts';
import { formatNumber, formatWithUnit } from '#shared/i18n/number-format.ts';
import type { ReleasedCell } from './released-cell.ts';

/** The signs of German official statistics; each keeps "nothing", "secret" and "unknown" apart. */
export const SIGNS = { suppressed: '.', zero: '–', notApplicable: 'x', notAvailable: '...' } as const;

/** As printed in a table: `12,3`, `(12,3)` when of limited reliability, or a sign. */
export function formatReleased(cell: ReleasedCell, language: Language): string {
  return withSigns(cell, (value) => formatNumber(value, cell.precision, language));
}

/** As written in a sentence: `12,3 %` with a no-break space; signs stand alone. */
export function formatReleasedWithUnit(cell: ReleasedCell, language: Language): string {
  return withSigns(cell, (value) => formatWithUnit(value, cell.precision, cell.unit, language));
}

function withSigns(cell: ReleasedCell, format: (value: number) => string): string {
  switch (cell.mark) {
    case 'value':
      return cell.value === undefined ? SIGNS.notAvailable : format(cell.value);
    case 'uncertain':
      return cell.value === undefined ? SIGNS.notAvailable : `(${format(cell.value)})`;
    case 'zero':
    case 'suppressed':
    case 'notApplicable':
    case 'notAvailable':
      return SIGNS[cell.mark];
  }
}
