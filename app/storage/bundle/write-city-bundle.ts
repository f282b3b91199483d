import type { City } from '#app/domain/city/city.ts';
import type { SqlDatabase } from '../sqlite/sqlite.ts';
import { loadSqlite } from '../sqlite/sqlite.ts';
import { checkedCity } from './checked-city.ts';
import { createGeoPackageFrame, registerTable } from './geopackage-frame.ts';
import { CURRENT_SCHEMA_VERSION } from './migrations/migrations.ts';
import { tablesOf } from './schema.ts';
import { contentHashOf, hashKeyOf, hashOfBundleTable } from './manifest-hash.ts';
import { createTable, insertRows } from './table.ts';
import { writeAddresses } from './tables/address.ts';
import { writeAreas } from './tables/area.ts';
import { writeContext } from './tables/context.ts';
import { writeImportRecord } from './tables/import-record.ts';
import { writeIndicators } from './tables/indicator.ts';
import { writeInstitutions } from './tables/institution.ts';
import { CONTENT_HASH, manifestEntries, manifestTable, srsOf } from './tables/manifest.ts';
import { populationColumnNames, populationEntries, writePopulation } from './tables/population.ts';
import { writeStreets } from './tables/streets.ts';

/**
 * A city as the bytes of a bundle. The same city always gives the same bytes: no clock, no chance, rows in the order of the
 * city's lists. `manifest.schemaVersion` and `contentHash` of the city are not read but made anew. Throws when the city breaks a
 * rule of the format (naming table, row and column), because making such a city is a bug.
 */
export async function writeCityBundle(city: City): Promise<Uint8Array> {
  const sqlite = await loadSqlite();
  const database = sqlite.create();
  try {
    database.run('BEGIN');
    createGeoPackageFrame(database);
    const tables = tablesOf(populationColumnNames(city));
    for (const table of tables) createTable(database, table);
    writeAreas(database, city);
    writeIndicators(database, city);
    writeInstitutions(database, city);
    writePopulation(database, city);
    writeStreets(database, city);
    writeContext(database, city);
    writeAddresses(database, city);
    writeImportRecord(database, city);
    writeManifest(database, city, tables.map((table) => table.name));
    checkedCity(database);
    const changed = timestampOf(city.manifest.created);
    for (const table of tables) registerTable(database, table, srsOf(city.manifest.crs), changed);
    database.run('COMMIT');
    return database.export();
  } finally {
    database.close();
  }
}

/** Descriptions of the edition and the hashes of everything written so far. */
function writeManifest(database: SqlDatabase, city: City, tables: readonly string[]): void {
  const entries = new Map([...manifestEntries(city.manifest, CURRENT_SCHEMA_VERSION), ...populationEntries(city)]);
  for (const table of tables) {
    if (table !== manifestTable.name) entries.set(hashKeyOf(table), hashOfBundleTable(database, table));
  }
  entries.set(CONTENT_HASH, contentHashOf(entries));
  insertRows(database, manifestTable, [...entries].map(([key, value]) => ({ key, value })));
}

/** The form GeoPackage wants for `last_change`; the edition's own time, so that writing needs no clock. */
function timestampOf(created: string): string {
  const time = Date.parse(created);
  return new Date(Number.isNaN(time) ? 0 : time).toISOString();
}
