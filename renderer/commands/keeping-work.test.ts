import { expect, test } from 'vitest';
import { replayJournal, serialiseChange } from '#app/project/journal.ts';
import { removeRecommendation } from '#app/project/operations/remove-recommendation.ts';
import { renameProject } from '#app/project/operations/rename-project.ts';
import type { JournalEntry, SaveAnswer, SaveRequest } from '#shared/ipc/contract.ts';
import { aFullProject } from '#test/builders/a-project.ts';
import { aWorkspace } from '#test/builders/a-workspace.ts';
import { isUnsaved } from '../state/project.ts';
import type { Workspace } from '../state/workspace.ts';
import { changeProject, journalSettled, leaveField } from './change-project.ts';
import { countedInSteps, recoverJournal } from './recover.ts';
import { saveProject } from './save-project.ts';
import { startProject } from './start-project.ts';
import { undoOnce } from './undo-redo.ts';

const rename = (workspace: Workspace, title: string) => changeProject(workspace, (project) => renameProject(project, title));
const stateOf = ({ stores }: Workspace) => stores.project.getState();
const dialogOf = ({ stores }: Workspace) => stores.dialogs.getState().current;
const FILE = { grant: 'g', name: 'Plan.qwplan', sha256: 'old' };
const saved = (name = 'Plan.qwplan'): SaveAnswer => ({ status: 'saved', grant: 'g', name, sha256: 'new', savedAt: '2026-01-01T10:00:00Z' });
const serialise = { 'project.serialise': () => ({ ok: true, value: new Uint8Array(3) }) };

/** Journals as the shell keeps them: one list of entries each, `refuse` says which writes fail. */
function journals(refuse: (write: number) => boolean = () => false) {
  const kept = new Map<string, JournalEntry[]>();
  let writes = 0;
  return {
    kept,
    titles: () => [...kept.values()].map((entries) => replayJournal(entries.map((entry) => entry.change))).map((replayed) => (replayed.ok ? replayed.value.project.title : 'unreadable')),
    answers: {
      'journal:append': (entry: JournalEntry) => {
        writes += 1;
        if (refuse(writes)) return { ok: false, failure: { code: 'journal.notWritten' } } as const;
        kept.set(entry.journalId, [...(kept.get(entry.journalId) ?? []), entry]);
        return { ok: true, value: true } as const;
      },
      'journal:discard': (id: string) => {
        kept.delete(id);
        return { ok: true, value: true } as const;
      },
    },
  };
}

test.each([1, 2, 3])('when write %i fails, "gesichert" is said again only for a journal that gives everything back', async (failing) => {
  const shell = journals((write) => write === failing);
  const { workspace } = aWorkspace(shell.answers);
  startProject(workspace, aFullProject(), undefined);
  for (const title of ['A', 'B', 'C']) {
    rename(workspace, title);
    await journalSettled();
    if (stateOf(workspace).safety.kind === 'kept') expect(shell.titles()).toEqual([title]);
    else expect(stateOf(workspace).safety).toEqual({ kind: 'notKept' });
  }
  expect(stateOf(workspace).safety.kind).toBe('kept');
});

test('steps that already waited behind a failed write are not called kept', async () => {
  const shell = journals((write) => write === 1);
  const { workspace } = aWorkspace(shell.answers);
  startProject(workspace, aFullProject(), undefined);
  rename(workspace, 'A');
  rename(workspace, 'B');
  await journalSettled();
  expect(stateOf(workspace).safety).toEqual({ kind: 'notKept' });
  expect(shell.kept.size).toBe(0);
});

const anEntry = (sequence: number, change: string): JournalEntry => ({ journalId: 'crashed', sequence, change });
const PENDING = { journalId: 'crashed', projectName: '', entries: 3, lastEditAt: '2026-01-01T10:00:00Z' };
const start = serialiseChange({ kind: 'start', project: aFullProject(), savedSha256: undefined });
const toA = serialiseChange({ kind: 'edit', moment: renameProject(aFullProject(), 'A') });

