/**
 * A spreadsheet as plain data: what the rest of the house knows of workbooks. Only `write-workbook.ts` knows the library.
 * A cell is a typed value and never a formula: there is no way to say one.
 */
export type Workbook = {
  readonly title: string;
  readonly subject: string;
  /** The office, never a person. */
  readonly publisher: string;
  /** ISO date and time. */
  readonly createdAt: string;
  readonly sheets: readonly Sheet[];
};

export type Sheet = {
  readonly name: string;
  /** Printed on top of each page. */
  readonly title: string;
  readonly footer: string;
  readonly pageWords: { readonly page: string; readonly of: string };
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** So many columns stay in sight when scrolled and are printed again on every page. */
  readonly repeatedColumns?: number;
  /** Filter on the header row. */
  readonly filter: boolean;
  readonly landscape: boolean;
};

export type SheetColumn = {
  readonly title: string;
  /** In characters of the standard font. */
  readonly width: number;
  readonly wrap?: boolean;
};

/** `key` is text that looks like a number and must stay text: AGS, postcode, ids. */
export type SheetCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'key'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number; readonly precision: number }
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'empty' };

export const textCell = (text: string): SheetCell => (text === '' ? { kind: 'empty' } : { kind: 'text', text });
export const keyCell = (text: string): SheetCell => (text === '' ? { kind: 'empty' } : { kind: 'key', text });
export const dateCell = (date: string | undefined): SheetCell => (date === undefined || date === '' ? { kind: 'empty' } : { kind: 'date', date });
export const numberCell = (value: number | undefined, precision = 0): SheetCell => (value === undefined ? { kind: 'empty' } : { kind: 'number', value, precision });
