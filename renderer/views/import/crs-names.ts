import type { KnownCrs } from '#app/domain/geometry/crs.ts';

/** Coordinate systems to choose from, the usual ones of German offices first. Names are those of the registry and the same in both languages. */
export const CRS_NAMES: readonly (readonly [code: KnownCrs, name: string])[] = [
  ['EPSG:25832', 'ETRS89 / UTM-Zone 32'],
  ['EPSG:25833', 'ETRS89 / UTM-Zone 33'],
  ['EPSG:4326', 'WGS 84 (Grad)'],
  ['EPSG:31467', 'DHDN / Gauß-Krüger 3'],
  ['EPSG:31466', 'DHDN / Gauß-Krüger 2'],
  ['EPSG:31468', 'DHDN / Gauß-Krüger 4'],
  ['EPSG:31469', 'DHDN / Gauß-Krüger 5'],
  ['EPSG:4647', 'ETRS89 / UTM-Zone 32 (zE-N)'],
  ['EPSG:5650', 'ETRS89 / UTM-Zone 33 (zE-N)'],
  ['EPSG:5649', 'ETRS89 / UTM-Zone 31 (zE-N)'],
  ['EPSG:25831', 'ETRS89 / UTM-Zone 31'],
  ['EPSG:32632', 'WGS 84 / UTM-Zone 32'],
  ['EPSG:32633', 'WGS 84 / UTM-Zone 33'],
  ['EPSG:32631', 'WGS 84 / UTM-Zone 31'],
  ['EPSG:4258', 'ETRS89 (Grad)'],
  ['EPSG:4314', 'DHDN (Grad)'],
  ['EPSG:3068', 'DHDN / Soldner Berlin'],
  ['EPSG:3398', 'RD/83 / Gauß-Krüger 4'],
  ['EPSG:3399', 'RD/83 / Gauß-Krüger 5'],
  ['EPSG:3396', 'PD/83 / Gauß-Krüger 3'],
  ['EPSG:3397', 'PD/83 / Gauß-Krüger 4'],
  ['EPSG:2397', 'Pulkovo 1942(83) / Gauß-Krüger 3'],
  ['EPSG:2398', 'Pulkovo 1942(83) / Gauß-Krüger 4'],
  ['EPSG:2399', 'Pulkovo 1942(83) / Gauß-Krüger 5'],
  ['EPSG:3035', 'ETRS89 / LAEA Europa'],
  ['EPSG:3857', 'WGS 84 / Pseudo-Mercator'],
];

const NAME_OF: ReadonlyMap<string, string> = new Map(CRS_NAMES);

/** A system in words with its code, as a planner reads it: "ETRS89 / UTM-Zone 33 (EPSG:25833)". */
export const crsWords = (code: string): string => {
  const name = NAME_OF.get(code);
  return name === undefined ? code : `${name} (${code})`;
};
