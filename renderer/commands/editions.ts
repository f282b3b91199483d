import type { WrittenEdition } from '#app/jobs/edition-contract.ts';
import { fileName } from '#shared/file-name.ts';
import { translator } from '#shared/i18n/translator.ts';
import type { GrantedFile } from '#shared/ipc/contract.ts';
import { cityOf } from '../state/bundle.ts';
import { withNotice } from '../state/jobs.ts';
import { trackedJob } from '../state/tracked-job.ts';
import type { Workspace } from '../state/workspace.ts';
import { openCity } from './open-city.ts';
import { showDialog } from './show-dialog.ts';
import { showProblem } from './show-problem.ts';

/** Compares the open edition with one the planner chooses; the earlier one stands on the left, whichever is open. */
export async function compareEditions(workspace: Workspace): Promise<void> {
  // about the files themselves: corrections of the project are in neither of them
  const city = cityOf(workspace.stores.bundle.getState());
  if (city === undefined) return;
  const chosen = await workspace.platform.request('bundle:chooseFile');
  if (chosen === 'cancelled') return;
  if (!chosen.ok) {
    showProblem(workspace, chosen.failure);
    return;
  }
  const { name, bytes } = chosen.value;
  const outcome = await trackedJob(workspace, 'edition.compare', 'editions.window.comparing', { one: { city }, other: { bytes, fileName: name }, order: 'byCreation', audience: 'internal' });
  switch (outcome.status) {
    case 'cancelled':
      workspace.stores.jobs.setState((state) => withNotice(state, 'shell.notice.cancelled'));
      return;
    case 'failed':
      showProblem(workspace, outcome.problem);
      return;
    case 'done':
      if (outcome.answer.ok) showDialog(workspace, { kind: 'editionComparison', comparison: outcome.answer.value });
      else showProblem(workspace, outcome.answer.failure);
  }
}

/** The file of a fresh import for the next edition; undefined when none was chosen. */
export async function chooseFreshImport(workspace: Workspace): Promise<GrantedFile | undefined> {
  const chosen = await workspace.platform.request('bundle:chooseFile');
  if (chosen === 'cancelled') return undefined;
  if (chosen.ok) return chosen.value;
  showProblem(workspace, chosen.failure);
  return undefined;
}

/** "Neue Ausgabe schreiben": builds it, asks where it shall lie, and offers to open it. The open edition stays as it is. */
export async function writeNextEdition(workspace: Workspace, edition: string, title: string, fresh: GrantedFile | undefined): Promise<void> {
  const { platform, stores } = workspace;
  const city = cityOf(stores.bundle.getState());
  if (city === undefined) return;
  const t = translator(stores.settings.getState().language);
  const { project } = stores.project.getState();
  const outcome = await trackedJob(workspace, 'edition.next', 'editions.window.writing', {
    city,
    revisions: project?.city.bundleId === city.manifest.bundleId ? project.institutionRevisions : [],
    fresh: fresh === undefined ? undefined : { bytes: fresh.bytes, fileName: fresh.name },
    edition,
    title,
    createdAt: new Date().toISOString(),
    correctionsTitle: t('editions.next.corrections'),
  });
  if (outcome.status === 'cancelled') {
    stores.jobs.setState((state) => withNotice(state, 'shell.notice.cancelled'));
    return;
  }
  if (outcome.status === 'failed') {
    showProblem(workspace, outcome.problem);
    return;
  }
  if (!outcome.answer.ok) {
    showProblem(workspace, outcome.answer.failure);
    return;
  }
  const { bytes, ...written } = outcome.answer.value;
  const saved = await platform.request('export:save', { kind: 'gpkg', suggestedName: fileName(`${city.manifest.city} ${edition}`, '.gpkg'), bytes });
  if (saved === 'cancelled') stores.jobs.setState((state) => withNotice(state, 'shell.notice.cancelled'));
  else if (!saved.ok) showProblem(workspace, saved.failure);
  else showDialog(workspace, { kind: 'editionWritten', edition, file: saved.value.chosen, grant: saved.value.grant, written, joined: fresh !== undefined });
}

/** What is said of a new edition once it lies on disk. */
export type EditionOnDisk = Omit<WrittenEdition, 'bytes'>;

export const openWrittenEdition = async (workspace: Workspace, grant: string): Promise<void> => openCity(workspace, await workspace.platform.request('bundle:openWritten', grant));
