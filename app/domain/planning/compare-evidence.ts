import type { Cell } from '#shared/cell.ts';
import type { Language } from '#shared/localized.ts';
import type { City } from '../city/city.ts';
import { releaserFor } from '../confidentiality/release.ts';
import type { ReleasedIndex } from '../social-index/released-index.ts';
import { gatherEvidence, SUPPORTING_DEVIATIONS } from './evidence.ts';
import type { EvidenceRow } from './sheets.ts';

/** What became of a frozen row under another edition. The sheet is not changed; the planner decides, because what was agreed or released rests on the figures of its day. */
export type EvidenceDifference = {
  readonly row: EvidenceRow;
  /** The row as the other edition gives it; undefined when it no longer has this indicator or area. */
  readonly now: EvidenceRow | undefined;
  readonly kinds: readonly EvidenceDifferenceKind[];
};
export type EvidenceDifferenceKind =
  | 'gone'
  | 'suppressed'
  | 'noLongerSuppressed'
  | 'value'
  | 'cityValue'
  | 'status'
  | 'trend'
  /** Worse than the city before, better now, or the other way round. */
  | 'direction'
  /** Crossed the line of one standard deviation. */
  | 'support';

/**
 * The frozen rows that differ under another edition, in the sheet's order; rows that are the same are not listed. Each is
 * compared with the other edition's latest figure up to the date of its index (without an index: up to the row's own day).
 */
export function compareEvidence(rows: readonly EvidenceRow[], city: City, index: ReleasedIndex | undefined, language: Language): readonly EvidenceDifference[] {
  const releaser = releaserFor(city, 'public');
  return rows.flatMap((row) => {
    const now = gatherEvidence({ city, releaser, index, area: row.area, indicators: [row.indicator], date: index?.date ?? row.date, language }).rows[0];
    const kinds = now === undefined ? (['gone'] as const) : differences(row, now);
    return kinds.length === 0 ? [] : [{ row, now, kinds }];
  });
}

function differences(then: EvidenceRow, now: EvidenceRow): readonly EvidenceDifferenceKind[] {
  const wasSecret = then.value.mark === 'suppressed';
  const isSecret = now.value.mark === 'suppressed';
  const kinds: readonly (EvidenceDifferenceKind | false)[] = [
    isSecret && !wasSecret && 'suppressed',
    wasSecret && !isSecret && 'noLongerSuppressed',
    wasSecret === isSecret && !sameShown(then.value, now.value, then.precision) && 'value',
    !sameShown(then.cityValue, now.cityValue, then.precision) && 'cityValue',
    then.status !== now.status && 'status',
    then.trend !== now.trend && 'trend',
    directionOf(then) !== directionOf(now) && 'direction',
    supports(then) !== supports(now) && 'support',
  ];
  return kinds.filter((kind) => kind !== false);
}

/** Same sign and same printed digits: what no reader can see is no difference. */
const sameShown = (one: Cell, other: Cell, precision: number): boolean => one.mark === other.mark && digits(one, precision) === digits(other, precision);
const digits = (cell: Cell, precision: number): string => ('value' in cell ? cell.value.toFixed(precision) : '');
const directionOf = (row: EvidenceRow): number => Math.sign(row.deviations ?? 0);
const supports = (row: EvidenceRow): boolean => (row.deviations ?? 0) >= SUPPORTING_DEVIATIONS;
