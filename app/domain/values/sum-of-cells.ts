import type { Cell } from '#shared/cell.ts';

/**
 * Counts added up. A secret part makes the sum secret (otherwise it could be computed back), an unknown part makes it unknown, both before anything
 * else; a part that makes no sense beside parts that do is unknown too. Uncertain parts make it uncertain. No parts at all: unknown.
 * `weights` (one per part) multiply the counts, for sums over parts of areas.
 */
export function sumOfCells(cells: readonly Cell[], weights?: readonly number[]): Cell {
  if (cells.length === 0) return { mark: 'notAvailable' };
  const has = (mark: Cell['mark']): boolean => cells.some((cell) => cell.mark === mark);
  if (has('suppressed')) return { mark: 'suppressed' };
  if (has('notAvailable')) return { mark: 'notAvailable' };
  if (has('notApplicable')) return { mark: cells.every(({ mark }) => mark === 'notApplicable') ? 'notApplicable' : 'notAvailable' };
  if (cells.every(({ mark }) => mark === 'zero')) return { mark: 'zero' };
  const value = cells.reduce((sum, cell, index) => sum + ('value' in cell ? cell.value : 0) * (weights?.[index] ?? 1), 0);
  if (!Number.isFinite(value)) return { mark: 'notAvailable' };
  return { mark: has('uncertain') ? 'uncertain' : 'value', value };
}
