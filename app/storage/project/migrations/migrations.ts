import type { SqlDatabase } from '../../sqlite/sqlite.ts';
import { initial } from './0001-initial.ts';
import { proposals } from './0002-proposals.ts';
import { register } from './0003-register.ts';
import type { Migration } from './migration.ts';

/** Every step of the project format in order; the version of a file (`PRAGMA user_version`) is the number of steps it has seen. */
export const MIGRATIONS: readonly Migration[] = [initial, proposals, register];

/** Brings a database from one version to another in one transaction: every step succeeds, or nothing has happened. */
export function migrate(database: SqlDatabase, steps: readonly Migration[], from: number, to: number): void {
  database.run('BEGIN');
  try {
    for (const step of steps.slice(from, to)) step.run(database);
    database.run(`PRAGMA user_version = ${to}`);
    database.run('COMMIT');
  } catch (cause) {
    database.run('ROLLBACK');
    throw cause;
  }
}
