import type { City } from '#app/domain/city/city.ts';
import type { Problem } from '#shared/problem.ts';
import { readFileHeader, withoutWriteAheadLog } from '../sqlite/file-header.ts';
import type { SchemaEntry } from '../sqlite/schema-check.ts';
import { foreignBodies, integrityFaults, readSchema } from '../sqlite/schema-check.ts';
import type { SqlDatabase, Sqlite } from '../sqlite/sqlite.ts';
import { loadSqlite } from '../sqlite/sqlite.ts';
import { columnsOf } from '../sqlite/table-hash.ts';
import { frameFault } from './foreign-frame.ts';
import { GPKG_APPLICATION_ID } from './geopackage-frame.ts';
import { contentHashOf, hashKeyOf, hashOfBundleTable } from './manifest-hash.ts';
import { migrate } from './migrations/migrate.ts';
import type { Migration } from './migrations/migrations.ts';
import { FIRST_SCHEMA_VERSION, MIGRATIONS } from './migrations/migrations.ts';
import type { BundleWarning, OpenBundle } from './open-bundle.ts';
import { readForeign } from './open-foreign.ts';
import { checkedCity, manifestEntriesOf } from './checked-city.ts';
import { RowFault } from './row-fault.ts';
import { FID } from './table.ts';
import { CONTENT_HASH, HASH_PREFIX, manifestTable, SCHEMA_VERSION } from './tables/manifest.ts';

/** Largest file that is opened, in bytes: sql.js holds it in memory, and a worker has no more than about four times that. */
export const SIZE_LIMIT = 512 * 1024 * 1024;
const MEGABYTE = 1024 * 1024;

/** What a later version of the program, or a test of the migration frame, may set otherwise. */
export type OpenOptions = { readonly migrations?: readonly Migration[]; readonly firstVersion?: number };

/**
 * Opens bytes that may come from anywhere. Every step may end it: size, header, the schema's harmlessness, SQLite's check of the
 * pages, the numbers that name the format, the hashes of all tables, and last every single row. What comes back as a city is
 * exactly what the producer wrote. The bytes are only read.
 */
export async function openCityBundle(bytes: Uint8Array, fileName: string, options: OpenOptions = {}): Promise<OpenBundle> {
  if (bytes.length > SIZE_LIMIT) {
    return refused('bundle.tooBig', { file: fileName, size: Math.ceil(bytes.length / MEGABYTE), limit: SIZE_LIMIT / MEGABYTE });
  }
  const header = readFileHeader(bytes);
  switch (header.status) {
    case 'empty':
      return refused('bundle.empty', { file: fileName });
    case 'notSqlite':
      return refused('bundle.notABundle', { file: fileName });
    case 'wrongLength':
      return refused('bundle.damaged', { file: fileName, tables: 'SQLite-Header' });
    case 'ok': {
      const sqlite = await loadSqlite();
      const readable = header.writeAheadLog ? withoutWriteAheadLog(bytes) : bytes;
      try {
        const database = sqlite.openForReading(readable);
        try {
          return openDatabase({ sqlite, database, bytes: readable, fileName, options, ...header });
        } finally {
          database.close();
        }
      } catch (cause) {
        // SQLite speaks up by exception wherever it meets a page it cannot read.
        return refused('bundle.damaged', { file: fileName, tables: cause instanceof RowFault ? cause.table : 'SQLite' }, messageOf(cause));
      }
    }
  }
}

type Opening = {
  readonly sqlite: Sqlite;
  readonly database: SqlDatabase;
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly options: OpenOptions;
  readonly applicationId: number;
  readonly writeAheadLog: boolean;
};

function openDatabase(opening: Opening): OpenBundle {
  const { database, fileName } = opening;
  const schema = readSchema(database);
  if (!schema.some((entry) => entry.name === manifestTable.name)) {
    return openForeign(opening, schema);
  }
  const bodies = foreignBodies(database, schema);
  if (bodies.length > 0) return refused('bundle.hostile', { file: fileName, tables: shortList(bodies) });
  const faults = integrityFaults(database);
  if (faults.length > 0) return damaged(fileName, ['SQLite'], faults.join('; '));
  if (opening.applicationId !== GPKG_APPLICATION_ID) return damaged(fileName, ['application_id'], String(opening.applicationId));
  return openOwn(opening, schema);
}

