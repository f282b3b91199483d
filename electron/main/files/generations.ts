import { join } from 'node:path';
import { isMissing, type IoPort } from './io-port.ts';
import { removeQuietly, writeNewFile } from './write-durable.ts';
import { sha256Of } from './sha256.ts';

/** How many earlier states are kept: the last of today, one a day, one a month. */
export const KEPT = { today: 3, days: 14, months: 12 } as const;

/**
 * Earlier states of project files, in the local user data and apart from the share the project lies on. Each project file has
 * a folder of its own, keyed by its path and the identity of its content, so that two files of one name never collide.
 */
export type Generations = {
  /** Keeps a state; the same content is kept once. */
  readonly keep: (target: string, contentId: string, bytes: Uint8Array, savedAt: string) => Promise<void>;
  /** States of a file, the newest first. */
  readonly list: (target: string, contentId: string) => Promise<readonly KeptState[]>;
  readonly read: (generation: KeptState) => Promise<Uint8Array>;
  /** Removes what a crash left half-written. */
  readonly cleanUp: () => Promise<void>;
};
export type KeptState = { readonly path: string; readonly savedAt: string };

export function generationsIn(folder: string, io: IoPort): Generations {
  const folderOf = (target: string, contentId: string) => join(folder, sha256Of(new TextEncoder().encode(`${target}\n${contentId}`)).slice(0, 32));

  async function list(target: string, contentId: string): Promise<readonly KeptState[]> {
    const own = folderOf(target, contentId);
    const names = await io.readdir(own).catch(emptyWhenMissing);
    return names
      .filter((name) => NAME.test(name))
      .sort()
      .reverse()
      .map((name) => ({ path: join(own, name), savedAt: timeIn(name) }));
  }

  return {
    list,
    read: (generation) => io.readFile(generation.path),
    cleanUp: async () => {
      for (const key of await io.readdir(folder).catch(emptyWhenMissing)) {
        const names = await io.readdir(join(folder, key)).catch(() => []);
        for (const name of names.filter((candidate) => candidate.endsWith('.tmp'))) await removeQuietly(io, join(folder, key, name));
      }
    },
    keep: async (target, contentId, bytes, savedAt) => {
      const own = folderOf(target, contentId);
      await io.mkdir(own);
      const name = `${savedAt.replaceAll(/[-:.]/g, '')}-${sha256Of(bytes).slice(0, 16)}.qwplan`;
      const [newest] = await list(target, contentId);
      if (newest?.path.endsWith(name.slice(-24)) !== true) {
        // under its own name only when complete: a crash must not leave half a state to restore
        const unfinished = join(own, `${name}.tmp`);
        await removeQuietly(io, unfinished);
        await writeNewFile(io, unfinished, bytes);
        try {
          await io.rename(unfinished, join(own, name));
        } catch (cause) {
          await removeQuietly(io, unfinished);
          throw cause;
        }
        await io.syncFolder(own);
      }
      for (const generation of tooMany(await list(target, contentId), savedAt)) await removeQuietly(io, generation.path);
    },
  };
}

/** States that need not be kept: beyond three of the day, all but the last of earlier days, all but the last of earlier months. */
export function tooMany(newestFirst: readonly KeptState[], now: string): readonly KeptState[] {
  const today = now.slice(0, 10);
  const kept = new Set<KeptState>(newestFirst.filter((generation) => generation.savedAt.slice(0, 10) === today).slice(0, KEPT.today));
  const earlier = newestFirst.filter((generation) => generation.savedAt.slice(0, 10) < today);
  for (const generation of firstOfEach(earlier, (time) => time.slice(0, 10)).slice(0, KEPT.days)) kept.add(generation);
  for (const generation of firstOfEach(earlier, (time) => time.slice(0, 7)).slice(0, KEPT.months)) kept.add(generation);
  // a clock that was set back must not cost a state
  return newestFirst.filter((generation) => !kept.has(generation) && generation.savedAt.slice(0, 10) <= today);
}

function firstOfEach(newestFirst: readonly KeptState[], periodOf: (savedAt: string) => string): readonly KeptState[] {
  const seen = new Set<string>();
  return newestFirst.filter(({ savedAt }) => {
    const period = periodOf(savedAt);
    return !seen.has(period) && seen.add(period);
  });
}

const NAME = /^\d{8}T\d{9}Z-[0-9a-f]{16}\.qwplan$/;
const timeIn = (name: string): string =>
  name.replace(/^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(\d{3})Z.*$/, '$1-$2-$3T$4:$5:$6.$7Z');

function emptyWhenMissing(cause: unknown): readonly string[] {
  if (isMissing(cause)) return [];
  throw cause;
}
