import { closeStep } from '#app/project/history.ts';
import { translator } from '#shared/i18n/translator.ts';
import { withNotice } from '../state/jobs.ts';
import type { Safety } from '../state/project.ts';
import { trackedJob } from '../state/tracked-job.ts';
import type { Workspace } from '../state/workspace.ts';
import { journalSettled } from './change-project.ts';
import { showProblem } from './show-problem.ts';

/** Serialises and verifies in a worker, then lets main replace the file. Answers whether the work is in a file now. */
export async function saveProject(workspace: Workspace, saveAs: boolean): Promise<boolean> {
  const { platform, stores } = workspace;
  const { project, file, journal, safety } = stores.project.getState();
  if (project === undefined || safety.kind === 'saving') return false;
  await journalSettled();
  const before = stores.project.getState().safety;
  const say = (next: Safety) => stores.project.setState({ safety: next });
  say({ kind: 'saving' });
  const outcome = await trackedJob(workspace, 'project.serialise', 'shell.job.saveProject', { project });
  if (outcome.status !== 'done' || !outcome.answer.ok) {
    say(before);
    if (outcome.status === 'failed') showProblem(workspace, outcome.problem);
    if (outcome.status === 'done' && !outcome.answer.ok) showProblem(workspace, outcome.answer.failure);
    return false;
  }
  const t = translator(stores.settings.getState().language);
  const answer = await platform.request('project:save', {
    grant: saveAs || file?.grant === '' ? undefined : file?.grant,
    saveAs: saveAs || file === undefined,
    suggestedName: file?.name ?? `${fileStem(t('shell.saveDialog.unnamed', { city: project.city.cityName }))}.qwplan`,
    bytes: outcome.answer.value,
    expectedSha256: saveAs ? undefined : file?.sha256,
    journalId: journal.id,
    journalSequence: journal.next - 1,
    contentId: project.id,
  });
  switch (answer.status) {
    case 'cancelled':
      say(before);
      return false;
    case 'failed':
      say(before);
      showProblem(workspace, answer.problem, answer.keptAs);
      return false;
    case 'saved': {
      const changedMeanwhile = stores.project.getState().project !== project;
      stores.project.setState((state) => ({
        file: { grant: answer.grant, name: answer.name, sha256: answer.sha256 },
        // edits made while saving are in the old journal only; the next one begins a new journal with the whole project
        journal: changedMeanwhile ? state.journal : { id: crypto.randomUUID(), next: 0 },
        history: closeStep(state.history),
        safety: changedMeanwhile ? { kind: 'kept', at: answer.savedAt } : { kind: 'saved', at: answer.savedAt },
      }));
      stores.jobs.setState((state) => withNotice(state, 'shell.notice.projectSaved', { file: answer.name }));
      return true;
    }
  }
}

/** A file name without characters that file systems refuse. */
export const fileStem = (text: string): string => text.replace(/[\\/:*?"<>|]+/g, '-').trim();
