import type { SourceTable } from '../../source/source.ts';
import { dayIn } from '../dates.ts';
import { tableShape } from '../table-shape.ts';

/** Sheets of a workbook: those of one shape that differ in the year of their name belong together. Hidden sheets are apart. */
export type SheetGroup = { readonly table: SourceTable; readonly sheets: readonly string[] | undefined };

export function sheetGroups(tables: readonly SourceTable[], cityName: string): readonly SheetGroup[] {
  const groups = new Map<string, SourceTable[]>();
  const shown = tables.filter(({ hidden }) => !hidden);
  shown.forEach((table, place) => {
    const day = shown.length === 1 ? undefined : dayIn(table.name);
    const shape = day === undefined ? undefined : tableShape(table, cityName);
    const key = day === undefined || shape?.header === undefined ? `\u0001${place}` : JSON.stringify([day.rest, shape.header, shape.columns.map(({ header }) => header)]);
    groups.set(key, [...(groups.get(key) ?? []), table]);
  });
  return [...groups.values()].map((group): SheetGroup => ({ table: group.length === 1 ? group[0]! : joined(group), sheets: group.length === 1 ? undefined : group.map(({ name }) => name) }));
}

/** All rows of the group under the first sheet's header, so that formats and signs are judged from all years. */
function joined(group: readonly SourceTable[]): SourceTable {
  const [first, ...others] = group;
  const shape = tableShape(first!)!;
  const rows = [...first!.rows.slice(0, shape.rows.to)];
  for (const other of others) {
    const own = tableShape(other);
    if (own !== undefined) rows.push(...other.rows.slice(own.rows.from - 1, own.rows.to));
  }
  return { ...first!, rows };
}
