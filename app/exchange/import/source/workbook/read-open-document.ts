import type { Problem } from '#shared/problem.ts';
import type { Result } from '#shared/result.ts';
import { failure, success } from '#shared/result.ts';
import type { Budget, ImportFile, RawCell, SourceContent, SourceRemark, SourceTable } from '../source.ts';
import { guardedZip } from '../zip/guarded-unzip.ts';
import { LAST_COLUMN, LAST_ROW } from './cell-reference.ts';
import { timesHundred } from './number-format.ts';
import { SheetBuilder } from './sheet-builder.ts';
import { damaged, WorkbookFault } from './workbook-fault.ts';
import type { PartPieces } from './xlsx/read-xml.ts';
import { readXml } from './xlsx/read-xml.ts';

/**
 * The sheets of an OpenDocument workbook (ods). A cell has its value and the text that is shown for it: padded keys (`01100`) and signs shown instead of
 * numbers are read from the text, all else from the value. Throws `WorkbookFault` for what the parts hold.
 */
export function readOpenDocument(file: ImportFile, budget: Budget): Result<SourceContent, Problem> {
  const opened = guardedZip(file, (name) => name === 'content.xml' || name === 'META-INF/manifest.xml', budget);
  if (!opened.ok) return opened;
  const pieces =
    (part: string): PartPieces =>
    (take) => {
      const result = opened.value.pieces(part, take);
      if (result === undefined) throw damaged(file.name, 'partMissing', { part });
      if (!result.ok) throw new WorkbookFault(result.failure);
    };
  if (isEncrypted(file.name, pieces('META-INF/manifest.xml'))) return failure({ code: 'import.encrypted', details: { file: file.name } });
  const { tables, remarks } = readContent(file.name, pieces('content.xml'), budget);
  return tables.some(({ rows }) => rows.length > 0) ? success({ kind: 'tables', tables, remarks }) : failure({ code: 'import.empty', details: { file: file.name } });
}

function isEncrypted(file: string, pieces: PartPieces): boolean {
  let encrypted = false;
  readXml(file, 'META-INF/manifest.xml', pieces, {
    open: (name) => {
      encrypted ||= name === 'encryption-data';
    },
  });
  return encrypted;
}

type Attributes = Readonly<Record<string, string>>;
type OpenCell = { readonly attributes: Attributes; text: string; paragraphs: number };

function readContent(file: string, pieces: PartPieces, budget: Budget): { readonly tables: readonly SourceTable[]; readonly remarks: readonly SourceRemark[] } {
  const allowance = { cells: 0, rows: 0, budget, file };
  const tables: SourceTable[] = [];
  const remarks: SourceRemark[] = [];
  const hiddenStyles = new Set<string>();
  const keys = keyStyles();
  let style = '';
  let sheet: SheetBuilder | undefined;
  let [row, column, repeated, inParagraph, skipped] = [0, 0, 1, 0, 0];
  let cells: { readonly column: number; readonly times: number; readonly cell: RawCell }[] = [];
  let cell: OpenCell | undefined;

  readXml(file, 'content.xml', pieces, {
    open: (name, attributes) => {
      // notes, pictures and drawings lie inside cells or before the rows, with paragraphs and tables of their own
      if (skipped > 0 || name === 'shapes' || name === 'tracked-changes' || (cell !== undefined && inParagraph === 0 && name !== 'p')) skipped += 1;
      else if (name === 'style') {
        style = attributes['style:name'] ?? '';
        keys.cellStyle(style, attributes['style:data-style-name']);
      } else if (name === 'number-style') keys.numberStyle(attributes['style:name'] ?? '');
      else if (name === 'number') keys.number(attributes);
      else if (name === 'table-column') keys.column(attributes['table:default-cell-style-name'], times(attributes['table:number-columns-repeated']));
      else if (name === 'table-properties' && attributes['table:display'] === 'false') hiddenStyles.add(style);
      else if (name === 'table') {
        sheet = new SheetBuilder(attributes['table:name'] ?? '', hiddenStyles.has(attributes['table:style-name'] ?? '-'), allowance);
        row = 0;
        keys.newSheet();
      } else if (name === 'table-row') {
        repeated = times(attributes['table:number-rows-repeated']);
        if (attributes['table:visibility'] !== undefined && attributes['table:visibility'] !== 'visible') sheet?.remark('hiddenRows', row);
        [column, cells] = [0, []];
      } else if (name === 'table-cell' || name === 'covered-table-cell') cell = { attributes, text: '', paragraphs: 0 };
      else if (name === 'p' && cell !== undefined) {
        cell.text += cell.paragraphs > 0 ? '\n' : '';
        cell.paragraphs += 1;
        inParagraph += 1;
      } else if (cell !== undefined && inParagraph > 0) cell.text += name === 's' ? ' '.repeat(Math.min(1000, times(attributes['text:c']))) : name === 'tab' ? '\t' : name === 'line-break' ? '\n' : '';
    },
    text: (text) => {
      if (cell !== undefined && inParagraph > 0 && skipped === 0) cell.text += text.includes('\n') ? text.replaceAll(/[ \t\r]*\n\s*/g, ' ') : text; // programs write several spaces as they are
    },
    close: (name) => {
      if (skipped > 0) skipped -= 1;
      else if (name === 'p' && inParagraph > 0) inParagraph -= 1;
      else if ((name === 'table-cell' || name === 'covered-table-cell') && cell !== undefined) endCell(cell);
      else if (name === 'table-row') endRow();
      else if (name === 'table' && sheet !== undefined) {
        const built = sheet.table();
        tables.push(built.table);
        remarks.push(...built.remarks);
        sheet = undefined;
      }
    },
  });
  return { tables, remarks };

  function endCell({ attributes, text }: OpenCell): void {
    const count = times(attributes['table:number-columns-repeated']);
    const value = valueOf(attributes, text, keys.places(attributes['table:style-name'], column), () => sheet?.remark('signForNumber', row, column));
    if (value !== undefined) cells.push({ column, times: count, cell: value });
    const [across, down] = [times(attributes['table:number-columns-spanned']), times(attributes['table:number-rows-spanned'])];
    if (across > 1 || down > 1) sheet?.merge({ top: row, left: column, bottom: row + down - 1, right: column + across - 1 });
    column += count;
    cell = undefined;
    inParagraph = 0;
    if (column > LAST_COLUMN && value !== undefined) throw damaged(file, 'cellReference', { part: 'content.xml', reference: `${String(row + 1)}:${String(column)}` });
  }

  /** Blank rows at the end of a sheet are written as one row, a million times. */
  function endRow(): void {
    if (row + repeated > LAST_ROW && cells.length > 0) throw damaged(file, 'cellReference', { part: 'content.xml', reference: String(row + repeated) });
    for (let copy = 0; copy < repeated && cells.length > 0; copy += 1) {
      for (const { column: first, times: count, cell: value } of cells) for (let at = 0; at < count; at += 1) sheet?.put(row + copy, first + at, value);
    }
    row += repeated;
    cells = [];
  }
}

