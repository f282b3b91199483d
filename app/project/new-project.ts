import type { Project } from './project.ts';
import type { City } from '#app/domain/city/city.ts';
import { profilesFor } from '#app/domain/social-index/profiles.ts';
import type { ProjectId } from '#shared/ids.ts';

/** An empty project for a city, with the index profiles that fit its indicators; the first one is active. The id comes from outside: the core has no randomness. */
export function newProject(city: City, id: ProjectId): Project {
  const profiles = profilesFor(city);
  const [first] = profiles;
  if (first === undefined) throw new Error('A city always has at least one index profile');
  const { bundleId, city: cityName, edition, contentHash } = city.manifest;
  return {
    id,
    title: cityName,
    city: { bundleId, cityName, edition, contentHash },
    activeProfile: first.id,
    profiles,
    coverageRuns: [],
    recommendations: [],
    measures: [],
    papers: [],
  };
}
