import type { City } from '#app/domain/city/city.ts';
import { lookupOf, type CityLookup } from '#app/domain/city/city-lookup.ts';
import { formatReleased, formatReleasedWithUnit } from '#app/domain/confidentiality/format-released.ts';
import { releaserFor, type Releaser } from '#app/domain/confidentiality/release.ts';
import type { ReleasedCell } from '#app/domain/confidentiality/released-cell.ts';
import { useCity, useLanguage } from '../state/context.tsx';

/** The open city with its lookup and the gate through which its figures are shown. */
export type OpenCity = {
  readonly city: City;
  readonly lookup: CityLookup;
  readonly releaser: Releaser;
  readonly show: (cell: ReleasedCell) => string;
  readonly showWithUnit: (cell: ReleasedCell) => string;
};

export function useOpenCity(): OpenCity | undefined {
  const city = useCity();
  const language = useLanguage();
  if (city === undefined) return undefined;
  return {
    city,
    lookup: lookupOf(city),
    releaser: releaserFor(city, 'internal'),
    show: (cell) => formatReleased(cell, language),
    showWithUnit: (cell) => formatReleasedWithUnit(cell, language),
  };
}
