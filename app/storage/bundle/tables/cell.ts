import type { Cell, CellMark } from '#shared/cell.ts';
import { optionalReal, word } from '../column.ts';
import { RowFault } from '../row-fault.ts';
import { words } from '../words.ts';

const markWords = words({
  value: 'value',
  zero: 'zero',
  suppressed: 'suppressed',
  notApplicable: 'not_applicable',
  notAvailable: 'not_available',
  uncertain: 'uncertain',
} satisfies Record<CellMark, string>);
type MarkWord = (typeof markWords.list)[number];

/** How a statistical value lies on disk: a word says what it is, and only a value has a number. */
export const cellColumns = { numerator: optionalReal(), denominator: optionalReal(), value: optionalReal(), mark: word(markWords) };

type CellRow = { readonly numerator: number | null; readonly denominator: number | null; readonly value: number | null; readonly mark: MarkWord };

export function cellToRow(cell: Cell): CellRow {
  const mark = markWords.toDisk(cell.mark);
  switch (cell.mark) {
    case 'value':
    case 'uncertain':
      return { numerator: cell.numerator ?? null, denominator: cell.denominator ?? null, value: cell.value, mark };
    case 'zero':
      return { numerator: null, denominator: cell.denominator ?? null, value: null, mark };
    default:
      return { numerator: null, denominator: null, value: null, mark };
  }
}

/** Refuses numbers beside a mark that has none: a secret value must not lie in the file. */
export function cellFrom(row: CellRow, table: string, key: string): Cell {
  const mark = markWords.fromDisk(row.mark);
  switch (mark) {
    case 'value':
    case 'uncertain':
      if (row.value === null) throw new RowFault(table, key, 'value', `is missing for mark ${row.mark}`);
      return { mark, value: row.value, ...rate(row) };
    case 'zero':
      if (row.value !== null || row.numerator !== null) throw new RowFault(table, key, 'value', `a number beside mark ${row.mark}`);
      return { mark, ...(row.denominator === null ? {} : { denominator: row.denominator }) };
    default:
      if (row.value !== null || row.numerator !== null || row.denominator !== null) {
        throw new RowFault(table, key, 'value', `a number beside mark ${row.mark}`);
      }
      return { mark };
  }
}

const rate = (row: CellRow): { numerator?: number; denominator?: number } => ({
  ...(row.numerator === null ? {} : { numerator: row.numerator }),
  ...(row.denominator === null ? {} : { denominator: row.denominator }),
});
