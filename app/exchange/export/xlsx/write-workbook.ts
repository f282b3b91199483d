import ExcelJS from 'exceljs';
import { FORMULA_START } from '#app/domain/source/formula-start.ts';
import { withoutControlCharacters } from '../svg/svg-text.ts';
import { stableArchive } from '../zip/stable-archive.ts';
import type { Sheet, SheetCell, Workbook } from './workbook.ts';

/** Characters a cell of the format holds at most. */
const LONGEST_TEXT = 32_767;

/** The workbook as a file; the same workbook gives the same bytes. */
export async function writeWorkbook(workbook: Workbook): Promise<Uint8Array> {
  const file = new ExcelJS.Workbook();
  file.title = plain(workbook.title);
  file.subject = plain(workbook.subject);
  file.creator = plain(workbook.publisher);
  file.lastModifiedBy = plain(workbook.publisher);
  file.company = plain(workbook.publisher);
  file.created = new Date(workbook.createdAt);
  file.modified = new Date(workbook.createdAt);
  const names = new Set<string>();
  for (const sheet of workbook.sheets) addSheet(file, sheet, names);
  const bytes = new Uint8Array((await file.xlsx.writeBuffer()) as unknown as ArrayBuffer);
  return stableArchive(bytes, (path, content) => {
    if (path === 'xl/styles.xml') return withQuotePrefix(content);
    if (path === 'docProps/app.xml') return content.replace(/<Application>[^<]*<\/Application>/, '<Application>Quartierwerk</Application>');
    return undefined;
  });
}

function addSheet(file: ExcelJS.Workbook, sheet: Sheet, names: Set<string>): void {
  const target = file.addWorksheet(sheetName(sheet.name, names), {
    views: [{ state: 'frozen', ySplit: 1, xSplit: sheet.repeatedColumns ?? 0 }],
    pageSetup: { paperSize: 9, orientation: sheet.landscape ? 'landscape' : 'portrait', fitToPage: true, fitToWidth: pagesAcross(sheet), fitToHeight: 0, pageOrder: 'overThenDown', margins: { left: 0.5, right: 0.5, top: 0.75, bottom: 0.7, header: 0.3, footer: 0.3 } },
    headerFooter: { oddHeader: `&L&"Calibri,Bold"&11${headerText(sheet.title)}`, oddFooter: `&L&8${headerText(sheet.footer)}&R&8${headerText(sheet.pageWords.page)} &P ${headerText(sheet.pageWords.of)} &N` },
  });
  target.columns = sheet.columns.map(({ width }) => ({ width }));
  const header = target.addRow(sheet.columns.map(({ title }) => plain(title)));
  header.height = 32;
  header.eachCell((cell) => {
    cell.font = { name: 'Calibri', size: 11, bold: true, color: { argb: 'FF16232B' } };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8F0F1' } };
    cell.alignment = { vertical: 'middle', wrapText: true };
    cell.border = { top: { style: 'medium', color: { argb: 'FF0B5D68' } }, bottom: { style: 'thin', color: { argb: 'FF0B5D68' } } };
  });
  for (const row of sheet.rows) {
    const added = target.addRow([]);
    added.height = LINE_HEIGHT * linesOf(sheet, row);
    row.forEach((cell, index) => writeCell(added.getCell(index + 1), cell, sheet.columns[index]?.wrap === true));
  }
  const last = `${columnLetters(sheet.columns.length)}${sheet.rows.length + 1}`;
  if (sheet.filter && sheet.rows.length > 0) target.autoFilter = `A1:${last}`;
  target.pageSetup.printArea = `A1:${last}`;
  target.pageSetup.printTitlesRow = '1:1';
  if (sheet.repeatedColumns !== undefined) target.pageSetup.printTitlesColumn = `A:${columnLetters(sheet.repeatedColumns)}`;
}

/** Points of one line of text. */
const LINE_HEIGHT = 15;

/** Lines the tallest cell of a row needs: programs do not measure wrapped text when they open a file. */
function linesOf(sheet: Sheet, row: readonly SheetCell[]): number {
  const lines = row.map((cell, index) => {
    const column = sheet.columns[index];
    if (cell.kind !== 'text' || column?.wrap !== true) return 1;
    return cell.text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / (column.width * 0.95))), 0);
  });
  return Math.min(Math.max(1, ...lines), 26);
}

/** Wide sheets go over several pages, so that the print stays readable. */
const pagesAcross = ({ columns }: Sheet): number => Math.max(1, Math.round(columns.reduce((sum, { width }) => sum + width, 0) / 190));

function writeCell(target: ExcelJS.Cell, cell: SheetCell, wrap: boolean): void {
  target.font = { name: 'Calibri', size: 11 };
  target.alignment = { vertical: 'top', wrapText: wrap };
  target.border = { bottom: { style: 'hair', color: { argb: 'FFC5D0D6' } } };
  switch (cell.kind) {
    case 'empty':
      return;
    case 'text':
    case 'key': {
      const words = plain(cell.text).replace(/\r\n?/g, '\n').slice(0, LONGEST_TEXT);
      target.value = words;
      // "@" keeps keys as text when the cell is edited; the mark is turned into Excel's quote prefix afterwards
      if (cell.kind === 'key' || FORMULA_START.test(words)) {
        target.numFmt = '@';
        target.protection = QUOTED;
      }
      return;
    }
    case 'number':
      target.value = cell.value;
      target.numFmt = cell.precision === 0 ? '#,##0' : `#,##0.${'0'.repeat(cell.precision)}`;
      target.alignment = { vertical: 'top', horizontal: 'right' };
      return;
    case 'date':
      target.value = new Date(`${cell.date.slice(0, 10)}T00:00:00Z`);
      target.numFmt = 'dd.mm.yyyy';
      target.alignment = { vertical: 'top', horizontal: 'left' };
  }
}

/**
 * The library cannot write Excel's quote prefix. Cells that need it carry an otherwise unused mark (unlocked), which becomes
 * the prefix in the style sheet, so that the text stays text even when somebody edits the cell.
 */
const QUOTED = { locked: false } as const;

function withQuotePrefix(styles: string): string {
  return styles.replace(/<xf\b[^>]*>(?:(?!<\/xf>).)*<protection\b[^>]*locked="0"[^>]*\/?>(?:<\/protection>)?(?:(?!<\/xf>).)*<\/xf>/g, (format) =>
    format.replace('<xf ', '<xf quotePrefix="1" ').replace(/<protection\b[^>]*\/>|<protection\b[^>]*><\/protection>/, '').replace(/ applyProtection="1"/, ''),
  );
}

/** Sheet names: at most 31 characters, without the characters Excel forbids, each once. */
function sheetName(wanted: string, taken: Set<string>): string {
  const clean = plain(wanted).replace(/[\\/*?:[\]]/g, ' ').replace(/^'+|'+$/g, '').replace(/\s+/g, ' ').trim().slice(0, 31) || 'Blatt';
  let name = clean;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${clean.slice(0, 28)} ${number}`;
  taken.add(name.toLowerCase());
  return name;
}

/** In headers and footers `&` starts a code. */
const headerText = (words: string): string => plain(words).replaceAll('&', '&&').slice(0, 120);

function columnLetters(number: number): string {
  let letters = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

const plain = (words: string): string => withoutControlCharacters(words);
