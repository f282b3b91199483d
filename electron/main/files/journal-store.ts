import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import type { JournalEntry, PendingJournal } from '#shared/ipc/contract.ts';
import type { Problem } from '#shared/problem.ts';
import { failure, success, type Result } from '#shared/result.ts';
import { errnoOf, isMissing, type IoPort } from './io-port.ts';

/**
 * Edits that are not yet in a saved file, one file per journal in the local user data. Every entry is a line
 * `<length> <crc32> <json>`: a line that was not written to its end is told from one that was.
 */
export type JournalStore = {
  /** Appends one edit; answers when it is on the disk. Entries are written in the order they were given. */
  readonly append: (entry: JournalEntry) => Promise<Result<true, Problem>>;
  /**
   * Journals that this run has not written to, the latest first: only one program at a time uses a user data folder, so they
   * are what an earlier one left. (Process ids would not tell: a new program can get the id of the one that crashed.)
   */
  readonly pending: () => Promise<readonly PendingJournal[]>;
  /** The whole entries in order; a damaged one ends the list as an empty change, so that replaying can say that something is missing. */
  readonly read: (journalId: string) => Promise<Result<readonly JournalEntry[], Problem>>;
  readonly discard: (journalId: string) => Promise<Result<true, Problem>>;
  /** Sequence of the last entry written; −1 for none. */
  readonly last: (journalId: string) => number;
  /** After a save that holds every edit up to `sequence`: takes the journal away, unless later edits are in it. */
  readonly saved: (journalId: string, sequence: number) => Promise<void>;
};

export function journalStoreIn(folder: string, io: IoPort): JournalStore {
  const lastOf = new Map<string, number>();
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const next = queue.then(work, work);
    queue = next.catch(() => undefined);
    return next;
  };
  const pathOf = (journalId: string) => join(folder, `${journalId}.journal`);

  async function append(entry: JournalEntry): Promise<Result<true, Problem>> {
    try {
      const path = pathOf(entry.journalId);
      const isNew = !lastOf.has(entry.journalId);
      if (isNew) await io.mkdir(folder);
      const size = await sizeOf(path);
      const file = await io.open(path, 'a');
      try {
        await appended(file, lineOf(entry), size);
      } finally {
        await file.close();
      }
      if (isNew) await io.syncFolder(folder);
      lastOf.set(entry.journalId, entry.sequence);
      return success(true);
    } catch (cause) {
      return failure({ code: 'journal.notWritten', technical: errnoOf(cause) ?? 'unknown' });
    }
  }

  async function sizeOf(path: string): Promise<number> {
    return io.stat(path).then((status) => status.size, zeroWhenMissing);
  }

  async function lines(journalId: string): Promise<readonly (Line | undefined)[]> {
    return linesIn(new TextDecoder().decode(await io.readFile(pathOf(journalId))));
  }

  const isFromEarlierRun = (name: string) => name.endsWith(SUFFIX) && !lastOf.has(name.slice(0, -SUFFIX.length));

  async function pendingOf(name: string): Promise<PendingJournal | undefined> {
    const journalId = name.slice(0, -SUFFIX.length);
    const found = (await lines(journalId)).filter((line) => line !== undefined);
    const last = found.at(-1);
    if (last === undefined) return undefined;
    const { modified } = await io.stat(pathOf(journalId));
    const projectName = found.findLast((line) => line.projectName !== undefined)?.projectName ?? '';
    return { journalId, projectName, entries: found.length, lastEditAt: new Date(modified).toISOString() };
  }

  async function remove(journalId: string): Promise<Result<true, Problem>> {
    try {
      await io.unlink(pathOf(journalId));
      lastOf.delete(journalId);
      await io.syncFolder(folder).catch(() => undefined);
      return success(true);
    } catch (cause) {
      return isMissing(cause) ? success(true) : failure({ code: 'unexpected', technical: errnoOf(cause) ?? 'unknown' });
    }
  }

  return {
    append: (entry) => inTurn(() => append(entry)),
    pending: async () => {
      const names = await io.readdir(folder).catch(() => []);
      const found = await Promise.all(names.filter(isFromEarlierRun).map((name) => pendingOf(name).catch(() => undefined)));
      return found.filter((journal) => journal !== undefined).sort((one, other) => (one.lastEditAt < other.lastEditAt ? 1 : -1));
    },
    read: async (journalId) => {
      try {
        const entries = (await lines(journalId)).map((line, index): JournalEntry => ({ journalId, sequence: line?.sequence ?? index, change: line?.change ?? '' }));
        return success(entries);
      } catch (cause) {
        return failure({ code: 'journal.unreadable', technical: errnoOf(cause) ?? 'unknown' });
      }
    },
    discard: (journalId) => inTurn(() => remove(journalId)),
    last: (journalId) => lastOf.get(journalId) ?? -1,
    saved: (journalId, sequence) =>
      inTurn(async () => {
        if ((lastOf.get(journalId) ?? -1) <= sequence) await remove(journalId);
      }),
  };
}

const SUFFIX = '.journal';
type Line = z.infer<typeof LINE>;
const LINE = z.object({ sequence: z.int().min(0), change: z.string(), projectName: z.string().optional() });

function lineOf({ sequence, change, projectName }: JournalEntry): Uint8Array {
  const json = JSON.stringify({ sequence, change, projectName } satisfies Line);
  return new TextEncoder().encode(`${Buffer.byteLength(json)} ${crc32(json).toString(16)} ${json}\n`);
}

/** A failed append is taken back, so that the next edit does not stand behind half a line. */
async function appended(file: { write: (bytes: Uint8Array) => Promise<void>; sync: () => Promise<void>; truncate: (size: number) => Promise<void> }, line: Uint8Array, size: number): Promise<void> {
  try {
    await file.write(line);
    await file.sync();
  } catch (cause) {
    await file.truncate(size).catch(() => undefined);
    throw cause;
  }
}

/** Whole lines up to the first damaged one, which ends the list as undefined. */
function linesIn(text: string): readonly (Line | undefined)[] {
  const found: (Line | undefined)[] = [];
  const rows = text.split('\n');
  for (const [index, row] of rows.entries()) {
    if (row === '' && index === rows.length - 1) break;
    const line = index === rows.length - 1 ? undefined : lineIn(row);
    found.push(line);
    if (line === undefined) break;
  }
  return found;
}

function lineIn(row: string): Line | undefined {
  const [, length, check, json] = /^(\d+) ([0-9a-f]+) (.*)$/s.exec(row) ?? [];
  if (json === undefined || Buffer.byteLength(json) !== Number(length) || crc32(json).toString(16) !== check) return undefined;
  const line = LINE.safeParse(JSON.parse(json));
  return line.success ? line.data : undefined;
}

function zeroWhenMissing(cause: unknown): number {
  if (isMissing(cause)) return 0;
  throw cause;
}
