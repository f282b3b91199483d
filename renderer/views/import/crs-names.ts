import type { KnownCrs } from '#app/domain/geometry/crs.ts';

/** Coordinate systems to choose from, the usual ones of German offices first. Names are those of the registry and the same in both languages. */
export const CRS_NAMES: readonly (readonly [code: KnownCrs, name: string])[] = [
  ['EPSG:25832', 'ETRS89 / UTM 32N'],
  ['EPSG:25833', 'ETRS89 / UTM 33N'],
  ['EPSG:4326', 'WGS 84 (Grad)'],
  ['EPSG:31467', 'DHDN / Gauß-Krüger 3'],
  ['EPSG:31466', 'DHDN / Gauß-Krüger 2'],
  ['EPSG:31468', 'DHDN / Gauß-Krüger 4'],
  ['EPSG:31469', 'DHDN / Gauß-Krüger 5'],
  ['EPSG:4647', 'ETRS89 / UTM 32N (zE-N)'],
  ['EPSG:5650', 'ETRS89 / UTM 33N (zE-N)'],
  ['EPSG:5649', 'ETRS89 / UTM 31N (zE-N)'],
  ['EPSG:25831', 'ETRS89 / UTM 31N'],
  ['EPSG:32632', 'WGS 84 / UTM 32N'],
  ['EPSG:32633', 'WGS 84 / UTM 33N'],
  ['EPSG:32631', 'WGS 84 / UTM 31N'],
  ['EPSG:4258', 'ETRS89 (Grad)'],
  ['EPSG:4314', 'DHDN (Grad)'],
  ['EPSG:3035', 'ETRS89 / LAEA Europa'],
  ['EPSG:3857', 'WGS 84 / Pseudo-Mercator'],
];
