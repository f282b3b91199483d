import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';

/** Changes the text of an entry; undefined leaves it as it is. */
export type EditEntry = (path: string, content: string) => string | undefined;

/** Every Office file carries its time in a place of its own; the archive's clock stands still. */
export const ARCHIVE_TIME = new Date('1980-01-02T00:00:00');

/**
 * Packs an Office file again so that the same content gives the same bytes: entries sorted (the table of contents first, as
 * Office expects), one fixed time, and whatever `edit` puts in order. Text entries are XML and relations.
 */
export function stableArchive(bytes: Uint8Array, edit: EditEntry): Uint8Array {
  const entries = unzipSync(bytes);
  const rank = (path: string): number => ['[Content_Types].xml', '_rels/.rels'].indexOf(path) + 1 || 9;
  const packed: Zippable = {};
  for (const path of Object.keys(entries).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))) {
    if (path.endsWith('/')) continue;
    const content = entries[path]!;
    const isText = path.endsWith('.xml') || path.endsWith('.rels');
    const edited = isText ? edit(path, strFromU8(content)) : undefined;
    packed[path] = [edited === undefined ? content : strToU8(edited), { mtime: ARCHIVE_TIME, level: path.endsWith('.png') ? 0 : 6 }];
  }
  return zipSync(packed);
}
