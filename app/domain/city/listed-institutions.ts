import type { AreaId, IsoDate } from '#shared/ids.ts';
import { lookupOf } from './city-lookup.ts';
import type { City, Institution } from './city.ts';
import { isOpen } from './is-open.ts';

export type InstitutionsInside = {
  /** Publicly listed and open on the day: those papers and previews count. */
  readonly listed: readonly Institution[];
  /** Located there too, but not public or not open on the day. */
  readonly others: readonly Institution[];
};

/** The institutions located in an area by the one rule everything counts them by; citywide offers have no place. */
export function institutionsInside(city: City, area: AreaId, day: IsoDate): InstitutionsInside {
  const all = lookupOf(city).institutionsIn(area);
  const isListed = (institution: Institution): boolean => institution.public && isOpen(institution, day);
  return { listed: all.filter(isListed), others: all.filter((institution) => !isListed(institution)) };
}
