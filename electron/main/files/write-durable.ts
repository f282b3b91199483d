import { basename, dirname, join } from 'node:path';
import { isMissing, type IoPort } from './io-port.ts';

/** Writes a new file and returns when it is on the disk. A failed write removes what it began. */
export async function writeNewFile(io: IoPort, path: string, bytes: Uint8Array): Promise<void> {
  const file = await io.open(path, 'wx');
  try {
    try {
      await file.write(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (cause) {
    await removeQuietly(io, path);
    throw cause;
  }
}

/** Removes a file that may be gone already or be held by somebody for a moment; what stays is found at the next start. */
export async function removeQuietly(io: IoPort, path: string): Promise<void> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      await io.unlink(path);
      return;
    } catch (cause) {
      if (isMissing(cause)) return;
      await io.wait(20);
    }
  }
}

/** Name of a temporary file beside its target: `.<name>.<pid>.<random>.tmp`. */
export const temporaryBeside = (target: string, processId: number, random: string): string =>
  join(dirname(target), `.${basename(target)}.${processId}.${random}.tmp`);

/** Name of the file that only one saver at a time can create beside a target. */
export const guardBeside = (target: string): string => join(dirname(target), `.${basename(target)}.guard.tmp`);
