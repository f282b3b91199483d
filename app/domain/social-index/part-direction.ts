import type { MessageKey } from '#shared/i18n/translator.ts';
import type { CityLookup } from '../city/city-lookup.ts';
import { describesPeople } from '../city/describes-people.ts';
import type { ProfileIndicator } from './index-profile.ts';

/** Which way an indicator moves the index, in words; of a share that says who people are, without calling them a burden. */
export function partDirection({ indicator: id, direction }: ProfileIndicator, lookup: CityLookup): MessageKey {
  const indicator = lookup.indicator(id);
  return `analysis.index.direction.${indicator !== undefined && direction === 'higherIsWorse' && describesPeople(indicator) ? 'people' : direction}`;
}
