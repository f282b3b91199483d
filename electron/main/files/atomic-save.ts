import { basename, dirname, join } from 'node:path';
import type { Problem } from '#shared/problem.ts';
import { fileProblem } from './file-problem.ts';
import type { Generations } from './generations.ts';
import { errnoOf, isMissing, type IoPort } from './io-port.ts';
import { renameWithRetry, type Patience } from './rename-with-retry.ts';
import { holdsGuard, releaseGuard, waitForGuard } from './save-guard.ts';
import { sha256Of } from './sha256.ts';
import type { OwnFiles, UnfinishedSaves } from './unfinished-saves.ts';
import { guardBeside, removeQuietly, temporaryBeside, writeNewFile } from './write-durable.ts';

export type AtomicSave = {
  readonly target: string;
  readonly bytes: Uint8Array;
  /** What must lie at the target now: the hash last read or written, or `absent` for a new file; `any` when the user just agreed to replace it. */
  readonly expected: string | 'absent' | 'any';
  /** Identity of the content (not of one state), for the folder of its earlier states. */
  readonly contentId: string;
  readonly savedAt: string;
};

export type SaveTools = {
  readonly io: IoPort;
  readonly generations: Generations;
  readonly unfinished: UnfinishedSaves;
  readonly processId: number;
  readonly host: string;
  /** Whether a process of this machine is still running. */
  readonly isAlive: (processId: number) => boolean;
  /** Eight hexadecimal digits, another one every time. */
  readonly random: () => string;
  readonly patience?: Patience;
};

export type AtomicSaveAnswer =
  /** `durable` false: the content stands and was read back, but the drive could not promise that its name survives a power cut. */
  | { readonly status: 'saved'; readonly sha256: string; readonly durable: boolean }
  /** The target holds the old content, or after `save.verificationFailed` what could not be confirmed. `keptAs` names a complete copy beside it, when one could be written. */
  | { readonly status: 'failed'; readonly problem: Problem; readonly keptAs?: string };

/**
 * Replaces a file so that at every moment a reader finds the whole old or the whole new content, and never overwrites what
 * somebody else has saved in the meantime:
 *
 *  1. the new bytes go to a temporary file in the same folder (a rename across drives would copy), are flushed to the disk,
 *     and are read back and compared;
 *  2. under a short guard that only one saver can hold, the target is compared with what was last read; if it differs nothing
 *     is replaced; its present content is kept as an earlier state in the local user data;
 *  3. the temporary file takes the target's name; while a scanner or a share holds it, with patience;
 *  4. still under the guard the folder is flushed, and the target is read back and compared.
 *
 * When the name cannot be taken, the complete copy stays under a readable name, and the answer says which.
 */
export async function atomicSave(save: AtomicSave, tools: SaveTools): Promise<AtomicSaveAnswer> {
  const random = tools.random();
  const own: OwnFiles = {
    temporary: temporaryBeside(save.target, tools.processId, random),
    guard: guardBeside(save.target),
    token: `${tools.host} ${tools.processId} ${random}`,
  };
  const finished = await tools.unfinished.begin(own, random);
  try {
    return await savedOver(save, tools, own);
  } finally {
    await finished();
  }
}

async function savedOver(save: AtomicSave, tools: SaveTools, own: OwnFiles): Promise<AtomicSaveAnswer> {
  const { io } = tools;
  const name = basename(save.target);
  const sha256 = sha256Of(save.bytes);
  try {
    await writeNewFile(io, own.temporary, save.bytes);
  } catch (cause) {
    return { status: 'failed', problem: fileProblem(cause, name) };
  }
  try {
    if (sha256Of(await io.readFile(own.temporary)) !== sha256) return await given({ code: 'save.verificationFailed', details: { file: name } });
    const outcome = await underGuard({ save, tools, own }, () => replaced(save, tools, own));
    if (outcome.status === 'held') return await keptBeside(save, tools, own.temporary, outcome.cause);
    if (outcome.status === 'refused') return await given(outcome.problem);
    return outcome.answer;
  } catch (cause) {
    return await given(fileProblem(cause, name));
  }

  async function given(problem: Problem): Promise<AtomicSaveAnswer> {
    await removeQuietly(io, own.temporary);
    return { status: 'failed', problem };
  }
}

