export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;

/** A place counted from 0. */
export type CellReference = { readonly row: number; readonly column: number };

/** `B3` → row 2, column 1; `$` is allowed. Undefined: no reference, or beyond XFD1048576. */
export function cellReference(text: string): CellReference | undefined {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(text);
  if (match === null) return undefined;
  const [, letters = '', digits = ''] = match;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(digits);
  return row < 1 || row > LAST_ROW || column > LAST_COLUMN ? undefined : { row: row - 1, column: column - 1 };
}

/** Letters of a column counted from 0: 0 → A, 27 → AB. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}
