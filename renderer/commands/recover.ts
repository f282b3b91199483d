import { replayJournal } from '#app/project/journal.ts';
import type { PendingJournal } from '#shared/ipc/contract.ts';
import { withNotice } from '../state/jobs.ts';
import type { Workspace } from '../state/workspace.ts';
import { refreshIndex } from './refresh-index.ts';
import { showProblem } from './show-problem.ts';

/** Brings back the work a crash left in the journal, with its history, so that every step can still be undone. */
export async function recoverJournal(workspace: Workspace, pending: PendingJournal): Promise<boolean> {
  const { platform, stores } = workspace;
  const read = await platform.request('journal:read', pending.journalId);
  if (!read.ok) {
    showProblem(workspace, read.failure);
    return false;
  }
  const replayed = replayJournal(read.value.map((entry) => entry.change));
  if (!replayed.ok) {
    showProblem(workspace, replayed.failure);
    return false;
  }
  const { project, history, edits } = replayed.value;
  stores.project.setState({
    project,
    history,
    // the file is not opened again by itself: saving asks where, and can replace it
    file: undefined,
    safety: { kind: 'kept', at: pending.lastEditAt },
    journal: { id: pending.journalId, next: read.value.length },
  });
  stores.selection.setState({ sheet: { kind: 'nothing' }, paper: project.papers[0]?.id });
  stores.jobs.setState((state) => withNotice(state, 'shell.notice.recovered', { count: edits }));
  await refreshIndex(workspace);
  return true;
}

export async function discardJournal({ platform }: Workspace, journalId: string): Promise<void> {
  await platform.request('journal:discard', journalId);
}
