import { replayJournal, type Replayed } from '#app/project/journal.ts';
import type { PendingJournal } from '#shared/ipc/contract.ts';
import { withNotice } from '../state/jobs.ts';
import { freshJournal } from '../state/project.ts';
import type { Workspace } from '../state/workspace.ts';
import { inThisEdition } from './change-edition.ts';
import { isOfAnotherCity } from './open-project.ts';
import { refreshIndex } from './refresh-index.ts';
import { showProblem } from './show-problem.ts';
import { unlessUnsaved } from './unless-unsaved.ts';

/** Brings back the work a crash left in the journal, with its history, so that every step can still be undone. */
export async function recoverJournal(workspace: Workspace, pending: PendingJournal): Promise<void> {
  const read = await workspace.platform.request('journal:read', pending.journalId);
  if (!read.ok) {
    showProblem(workspace, read.failure);
    return;
  }
  // behind a gap nothing can be trusted: such an entry is read as damaged
  const replayed = replayJournal(read.value.map(({ sequence, change }, index) => (sequence === index ? change : '')));
  if (!replayed.ok) {
    showProblem(workspace, replayed.failure);
    return;
  }
  const { project } = replayed.value;
  if (isOfAnotherCity(workspace, project)) return;
  await unlessUnsaved(workspace, () => inThisEdition(workspace, project, () => bringBack(workspace, pending, replayed.value)));
}

async function bringBack(workspace: Workspace, pending: PendingJournal, { project, history, edits, dropped }: Replayed): Promise<void> {
  const { stores } = workspace;
  stores.project.setState({
    project,
    history,
    // the file is not opened again by itself: saving asks where, and can replace it
    file: undefined,
    safety: { kind: 'kept', at: pending.lastEditAt },
    // nothing is written behind an end that may be damaged: the next step begins a journal of its own
    journal: freshJournal([pending.journalId]),
  });
  stores.selection.setState({ sheet: { kind: 'nothing' }, paper: project.papers[0]?.id });
  stores.jobs.setState((state) => withNotice(state, 'shell.notice.recovered', { count: edits }));
  if (dropped > 0) showProblem(workspace, { code: 'journal.endDamaged', details: { steps: edits } });
  await refreshIndex(workspace);
}

export async function discardJournal({ platform }: Workspace, journalId: string): Promise<void> {
  await platform.request('journal:discard', journalId);
}
