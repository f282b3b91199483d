import type { City, ImportRecord } from '#app/domain/city/city.ts';
import type { SqlDatabase } from '../../sqlite/sqlite.ts';
import { key, text } from '../column.ts';
import { RowFault } from '../row-fault.ts';
import { defineTable, insertRows, readRows } from '../table.ts';

/** How the edition was imported, as pairs of key and value; empty for bundles made otherwise. */
export const importTable = defineTable({
  name: 'qw_import',
  title: 'Import: Rezept und Bericht',
  key: ['key'],
  columns: { key: key(), value: text() },
});

/** Keys of the table; both or none. The manual explains each. */
export const IMPORT_KEYS = ['recipe', 'report'] as const satisfies readonly (keyof ImportRecord)[];

export function writeImportRecord(database: SqlDatabase, city: City): void {
  const record = city.importRecord;
  if (record !== undefined) insertRows(database, importTable, IMPORT_KEYS.map((name) => ({ key: name, value: record[name] })));
}

/** Undefined for an empty table. The texts are checked to be JSON; what they say is read by the import, which knows their schemas. */
export function readImportRecord(database: SqlDatabase): ImportRecord | undefined {
  const entries = new Map(readRows(database, importTable, (row) => [row.key, row.value] as const));
  if (entries.size === 0) return undefined;
  const textOf = (name: keyof ImportRecord): string => {
    const value = entries.get(name);
    if (value === undefined) throw new RowFault(importTable.name, `key ${name}`, 'value', 'is missing');
    if (!isJson(value)) throw new RowFault(importTable.name, `key ${name}`, 'value', 'not JSON');
    return value;
  };
  return { recipe: textOf('recipe'), report: textOf('report') };
}

function isJson(value: string): boolean {
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}
