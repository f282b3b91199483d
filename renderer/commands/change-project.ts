import type { Moment } from '#app/project/change.ts';
import { closeStep, edit } from '#app/project/history.ts';
import { serialiseChange, type JournalChange } from '#app/project/journal.ts';
import type { Project } from '#app/project/project.ts';
import { acknowledged } from '../state/project.ts';
import type { Workspace } from '../state/workspace.ts';
import { refreshIndex } from './refresh-index.ts';
import { showProblem } from './show-problem.ts';

/** The only way to change the project: an operation describes the step, the step is checked, applied, kept and can be undone. */
export function changeProject(workspace: Workspace, operation: (project: Project) => Moment): boolean {
  const { project, history } = workspace.stores.project.getState();
  if (project === undefined) return false;
  const moment = operation(project);
  if (moment.changes.length === 0) return true;
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

let lastWrite: Promise<unknown> = Promise.resolve();

/** Appends to the journal, in order. "Gesichert" is said only when main has written the entry to the disk. */
export function keep({ platform, stores }: Workspace, change: JournalChange, before: Project): void {
  const { journal, file } = stores.project.getState();
  const changes = journal.next === 0 ? [{ kind: 'start', project: before, savedSha256: file?.sha256 } as const, change] : [change];
  stores.project.setState({ journal: { id: journal.id, next: journal.next + changes.length }, safety: { kind: 'keeping' } });
  for (const [offset, entry] of changes.entries()) {
    const sequence = journal.next + offset;
    lastWrite = lastWrite
      .then(() => platform.request('journal:append', { journalId: journal.id, sequence, change: serialiseChange(entry), projectName: before.title }))
      .then((answer) =>
        stores.project.setState((state) => {
          if (state.journal.id !== journal.id) return state;
          return answer.ok ? acknowledged(state, sequence, new Date().toISOString()) : { safety: { kind: 'notKept' } };
        }),
      )
      .catch(() => stores.project.setState({ safety: { kind: 'notKept' } }));
  }
}

/** Resolves when everything up to now is in the journal. */
export const journalSettled = (): Promise<unknown> => lastWrite;
