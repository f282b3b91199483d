import { replayJournal, type Replayed } from '#app/project/journal.ts';
import type { PendingJournal } from '#shared/ipc/contract.ts';
import type { Problem } from '#shared/problem.ts';
import type { Result } from '#shared/result.ts';
import { withNotice } from '../state/jobs.ts';
import { freshJournal } from '../state/project.ts';
import type { Workspace } from '../state/workspace.ts';
import { inThisEdition } from './change-edition.ts';
import { isOfAnotherCity } from './open-project.ts';
import { refreshIndex } from './refresh-index.ts';
import { showProblem } from './show-problem.ts';
import { unlessUnsaved } from './unless-unsaved.ts';

/**
 * Journals with the number of steps each of them really brings back, so that the offer and the report after it agree: main
 * counts lines, and a journal also has a beginning and marks between the steps.
 */
export const countedInSteps = (workspace: Workspace, journals: readonly PendingJournal[]): Promise<readonly PendingJournal[]> =>
  Promise.all(
    journals.map(async (pending) => {
      const replayed = await replayedFrom(workspace, pending);
      return replayed.ok ? { ...pending, entries: replayed.value.edits } : pending;
    }),
  );

/** Brings back the work a crash left in the journal, with its history, so that every step can still be undone. */
export async function recoverJournal(workspace: Workspace, pending: PendingJournal): Promise<void> {
  const replayed = await replayedFrom(workspace, pending);
  if (!replayed.ok) {
    showProblem(workspace, replayed.failure);
    return;
  }
  const { project } = replayed.value;
  if (isOfAnotherCity(workspace, project)) return;
  await unlessUnsaved(workspace, () => inThisEdition(workspace, project, () => bringBack(workspace, pending, replayed.value)));
}

async function replayedFrom({ platform }: Workspace, { journalId }: PendingJournal): Promise<Result<Replayed, Problem>> {
  const read = await platform.request('journal:read', journalId);
  // behind a gap nothing can be trusted: such an entry is read as damaged
  return read.ok ? replayJournal(read.value.map(({ sequence, change }, index) => (sequence === index ? change : ''))) : read;
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
