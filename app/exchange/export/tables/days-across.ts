import type { ExportCell, ExportColumn, ExportTable } from './export-table.ts';

/** Columns that differ from day to day; of these only the value itself is kept. */
const OF_A_DAY = ['date', 'numerator', 'denominator', 'value', 'mark'];

/**
 * A long table of values with a column for each day, as people read it in a spreadsheet: one row per indicator and area. A day without a row is an empty cell, the
 * signs stay. Tables without a date and a value are returned as they are.
 */
export function withDaysAcross(table: ExportTable): ExportTable {
  const at = (name: string): number => table.columns.findIndex((column) => column.name === name);
  const [dateAt, valueAt] = [at('date'), at('value')];
  if (dateAt === -1 || valueAt === -1) return table;
  const kept = table.columns.flatMap((column, index) => (OF_A_DAY.includes(column.name) ? [] : [{ column, index }]));
  const days = [...new Set(table.rows.map((row) => String(row[dateAt])))].sort();
  const rows = new Map<string, { readonly head: readonly ExportCell[]; readonly values: ExportCell[] }>();
  for (const row of table.rows) {
    const head = kept.map(({ index }) => row[index]);
    const key = JSON.stringify(head);
    const known = rows.get(key) ?? { head, values: days.map(() => undefined) };
    known.values[days.indexOf(String(row[dateAt]))] = row[valueAt];
    rows.set(key, known);
  }
  return {
    ...table,
    columns: [...kept.map(({ column }) => column), ...days.map((day): ExportColumn => ({ name: day, kind: 'value' }))],
    rows: [...rows.values()].map(({ head, values }) => [...head, ...values]),
  };
}
