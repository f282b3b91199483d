import { readFileSync } from 'node:fs';
import { sharedFile } from '#test/shared-data.ts';

/** Bytes of a shared file that must be there: callers ask `sharedFile` first whether to run at all. */
export function sharedBytes(path: string): Uint8Array {
  const found = sharedFile(path);
  if (found === undefined) throw new Error(`shared data ${path} is not beside the checkout`);
  return new Uint8Array(readFileSync(found));
}

export const sharedText = (path: string): string => new TextDecoder().decode(sharedBytes(path));
