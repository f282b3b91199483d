import type { City, Institution } from './city.ts';

const bases = new WeakMap<City, City>();

/** The same city with other institutions. Everything else is shared, so that what was built for it (indexes, outlines, the gate) serves on. */
export function withInstitutions(city: City, institutions: readonly Institution[]): City {
  const changed = { ...city, institutions };
  bases.set(changed, baseOf(city));
  return changed;
}

/** The city whose areas, figures, streets and context this one shares: the key for caches of all that does not depend on institutions. */
export const baseOf = (city: City): City => bases.get(city) ?? city;
