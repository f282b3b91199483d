import type { City } from '#app/domain/city/city.ts';
import type { Project } from './project.ts';

/** How a project stands to a city: made with exactly these data, with another edition of them, or with another city. */
export type Fit = 'same' | 'otherEdition' | 'otherCity';

/** The bundle id tells the city, the hash of its content the edition: the name of an edition may be given twice. */
export function fitsCity({ city: bound }: Pick<Project, 'city'>, { manifest }: Pick<City, 'manifest'>): Fit {
  if (bound.bundleId !== manifest.bundleId) return 'otherCity';
  return bound.contentHash === manifest.contentHash ? 'same' : 'otherEdition';
}
