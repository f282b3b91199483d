import type { Migration } from './migration.ts';

/**
 * Format 2. A recommendation names the fields that hold what the program proposes until the planner decides; earlier files named
 * none, and what they hold counts as decided. Numbers in bound texts may carry the figure they were frozen with.
 */
export const proposals: Migration = {
  name: '0002-proposals',
  run: (database) => database.run('ALTER TABLE recommendation ADD COLUMN proposals TEXT'),
};
