import type { Budget, RawCell, SourceRemark, SourceTable } from '../source.ts';
import { columnLetters } from './cell-reference.ts';
import { WorkbookFault } from './workbook-fault.ts';

type Merge = SourceTable['merges'][number];
const NO_CELLS: readonly RawCell[] = [];
const MERGES = 200_000;
/** Merges may not overlap; cells looked at for them, in all. */
const MERGED_CELLS = 20_000_000;

/** What the cells of a workbook may still take; one for all its sheets. */
export type CellAllowance = { cells: number; rows: number; readonly budget: Budget; readonly file: string };

/** Collects the cells of one sheet and what is worth a remark. Rows are as long as their last cell; blank rows at the end are left out. */
export class SheetBuilder {
  readonly #name: string;
  readonly #hidden: boolean;
  readonly #allowance: CellAllowance;
  readonly #rows: RawCell[][] = [];
  readonly #merges: Merge[] = [];
  readonly #remarks = new Map<string, { amount: number; readonly first: string }>();

  constructor(name: string, hidden: boolean, allowance: CellAllowance) {
    this.#name = name;
    this.#hidden = hidden;
    this.#allowance = allowance;
  }

  put(row: number, column: number, cell: RawCell): void {
    if (cell === undefined) return;
    if (row >= this.#rows.length) this.#extendTo(row);
    let cells = this.#rows[row];
    if (cells === undefined || cells === NO_CELLS) {
      cells = [];
      this.#rows[row] = cells;
    }
    this.#count(column + 1 - cells.length);
    while (cells.length < column) cells.push(undefined);
    cells[column] = cell;
  }

  merge(merge: Merge): void {
    if (this.#merges.length >= MERGES) this.#refuse('merges', MERGES + 1, MERGES);
    this.#merges.push(merge);
  }

  /** `column` undefined: the whole row. */
  remark(code: string, row: number, column?: number): void {
    this.#note(code, `${column === undefined ? '' : columnLetters(column)}${String(row + 1)}`);
  }

  remarkColumn(code: string, column: number): void {
    this.#note(code, columnLetters(column));
  }

  table(): { readonly table: SourceTable; readonly remarks: readonly SourceRemark[] } {
    const merges = this.#usedMerges();
    const remarks = [...this.#remarks].map(([code, { amount, first }]) => ({ code, details: { sheet: this.#name, amount, first } }));
    return { table: { name: this.#name, hidden: this.#hidden, rows: this.#rows, merges }, remarks };
  }

  /** Merges that reach beyond the cells are cut; a value under a merge is no longer seen by anybody and is taken out with a remark. */
  #usedMerges(): readonly Merge[] {
    let covered = 0;
    const lastRow = this.#rows.length - 1;
    const lastColumn = this.#rows.reduce((widest, row) => Math.max(widest, row.length), 0) - 1;
    return this.#merges.flatMap((merge) => {
      const used = { ...merge, bottom: Math.min(merge.bottom, lastRow), right: Math.min(merge.right, lastColumn) };
      if (used.top > used.bottom || used.left > used.right || (used.top === used.bottom && used.left === used.right)) return [];
      covered += (used.bottom - used.top + 1) * (used.right - used.left + 1);
      if (covered > MERGED_CELLS) this.#refuse('merges', this.#merges.length, MERGES);
      this.#clearCovered(used);
      return [used];
    });
  }

  #clearCovered({ top, left, bottom, right }: Merge): void {
    for (let row = top; row <= bottom; row += 1) {
      const cells = this.#rows[row] ?? [];
      for (let column = left; column <= Math.min(right, cells.length - 1); column += 1) {
        if ((row === top && column === left) || cells[column] === undefined) continue;
        cells[column] = undefined;
        this.remark('coveredCells', row, column);
      }
    }
  }

  #note(code: string, first: string): void {
    const known = this.#remarks.get(code);
    if (known === undefined) this.#remarks.set(code, { amount: 1, first });
    else known.amount += 1;
  }

  #extendTo(row: number): void {
    this.#allowance.rows += row + 1 - this.#rows.length;
    // a workbook of many sheets that each reach to the last row would fill the memory with blank rows
    const limit = 4 * this.#allowance.budget.rows;
    if (this.#allowance.rows > limit) this.#refuse('rows', this.#allowance.rows, limit);
    while (this.#rows.length <= row) this.#rows.push(NO_CELLS as RawCell[]);
  }

  #count(more: number): void {
    if (more <= 0) return;
    this.#allowance.cells += more;
    if (this.#allowance.cells > this.#allowance.budget.cells) this.#refuse('cells', this.#allowance.cells, this.#allowance.budget.cells);
  }

  #refuse(what: string, amount: number, limit: number): never {
    throw new WorkbookFault({ code: 'import.tooBig', details: { file: this.#allowance.file, what, amount, limit } });
  }
}
