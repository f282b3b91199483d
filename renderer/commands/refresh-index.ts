import { availableIndexDates } from '#app/domain/social-index/available-index-dates.ts';
import { profilesFor } from '#app/domain/social-index/profiles.ts';
import type { City } from '#app/domain/city/city.ts';
import type { IndexProfile } from '#app/domain/social-index/index-profile.ts';
import { currentCity } from '../state/current-city.ts';
import { begun, indexKey, settled } from '../state/results.ts';
import { trackedJob } from '../state/tracked-job.ts';
import type { Workspace } from '../state/workspace.ts';

/** Computes the index for what is looked at now, unless exactly that is there already. */
export async function refreshIndex(workspace: Workspace): Promise<void> {
  const { results, view, project } = workspace.stores;
  const city = currentCity(workspace.stores);
  const { level, date } = view.getState();
  if (city === undefined || level === undefined || date === undefined) return;
  const profile = activeProfile(city, project.getState().project);
  if (profile === undefined) return;
  const dates = availableIndexDates(city, profile, level);
  // the index may be older than the newest figures of the city
  const day = dates.includes(date) ? date : (dates.findLast((other) => other <= date) ?? dates.at(-1));
  if (day === undefined) {
    results.setState({ profile, index: { status: 'failed', key: '', problem: { code: 'index.noIndicators' } } });
    return;
  }
  const key = indexKey(city.manifest.contentHash, profile, level, day);
  const current = results.getState().index;
  if (current.status !== 'none' && current.key === key && current.status !== 'failed') return;
  results.setState({ profile, index: begun(current, key) });
  const outcome = await trackedJob(workspace, 'index.compute', 'shell.job.index', { city, profile, level, date: day });
  results.setState((state) => ({
    index: settled(
      state.index,
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

/** The profile the project works with; a city without a project uses its default. */
export function activeProfile(city: City, project: { readonly profiles: readonly IndexProfile[]; readonly activeProfile: string } | undefined): IndexProfile | undefined {
  return project?.profiles.find((profile) => profile.id === project.activeProfile) ?? profilesFor(city)[0];
}
