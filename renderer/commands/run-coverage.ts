import type { CoverageRequest } from '#app/domain/coverage/coverage.ts';
import { cityOf } from '../state/bundle.ts';
import { begun, coverageKey, settled, shown } from '../state/results.ts';
import { trackedJob } from '../state/tracked-job.ts';
import type { Workspace } from '../state/workspace.ts';

/** Asks whom the chosen offers reach. The need in the gap list comes from the index of the same level, when there is one. */
export async function runCoverage(workspace: Workspace, request: CoverageRequest): Promise<void> {
  const { bundle, results } = workspace.stores;
  const city = cityOf(bundle.getState());
  if (city === undefined) return;
  const index = shown(results.getState().index);
  const fitting = index?.level === request.level ? index : undefined;
  const key = coverageKey(city.manifest.contentHash, request, fitting === undefined ? undefined : JSON.stringify([fitting.profile, fitting.date]));
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
