import type { Moment } from '#app/project/change.ts';
import { closeStep, edit } from '#app/project/history.ts';
import { serialiseChange, type JournalChange } from '#app/project/journal.ts';
import type { Project } from '#app/project/project.ts';
import { acknowledged, freshJournal, journalsOf, type Journal, type ProjectState } from '../state/project.ts';
import type { Workspace } from '../state/workspace.ts';
import { refreshIndex } from './refresh-index.ts';
import { showProblem } from './show-problem.ts';

/** The only way to change the project: an operation describes the step, the step is checked, applied, kept and can be undone. */
export function changeProject(workspace: Workspace, operation: (project: Project) => Moment): boolean {
  const { project, history } = workspace.stores.project.getState();
  if (project === undefined) return false;
  const moment = operation(project);
  if (moment.changes.length === 0) return true;
  if (!mayChange(workspace)) return false;
  const edited = edit({ project, history }, moment);
  if (!edited.ok) {
    showProblem(workspace, edited.failure);
    return false;
  }
  keep(workspace, { kind: 'edit', moment }, project);
  workspace.stores.project.setState(edited.value);
  void refreshIndex(workspace);
  return true;
}

/** Typing in a field ended: the next edit of the same field is a step of its own. */
export function leaveField(workspace: Workspace): void {
  const { project, history } = workspace.stores.project.getState();
  if (project === undefined || !history.open) return;
  keep(workspace, { kind: 'close' }, project);
  workspace.stores.project.setState({ history: closeStep(history) });
}

/** A project that somebody else works on is only looked at: two would overwrite each other. Says so when it is refused. */
export function mayChange(workspace: Workspace): boolean {
  const { file } = workspace.stores.project.getState();
  if (file?.readOnly !== true) return true;
  showProblem(workspace, { code: 'project.readOnly', details: { file: file.name } });
  return false;
}

/** Appends to the journal, in order; a fresh journal gets the project as it was before first. */
export function keep(workspace: Workspace, change: JournalChange, before: Project): void {
  const { journal } = workspace.stores.project.getState();
  append(workspace, journal.next === 0 ? [beginning(workspace, before), change] : [change], before.title);
}

/** Begins a new journal with the project as it is now; the former ones go when that is on the disk. */
export function keepAnew(workspace: Workspace): void {
  const { stores } = workspace;
  const { project, journal } = stores.project.getState();
  if (project === undefined) return;
  stores.project.setState({ journal: freshJournal(journalsOf(journal)) });
  append(workspace, [beginning(workspace, project)], project.title);
}

/** Resolves when everything up to now is in the journal. */
export const journalSettled = (): Promise<unknown> => lastWrite;

let lastWrite: Promise<unknown> = Promise.resolve();
/** Journals in which an entry is missing: whatever would follow could not be replayed. */
const broken = new Set<string>();

const beginning = ({ stores }: Workspace, project: Project): JournalChange => ({ kind: 'start', project, savedSha256: stores.project.getState().file?.sha256 });

function append(workspace: Workspace, changes: readonly JournalChange[], projectName: string): void {
  const { stores } = workspace;
  const { journal } = stores.project.getState();
  stores.project.setState({ journal: { ...journal, next: journal.next + changes.length }, safety: { kind: 'keeping' } });
  for (const [offset, entry] of changes.entries()) {
    const write = { journalId: journal.id, sequence: journal.next + offset, change: serialiseChange(entry), projectName };
    lastWrite = lastWrite.then(() => written(workspace, write, entry.kind === 'start' ? journal.supersedes : []));
  }
}

type Write = { readonly journalId: string; readonly sequence: number; readonly change: string; readonly projectName: string };

/** "Gesichert" is said only when main has written the entry, and every one before it, to the disk. */
async function written({ platform, stores }: Workspace, write: Write, superseded: readonly string[]): Promise<void> {
  const { journalId, sequence } = write;
  const answered = broken.has(journalId) ? undefined : await platform.request('journal:append', write).catch(() => undefined);
  if (answered?.ok !== true) {
    broken.add(journalId);
    stores.project.setState((state) => (state.journal.id === journalId ? afterFailure(state) : state));
    return;
  }
  stores.project.setState((state) => (state.journal.id === journalId ? acknowledged(state, sequence, new Date().toISOString()) : state));
  if (superseded.length === 0) return;
  await Promise.all(superseded.map((id) => platform.request('journal:discard', id).catch(() => undefined)));
  stores.project.setState((state) => (state.journal.id === journalId ? { journal: { ...state.journal, supersedes: [] } } : state));
}

/** The next step begins a new journal with the whole project, so that it does not stand behind a gap. */
const afterFailure = (state: ProjectState): Partial<ProjectState> => ({
  safety: { kind: 'notKept' },
  journal: freshJournal(journalsOf(state.journal)) satisfies Journal,
});
