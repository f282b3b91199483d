import type { SqlDatabase } from '../../sqlite/sqlite.ts';

/**
 * One step of the format, from version `from` to `from + 1`. Migrations are numbered, run forward only, and never change once a
 * version has been given out. They work on a copy in memory; the file itself is never touched. The step changes tables only;
 * hashes and version in the manifest are renewed by `migrate`.
 */
export type Migration = { readonly from: number; readonly name: string; readonly run: (database: SqlDatabase) => void };

/** Every migration of the bundle format. The first format given out is version 1, so there is none yet. */
export const MIGRATIONS: readonly Migration[] = [];

export const FIRST_SCHEMA_VERSION = 1;
export const CURRENT_SCHEMA_VERSION = FIRST_SCHEMA_VERSION + MIGRATIONS.length;