function valueOf(attributes: Attributes, text: string, places: number, showsSign: () => void): RawCell {
  const shown = text === '' ? undefined : text;
  const number = Number(attributes['office:value'] ?? Number.NaN);
  switch (attributes['office:value-type']) {
    case 'percentage':
      return Number.isFinite(number) ? timesHundred(number) : shown;
    case 'float':
    case 'currency':
      if (!Number.isFinite(number) || /^(#|Err:)/.test(text)) return shown;
      if (places > 1 && Number.isSafeInteger(number) && number >= 0) return String(number).padStart(places, '0');
      if (/^0\d+$/.test(text) && Number(text) === number) return text;
      if (number !== 0 && shown !== undefined && !/\d/.test(text)) {
        showsSign();
        return text;
      }
      return number;
    case 'date':
      return (attributes['office:date-value'] ?? text).replace(/T00:00:00(\.0+)?$/, '');
    case 'time':
      return shown ?? attributes['office:time-value'];
    case 'boolean':
      return attributes['office:boolean-value'] === 'true' ? 'WAHR' : 'FALSCH';
    default:
      return shown;
  }
}

/**
 * Which cells hold padded keys: their number style has several places before the decimal point, none behind and no grouping. A cell has its own style or
 * that of its column.
 */
function keyStyles() {
  const placesOfNumber = new Map<string, number>();
  const placesOfStyle = new Map<string, number>();
  let columns: { readonly before: number; readonly style: string | undefined }[] = [];
  let current = '';
  return {
    numberStyle: (name: string) => {
      current = name;
    },
    number: (attributes: Attributes) => {
      const places = Number(attributes['number:min-integer-digits'] ?? 1);
      if (attributes['number:grouping'] !== 'true' && Number(attributes['number:decimal-places'] ?? 0) === 0 && places <= 20) placesOfNumber.set(current, places);
    },
    cellStyle: (name: string, number: string | undefined) => {
      if (number !== undefined) placesOfStyle.set(name, placesOfNumber.get(number) ?? 1);
    },
    newSheet: () => {
      columns = [];
    },
    column: (style: string | undefined, count: number) => {
      columns.push({ before: (columns.at(-1)?.before ?? 0) + count, style });
    },
    places: (style: string | undefined, column: number): number => {
      const found = style ?? columns.find(({ before }) => column < before)?.style;
      return found === undefined ? 1 : (placesOfStyle.get(found) ?? 1);
    },
  };
}

function times(attribute: string | undefined): number {
  const number = Number(attribute ?? 1);
  return Number.isInteger(number) && number >= 1 ? Math.min(number, LAST_ROW) : 1;
}
