/** Height in px that all rows of a list would take: beside what is chosen in it the list has as much of it as the window gives. */
export const wholeHeight = (rows: number): number => 78 + 32 * Math.max(1, rows);
/** Height in px of a list that shows all its rows when they are few. */
export const listHeight = (rows: number): number => Math.min(320, wholeHeight(rows));
