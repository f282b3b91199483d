import type { GrantedFile } from '#shared/ipc/contract.ts';
import type { Problem } from '#shared/problem.ts';
import type { Result } from '#shared/result.ts';
import { cityOf } from '../state/bundle.ts';
import { withNotice } from '../state/jobs.ts';
import { trackedJob } from '../state/tracked-job.ts';
import type { Workspace } from '../state/workspace.ts';
import { refreshIndex } from './refresh-index.ts';
import { showProblem } from './show-problem.ts';
import { startProject } from './start-project.ts';

/** Opens a planning project. It must belong to the open city: its figures would be about other places otherwise. */
export async function openProject(workspace: Workspace, granted: Result<GrantedFile, Problem> | 'cancelled' | 'none'): Promise<void> {
  if (granted === 'cancelled' || granted === 'none') return;
  if (!granted.ok) {
    showProblem(workspace, granted.failure);
    return;
  }
  const { name, bytes, grant, sha256 } = granted.value;
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
  const { stores } = workspace;
  const city = cityOf(stores.bundle.getState());
  if (city !== undefined && opened.project.city.bundleId !== city.manifest.bundleId) {
    showProblem(workspace, { code: 'project.otherCity', details: { file: name, city: opened.project.city.cityName, open: city.manifest.city } });
    return;
  }
  startProject(workspace, opened.project, grant === '' ? undefined : { grant, name, sha256 });
  stores.dialogs.setState({ current: { kind: 'none' } });
  stores.jobs.setState((state) => withNotice(state, 'shell.notice.projectOpened', { file: name }));
  await refreshIndex(workspace);
}
