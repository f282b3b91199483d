type Column<Row> = { readonly header: string; readonly unit?: string; readonly number?: boolean; readonly text: (row: Row) => string };

/** Tab-separated text with a header row. Line breaks and tabs inside a value become spaces. */
export const tableAsText = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string =>
  [columns.map(headerOf), ...rows.map((row) => columns.map((column) => oneLine(column.text(row))))].map((line) => line.join('\t')).join('\r\n');

/**
 * The same as an HTML table. Columns of text are marked as text for spreadsheet programs, so that keys keep their leading
 * zeros and no cell is taken for a formula.
 */
export function tableAsHtml<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const head = columns.map((column) => `<th>${escaped(headerOf(column))}</th>`).join('');
  const body = rows.map((row) => `<tr>${columns.map((column) => cellOf(column, row)).join('')}</tr>`).join('');
  return `<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

const headerOf = ({ header, unit }: { readonly header: string; readonly unit?: string }): string => (unit === undefined || unit === '' ? header : `${header} (${unit})`);
const oneLine = (text: string): string => text.replace(/[\t\r\n]+/g, ' ');
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function cellOf<Row>(column: Column<Row>, row: Row): string {
  const text = escaped(oneLine(column.text(row)));
  return column.number === true ? `<td>${text}</td>` : `<td style="mso-number-format:'\\@'">${text}</td>`;
}
