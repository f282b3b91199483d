import type { Result } from '#shared/result.ts';
import { failure, success } from '#shared/result.ts';
import { quoted } from '../../sqlite/quoted.ts';
import type { SqlDatabase, Sqlite } from '../../sqlite/sqlite.ts';
import { contentHashOf, hashKeyOf, hashOfBundleTable } from '../manifest-hash.ts';
import { CONTENT_HASH, HASH_PREFIX, manifestTable, SCHEMA_VERSION } from '../tables/manifest.ts';
import type { Migration } from './migrations.ts';

/**
 * Brings a copy of the file to the present version in one transaction: either every step succeeds or the copy is thrown away. The
 * given bytes stay as they are. A step that fails is named in the answer. The caller has verified the old hashes; the new ones are computed from the migrated tables.
 */
export function migrate(sqlite: Sqlite, bytes: Uint8Array, steps: readonly Migration[], fromVersion: number): Result<SqlDatabase, string> {
  const copy = sqlite.openForChanging(bytes);
  try {
    copy.run('BEGIN');
    dropTriggers(copy);
    let version = fromVersion;
    for (const step of steps) {
      if (step.from !== version) throw new Error(`migration ${step.name} starts at ${step.from}, file is at ${version}`);
      step.run(copy);
      version += 1;
    }
    renewManifest(copy, version);
    copy.run('COMMIT');
    return success(copy);
  } catch (cause) {
    copy.close();
    return failure(cause instanceof Error ? cause.message : String(cause));
  }
}

/** Triggers of a spatial index call functions we do not have, and would now fire. */
function dropTriggers(database: SqlDatabase): void {
  for (const [name] of database.rows("SELECT name FROM sqlite_schema WHERE type = 'trigger'")) database.run(`DROP TRIGGER ${quoted(String(name))}`);
}

function renewManifest(database: SqlDatabase, version: number): void {
  const entries = new Map(database.rows(`SELECT key, value FROM ${manifestTable.name}`).map(([key, value]) => [String(key), String(value)]));
  for (const key of [...entries.keys()]) if (key.startsWith(HASH_PREFIX)) entries.delete(key);
  const tables = database
    .rows(`SELECT table_name FROM gpkg_contents WHERE table_name <> ? ORDER BY table_name`, [manifestTable.name])
    .map(([name]) => String(name));
  for (const table of tables) entries.set(hashKeyOf(table), hashOfBundleTable(database, table));
  entries.set(SCHEMA_VERSION, String(version));
  entries.set(CONTENT_HASH, contentHashOf(entries));
  database.run(`DELETE FROM ${manifestTable.name}`);
  database.runForEach(`INSERT INTO ${manifestTable.name} (key, value) VALUES (?, ?)`, entries);
}
