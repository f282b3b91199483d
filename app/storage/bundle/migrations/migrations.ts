import type { SqlDatabase } from '../../sqlite/sqlite.ts';
import { importAddressesWays } from './0001-import-addresses-ways.ts';

/**
 * One step of the format, from version `from` to `from + 1`. Migrations are numbered, run forward only, and never change once a
 * version has been given out. They work on a copy in memory; the file itself is never touched. The step changes tables only;
 * hashes and version in the manifest are renewed by `migrate`.
 */
export type Migration = { readonly from: number; readonly name: string; readonly run: (database: SqlDatabase) => void };

/** Every migration of the bundle format; the first format given out is version 1. */
export const MIGRATIONS: readonly Migration[] = [importAddressesWays];

export const FIRST_SCHEMA_VERSION = 1;
export const CURRENT_SCHEMA_VERSION = FIRST_SCHEMA_VERSION + MIGRATIONS.length;
