import type { City, ImportRecord } from '#app/domain/city/city.ts';
import { asId } from '#shared/ids.ts';
import { z } from '#shared/zod.ts';
import type { SqlDatabase } from '../../sqlite/sqlite.ts';
import { key, text } from '../column.ts';
import { RowFault } from '../row-fault.ts';
import { defineTable, insertRows, readRows } from '../table.ts';

/** How the edition came about, as pairs of key and value; empty for bundles made by other programs. */
export const importTable = defineTable({
  name: 'qw_import',
  title: 'Import: Rezept und Bericht',
  key: ['key'],
  columns: { key: key(), value: text() },
});

/** Keys of an import; both or none. The manual explains each. */
export const IMPORT_KEYS = ['recipe', 'report'] as const satisfies readonly (keyof ImportRecord)[];
/** Key of the corrections that the edition holds; absent when there are none. */
const CORRECTIONS = 'corrections';
const idList = z.array(z.string().min(1));

export function writeImportRecord(database: SqlDatabase, city: City): void {
  const record = city.importRecord;
  insertRows(database, importTable, [
    ...(record === undefined ? [] : IMPORT_KEYS.map((name) => ({ key: name, value: record[name] }))),
    ...(city.takenOver.length === 0 ? [] : [{ key: CORRECTIONS, value: JSON.stringify(city.takenOver) }]),
  ]);
}

/** `importRecord` is undefined for a bundle that was not imported. The texts are checked to be JSON; what they say is read by the import, which knows their schemas. */
export function readImportRecord(database: SqlDatabase): Pick<City, 'importRecord' | 'takenOver'> {
  const entries = new Map(readRows(database, importTable, (row) => [row.key, row.value] as const));
  const takenOver = correctionsIn(entries.get(CORRECTIONS));
  if (!IMPORT_KEYS.some((name) => entries.has(name))) return { importRecord: undefined, takenOver };
  const textOf = (name: keyof ImportRecord): string => {
    const value = entries.get(name);
    if (value === undefined) throw new RowFault(importTable.name, `key ${name}`, 'value', 'is missing');
    if (!isJson(value)) throw new RowFault(importTable.name, `key ${name}`, 'value', 'not JSON');
    return value;
  };
  return { importRecord: { recipe: textOf('recipe'), report: textOf('report') }, takenOver };
}

function correctionsIn(text: string | undefined): City['takenOver'] {
  if (text === undefined) return [];
  const ids = isJson(text) ? idList.safeParse(JSON.parse(text)) : undefined;
  if (ids?.success !== true) throw new RowFault(importTable.name, `key ${CORRECTIONS}`, 'value', 'not a list of ids');
  return ids.data.map((id) => asId(id));
}

function isJson(value: string): boolean {
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}
