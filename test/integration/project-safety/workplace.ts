import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planningFiles } from '#electron/main/files/index.ts';
import type { IoPort } from '#electron/main/files/io-port.ts';
import { nodeIo } from '#electron/main/files/node-io.ts';
import { createGrants } from '#electron/main/grants.ts';
import { replayJournal, serialiseChange } from '#app/project/journal.ts';
import { renameProject } from '#app/project/operations/rename-project.ts';
import type { Project } from '#app/project/project.ts';
import { openProjectFile } from '#app/storage/project/open-project-file.ts';
import { serialiseProject } from '#app/storage/project/serialise-project.ts';
import { aFullProject } from '#test/builders/a-project.ts';
import { plannerProgram } from './planner-program.ts';

/** Folder with a project file, user data and the script of a planner: three edits and a save, twice. Titles count the edits. */
export type Workplace = { readonly folder: string; readonly target: string; readonly remove: () => void };

export const titled = (edits: number): Project => ({ ...aFullProject(), title: `nach ${edits} Änderungen` });
export const editsIn = (project: Project): number => Number(/\d+/.exec(project.title)?.[0]);

const PARTS = 2;
const EDITS = 3;
export const ALL_EDITS = PARTS * EDITS;

/** In memory where the system has such a place: what is tested is the order of calls, and thousands of flushes of a real disk take minutes. */
const quickFolder = (): string => (existsSync('/dev/shm') ? '/dev/shm' : tmpdir());

const serialised = new Map<string, Promise<Uint8Array>>();
/** Bytes of a project, made once. */
export function bytesOf(project: Project): Promise<Uint8Array> {
  const bytes = serialised.get(project.title) ?? serialiseProject(project);
  serialised.set(project.title, bytes);
  return bytes;
}

export async function aWorkplace(parent = quickFolder()): Promise<Workplace> {
  const folder = mkdtempSync(join(parent, 'quartierwerk-'));
  mkdirSync(join(folder, 'projects'));
  const target = join(folder, 'projects', 'Plan.qwplan');
  writeFileSync(target, await bytesOf(titled(0)));
  await writeScript(folder, 0);
  return { folder, target, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The planner's next edits, beginning after `from` of them. */
export async function writeScript(folder: string, from: number): Promise<void> {
  const edits = Array.from({ length: PARTS }, (_, part) => journalOf(from + part * EDITS));
  const saves = Array.from({ length: PARTS }, (_, part) => `save-${part}.bytes`);
  for (const [part, name] of saves.entries()) writeFileSync(join(folder, name), await bytesOf(titled(from + (part + 1) * EDITS)));
  writeFileSync(join(folder, 'script.json'), JSON.stringify({ edits, saves }));
}

const journalOf = (from: number): readonly string[] => [
  serialiseChange({ kind: 'start', project: titled(from), savedSha256: undefined }),
  ...Array.from({ length: EDITS }, (_, edit) => serialiseChange({ kind: 'edit', moment: renameProject(titled(from + edit), titled(from + edit + 1).title) })),
];

export type Run = { readonly killed: boolean; readonly acknowledged: number; readonly calls: number; readonly output: string; readonly error: string };

/** Runs the planner as a process of its own; `acknowledged` counts the edits it was told are kept or saved. */
export async function runPlanner(folder: string, options: { readonly env?: Record<string, string>; readonly killAfter?: number; readonly round?: number; readonly wrapper?: readonly string[] } = {}): Promise<Run> {
  const program = [process.execPath, await plannerProgram(), folder, String(options.round ?? 0)];
  const [command = '', ...args] = [...(options.wrapper ?? []), ...program];
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env: { ...process.env, NODE_NO_WARNINGS: '1', ...options.env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let error = '';
    child.stderr.on('data', (data: Buffer) => (error += data.toString()));
    child.stdout.on('data', (data: Buffer) => {
      if (output === '' && options.killAfter !== undefined) setTimeout(() => child.kill('SIGKILL'), options.killAfter);
      output += data.toString();
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code !== 0 && code !== 137 && signal !== 'SIGKILL') return reject(new Error(`planner ended with ${code} ${signal}: ${error}`));
      resolve({ killed: code !== 0, acknowledged: acknowledgedIn(output), calls: Number(/calls (\d+)/.exec(output)?.[1] ?? 0), output, error });
    });
  });
}

function acknowledgedIn(output: string): number {
  const kept = [...output.matchAll(/kept (\d+) (\d+)/g)].map(([, part, sequence]) => Number(part) * EDITS + Number(sequence));
  const saved = [...output.matchAll(/saved (\d+)/g)].map(([, part]) => (Number(part) + 1) * EDITS);
  return Math.max(0, ...kept, ...saved);
}

type BeforeClosing = (release: () => Promise<void>) => void;
export const handlersIn = (folder: string, io: IoPort = nodeIo, beforeClosing?: BeforeClosing) => filesIn(folder, io, beforeClosing).handlers;

/** The files of a planner whose dialogs choose `Plan.qwplan` to open and `Neu.qwplan` to save. */
export const filesIn = (folder: string, io: IoPort = nodeIo, beforeClosing?: BeforeClosing) => {
  const target = join(folder, 'projects', 'Plan.qwplan');
  return planningFiles(
    {
      userData: join(folder, 'user-data'),
      grants: createGrants(),
      initialProject: target,
      chooseProjectToOpen: () => Promise.resolve(target),
      chooseProjectToSave: () => Promise.resolve(join(folder, 'projects', 'Neu.qwplan')),
      remember: () => undefined,
      beforeClosing,
    },
    io,
  );
};

/** The next start of the program: what stands in the file, and what the planner gets back by accepting the offered journal. */
export async function nextStart(folder: string): Promise<{ readonly inFile: number; readonly recovered: number; readonly orphans: readonly string[]; readonly discard: () => Promise<void> }> {
  let release = () => Promise.resolve();
  const handlers = handlersIn(folder, nodeIo, (given) => {
    release = given;
  });
  const opened = await handlers['project:initial']();
  if (opened === 'none' || !opened.ok) throw new Error(`project cannot be opened: ${JSON.stringify(opened)}`);
  const file = await openProjectFile(opened.value.bytes);
  if (file.status !== 'ok') throw new Error(`project is damaged: ${JSON.stringify(file)}`);
  const pending = await handlers['journal:pending']();
  const [latest] = pending;
  const inFile = editsIn(file.project);
  // closes again, so that the next planner is not told that somebody has the file open
  await release();
  return {
    inFile,
    recovered: latest === undefined ? inFile : await replayed(latest.journalId),
    orphans: orphansIn(folder),
    discard: async () => {
      for (const journal of pending) await handlers['journal:discard'](journal.journalId);
    },
  };

  async function replayed(journalId: string): Promise<number> {
    const entries = await handlers['journal:read'](journalId);
    const project = entries.ok ? replayJournal(entries.value.map((entry) => entry.change)) : undefined;
    // a journal whose very first entry was cut off holds no acknowledged edit
    return project?.ok === true ? editsIn(project.value.project) : inFile;
  }
}

/** Temporary files of ours, wherever they may lie. */
export const orphansIn = (folder: string): readonly string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tmp'));

export const bytesAt = (path: string): Buffer => readFileSync(path);
