import { columnNumberFormat } from '../recognise/column-number-format.ts';
import { plainText } from '#app/domain/source/columns.ts';
import { cellReader } from '../recognise/read-cell.ts';
import type { NumberFormat } from '../recipe/recipe-schema.ts';
import type { RawCell } from '../source/source.ts';

/** Reads places of institutions from one column, whose cells show together how its numbers are written. Signs and texts are no number of places; a written 0 is one. */
export function capacityFrom(cells: readonly RawCell[], numbers: NumberFormat | undefined): (raw: RawCell) => { readonly value: number | undefined; readonly unreadable?: string } {
  const read = cellReader({ numbers: numbers ?? columnNumberFormat(cells).format, form: 'absolute' });
  return (raw) => {
    const reading = read(raw);
    if ('unreadable' in reading) return { value: undefined, unreadable: reading.unreadable };
    if (reading.cell.mark === 'zero') return { value: plainText(raw) === '0' ? 0 : undefined };
    if ('value' in reading.cell && reading.cell.value >= 0) return { value: reading.cell.value };
    // "über 100" and "-5" are no number of places; signs for "none" and "unknown" are answers
    return reading.bound !== undefined || 'value' in reading.cell ? { value: undefined, unreadable: plainText(raw) } : { value: undefined };
  };
}
