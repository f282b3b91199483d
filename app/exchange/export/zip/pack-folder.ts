import { zipSync, type Zippable } from 'fflate';
import { ARCHIVE_TIME } from './stable-archive.ts';

/** Files of a folder as one zip, in the order given. No clock: the same files give the same bytes. */
export function packFolder(files: readonly { readonly path: string; readonly bytes: Uint8Array }[]): Uint8Array {
  const packed: Zippable = {};
  for (const { path, bytes } of files) packed[path] = [bytes, { mtime: ARCHIVE_TIME, level: 6 }];
  return zipSync(packed);
}