function openForeign({ database, fileName, applicationId, writeAheadLog }: Opening, schema: readonly SchemaEntry[]): OpenBundle {
  const fault = frameFault(database, schema, applicationId);
  switch (fault?.kind) {
    case 'notAGeopackage':
      return refused('bundle.notABundle', { file: fileName });
    case 'hostile':
      return refused('bundle.hostile', { file: fileName, tables: shortList(fault.tables) });
    case 'damaged':
      return damaged(fileName, fault.tables, fault.technical);
    case undefined: {
      const { layers, skipped } = readForeign(database, schema);
      return { status: 'foreign', layers, skipped: writeAheadLog ? [...skipped, { table: `${fileName}-wal`, reason: 'writeAheadLog' }] : skipped };
    }
  }
}

function openOwn(opening: Opening, schema: readonly SchemaEntry[]): OpenBundle {
  const { database, fileName, options } = opening;
  const migrations = options.migrations ?? MIGRATIONS;
  const first = options.firstVersion ?? FIRST_SCHEMA_VERSION;
  const known = first + migrations.length;
  const entries = manifestEntriesOf(database);
  const version = Number(entries.get(SCHEMA_VERSION));
  if (!Number.isInteger(version) || version < first) return damaged(fileName, [manifestTable.name], `version ${entries.get(SCHEMA_VERSION)}`);
  if (version > known) return refused('bundle.tooNew', { file: fileName, version, known });
  const changed = changedTables(database, entries);
  if (changed.length > 0) return damaged(fileName, changed, 'hash differs');
  const warnings = [...warningsOf(opening, schema, entries)];
  if (version < known) {
    const migrated = migrate(opening.sqlite, opening.bytes, migrations.slice(version - first), version);
    if (!migrated.ok) return damaged(fileName, [`Format ${version}`], migrated.failure);
    try {
      return { status: 'migrated', city: namedAsGiven(checkedCity(migrated.value), entries), fromVersion: version, warnings };
    } finally {
      migrated.value.close();
    }
  }
  return { status: 'ok', city: checkedCity(database), warnings };
}

/**
 * A migrated city keeps the hash of its file: projects name their edition by it, and a newer program must not make them believe in
 * another edition of the same file.
 */
const namedAsGiven = (city: City, entries: ReadonlyMap<string, string>): City => ({
  ...city,
  manifest: { ...city.manifest, contentHash: entries.get(CONTENT_HASH) ?? city.manifest.contentHash },
});

/** Tables whose content is not what the manifest says, or whose hash is missing. */
function changedTables(database: SqlDatabase, entries: ReadonlyMap<string, string>): string[] {
  if (entries.get(CONTENT_HASH) !== contentHashOf(entries)) return [manifestTable.name];
  return hashedTables(entries).filter((table) => !isSound(database, table, entries.get(hashKeyOf(table))));
}

function isSound(database: SqlDatabase, table: string, hash: string | undefined): boolean {
  return columnsOf(database, table).includes(FID) && hashOfBundleTable(database, table) === hash;
}

const hashedTables = (entries: ReadonlyMap<string, string>): string[] =>
  [...entries.keys()].filter((key) => key.startsWith(HASH_PREFIX)).map((key) => key.slice(HASH_PREFIX.length));

function* warningsOf(opening: Opening, schema: readonly SchemaEntry[], entries: ReadonlyMap<string, string>): Generator<BundleWarning> {
  if (opening.writeAheadLog) yield { code: 'file.writeAheadLog', table: '', detail: `${opening.fileName}-wal` };
  const known = new Set([manifestTable.name, ...hashedTables(entries)]);
  for (const entry of schema) {
    const isSystem = ['gpkg_', 'sqlite_', 'rtree_'].some((prefix) => entry.name.startsWith(prefix));
    if (entry.type === 'table' && !isSystem && !known.has(entry.name)) yield { code: 'table.unknown', table: entry.name, detail: '' };
  }
}

const refused = (code: Problem['code'], details: Problem['details'], technical?: string): OpenBundle => ({
  status: 'refused',
  problem: { code, details, technical },
});

const damaged = (file: string, tables: readonly string[], technical: string): OpenBundle =>
  refused('bundle.damaged', { file, tables: shortList(tables) }, technical);

const shortList = (names: readonly string[]): string =>
  names.length <= 5 ? names.join(', ') : `${names.slice(0, 5).join(', ')} (+${names.length - 5})`;

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
