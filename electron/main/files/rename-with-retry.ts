import { errnoOf, type IoPort } from './io-port.ts';

/** What a virus scanner or a share answers while it holds a file. */
const HELD = new Set(['EPERM', 'EACCES', 'EBUSY']);
export type Patience = { readonly totalMilliseconds: number };
/** Long enough for a scanner, short enough for a person who waits. */
export const USUAL_PATIENCE: Patience = { totalMilliseconds: 10_000 };

/** Renames; while the target is held, tries again in steps of 10 up to 100 ms until patience ends, then throws the last error. */
export async function renameWithRetry(io: IoPort, from: string, to: string, patience: Patience = USUAL_PATIENCE): Promise<void> {
  let waited = 0;
  for (let step = 10; ; step = Math.min(step + 10, 100)) {
    try {
      await io.rename(from, to);
      return;
    } catch (cause) {
      if (!HELD.has(errnoOf(cause) ?? '') || waited >= patience.totalMilliseconds) throw cause;
      await io.wait(step);
      waited += step;
    }
  }
}
