import Papa from 'papaparse';
import type { Result } from '#shared/result.ts';
import { failure, success } from '#shared/result.ts';
import type { Budget, Delimiter, RawCell } from '../source.ts';

export type DelimitedRows = {
  readonly rows: readonly (readonly RawCell[])[];
  /** Rows (counted from 1) with a quote that does not close; they are split as they stand. */
  readonly looseQuotes: readonly number[];
};
/** One of the limits was reached. `what` is a word of `importFault`. */
export type TooMuch = { readonly what: 'rows' | 'cells' | 'columns' | 'lineCharacters'; readonly amount: number; readonly limit: number };

/** As many columns as a workbook can have. */
const COLUMNS = 16_384;
/** A quoted line may hold the outline of an area, but not a file of its own. */
const LINE_CHARACTERS = 4_000_000;
/** Quoted lines are parsed together up to this length; a quoted cell with line breaks may be longer, up to four times. */
const BATCH_CHARACTERS = 64_000;

/**
 * Rows of a delimited text: fields in double quotes may hold delimiters, doubled quotes and line breaks; lines end with LF, CRLF or CR. Rows are as
 * long as they are in the text; empty fields are undefined, blank lines between rows are empty rows, blank lines at the end are left out.
 * A quote that never closes spoils its own line only, so that not a single row is swallowed; such rows are named.
 */
export function parseDelimited(wholeText: string, delimiter: Delimiter, budget: Pick<Budget, 'rows' | 'cells'>): Result<DelimitedRows, TooMuch> {
  const text = wholeText.includes('\n') ? wholeText : wholeText.replaceAll('\r', '\n');
  const rows: (readonly RawCell[])[] = [];
  const looseQuotes: number[] = [];
  let cells = 0;
  let tooMuch: TooMuch | undefined;
  const push = (fields: readonly string[]) => {
    cells += fields.length;
    if (fields.length > COLUMNS) tooMuch ??= { what: 'columns', amount: fields.length, limit: COLUMNS };
    if (cells > budget.cells) tooMuch ??= { what: 'cells', amount: cells, limit: budget.cells };
    if (rows.length >= budget.rows && fields.length > 0) tooMuch ??= { what: 'rows', amount: rows.length + 1, limit: budget.rows };
    rows.push(fields.map((field) => (field === '' ? undefined : field.includes('\r') ? field.replaceAll('\r\n', '\n') : field)));
  };

  let at = 0;
  let nextQuote = text.indexOf('"');
  while (at < text.length && tooMuch === undefined) {
    const end = lineEnd(text, at);
    if (nextQuote !== -1 && nextQuote < at) nextQuote = text.indexOf('"', at);
    if (nextQuote === -1 || nextQuote >= end) {
      push(fieldsOf(text.slice(at, end), delimiter));
      at = end + 1;
      continue;
    }
    if (end - at > LINE_CHARACTERS) return failure({ what: 'lineCharacters', amount: end - at, limit: LINE_CHARACTERS });
    const quoted = quotedRows(text, at, delimiter);
    if (quoted === undefined) {
      const fields = fieldsOf(text.slice(at, end), delimiter);
      if (fields.some((field) => field.startsWith('"') && !isQuoted(field))) looseQuotes.push(rows.length + 1);
      push(fields.map((field) => (isQuoted(field) ? field.slice(1, -1).replaceAll('""', '"') : field)));
      at = end + 1;
    } else {
      for (const row of quoted.rows) if (tooMuch === undefined) push(row);
      at = quoted.end + 1;
    }
  }
  if (tooMuch !== undefined) return failure(tooMuch);
  while (rows.at(-1)?.length === 0) rows.pop();
  return success({ rows, looseQuotes });
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

/** A line without quotes. */
function fieldsOf(line: string, delimiter: Delimiter): readonly string[] {
  const content = line.endsWith('\r') ? line.slice(0, -1) : line;
  return content === '' ? [] : content.split(delimiter, COLUMNS + 1);
}

/** First several lines at once, then only as far as the first row reaches. Undefined: the first line has a quote that does not close. */
function quotedRows(text: string, start: number, delimiter: Delimiter): { readonly rows: readonly (readonly string[])[]; readonly end: number } | undefined {
  for (const several of [true, false]) {
    const end = quotedEnd(text, start, several);
    if (end === undefined) continue;
    const block = text.slice(start, end);
    const parsed = Papa.parse<string[]>(block.endsWith('\r') ? block.slice(0, -1) : block.replaceAll('\r\n', '\n'), { delimiter, newline: '\n' });
    if (parsed.errors.length === 0) return { rows: parsed.data.map((row) => (row.length === 1 && row[0] === '' ? [] : row)), end };
  }
  return undefined;
}

/** The end of a line up to which quotes come in pairs; the first such, or (`several`) the last within a batch while the next line has quotes too. */
function quotedEnd(text: string, start: number, several: boolean): number | undefined {
  let pairs: number | undefined;
  let open = false;
  for (let at = start; at < text.length; ) {
    const end = lineEnd(text, at);
    if (end - start > 4 * BATCH_CHARACTERS && at > start) return pairs;
    let quotes = 0;
    for (let quote = text.indexOf('"', at); quote !== -1 && quote < end; quote = text.indexOf('"', quote + 1)) quotes += 1;
    if (quotes === 0 && !open) return pairs;
    if (quotes % 2 === 1) open = !open;
    if (!open) {
      pairs = end;
      if (!several || end - start > BATCH_CHARACTERS) return pairs;
    }
    at = end + 1;
  }
  return pairs;
}

const isQuoted = (field: string): boolean => field.length > 1 && field.startsWith('"') && field.endsWith('"');
