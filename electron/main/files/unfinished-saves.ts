import { join } from 'node:path';
import { isMissing, type IoPort } from './io-port.ts';
import { removeQuietly, writeNewFile } from './write-durable.ts';

/** What one save puts beside its target for a moment. The token says whose guard it is. */
export type OwnFiles = { readonly temporary: string; readonly guard: string; readonly token: string };

/** Where a save puts a guard it takes over, while it looks whose that is. */
export const asideOf = (own: OwnFiles): string => own.temporary.replace(/\.tmp$/, '.aside.tmp');

/**
 * Notes of saves that are under way, in the local user data. After a crash they tell exactly which files of ours lie about, in
 * whatever folder or share; nothing is ever removed because of how its name looks.
 */
export type UnfinishedSaves = {
  /** Notes a save; the answer takes the note away. Without a note (no space) the save goes on. */
  readonly begin: (own: OwnFiles, random: string) => Promise<() => Promise<void>>;
  /** Removes what dead processes left; the number of files removed. Only to be called before the first save of a run. */
  readonly cleanUp: () => Promise<number>;
};

export function unfinishedSavesIn(
  folder: string,
  { io, processId, isAlive }: { readonly io: IoPort; readonly processId: number; readonly isAlive: (processId: number) => boolean },
): UnfinishedSaves {
  return {
    begin: async (own, random) => {
      const note = join(folder, `${processId}-${random}.json`);
      try {
        await io.mkdir(folder);
        await writeNewFile(io, note, new TextEncoder().encode(JSON.stringify(own)));
        await io.syncFolder(folder);
      } catch {
        // the note only serves tidiness
      }
      return () => removeQuietly(io, note);
    },
    cleanUp: async () => {
      let removed = 0;
      const names = await io.readdir(folder).catch(() => []);
      for (const name of names) {
        const writer = /^(\d+)-[0-9a-f]+\.json$/.exec(name)?.[1];
        // at the start of a run a note with our own process id is from a dead program that had the same one
        if (writer === undefined || (Number(writer) !== processId && isAlive(Number(writer)))) continue;
        const own = parsed(await io.readFile(join(folder, name)));
        if (own !== undefined) removed += (await unlinked(io, own.temporary)) + (await unlinked(io, asideOf(own))) + (await isOurs(io, own) ? await unlinked(io, own.guard) : 0);
        await removeQuietly(io, join(folder, name));
      }
      return removed;
    },
  };
}

async function unlinked(io: IoPort, path: string): Promise<number> {
  try {
    await io.unlink(path);
    return 1;
  } catch {
    return 0;
  }
}

/** Whether the guard that stands there is the one of the dead save and not somebody's who came later. */
async function isOurs(io: IoPort, own: OwnFiles): Promise<boolean> {
  try {
    const found = new TextDecoder().decode(await io.readFile(own.guard));
    // a crash while writing it leaves the beginning of the token
    return own.token.startsWith(found);
  } catch (cause) {
    return !isMissing(cause);
  }
}

function parsed(bytes: Uint8Array): OwnFiles | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    const { temporary, guard, token } = value as Partial<OwnFiles>;
    const named = typeof temporary === 'string' && temporary.endsWith('.tmp') && typeof guard === 'string' && guard.endsWith('.guard.tmp') && typeof token === 'string';
    return named ? { temporary, guard, token } : undefined;
  } catch {
    return undefined;
  }
}
