import type { Migration } from './migration.ts';

/**
 * Format 3. The project keeps changes to the register of institutions, and what was decided about differences to other lists; earlier
 * files had none of either. Both tables are in `table_hash`, as every other.
 */
export const register: Migration = {
  name: '0003-register',
  run: (database) => {
    database.run(`CREATE TABLE institution_revision (
  position INTEGER NOT NULL, id TEXT NOT NULL PRIMARY KEY, institution TEXT NOT NULL, "on" TEXT NOT NULL, source TEXT NOT NULL, note TEXT NOT NULL, change TEXT NOT NULL
)`);
    database.run(`CREATE TABLE list_decision (
  position INTEGER NOT NULL, id TEXT NOT NULL PRIMARY KEY, difference TEXT NOT NULL, kind TEXT NOT NULL, institution TEXT, about TEXT NOT NULL, list TEXT NOT NULL,
  "on" TEXT NOT NULL, verdict TEXT NOT NULL, reason TEXT NOT NULL
)`);
  },
};