test('after a recovery, work survives a second crash, although the journal of the first one ends in half a line', async () => {
  const shell = journals();
  const entries = [anEntry(0, start), anEntry(1, toA), anEntry(2, '')];
  shell.kept.set('crashed', entries);
  const { workspace } = aWorkspace({ ...shell.answers, 'journal:read': () => ({ ok: true, value: entries }) });
  await recoverJournal(workspace, PENDING);
  expect(stateOf(workspace)).toMatchObject({ project: { title: 'A' }, safety: { kind: 'kept' } });
  expect(dialogOf(workspace)).toMatchObject({ kind: 'problem', problem: { code: 'journal.endDamaged', details: { steps: 1 } } });
  expect([...shell.kept.keys()]).toEqual(['crashed']);
  for (const title of ['B', 'C']) rename(workspace, title);
  await journalSettled();
  await Promise.resolve();
  expect(shell.kept.has('crashed')).toBe(false);
  expect(shell.titles()).toEqual(['C']);
});

test('the journal of a crash stays until its work is kept elsewhere', async () => {
  const shell = journals(() => true);
  shell.kept.set('crashed', [anEntry(0, start)]);
  const { workspace } = aWorkspace({ ...shell.answers, 'journal:read': () => ({ ok: true, value: [anEntry(0, start), anEntry(1, toA)] }) });
  await recoverJournal(workspace, PENDING);
  expect(dialogOf(workspace).kind).toBe('none');
  rename(workspace, 'B');
  await journalSettled();
  expect(shell.kept.has('crashed')).toBe(true);
});

test('what stands behind a gap in a journal is not applied', async () => {
  const { workspace } = aWorkspace({ 'journal:read': () => ({ ok: true, value: [anEntry(0, start), anEntry(2, toA)] }) });
  await recoverJournal(workspace, PENDING);
  expect(stateOf(workspace).project?.title).toBe(aFullProject().title);
  expect(dialogOf(workspace)).toMatchObject({ problem: { code: 'journal.endDamaged' } });
});

test('after a save nothing is left of the journals it holds', async () => {
  const shell = journals();
  shell.kept.set('crashed', []);
  const { workspace } = aWorkspace({ ...shell.answers, 'journal:read': () => ({ ok: true, value: [anEntry(0, start), anEntry(1, toA)] }), 'project:save': () => saved() }, serialise);
  await recoverJournal(workspace, PENDING);
  expect(await saveProject(workspace, false)).toBe(true);
  expect(shell.kept.size).toBe(0);
});

test('a file name the shell refuses ends neither this save nor the next one', async () => {
  const { workspace, asked } = aWorkspace({ 'project:save': () => Promise.reject(new Error('refused')) }, serialise);
  startProject(workspace, aFullProject(), { ...FILE, name: 'Plan 12:30.qwplan' });
  rename(workspace, 'A');
  expect(await saveProject(workspace, false)).toBe(false);
  expect(stateOf(workspace)).toMatchObject({ saving: false, safety: { kind: 'kept' } });
  expect(dialogOf(workspace)).toMatchObject({ kind: 'problem', problem: { code: 'save.failed' } });
  await saveProject(workspace, false);
  const requests = asked.filter(({ channel }) => channel === 'project:save').map(({ request }) => (request as SaveRequest).suggestedName);
  expect(requests).toEqual(['Plan 12-30.qwplan', 'Plan 12-30.qwplan']);
});

/** Saves, and changes the title after the bytes were made but before main has answered. */
async function changedWhileSaving(answer: SaveAnswer) {
  const shell = journals();
  let done: () => void = () => undefined;
  const wait = new Promise<void>((resolve) => (done = resolve));
  const made = aWorkspace({ ...shell.answers, 'project:save': () => wait.then(() => answer) }, serialise);
  startProject(made.workspace, aFullProject(), FILE);
  rename(made.workspace, 'A');
  const saving = saveProject(made.workspace, false);
  await journalSettled();
  await new Promise((resolve) => setTimeout(resolve));
  expect(stateOf(made.workspace).saving).toBe(true);
  rename(made.workspace, 'B');
  return { ...made, shell, saving, done };
}

