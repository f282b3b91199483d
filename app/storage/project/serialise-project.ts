import type { Project } from '#app/project/project.ts';
import type { Problem } from '#shared/problem.ts';
import { failure, success, type Result } from '#shared/result.ts';
import { loadSqlite, type SqlDatabase } from '../sqlite/sqlite.ts';
import { migrate, MIGRATIONS } from './migrations/migrations.ts';
import { openProjectFile } from './open-project-file.ts';
import { APPLICATION_ID, HASH_TABLE } from './project-file.ts';
import { sealOf, writeRows } from './rows.ts';
import { ALL_TABLES, HEAD_TABLE, LIST_TABLES } from './tables.ts';

/** The bytes of a project file: the same project always gives the same bytes. Throws for a project that breaks its own types. */
export async function serialiseProject(project: Project): Promise<Uint8Array> {
  const sqlite = await loadSqlite();
  const database = sqlite.create();
  try {
    database.run(`PRAGMA application_id = ${APPLICATION_ID}`);
    migrate(database, MIGRATIONS, 0, MIGRATIONS.length);
    database.run('BEGIN');
    writeProject(database, storable(project));
    database.run('COMMIT');
    return database.export();
  } finally {
    database.close();
  }
}

/**
 * Serialises and makes sure: the bytes are opened again like a stranger's file (pages, keys, application id, version, row
 * counts, hashes) and must hold exactly the project that was meant. Only such bytes are handed out for saving.
 */
export async function serialiseVerified(project: Project): Promise<Result<Uint8Array, Problem>> {
  try {
    const bytes = await serialiseProject(project);
    const opened = await openProjectFile(bytes, project.title);
    if (opened.status === 'ok' && canonical(opened.project) === canonical(storable(project))) return success(bytes);
    return notVerified(project, opened.status === 'refused' ? (opened.problem.technical ?? opened.problem.code) : 'the file holds another project');
  } catch (cause) {
    return notVerified(project, cause instanceof Error ? cause.message : String(cause));
  }
}

/** One text per project, whatever the order in which its fields were set; undefined fields do not count. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );

function writeProject(database: SqlDatabase, project: Project): void {
  for (const table of LIST_TABLES) writeRows(database, table, project[table.list]);
  const { id, title, activeProfile, city } = project;
  writeRows(database, HEAD_TABLE, [{ id, title, activeProfile, ...city }]);
  database.runForEach(
    `INSERT INTO ${HASH_TABLE} (table_name, row_count, sha256) VALUES (?, ?, ?)`,
    ALL_TABLES.map((table) => {
      const { rows, sha256 } = sealOf(database, table.name);
      return [table.name, rows, sha256];
    }),
  );
}

/** Texts as SQLite can keep them: it ends a text at NUL and has no halves of characters. Pasted text may bring both. */
function storable<Value>(value: Value): Value {
  if (typeof value === 'string') return value.replaceAll('\0', '').replaceAll(/\p{Surrogate}/gu, '\uFFFD') as Value;
  if (Array.isArray(value)) return value.map(storable) as Value;
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined).map(([name, inner]) => [name, storable(inner)])) as Value;
  }
  return (Object.is(value, -0) ? 0 : value) as Value;
}

const notVerified = (project: Project, technical: string): Result<Uint8Array, Problem> =>
  failure({ code: 'save.verificationFailed', details: { file: project.title }, technical });
