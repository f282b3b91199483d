import type { City } from '#app/domain/city/city.ts';
import { baseOf, withInstitutions } from '#app/domain/city/with-institutions.ts';
import { effectiveInstitutions, type Register } from '#app/domain/register/effective-institutions.ts';
import type { Project } from './project.ts';

type Corrections = Pick<Project, 'city' | 'institutionRevisions'>;
type Corrected = { readonly city: City; readonly register: Register };

const known = new WeakMap<City, WeakMap<Corrections['institutionRevisions'], Corrected>>();

/**
 * The city with the project's corrections to its institutions: the one every view, computation and export takes. It is the bundle's
 * own object while there are none, or when the project belongs to another city. Memoised: the same city and the same list of
 * revisions give the same object, so that everything built for it stays valid.
 */
export const cityWithCorrections = (city: City, project: Corrections | undefined): City => correctedFor(city, project).city;

/** The register behind that city: its entries with their histories, and the changes that could not be applied. */
export const registerOf = (city: City, project: Corrections | undefined): Register => correctedFor(city, project).register;

const none: Corrections['institutionRevisions'] = [];

function correctedFor(given: City, project: Corrections | undefined): Corrected {
  // corrections are never put on top of corrections
  const city = baseOf(given);
  const revisions = project !== undefined && project.city.bundleId === city.manifest.bundleId ? project.institutionRevisions : none;
  const ofCity = known.get(city) ?? new WeakMap<Corrections['institutionRevisions'], Corrected>();
  known.set(city, ofCity);
  const present = ofCity.get(revisions);
  if (present !== undefined) return present;
  const register = effectiveInstitutions(city.institutions, revisions, city.takenOver);
  const corrected: Corrected = {
    city: revisions.length === 0 ? city : withInstitutions(city, register.entries.map(({ institution }) => institution)),
    register,
  };
  ofCity.set(revisions, corrected);
  return corrected;
}
