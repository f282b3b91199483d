import type { Project } from './project.ts';
import type { City } from '#app/domain/city/city.ts';
import type { IndexProfile } from '#app/domain/social-index/index-profile.ts';
import { BERLIN_RULE, profilesFor } from '#app/domain/social-index/profiles.ts';
import { asId, type ProjectId } from '#shared/ids.ts';

/**
 * An empty project for a city, with the index profiles that fit its indicators; the first one is active. A city whose
 * indicators say nothing about burdens gets a profile that is still empty: everything but the index can be worked with.
 * The id comes from outside: the core has no randomness.
 */
export function newProject(city: City, id: ProjectId): Project {
  const fitting = profilesFor(city);
  const profiles = fitting.length > 0 ? fitting : [stillEmpty];
  const { bundleId, city: cityName, edition, contentHash } = city.manifest;
  return {
    id,
    title: cityName,
    city: { bundleId, cityName, edition, contentHash },
    activeProfile: (profiles[0] ?? stillEmpty).id,
    profiles,
    coverageRuns: [],
    recommendations: [],
    measures: [],
    papers: [],
    institutionRevisions: [],
    listDecisions: [],
  };
}

const stillEmpty: IndexProfile = {
  ...BERLIN_RULE,
  id: asId('empty'),
  title: { de: 'Noch kein Sozialindex', en: 'No social index yet' },
  description: {
    de: 'Dieses Stadtbündel hat keine Belastungsanteile, aus denen sich ein Sozialindex vorschlagen lässt.',
    en: 'This city bundle has no burden shares from which a social index could be suggested.',
  },
  populationIndicator: asId('population'),
  minimumPopulation: 0,
  indicators: [],
};
