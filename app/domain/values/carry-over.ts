import type { Cell } from '#shared/cell.ts';
import { sumOfCells } from './sum-of-cells.ts';

/** Which part of an old area's people (0 to 1) belongs to which new area. */
export type CrosswalkShare = { readonly from: string; readonly to: string; readonly share: number };

/**
 * Counts of old areas carried over to new ones: each new area gets the old counts weighted with the shares. Every carried number is `uncertain`, also where an old
 * area went over whole, because the reader must see that the series was rebuilt. A new area that an old one without an entry belongs to is unknown.
 * Only counts may be carried; rates are rebuilt from carried counts.
 */
export function carryOver(shares: readonly CrosswalkShare[], cellOf: (old: string) => Cell | undefined): ReadonlyMap<string, Cell> {
  const parts = new Map<string, CrosswalkShare[]>();
  for (const share of shares) if (share.share > 0) parts.set(share.to, [...(parts.get(share.to) ?? []), share]);
  const carried = new Map<string, Cell>();
  for (const [area, from] of parts) {
    const sum = sumOfCells(from.map(({ from: old }) => cellOf(old) ?? { mark: 'notAvailable' }), from.map(({ share }) => share));
    carried.set(area, 'value' in sum ? { mark: 'uncertain', value: sum.value } : sum);
  }
  return carried;
}

/** Old areas whose shares do not add up to 1 (by more than `tolerance`): people would be lost or counted twice. */
export function incompleteShares(shares: readonly CrosswalkShare[], tolerance = 0.01): readonly { readonly from: string; readonly sum: number }[] {
  const sums = new Map<string, number>();
  for (const { from, share } of shares) sums.set(from, (sums.get(from) ?? 0) + share);
  return [...sums].flatMap(([from, sum]) => (Math.abs(sum - 1) > tolerance ? [{ from, sum }] : []));
}
