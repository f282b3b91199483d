import type { City } from '#app/domain/city/city.ts';
import type { SqlDatabase } from '../sqlite/sqlite.ts';
import { columnsOf } from '../sqlite/table-hash.ts';
import { readCity } from './read-city.ts';
import { RowFault } from './row-fault.ts';
import { tablesOf } from './schema.ts';
import { hashKeyOf } from './manifest-hash.ts';
import { FID } from './table.ts';
import { manifestTable } from './tables/manifest.ts';
import { ageGroupTable, populationColumnsIn } from './tables/population.ts';

/**
 * The city, after every table has been found with exactly its columns and a hash of its own. Opening and writing use it both, so nothing
 * is written that could not be opened. Throws RowFault.
 */
export function checkedCity(database: SqlDatabase): City {
  const entries = manifestEntriesOf(database);
  const populationColumns = populationColumnsIn(database.rows(`SELECT column_name FROM ${ageGroupTable.name} ORDER BY ${FID}`));
  for (const table of tablesOf(populationColumns)) {
    const expected = [FID, ...Object.keys(table.columns)].join(', ');
    const found = columnsOf(database, table.name).join(', ');
    if (found !== expected) throw new RowFault(table.name, 'columns', found || 'none', `expected ${expected}`);
    if (table.name !== manifestTable.name && !entries.has(hashKeyOf(table.name))) {
      throw new RowFault(manifestTable.name, `key ${hashKeyOf(table.name)}`, 'value', 'is missing');
    }
  }
  return readCity(database, entries);
}

export function manifestEntriesOf(database: SqlDatabase): ReadonlyMap<string, string> {
  return new Map(database.rows(`SELECT key, value FROM ${manifestTable.name} ORDER BY ${FID}`).map(([key, value]) => [String(key), String(value)]));
}
