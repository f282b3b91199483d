import { errnoOf, isMissing, type IoPort } from './io-port.ts';
import { takeAside } from './take-aside.ts';
import { asideOf, type OwnFiles } from './unfinished-saves.ts';
import { removeQuietly, writeNewFile } from './write-durable.ts';

/**
 * The guard that lets one saver at a time compare and replace a target: a file beside it that only one can create (`wx`), with
 * a token that says whose it is. The guard of a dead process of this machine is taken over at once, any other after half a
 * minute. Taking over is one step (see `take-aside.ts`), and whoever was taken over finds out before replacing anything.
 */
export type GuardTools = { readonly io: IoPort; readonly host: string; readonly isAlive: (processId: number) => boolean };

/** How long a guard may be held before it counts as left behind by a crash, ms. */
const GUARD_STALE = 30_000;
const GUARD_STEP = 20;

/** Waits for the guard; false when others hold it all the time. `own.temporary` must have been written just now. */
export async function waitForGuard(tools: GuardTools, own: OwnFiles): Promise<boolean> {
  for (let waited = 0; waited <= GUARD_STALE + 2 * GUARD_STEP; waited += GUARD_STEP) {
    if (await tookGuard(tools, own, waited)) return true;
    await tools.io.wait(GUARD_STEP);
  }
  return false;
}

/** Whether the guard that stands there is this save's own. Throws when it cannot be read. */
export async function holdsGuard(io: IoPort, own: OwnFiles): Promise<boolean> {
  return (await tokenAt(io, own.guard)) === own.token;
}

/** Takes the own guard away; one that somebody else has put there meanwhile stays. */
export async function releaseGuard(io: IoPort, own: OwnFiles): Promise<void> {
  // one that cannot be read counts as ours: left standing it would keep everybody waiting
  const token = await tokenAt(io, own.guard).catch(() => own.token);
  if (token === own.token) await removeQuietly(io, own.guard);
}

async function tookGuard(tools: GuardTools, own: OwnFiles, waited: number): Promise<boolean> {
  const { io } = tools;
  try {
    await writeNewFile(io, own.guard, new TextEncoder().encode(own.token));
    return true;
  } catch (cause) {
    if (errnoOf(cause) !== 'EEXIST') throw cause;
    const stale = await staleToken(tools, own, waited);
    if (stale !== undefined) await takeAside(io, { path: own.guard, judged: stale, aside: asideOf(own) });
    return false;
  }
}

/** The content of a guard that was left behind; undefined while somebody holds it. */
async function staleToken({ io, host, isAlive }: GuardTools, own: OwnFiles, waited: number): Promise<Uint8Array | undefined> {
  try {
    const found = await io.readFile(own.guard);
    const [holder, processId] = new TextDecoder().decode(found).split(' ');
    if (holder === host && Number(processId) > 0 && !isAlive(Number(processId))) return found;
    // both times are those of the drive: the clock of a share may differ from ours by minutes
    const age = (await io.stat(own.temporary)).modified + waited - (await io.stat(own.guard)).modified;
    return age > GUARD_STALE ? found : undefined;
  } catch {
    return undefined;
  }
}

/** The token of the guard that stands there, undefined for none. A share that stumbles is asked twice. */
async function tokenAt(io: IoPort, guard: string): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await io.readFile(guard).catch(() => io.readFile(guard)));
  } catch (cause) {
    if (isMissing(cause)) return undefined;
    throw cause;
  }
}
