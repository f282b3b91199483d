import type { City } from '#app/domain/city/city.ts';
import { fitsCity } from '#app/project/fits-city.ts';
import { newProject } from '#app/project/new-project.ts';
import type { OpenBundle } from '#app/storage/bundle/open-bundle.ts';
import type { GrantedFile } from '#shared/ipc/contract.ts';
import { asId } from '#shared/ids.ts';
import type { Problem } from '#shared/problem.ts';
import type { Result } from '#shared/result.ts';
import { contentAfterOpening } from '../state/bundle.ts';
import { withNotice } from '../state/jobs.ts';
import { isUnsaved } from '../state/project.ts';
import { noResults } from '../state/results.ts';
import { nothingSelected } from '../state/selection.ts';
import { trackedJob } from '../state/tracked-job.ts';
import { viewForCity } from '../state/view.ts';
import type { Workspace } from '../state/workspace.ts';
import { inThisEdition } from './change-edition.ts';
import { startProject } from './start-project.ts';
import { forgetRegister } from './register.ts';
import { refreshIndex } from './refresh-index.ts';
import { showProblem } from './show-problem.ts';
import { unlessUnsaved } from './unless-unsaved.ts';

/**
 * Opens what main hands over as a city. A file that is refused leaves the open city as it is. The open project comes along
 * when it belongs to the city, after a question when the edition is another one; otherwise unsaved work is asked about first.
 */
export async function openCity(workspace: Workspace, granted: Result<GrantedFile, Problem> | 'cancelled'): Promise<void> {
  if (granted === 'cancelled') return;
  if (!granted.ok) {
    showProblem(workspace, granted.failure);
    return;
  }
  const { name, bytes } = granted.value;
  const { bundle } = workspace.stores;
  bundle.setState({ opening: name });
  const outcome = await trackedJob(workspace, 'bundle.open', 'shell.job.openBundle', { bytes, fileName: name });
  bundle.setState({ opening: undefined });
  if (outcome.status === 'cancelled') return;
  if (outcome.status === 'failed') {
    showProblem(workspace, outcome.problem);
    return;
  }
  const opened = outcome.answer;
  const place = () => bundle.setState((state) => ({ ...state, content: contentAfterOpening(state.content, name, opened) }));
  const city = cityIn(opened);
  if (city !== undefined) {
    await besideItsProject(workspace, city, place);
    return;
  }
  place();
  if (opened.status === 'refused') showProblem(workspace, opened.problem);
}

/** A city always comes with a planning project to work in: the open one when it is its own, else a new empty one. */
async function besideItsProject(workspace: Workspace, city: City, place: () => void): Promise<void> {
  const current = workspace.stores.project.getState();
  const worked = current.file !== undefined || isUnsaved(current) ? current.project : undefined;
  if (worked !== undefined && fitsCity(worked, city) !== 'otherCity') {
    await inThisEdition(workspace, worked, () => lookAt(workspace, city, place), city);
    return;
  }
  const project = newProject(city, asId(crypto.randomUUID()));
  await unlessUnsaved(workspace, async () => {
    startProject(workspace, project, undefined);
    await lookAt(workspace, city, place);
  });
}

async function lookAt(workspace: Workspace, city: City, place: () => void): Promise<void> {
  const { import: bench, jobs, results, selection, view } = workspace.stores;
  place();
  bench.setState({ open: false });
  results.setState(noResults);
  selection.setState(nothingSelected);
  forgetRegister(workspace);
  view.setState((state) => viewForCity(state, city));
  jobs.setState((state) => withNotice(state, 'shell.notice.cityOpened', { city: city.manifest.city, edition: city.manifest.edition }));
  await refreshIndex(workspace);
}

const cityIn = (opened: OpenBundle): City | undefined => (opened.status === 'ok' || opened.status === 'migrated' ? opened.city : undefined);
