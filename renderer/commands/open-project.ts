import { fitsCity } from '#app/project/fits-city.ts';
import type { Project } from '#app/project/project.ts';
import { asId } from '#shared/ids.ts';
import type { GrantedFile } from '#shared/ipc/contract.ts';
import type { Problem } from '#shared/problem.ts';
import type { Result } from '#shared/result.ts';
import { cityOf } from '../state/bundle.ts';
import { withNotice } from '../state/jobs.ts';
import type { ProjectFile } from '../state/project.ts';
import { trackedJob } from '../state/tracked-job.ts';
import type { Workspace } from '../state/workspace.ts';
import { inThisEdition } from './change-edition.ts';
import { refreshIndex } from './refresh-index.ts';
import { closeDialog, showDialog } from './show-dialog.ts';
import { showProblem } from './show-problem.ts';
import { startProject } from './start-project.ts';
import { unlessUnsaved } from './unless-unsaved.ts';

/**
 * Opens a planning project. It must belong to the open city: its figures would be about other places otherwise. Asks before
 * it takes the place of unsaved work, when somebody else has it open, and when it was made with another edition.
 */
export async function openProject(workspace: Workspace, granted: Result<GrantedFile, Problem> | 'cancelled' | 'none'): Promise<void> {
  if (granted === 'cancelled' || granted === 'none') return;
  if (!granted.ok) {
    showProblem(workspace, granted.failure);
    return;
  }
  const { name, bytes } = granted.value;
  const outcome = await trackedJob(workspace, 'project.open', 'shell.job.openProject', { bytes, fileName: name });
  if (outcome.status === 'cancelled') return;
  if (outcome.status === 'failed') {
    showProblem(workspace, outcome.problem);
    return;
  }
  const opened = outcome.answer;
  if (opened.status === 'refused') {
    showProblem(workspace, { ...opened.problem, details: { file: name, ...opened.problem.details } });
    return;
  }
  if (isOfAnotherCity(workspace, opened.project)) return;
  await unlessUnsaved(workspace, () => unlessOccupied(workspace, opened.project, granted.value));
}

/** Says so when a project belongs to another city than the open one. */
export function isOfAnotherCity(workspace: Workspace, project: Project): boolean {
  const city = cityOf(workspace.stores.bundle.getState());
  if (city === undefined || fitsCity(project, city) !== 'otherCity') return false;
  showProblem(workspace, { code: 'project.otherCity', details: { project: project.city.cityName, city: city.manifest.city } });
  return true;
}

/** A project that is open elsewhere, or may not be written, is looked at or worked on as a copy. A dropped file has no place to save to anyway. */
async function unlessOccupied(workspace: Workspace, project: Project, { grant, name, sha256, readOnly, lockedBy }: GrantedFile): Promise<void> {
  const file = grant === '' ? undefined : { grant, name, sha256 };
  if (file === undefined || (!readOnly && lockedBy === undefined)) return onTheTable(workspace, project, file, name);
  showDialog(workspace, {
    kind: 'occupied',
    file: name,
    by: lockedBy,
    look: () => void onTheTable(workspace, project, { ...file, readOnly: true }, name),
    copy: () => void onTheTable(workspace, { ...project, id: asId(crypto.randomUUID()) }, undefined, name),
  });
}

async function onTheTable(workspace: Workspace, project: Project, file: ProjectFile | undefined, name: string): Promise<void> {
  const { stores } = workspace;
  await inThisEdition(workspace, project, async () => {
    startProject(workspace, project, file);
    if (stores.dialogs.getState().current.kind === 'start') closeDialog(workspace);
    stores.jobs.setState((state) => withNotice(state, 'shell.notice.projectOpened', { file: name }));
    await refreshIndex(workspace);
  });
}
