import { read, SSF } from '@e965/xlsx';
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import type { Problem } from '#shared/problem.ts';
import type { Result } from '#shared/result.ts';
import { failure, success } from '#shared/result.ts';
import type { Budget, ImportFile, RawCell, SourceContent, SourceRemark, SourceTable } from '../source.ts';
import { LAST_COLUMN } from './cell-reference.ts';
import type { NumberFormat } from './number-format.ts';
import { numberFormat } from './number-format.ts';
import { SheetBuilder } from './sheet-builder.ts';
import { keepCellsOnly, xlsStream } from './xls-stream.ts';

/** SheetJS holds a whole workbook several times over; real xls files of 65,536 rows stay below this. */
const FILE_BYTES = 64 * 1024 * 1024;

/** Excel 2-97 (`xls`, BIFF). Throws `WorkbookFault`. Not xlsb, which SheetJS knows too: a single wrong byte in one keeps it busy for minutes. */
export function readWithSheetJs(file: ImportFile, budget: Budget): Result<SourceContent, Problem> {
  if (file.bytes.byteLength > FILE_BYTES) return failure({ code: 'import.tooBig', details: { file: file.name, what: 'MB', amount: Math.round(file.bytes.byteLength / 1e6), limit: Math.round(FILE_BYTES / 1e6) } });
  let workbook: WorkBook;
  try {
    const stream = xlsStream(file.bytes);
    if (stream === undefined) return failure({ code: 'import.unknownFormat', details: { file: file.name } });
    if (!keepCellsOnly(stream)) return failure({ code: 'import.damaged', details: { file: file.name, fault: 'workbook' }, technical: 'a record breaks off' });
    forgetFormats();
    workbook = read(stream, { type: 'buffer', dense: true, cellFormula: false, cellHTML: false, cellText: false, cellNF: true, cellStyles: false, cellDates: false, sheetRows: 0 });
  } catch (error) {
    return failure(problemOf(file, error));
  }
  return workbookContent(file, workbook, budget);
}

const BUILT_IN_FORMATS = new Map(Object.entries(formatTable()));

/** SheetJS keeps the number formats of one file for the next, which may lack a format of that number. */
function forgetFormats(): void {
  const table = formatTable();
  for (const id of Object.keys(table)) delete table[id];
  for (const [id, code] of BUILT_IN_FORMATS) table[id] = code;
}

/** The table itself, not a copy. */
function formatTable(): Record<string, string> {
  return SSF.get_table() as Record<string, string>;
}

function problemOf(file: ImportFile, error: unknown): Problem {
  const technical = error instanceof Error ? error.message.slice(0, 200) : String(error).slice(0, 200);
  if (/password|encrypt/i.test(technical)) return { code: 'import.encrypted', details: { file: file.name }, technical };
  // a Word document or a mail has the same envelope
  if (/Cannot find Workbook|Unsupported file|not a spreadsheet/i.test(technical)) return { code: 'import.unknownFormat', details: { file: file.name }, technical };
  return { code: 'import.damaged', details: { file: file.name, fault: 'workbook' }, technical };
}

function workbookContent(file: ImportFile, workbook: WorkBook, budget: Budget): Result<SourceContent, Problem> {
  const from1904 = workbook.Workbook?.WBProps?.date1904 === true;
  const formats = new Map<string, NumberFormat>();
  const formatOf = (code: string): NumberFormat => {
    const format = formats.get(code) ?? numberFormat(code.slice(0, 255), from1904);
    formats.set(code, format);
    return format;
  };
  const allowance = { cells: 0, rows: 0, budget, file: file.name };
  const tables: SourceTable[] = [];
  const remarks: SourceRemark[] = [];
  workbook.SheetNames.forEach((name, index) => {
    const sheet = new Map(Object.entries(workbook.Sheets)).get(name);
    if (sheet === undefined || sheet['!type'] === 'chart') {
      remarks.push({ code: 'chartSheet', details: { sheet: name } });
      return;
    }
    const builder = new SheetBuilder(readable(name), (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0, allowance);
    fill(builder, sheet, formatOf);
    const built = builder.table();
    tables.push(built.table);
    remarks.push(...built.remarks);
  });
  return tables.some(({ rows }) => rows.length > 0) ? success({ kind: 'tables', tables, remarks }) : failure({ code: 'import.empty', details: { file: file.name } });
}

function fill(builder: SheetBuilder, sheet: WorkSheet, formatOf: (code: string) => NumberFormat): void {
  (sheet['!data'] ?? []).forEach((cells, row) => {
    cells?.forEach((cell, column) => {
      if (cell !== undefined && cell !== null && column < LAST_COLUMN) builder.put(row, column, valueOf(cell, builder, row, column, formatOf));
    });
  });
  for (const { s: start, e: end } of sheet['!merges'] ?? []) {
    const merge = { top: start.r, left: start.c, bottom: end.r, right: end.c };
    // a record that breaks off leaves numbers out, which the typings do not say
    if (Object.values(merge).every((place) => Number.isInteger(place) && place >= 0)) builder.merge(merge);
  }
}

const ERRORS: ReadonlyMap<unknown, string> = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
]);

function valueOf(cell: CellObject, builder: SheetBuilder, row: number, column: number, formatOf: (code: string) => NumberFormat): RawCell {
  const { v: value } = cell;
  if (cell.t === 'e') return ERRORS.get(value) ?? '#N/A';
  if (typeof value === 'boolean') return value ? 'WAHR' : 'FALSCH';
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return undefined;
    const shown = formatOf(typeof cell.z === 'string' ? cell.z : 'General')(value);
    if (shown.hidden) builder.remark(shown.cell === undefined ? 'hiddenNumber' : 'signForNumber', row, column);
    return shown.cell;
  }
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString().replace(/T00:00:00\.000Z$/, '').replace(/(:00)?\.000Z$/, '');
  return typeof value === 'string' && value !== '' ? readable(value) : undefined;
}

const windows1252 = new TextDecoder('windows-1252');
/** Excel 5 and 95 wrote bytes of windows-1252; where SheetJS took them for characters, dashes and quotes are control characters. */
const readable = (text: string): string => text.replaceAll(/[\u0080-\u009f]/g, (control) => windows1252.decode(Uint8Array.of(control.charCodeAt(0)))).replaceAll('\r\n', '\n');
