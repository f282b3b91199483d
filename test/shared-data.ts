import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Real data and published vectors lie in a folder `shared` beside the checkout; `QUARTIERWERK_SHARED` names another place.
 * Undefined when the file is not there: the test then says in its title that it was skipped.
 */
export function sharedFile(relativePath: string): string | undefined {
  const root = process.env['QUARTIERWERK_SHARED'] ?? fileURLToPath(new URL('../../shared', import.meta.url));
  const path = `${root}/${relativePath}`;
  return existsSync(path) ? path : undefined;
}

/** Suffix for titles of tests that need a shared file. */
export const reasonToSkip = (file: string | undefined): string => (file === undefined ? ' (skipped: shared data not beside the checkout)' : '');
