import type { CoverageRequest } from '#app/domain/coverage/coverage.ts';
import { currentCity } from '../state/current-city.ts';
import { begun, coverageKey, registerKey, settled, shown } from '../state/results.ts';
import { trackedJob } from '../state/tracked-job.ts';
import type { Workspace } from '../state/workspace.ts';

/** Asks whom the chosen offers reach. The need in the gap list comes from the index of the same level, when there is one. */
export async function runCoverage(workspace: Workspace, request: CoverageRequest): Promise<void> {
  const { results } = workspace.stores;
  const city = currentCity(workspace.stores);
  if (city === undefined) return;
  const index = shown(results.getState().index);
  const fitting = index?.level === request.level ? index : undefined;
  const register = registerKey(workspace.stores.project.getState().project?.institutionRevisions);
  const key = coverageKey(city.manifest.contentHash, register, request, fitting === undefined ? undefined : JSON.stringify([fitting.profile, fitting.date]));
  results.setState((state) => ({ coverageRequest: request, coverage: begun(state.coverage, key) }));
  const outcome = await trackedJob(workspace, 'coverage.compute', 'shell.job.coverage', { city, request, index: fitting, audience: 'internal' });
  results.setState((state) => ({
    coverage: settled(
      state.coverage,
      key,
      outcome.status === 'done'
        ? outcome.answer.ok
          ? { status: 'ready', key, value: outcome.answer.value }
          : { status: 'failed', key, problem: outcome.answer.failure }
        : outcome.status === 'failed'
          ? { status: 'failed', key, problem: outcome.problem }
          : { status: 'none' },
    ),
  }));
}

/** Computes the coverage on screen again whenever the register has changed: by an edit, by undo, or by another project. */
export function followRegister(workspace: Workspace): void {
  const { project, results } = workspace.stores;
  const now = () => registerKey(project.getState().project?.institutionRevisions);
  let seen = now();
  project.subscribe(() => {
    if (now() === seen) return;
    seen = now();
    const { coverageRequest, coverage } = results.getState();
    if (coverageRequest !== undefined && coverage.status !== 'none') void runCoverage(workspace, coverageRequest);
  });
}
