import type { Releaser } from '../confidentiality/release.ts';
import type { ReleasedCell } from '../confidentiality/released-cell.ts';
import type { EvidenceRow } from './sheets.ts';

/** A row of evidence as it may be shown today. */
export type ShownEvidence = {
  readonly value: ReleasedCell;
  readonly cityValue: ReleasedCell;
  /** Undefined where there is none, or where it would give a secret value away. */
  readonly deviations: number | undefined;
};

/**
 * Figures as they were frozen. They were frozen as the public may see them; where the city on the table holds the same figure
 * back today (a stricter rule, a corrected value beside it), it is secret, whatever the edition was called.
 */
export function shownEvidence(releaser: Pick<Releaser, 'cell' | 'cityCell' | 'frozen'>, row: EvidenceRow): ShownEvidence {
  const value = releaser.frozen(row.value, releaser.cell(row.indicator, row.area, row.date), row);
  const cityValue = releaser.frozen(row.cityValue, releaser.cityCell(row.indicator, row.date), row);
  const known = value.mark !== 'suppressed' && cityValue.mark !== 'suppressed';
  return { value, cityValue, deviations: known ? row.deviations : undefined };
}
