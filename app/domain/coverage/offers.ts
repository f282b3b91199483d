import type { CategoryId, IsoDate } from '#shared/ids.ts';
import type { City, Institution } from '../city/city.ts';
import { isOpen } from '../city/is-open.ts';
import type { Coordinate } from '../geometry/shapes.ts';
import type { CoverageResult } from './coverage.ts';

export type Site = { readonly institution: Institution; readonly location: Coordinate };

export type Offers = {
  readonly located: readonly Site[];
  readonly citywide: readonly Institution[];
  readonly leftOut: CoverageResult['leftOut'];
};

/**
 * Offers of the categories on a day. Citywide offers are named but never count as located, even with an address: they say
 * nothing about who is near. An offer is open from its first day up to the day before it closed.
 */
export function offersOf(city: City, categories: readonly CategoryId[], date: IsoDate): Offers {
  const wanted = new Set(categories);
  const located: Site[] = [];
  const citywide: Institution[] = [];
  const leftOut: { institution: Institution['id']; reason: 'noLocation' | 'notOpen' }[] = [];
  for (const institution of city.institutions) {
    if (!wanted.has(institution.category)) continue;
    if (!isOpen(institution, date)) leftOut.push({ institution: institution.id, reason: 'notOpen' });
    else if (institution.reach === 'citywide') citywide.push(institution);
    else if (!institution.location) leftOut.push({ institution: institution.id, reason: 'noLocation' });
    else located.push({ institution, location: institution.location });
  }
  return { located, citywide, leftOut };
}

/** Offers that run for a fixed term, and those that last as far as the bundle knows. */
export const endingOf = (located: readonly Site[]): { readonly ending: readonly Site[]; readonly lasting: readonly Site[] } => ({
  ending: located.filter(({ institution }) => institution.fixedTerm === 'yes'),
  lasting: located.filter(({ institution }) => institution.fixedTerm !== 'yes'),
});
