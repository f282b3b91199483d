/** Height in px of a list that shows all its rows when they are few. */
export const listHeight = (rows: number): number => Math.min(320, 78 + 32 * Math.max(1, rows));