type Replacing =
  | { readonly status: 'replaced'; readonly answer: AtomicSaveAnswer }
  | { readonly status: 'refused'; readonly problem: Problem }
  | { readonly status: 'held'; readonly cause: unknown };

async function replaced(save: AtomicSave, tools: SaveTools, own: OwnFiles): Promise<Replacing> {
  const conflict = await conflictAt(save, tools.io);
  if (conflict !== undefined) return { status: 'refused', problem: conflict };
  await keepPresent(save, tools);
  // who was away so long that the guard was taken over must not replace what the next one saves
  if (!(await holdsGuard(tools.io, own))) return { status: 'refused', problem: { code: 'save.busy', details: { file: basename(save.target) } } };
  try {
    await renameWithRetry(tools.io, own.temporary, save.target, tools.patience);
  } catch (cause) {
    return { status: 'held', cause };
  }
  // still under the guard: a faster saver's content would look like a failed write of ours
  return { status: 'replaced', answer: await confirmed(save, tools, sha256Of(save.bytes)) };
}

/** The folder flushed and the target read back: what stands there now is what was meant. */
async function confirmed(save: AtomicSave, { io }: SaveTools, sha256: string): Promise<AtomicSaveAnswer> {
  const name = basename(save.target);
  // some shares cannot flush folders; the content is safe all the same
  const durable = await io.syncFolder(dirname(save.target)).then(() => true, () => false);
  try {
    const standing = sha256Of(await io.readFile(save.target).catch(() => io.readFile(save.target)));
    if (standing === sha256) return { status: 'saved', sha256, durable };
    return { status: 'failed', problem: { code: 'save.verificationFailed', details: { file: name } } };
  } catch (cause) {
    return { status: 'failed', problem: { code: 'save.verificationFailed', details: { file: name }, technical: errnoOf(cause) ?? 'unknown' } };
  }
}

async function conflictAt({ target, expected }: AtomicSave, io: IoPort): Promise<Problem | undefined> {
  if (expected === 'any') return undefined;
  const present = await io.readFile(target).then(sha256Of).catch(absentWhenMissing);
  // A target that vanished can be written again; one that appeared or changed belongs to somebody else.
  if (present === 'absent' || present === expected) return undefined;
  return { code: 'project.changedOnDisk', details: { file: basename(target) } };
}

/** Keeps what stands at the target before it is replaced. Without space for it the save goes on: the new state is worth more. */
async function keepPresent({ target, contentId, savedAt }: AtomicSave, { io, generations }: SaveTools): Promise<void> {
  try {
    await generations.keep(target, contentId, await io.readFile(target), savedAt);
  } catch {
    // earlier states are a second net; failing to spread it must not keep the planner from saving
  }
}

/** Runs the comparison and the rename as one step among all savers; see `save-guard.ts`. */
async function underGuard({ save, tools, own }: { readonly save: AtomicSave; readonly tools: SaveTools; readonly own: OwnFiles }, work: () => Promise<Replacing>): Promise<Replacing> {
  if (!(await waitForGuard(tools, own))) return { status: 'refused', problem: { code: 'save.busy', details: { file: basename(save.target) } } };
  try {
    return await work();
  } finally {
    await releaseGuard(tools.io, own);
  }
}

/** The complete copy under a name a person recognises; if even that fails the copy is taken away, and the journal has everything. */
async function keptBeside(save: AtomicSave, tools: SaveTools, temporary: string, cause: unknown): Promise<AtomicSaveAnswer> {
  const { io } = tools;
  const name = basename(save.target);
  const problem = fileProblem(cause, name);
  const keptAs = name.replace(/(\.qwplan)?$/i, ` (Kopie ${save.savedAt.slice(0, 19).replaceAll(':', '-')} ${tools.random().slice(0, 4)}).qwplan`);
  try {
    // its own name is new, so nobody holds it
    await io.rename(temporary, join(dirname(save.target), keptAs));
    return { status: 'failed', problem, keptAs };
  } catch {
    await removeQuietly(io, temporary);
    return { status: 'failed', problem };
  }
}

function absentWhenMissing(cause: unknown): 'absent' {
  if (isMissing(cause)) return 'absent';
  throw cause;
}
