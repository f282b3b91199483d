import type { Cell } from '#shared/cell.ts';
import { numberOf } from '#shared/cell.ts';

/** Now minus then, in the unit of the value. Secret if either is secret, unknown if either is unknown, and no figure where one makes no sense. */
export function changeOfCells(now: Cell, before: Cell): Cell {
  if (now.mark === 'suppressed' || before.mark === 'suppressed') return { mark: 'suppressed' };
  if (now.mark === 'notApplicable' || before.mark === 'notApplicable') return { mark: 'notApplicable' };
  const [later, earlier] = [numberOf(now), numberOf(before)];
  if (later === undefined || earlier === undefined) return { mark: 'notAvailable' };
  const value = later - earlier;
  if (!Number.isFinite(value)) return { mark: 'notAvailable' };
  return { mark: now.mark === 'uncertain' || before.mark === 'uncertain' ? 'uncertain' : 'value', value };
}
