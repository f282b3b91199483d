import { faultsOf } from '#app/project/check-moment.ts';
import type { Project } from '#app/project/project.ts';
import type { Problem, ProblemCode } from '#shared/problem.ts';
import { readFileHeader, withoutWriteAheadLog } from '../sqlite/file-header.ts';
import { integrityFaults } from '../sqlite/schema-check.ts';
import { loadSqlite, type SqlDatabase, type Sqlite } from '../sqlite/sqlite.ts';
import type { Migration } from './migrations/migration.ts';
import { migrate, MIGRATIONS } from './migrations/migrations.ts';
import type { OpenProject } from './open-project.ts';
import { APPLICATION_ID, HASH_TABLE, SIZE_LIMIT } from './project-file.ts';
import { ProjectRowFault, readRows, sealOf } from './rows.ts';
import { HEAD_TABLE, LIST_TABLES, type HeadRow } from './tables.ts';

/** For tests of the migration frame: another list of steps. */
export type OpenOptions = { readonly migrations?: readonly Migration[] };

/**
 * Opens bytes that may come from anywhere. Every step may end it: size, header, file type, version, a schema that is not
 * letter by letter what our migrations make (so no view, trigger or column of a stranger is ever run), SQLite's check of
 * pages and keys, the hash of every table, every single row, and the references between them. The bytes are only read;
 * an older version is migrated on a copy.
 */
export async function openProjectFile(bytes: Uint8Array, fileName = '', options: OpenOptions = {}): Promise<OpenProject> {
  const file = fileName === '' ? '*.qwplan' : fileName;
  if (bytes.length > SIZE_LIMIT) return refused(file, 'project.notAProject', {}, `${bytes.length} bytes`);
  const header = readFileHeader(bytes);
  switch (header.status) {
    case 'empty':
    case 'notSqlite':
      return refused(file, 'project.notAProject', {}, header.status);
    case 'wrongLength':
      return refused(file, 'project.damaged', { tables: 'SQLite' }, 'the file is not as long as it says');
    case 'ok': {
      if (header.applicationId !== APPLICATION_ID) return refused(file, 'project.notAProject', {}, `application id ${header.applicationId}`);
      const sqlite = await loadSqlite();
      return opened(sqlite, header.writeAheadLog ? withoutWriteAheadLog(bytes) : bytes, file, options.migrations ?? MIGRATIONS);
    }
  }
}

function opened(sqlite: Sqlite, bytes: Uint8Array, file: string, steps: readonly Migration[]): OpenProject {
  const database = sqlite.openForReading(bytes);
  try {
    const version = Number(database.rows('PRAGMA user_version')[0]?.[0]);
    if (version > steps.length) return refused(file, 'project.tooNew', { version, known: steps.length });
    if (version < 1) return refused(file, 'project.damaged', { tables: 'SQLite' }, `version ${version}`);
    const strange = strangeSchema(sqlite, database, steps, version);
    if (strange !== undefined) return refused(file, 'project.damaged', { tables: 'sqlite_schema' }, strange);
    const faults = [...integrityFaults(database), ...database.rows('PRAGMA foreign_key_check').map((row) => `reference of ${String(row[0])}`)];
    if (faults.length > 0) return refused(file, 'project.damaged', { tables: 'SQLite' }, faults.join('; '));
    checkHashes(database);
    if (version === steps.length) return { status: 'ok', project: projectIn(database) };
    return { status: 'migrated', project: migratedProject(sqlite, bytes, steps, version), fromVersion: version };
  } catch (cause) {
    // SQLite speaks up by exception wherever it meets a page it cannot read
    const table = cause instanceof ProjectRowFault ? cause.table : 'SQLite';
    return refused(file, 'project.damaged', { tables: table }, cause instanceof Error ? cause.message : String(cause));
  } finally {
    database.close();
  }
}

function migratedProject(sqlite: Sqlite, bytes: Uint8Array, steps: readonly Migration[], version: number): Project {
  const copy = sqlite.openForChanging(bytes);
  try {
    migrate(copy, steps, version, steps.length);
    return projectIn(copy);
  } finally {
    copy.close();
  }
}

/** Every table of the file must hold what was written into it. Throws ProjectRowFault. */
function checkHashes(database: SqlDatabase): void {
  const kept = new Map(database.rows(`SELECT table_name, row_count, sha256 FROM ${HASH_TABLE}`).map(([name, rows, sha256]) => [name, { rows, sha256 }]));
  const tables = database.rows(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> '${HASH_TABLE}'`).map(([name]) => String(name));
  if (kept.size !== tables.length) throw new ProjectRowFault(HASH_TABLE, '', `${kept.size} entries for ${tables.length} tables`);
  for (const table of tables) {
    const found = sealOf(database, table);
    const expected = kept.get(table);
    if (expected?.rows !== found.rows || expected.sha256 !== found.sha256) throw new ProjectRowFault(table, '', 'content is not what was written');
  }
}

function projectIn(database: SqlDatabase): Project {
  const [head, ...more] = readRows(database, HEAD_TABLE) as unknown as readonly HeadRow[];
  if (head === undefined || more.length > 0) throw new ProjectRowFault(HEAD_TABLE.name, '', 'there must be exactly one row');
  const { id, title, activeProfile, bundleId, cityName, edition, contentHash } = head;
  const lists = Object.fromEntries(LIST_TABLES.map((table) => [table.list, readRows(database, table)]));
  const project = { id, title, city: { bundleId, cityName, edition, contentHash }, activeProfile, ...lists } as unknown as Project;
  const [fault] = faultsOf(project);
  if (fault !== undefined) throw new ProjectRowFault(HEAD_TABLE.name, id, fault);
  return project;
}

/** The first difference between the file's schema and what the migrations make of an empty file. */
function strangeSchema(sqlite: Sqlite, database: SqlDatabase, steps: readonly Migration[], version: number): string | undefined {
  const fresh = sqlite.create();
  try {
    migrate(fresh, steps, 0, version);
    const expected = schemaOf(fresh);
    const found = schemaOf(database);
    return found.find((entry) => !expected.includes(entry)) ?? expected.find((entry) => !found.includes(entry));
  } finally {
    fresh.close();
  }
}

const schemaOf = (database: SqlDatabase): readonly string[] =>
  database.rows('SELECT type, name, tbl_name, sql FROM sqlite_schema LIMIT 1000').map((row) => row.map((value) => (value === null ? '' : String(value).slice(0, 5000))).join(' '));

const refused = (file: string, code: ProblemCode, details: NonNullable<Problem['details']>, technical?: string): OpenProject => ({
  status: 'refused',
  problem: { code, details: { file, ...details }, ...(technical === undefined ? {} : { technical: technical.slice(0, 500) }) },
});
