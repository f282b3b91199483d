import type { City } from '#app/domain/city/city.ts';
import { cityWithCorrections } from '#app/project/city-with-corrections.ts';
import { cityOf } from './bundle.ts';
import type { Workspace } from './workspace.ts';

/**
 * The city the surface works with: the open edition with the project's corrections to the register. Every view, computation and
 * export asks here or through `useCity`; only what is about the file itself (opening, comparing editions) asks `cityOf`.
 */
export function currentCity({ bundle, project }: Workspace['stores']): City | undefined {
  const city = cityOf(bundle.getState());
  return city === undefined ? undefined : cityWithCorrections(city, project.getState().project);
}
