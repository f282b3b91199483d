import { randomBytes } from 'node:crypto';
import { hostname, userInfo } from 'node:os';
import { basename, join } from 'node:path';
import type { GrantedFile, Handlers, SaveAnswer, SaveRequest } from '#shared/ipc/contract.ts';
import type { Problem } from '#shared/problem.ts';
import { failure, success, type Result } from '#shared/result.ts';
import type { FileHandlerNeeds } from '../file-handler-needs.ts';
import { readGranted } from '../granted-file.ts';
import { atomicSave } from './atomic-save.ts';
import { cleanUp } from './clean-up.ts';
import { earlierStates } from './earlier-states.ts';
import { generationsIn } from './generations.ts';
import type { IoPort } from './io-port.ts';
import { isAlive } from './is-alive.ts';
import { journalStoreIn } from './journal-store.ts';
import { LOCK_HEARTBEAT, locksWith } from './lock-file.ts';
import { nodeIo } from './node-io.ts';
import { unfinishedSavesIn } from './unfinished-saves.ts';

export type FileChannels = `project:${'initial' | 'chooseFile' | 'save' | 'generations' | 'openGeneration'}` | `journal:${'append' | 'pending' | 'read' | 'discard'}`;

export type PlanningFiles = {
  readonly handlers: Pick<Handlers, FileChannels>;
  /** The one way a project is opened, wherever its path comes from: changes beside it are looked for, its lock is taken, the former project's is given back. */
  readonly openProjectAt: (path: string) => Promise<Result<GrantedFile, Problem>>;
};

/** What main answers on files of the planner: projects are opened and saved as bytes, edits are kept as opaque text. Nothing is parsed here. */
export function planningFiles(needs: FileHandlerNeeds, io: IoPort = nodeIo): PlanningFiles {
  const { userData, grants } = needs;
  const machine = { io, processId: process.pid, host: hostname(), isAlive, now: () => Date.now() };
  const generations = generationsIn(join(userData, 'generations'), io);
  const unfinished = unfinishedSavesIn(join(userData, 'unfinished-saves'), machine);
  const journals = journalStoreIn(join(userData, 'journals'), io);
  const locks = locksWith({ ...machine, user: userName() });
  const random = () => randomBytes(4).toString('hex');
  const tidy = cleanUp({ unfinished, generations }).catch(() => undefined);
  let locked: string | undefined;
  let saving: Promise<unknown> = Promise.resolve();

  setInterval(() => void (locked === undefined ? undefined : locks.renew(locked)), LOCK_HEARTBEAT).unref();
  // a lock that stays after a crash is taken over by the next who opens
  needs.beforeClosing?.(() => moveLock(undefined));

  async function openProjectAt(path: string): Promise<Result<GrantedFile, Problem>> {
    if (await hasUnreadChanges(io, path)) return failure({ code: 'project.damaged', details: { file: basename(path), tables: `${basename(path)}-wal` } });
    const file = await readGranted(path, grants);
    if (!file.ok) return file;
    const lock = await locks.take(path);
    needs.remember(path, 'project');
    await moveLock(lock.status === 'taken' ? path : undefined);
    if (lock.status === 'held') return success({ ...file.value, readOnly: true, lockedBy: { user: lock.by.user, host: lock.by.host } });
    return file;
  }

  /** Only the project that is open is locked. */
  async function moveLock(path: string | undefined): Promise<void> {
    const former = locked;
    locked = path;
    if (former !== undefined && former !== path) await locks.release(former);
  }

  async function save(request: SaveRequest, heldSequence: number): Promise<SaveAnswer> {
    await tidy;
    const known = request.saveAs || request.grant === undefined ? undefined : grants.pathOf(request.grant);
    const chosen = known ?? (await needs.chooseProjectToSave(request.suggestedName));
    if (chosen === undefined) return { status: 'cancelled' };
    const target = known ?? withEnding(chosen);
    const name = basename(target);
    const lock = await locks.take(target);
    if (lock.status === 'held') return { status: 'failed', problem: { code: 'project.locked', details: { file: name, user: lock.by.user, host: lock.by.host } } };
    const savedAt = new Date().toISOString();
    const answer = await atomicSave(
      { target, bytes: request.bytes, expected: known === undefined ? agreedTo(chosen, target) : (request.expectedSha256 ?? 'absent'), contentId: request.contentId ?? '', savedAt },
      { ...machine, generations, unfinished, random },
    );
    if (answer.status === 'failed') {
      if (lock.status === 'taken' && target !== locked) await locks.release(target);
      return answer;
    }
    if (lock.status === 'taken') await moveLock(target);
    await journals.saved(request.journalId, request.journalSequence ?? heldSequence);
    needs.remember(target, 'project');
    return { status: 'saved', grant: grants.issue(target), name, sha256: answer.sha256, savedAt, durable: answer.durable };
  }

  const handlers: PlanningFiles['handlers'] = {
    'project:initial': async () => {
      await tidy;
      return needs.initialProject === undefined ? 'none' : openProjectAt(needs.initialProject);
    },
    'project:chooseFile': async () => {
      const path = await needs.chooseProjectToOpen();
      return path === undefined ? 'cancelled' : openProjectAt(path);
    },
    'project:save': (request) => {
      const held = journals.last(request.journalId);
      const answer = saving.then(() => save(request, held));
      saving = answer.catch(() => undefined);
      return answer;
    },
    ...earlierStates({ io, generations, grants }),
    'journal:append': (entry) => journals.append(entry),
    'journal:pending': () => journals.pending(),
    'journal:read': (journalId) => journals.read(journalId),
    'journal:discard': (journalId) => journals.discard(journalId),
  };
  return { handlers, openProjectAt };
}

/** A name typed into the dialog may lack the ending; a file that is open keeps the name it has. */
const withEnding = (chosen: string): string => (chosen.toLowerCase().endsWith('.qwplan') ? chosen : `${chosen}.qwplan`);

/** The system's dialog asked before replacing the name it showed; a name we completed it has not asked about. */
const agreedTo = (chosen: string, target: string): 'any' | 'absent' => (chosen === target ? 'any' : 'absent');

/** Changes another program left in a write-ahead log beside the file: reading the file alone would miss them. */
const hasUnreadChanges = (io: IoPort, path: string): Promise<boolean> => io.stat(`${path}-wal`).then((status) => status.size > 0, () => false);

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // some directory services give no name to a program
    return '';
  }
}
