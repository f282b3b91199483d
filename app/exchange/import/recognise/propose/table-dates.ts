import type { RawCell, SourceTable } from '../../source/source.ts';
import { plainText } from '#app/domain/source/columns.ts';
import { dayIn, dayOfCell } from '../dates.ts';
import type { ShapeColumn, TableShape } from '../table-shape.ts';
import type { TableInput } from './proposal-parts.ts';

export type TableDates = {
  readonly date: TableInput['date'];
  readonly column: ShapeColumn | undefined;
  /** Days of the rows, in order; empty when the headers hold them. */
  readonly days: readonly string[];
  /** For columns without a day of their own, where the others have it in their headers. */
  readonly otherwise: string | undefined;
  /** Nothing in the file says it; the city's edition was taken. */
  readonly guessed: boolean;
};

/** Sheets with a year each. */
export const sheetDates = (sheets: readonly string[]): TableDates => ({ date: { sheetName: true }, column: undefined, days: sheets.flatMap((name) => dayIn(name)?.day ?? []).sort(), otherwise: undefined, guessed: false });

/** When the values of a table are of: by a column, by the headers, or by sheet, title or file name; the edition's year as a last resort. */
export function tableDates(table: SourceTable, shape: TableShape, sheetName: string | undefined, fileName: string, edition: string): TableDates {
  const datesInHeaders = shape.columns.some(({ kind, day }) => kind === 'number' && day !== undefined);
  const column = shape.columns.filter(({ kind, header }) => (kind === 'year' || kind === 'month' || kind === 'day') && !(datesInHeaders && VALIDITY.test(header))).sort((a, b) => rank(a) - rank(b))[0];
  if (column !== undefined) {
    const form = column.kind as 'year' | 'month' | 'day';
    const days = new Set<string>();
    for (let row = shape.rows.from; row <= shape.rows.to; row++) {
      const day = dayOfCell(table.rows[row - 1]?.[column.index], form);
      if (day !== undefined) days.add(day);
    }
    return { date: { column: column.reference, form }, column, days: [...days].sort(), otherwise: undefined, guessed: false };
  }
  const said = [sheetName, ...shape.title, ...shape.footnotes.filter(({ text }) => /^(?:stand|stichtag)/i.test(text)).map(({ text }) => text), fileName].map((text) => (text === undefined ? undefined : dayIn(text))).find((day) => day !== undefined);
  const headers = shape.columns.filter(({ kind, day }) => kind === 'number' && day !== undefined);
  const year = /(?:19|20)\d\d/.exec(edition)?.[0];
  const guess = `${year ?? '2000'}-12-31`;
  if (shape.layout === 'datesAsColumns' || shape.layout === 'indicatorByDate') return { date: undefined, column: undefined, days: [], otherwise: said?.day ?? guess, guessed: false };
  const inHeaders = [...new Set(headers.map(({ day }) => day!.day))];
  // a day in a header is nearer to the values than a year in the file's name
  const day = said !== undefined && (said.form === 'day' || inHeaders.length !== 1) ? said.day : inHeaders.length === 1 ? inHeaders[0] : said?.day;
  if (day !== undefined) return { date: { fixed: day }, column: undefined, days: [day], otherwise: undefined, guessed: false };
  return { date: { fixed: guess }, column: undefined, days: [guess], otherwise: undefined, guessed: true };
}

/** Since when an area exists (KomMonitor: `validStartDate`) is no day of the values beside it. */
const VALIDITY = /^valid_?(?:start|end|from|to)|^g(?:ü|ue)ltig/i;

/** Headers that say "year" before others; a day of birth or opening is no day of the values. */
const rank = ({ header, kind }: ShapeColumn): number => (/jahr|year|zeit|stichtag|stand|reporting|date|datum|period/i.test(header) ? 0 : 1) + (/geburt|birth|eröff|open|gültig|valid|lifecycle/i.test(header) ? 5 : 0) + (kind === 'year' ? 0 : 0.1);

export const dayOfRow = (row: readonly RawCell[] | undefined, { column, days }: TableDates): string | undefined =>
  column === undefined ? days[0] : dayOfCell(row?.[column.index], column.kind as 'year' | 'month' | 'day');

/** A header with the part that differs from year to year in braces: "Arbeitslose | {year}". Undefined when its day is written in a way patterns do not know. */
export function headerPattern(header: string): string | undefined {
  const found = dayIn(header);
  const text = plainText(header);
  if (found === undefined || /[{}]/.test(text)) return undefined;
  if (found.form === 'year') return text.replace(found.day.slice(0, 4), '{year}');
  if (found.form !== 'day') return undefined;
  const written = /\d{4}-\d\d-\d\d|\d{1,2}\.\s?\d{1,2}\.\s?\d{4}/.exec(text)?.[0];
  return written === undefined ? undefined : text.replace(written, '{day}');
}
