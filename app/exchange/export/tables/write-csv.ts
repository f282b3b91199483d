import { strToU8 } from 'fflate';
import { FORMULA_START } from '#app/domain/source/formula-start.ts';
import { withoutControlCharacters } from '../svg/svg-text.ts';
import { decimalText } from './decimal-text.ts';
import type { ExportCell, ExportColumn, ExportTable } from './export-table.ts';

/**
 * A table as CSV for German offices: UTF-8 with BOM, semicolon, decimal comma, lines end in CR LF, quotes where needed (RFC 4180). A text that a spreadsheet
 * could take for a formula gets an apostrophe in front; numbers keep their sign.
 */
export function writeCsv({ columns, rows }: ExportTable): Uint8Array {
  const lines = [columns.map(({ name }) => name), ...rows.map((row) => row.map((cell, index) => textOf(cell, columns[index])))];
  return strToU8(`\ufeff${lines.map((line) => line.map(quoted).join(';')).join('\r\n')}\r\n`);
}

function textOf(cell: ExportCell, column: ExportColumn | undefined): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return decimalText(cell);
  const words = withoutControlCharacters(cell);
  // signs and bracketed numbers are our own words
  return column?.kind !== 'value' && FORMULA_START.test(words) ? `'${words}` : words;
}

const quoted = (words: string): string => (/[;"\r\n]|^\s|\s$/.test(words) ? `"${words.replaceAll('"', '""')}"` : words);
