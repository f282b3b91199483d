/** Columns of text, as wide as their longest entry; the first to the left, numbers to the right. */
export function textTable(head: readonly string[], rows: readonly (readonly string[])[], leftColumns: ReadonlySet<number> = new Set([0])): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    widths.map((width, column) => (leftColumns.has(column) ? (row[column] ?? '').padEnd(width) : (row[column] ?? '').padStart(width))).join('  ').trimEnd();
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}
