import type { SqlDatabase } from '../../sqlite/sqlite.ts';

/**
 * One step of the project format: the n-th in the list brings a file from version n − 1 to n. A step never changes once a
 * version has been given out. It works on a copy in memory; the file itself is never touched.
 */
export type Migration = { readonly name: string; readonly run: (database: SqlDatabase) => void };