test.each<SaveAnswer>([{ status: 'cancelled' }, { status: 'failed', problem: { code: 'save.busy' } }])('a save that came to nothing ($status) says nothing about steps done meanwhile', async (answer) => {
  const { workspace, saving, done, shell } = await changedWhileSaving(answer);
  expect(stateOf(workspace).safety.kind).toBe('keeping');
  done();
  expect(await saving).toBe(false);
  await journalSettled();
  expect(stateOf(workspace)).toMatchObject({ saving: false, safety: { kind: 'kept' } });
  expect(isUnsaved(stateOf(workspace))).toBe(true);
  expect(shell.titles()).toEqual(['B']);
});

test('steps done while saving are kept in a journal of their own, whatever main does with the former one', async () => {
  const { workspace, saving, done, shell } = await changedWhileSaving(saved());
  await journalSettled();
  // main takes the journal away whose last entry it has written into the file
  shell.kept.clear();
  done();
  expect(await saving).toBe(true);
  expect(stateOf(workspace)).toMatchObject({ file: { sha256: 'new' } });
  await journalSettled();
  expect(stateOf(workspace).safety.kind).toBe('kept');
  expect(shell.titles()).toEqual(['B']);
});

test('saving again while a save runs waits for it and knows the file as it is then', async () => {
  const { workspace, saving, done, asked } = await changedWhileSaving(saved());
  const again = saveProject(workspace, false);
  done();
  expect([await saving, await again]).toEqual([true, true]);
  expect(asked.filter(({ channel }) => channel === 'project:save').map(({ request }) => (request as SaveRequest).expectedSha256)).toEqual(['old', 'new']);
  expect(stateOf(workspace).safety.kind).toBe('saved');
});

test('a save that ends after another project was opened leaves that one alone', async () => {
  const { workspace, saving, done } = await changedWhileSaving(saved());
  startProject(workspace, { ...aFullProject(), id: 'other' as never }, undefined);
  done();
  await saving;
  expect(stateOf(workspace)).toMatchObject({ file: undefined, safety: { kind: 'untouched' } });
});

test('a project that is only looked at is neither changed nor overwritten, and says so', async () => {
  const { workspace, asked } = aWorkspace({ 'project:save': () => saved('Kopie.qwplan') }, serialise);
  startProject(workspace, aFullProject(), { ...FILE, readOnly: true });
  expect(rename(workspace, 'A')).toBe(false);
  undoOnce(workspace);
  expect(stateOf(workspace).project?.title).toBe(aFullProject().title);
  expect(dialogOf(workspace)).toMatchObject({ problem: { code: 'project.readOnly' } });
  await saveProject(workspace, false);
  expect(asked.find(({ channel }) => channel === 'project:save')?.request).toMatchObject({ saveAs: true, grant: undefined, expectedSha256: undefined });
  expect(rename(workspace, 'A')).toBe(true);
});

test('the offer to recover counts what recovering then reports', async () => {
  const shell = journals();
  const { workspace } = aWorkspace(shell.answers);
  startProject(workspace, aFullProject(), undefined);
  for (const title of ['A', 'B']) {
    rename(workspace, title);
    leaveField(workspace);
  }
  await journalSettled();
  const [[journalId, entries] = ['', []]] = [...shell.kept];
  expect(entries.length).toBeGreaterThan(2);

  const { workspace: later } = aWorkspace({ 'journal:read': () => ({ ok: true, value: entries }) });
  const [offered] = await countedInSteps(later, [{ journalId, projectName: 'B', entries: entries.length, lastEditAt: '2026-01-01T10:00:00Z' }]);
  await recoverJournal(later, offered!);
  expect(offered?.entries).toBe(2);
  expect(later.stores.jobs.getState().notice).toMatchObject({ text: 'shell.notice.recovered', values: { count: 2 } });
});

test('taking back a deletion opens the sheet again', () => {
  const { workspace } = aWorkspace();
  startProject(workspace, aFullProject(), undefined);
  const [sheet] = stateOf(workspace).project?.recommendations ?? [];
  changeProject(workspace, (project) => removeRecommendation(project, sheet!.id));
  workspace.stores.selection.setState({ sheet: { kind: 'nothing' } });
  undoOnce(workspace);
  expect(workspace.stores.selection.getState().sheet).toEqual({ kind: 'recommendation', id: sheet?.id });
});
