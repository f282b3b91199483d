import type { IoPort } from './io-port.ts';
import { removeQuietly, writeNewFile } from './write-durable.ts';

/**
 * Takes away a file that was judged to be left behind. Judging and removing are two steps, and in between somebody may have
 * replaced it by a fresh one; so it is renamed to a name only we know, which one caller alone can do, and looked at there. What
 * is not the judged content goes back. Answers whether the judged one is gone.
 */
export async function takeAside(io: IoPort, { path, judged, aside }: { readonly path: string; readonly judged: Uint8Array; readonly aside: string }): Promise<boolean> {
  try {
    await io.rename(path, aside);
  } catch {
    // somebody else was faster, or the file is held for a moment
    return false;
  }
  const found = await io.readFile(aside).catch(() => undefined);
  const isJudged = found !== undefined && Buffer.compare(found, judged) === 0;
  // a third one may stand there by now; then the owner of this one finds out before replacing anything
  if (!isJudged && found !== undefined) await writeNewFile(io, path, found).catch(() => undefined);
  await removeQuietly(io, aside);
  return isJudged;
}
