import type { SqlDatabase } from '../sqlite/sqlite.ts';
import { hashingPen, hashOfTable } from '../sqlite/table-hash.ts';
import { FID } from './table.ts';
import { CONTENT_HASH, HASH_PREFIX } from './tables/manifest.ts';

/** Key of the manifest that holds the hash of a table. */
export const hashKeyOf = (table: string): string => `${HASH_PREFIX}${table}`;

/** Hash of a table of a bundle, its rows in the order of the city's lists. */
export const hashOfBundleTable = (database: SqlDatabase, table: string): string => hashOfTable(database, table, FID);

/** SHA-256 over the manifest without content hash: descriptions and table hashes, sorted by key. Names the edition. */
export function contentHashOf(entries: ReadonlyMap<string, string>): string {
  const pen = hashingPen();
  for (const key of [...entries.keys()].filter((name) => name !== CONTENT_HASH).sort()) {
    pen.text(key);
    pen.text(entries.get(key)!);
  }
  return pen.digest();
}
