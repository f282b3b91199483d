import { closeStep } from '#app/project/history.ts';
import { fileName } from '#shared/file-name.ts';
import { translator } from '#shared/i18n/translator.ts';
import { failure } from '#shared/result.ts';
import type { SaveAnswer } from '#shared/ipc/contract.ts';
import type { Project } from '#app/project/project.ts';
import { withNotice } from '../state/jobs.ts';
import { freshJournal, isUnsaved, journalsOf } from '../state/project.ts';
import { trackedJob } from '../state/tracked-job.ts';
import type { Workspace } from '../state/workspace.ts';
import { journalSettled, keepAnew } from './change-project.ts';
import { showProblem } from './show-problem.ts';

const ENDING = '.qwplan';
const running = new WeakMap<Workspace, Promise<boolean>>();

/**
 * Serialises and verifies in a worker, then lets main replace the file. Answers whether the work is in a file now. A save
 * that is asked for while another one runs waits for it, and does nothing when there is nothing left to save.
 */
export function saveProject(workspace: Workspace, saveAs: boolean): Promise<boolean> {
  const { project } = workspace.stores;
  const before = running.get(workspace);
  const save =
    before === undefined
      ? saveNow(workspace, saveAs)
      : before.then((saved) => (saved && !saveAs && !isUnsaved(project.getState()) ? true : saveNow(workspace, saveAs)));
  const done = save.finally(() => {
    if (running.get(workspace) === done) running.delete(workspace);
  });
  running.set(workspace, done);
  return done;
}

async function saveNow(workspace: Workspace, saveAs: boolean): Promise<boolean> {
  const { stores } = workspace;
  if (stores.project.getState().project === undefined) return false;
  stores.project.setState({ saving: true });
  try {
    await journalSettled();
    return await verifiedAndSaved(workspace, saveAs);
  } catch (cause) {
    // the shell's answers are problems, not exceptions; whatever else happens must not end saving for good
    showProblem(workspace, { code: 'save.failed', details: { file: stores.project.getState().file?.name ?? '' }, technical: String(cause).slice(0, 200) });
    return false;
  } finally {
    stores.project.setState({ saving: false });
  }
}

async function verifiedAndSaved(workspace: Workspace, saveAs: boolean): Promise<boolean> {
  const { platform, stores } = workspace;
  const { project, file, journal } = stores.project.getState();
  if (project === undefined) return false;
  const outcome = await trackedJob(workspace, 'project.serialise', 'shell.job.saveProject', { project });
  if (outcome.status === 'cancelled') return false;
  const bytes = outcome.status === 'failed' ? failure(outcome.problem) : outcome.answer;
  if (!bytes.ok) {
    showProblem(workspace, bytes.failure);
    return false;
  }
  const replaces = saveAs || file?.readOnly === true ? undefined : file;
  const answer = await platform.request('project:save', {
    grant: replaces?.grant,
    saveAs: replaces === undefined,
    suggestedName: suggestedName(workspace, project),
    bytes: bytes.value,
    expectedSha256: replaces?.sha256,
    journalId: journal.id,
    journalSequence: journal.next - 1,
    contentId: project.id,
  });
  switch (answer.status) {
    case 'cancelled':
      return false;
    case 'failed':
      showProblem(workspace, answer.problem, answer.keptAs);
      return false;
    case 'saved':
      takeFile(workspace, project, journal.id, answer);
      return true;
  }
}

/** The project is in a file now. Steps done meanwhile are not: they are kept anew, on top of what was saved. */
function takeFile(workspace: Workspace, saved: Project, journalId: string, answer: SaveAnswer & { readonly status: 'saved' }): void {
  const { platform, stores } = workspace;
  stores.jobs.setState((state) => withNotice(state, 'shell.notice.projectSaved', { file: answer.name }));
  const now = stores.project.getState();
  // another project took its place while it was saved
  if (now.project?.id !== saved.id) return;
  const file = { grant: answer.grant, name: answer.name, sha256: answer.sha256 };
  const history = closeStep(now.history);
  if (now.project === saved) {
    // main took away the journal it was told about; what an earlier crash or failure left is in the file now too
    for (const id of journalsOf(now.journal)) if (id !== journalId) void platform.request('journal:discard', id);
    stores.project.setState({ file, history, safety: { kind: 'saved', at: answer.savedAt }, journal: freshJournal() });
    return;
  }
  stores.project.setState({ file, history });
  keepAnew(workspace);
}

function suggestedName({ stores }: Workspace, project: Project): string {
  const { file } = stores.project.getState();
  const unnamed = translator(stores.settings.getState().language)('shell.saveDialog.unnamed', { city: project.city.cityName });
  return fileName(file === undefined ? unnamed : file.name.replace(/\.qwplan$/i, ''), ENDING);
}
