import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { errnoOf, type IoPort } from './io-port.ts';
import { takeAside } from './take-aside.ts';
import { removeQuietly, writeNewFile } from './write-durable.ts';

/** Who has a project open. The lock is advice to people; what keeps their work apart is the comparison before every save. */
export type LockHolder = { readonly user: string; readonly host: string; readonly processId: number; readonly since: string };
export type LockAnswer = { readonly status: 'taken' } | { readonly status: 'held'; readonly by: LockHolder } | { readonly status: 'impossible' };

/** The lock of a machine that says nothing for so long counts as left behind, ms. */
export const LOCK_STALE = 60_000;
/** How often a holder says that it is still there, ms. */
export const LOCK_HEARTBEAT = 20_000;

/** Name of the lock, as office programs write it: `.~lock.<name>#`. */
export const lockBeside = (target: string): string => join(dirname(target), `.~lock.${basename(target)}#`);

export type Locks = {
  /** Takes the lock of a file, also one left behind by a crash. Where no lock can be written (read-only folder) it is `impossible`. */
  readonly take: (target: string) => Promise<LockAnswer>;
  /** Says that the file is still open here. */
  readonly renew: (target: string) => Promise<void>;
  readonly release: (target: string) => Promise<void>;
};

export type LockTools = {
  readonly io: IoPort;
  readonly user: string;
  readonly host: string;
  readonly processId: number;
  readonly isAlive: (processId: number) => boolean;
  readonly now: () => number;
};

export function locksWith({ io, user, host, processId, isAlive, now }: LockTools): Locks {
  const isOwn = (holder: LockHolder) => holder.host === host && holder.processId === processId;

  async function write(lock: string): Promise<void> {
    const file = await io.open(lock, 'wx');
    try {
      const holder: LockHolder = { user, host, processId, since: new Date(now()).toISOString() };
      await file.write(new TextEncoder().encode(JSON.stringify(holder)));
    } finally {
      await file.close();
    }
  }

  async function holderOf(lock: string): Promise<{ readonly holder: LockHolder | undefined; readonly bytes: Uint8Array }> {
    const bytes = await io.readFile(lock);
    return { holder: HOLDER.safeParse(json(bytes)).data, bytes };
  }

  async function isLeftBehind(lock: string, holder: LockHolder | undefined): Promise<boolean> {
    if (holder !== undefined && holder.host === host && !isAlive(holder.processId)) return true;
    // both times are those of the drive: the clock of a share may differ from ours by minutes
    return (await timeOfDrive(ownNameBeside(lock, 'time'))) - (await io.stat(lock)).modified > LOCK_STALE;
  }

  /** What a file written now in this folder gets as its time. */
  async function timeOfDrive(probe: string): Promise<number> {
    await writeNewFile(io, probe, new Uint8Array());
    try {
      return (await io.stat(probe)).modified;
    } finally {
      await removeQuietly(io, probe);
    }
  }

  const ownNameBeside = (lock: string, purpose: string) => `${lock}.${host.replaceAll(/[^\w-]/g, '')}.${processId}.${purpose}`;

  return {
    take: async (target) => {
      const lock = lockBeside(target);
      for (let attempt = 0; attempt < 3; attempt += 1) {
        try {
          await write(lock);
          return { status: 'taken' };
        } catch (cause) {
          if (errnoOf(cause) !== 'EEXIST') return { status: 'impossible' };
        }
        const found = await holderOf(lock).catch(() => undefined);
        if (found?.holder !== undefined && isOwn(found.holder)) return { status: 'taken' };
        const stale = found !== undefined && (await isLeftBehind(lock, found.holder).catch(() => false));
        if (found?.holder !== undefined && !stale) return { status: 'held', by: found.holder };
        if (stale) await takeAside(io, { path: lock, judged: found.bytes, aside: ownNameBeside(lock, 'aside') });
        else await io.wait(50);
      }
      return { status: 'impossible' };
    },
    renew: async (target) => {
      const lock = lockBeside(target);
      const found = await holderOf(lock).catch(() => undefined);
      if (found?.holder === undefined || !isOwn(found.holder)) return;
      const file = await io.open(lock, 'r+').catch(() => undefined);
      // the same words again: what others look at is the time of the last writing
      await file?.write(new TextEncoder().encode(JSON.stringify(found.holder))).catch(() => undefined);
      await file?.close().catch(() => undefined);
    },
    release: async (target) => {
      const lock = lockBeside(target);
      const found = await holderOf(lock).catch(() => undefined);
      if (found?.holder !== undefined && isOwn(found.holder)) await removeQuietly(io, lock);
    },
  };
}

const HOLDER = z.object({ user: z.string(), host: z.string(), processId: z.int(), since: z.string() });

function json(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
