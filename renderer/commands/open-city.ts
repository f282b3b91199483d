import type { City } from '#app/domain/city/city.ts';
import { newProject } from '#app/project/new-project.ts';
import type { GrantedFile } from '#shared/ipc/contract.ts';
import { asId } from '#shared/ids.ts';
import type { Problem } from '#shared/problem.ts';
import type { Result } from '#shared/result.ts';
import { cityOf, contentAfterOpening } from '../state/bundle.ts';
import { withNotice } from '../state/jobs.ts';
import { isUnsaved } from '../state/project.ts';
import { noResults } from '../state/results.ts';
import { nothingSelected } from '../state/selection.ts';
import { trackedJob } from '../state/tracked-job.ts';
import { viewForCity } from '../state/view.ts';
import type { Workspace } from '../state/workspace.ts';
import { startProject } from './start-project.ts';
import { refreshIndex } from './refresh-index.ts';
import { showProblem } from './show-problem.ts';

/** Opens what main hands over as a city. A file that is refused leaves the open city as it is. */
export async function openCity(workspace: Workspace, granted: Result<GrantedFile, Problem> | 'cancelled'): Promise<void> {
  if (granted === 'cancelled') return;
  if (!granted.ok) {
    showProblem(workspace, granted.failure);
    return;
  }
  const { name, bytes } = granted.value;
  const { bundle, jobs } = workspace.stores;
  bundle.setState({ opening: name });
  const outcome = await trackedJob(workspace, 'bundle.open', 'shell.job.openBundle', { bytes, fileName: name });
  bundle.setState({ opening: undefined });
  switch (outcome.status) {
    case 'cancelled':
      return;
    case 'failed':
      showProblem(workspace, outcome.problem);
      return;
    case 'done':
      bundle.setState((state) => ({ ...state, content: contentAfterOpening(state.content, name, outcome.answer) }));
      if (outcome.answer.status === 'refused') {
        showProblem(workspace, outcome.answer.problem);
        return;
      }
  }
  const city = cityOf(bundle.getState());
  if (city === undefined) return;
  beginWith(workspace, city);
  jobs.setState((state) => withNotice(state, 'shell.notice.cityOpened', { city: city.manifest.city, edition: city.manifest.edition }));
  await refreshIndex(workspace);
}

/** A city always comes with a planning project to work in: the open one when it is its own, else a new empty one. */
function beginWith(workspace: Workspace, city: City): void {
  const { results, selection, view, project } = workspace.stores;
  results.setState(noResults);
  selection.setState(nothingSelected);
  view.setState((state) => viewForCity(state, city));
  const current = project.getState();
  const fits = current.project?.city.bundleId === city.manifest.bundleId && (current.file !== undefined || isUnsaved(current));
  if (!fits) startProject(workspace, newProject(city, asId(crypto.randomUUID())), undefined);
}
