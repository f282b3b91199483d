import proj4 from 'proj4';
import type { Coordinate } from './shapes.ts';

/**
 * Coordinate reference systems German municipalities deliver, written by hand (source: the EPSG registry's parameters).
 * Axis order is easting, northing (or longitude, latitude) for all of them, as files hold it, also where the registry
 * lists northing first (EPSG:31466–31469).
 *
 * ETRS89 is treated as equal to WGS 84 (they differ by less than a metre). Gauß-Krüger on DHDN uses the seven-parameter
 * shift for Germany, good to about 2.5 m; the official BETA2007 grid would be exact.
 */
const dhdn = '+ellps=bessel +towgs84=598.1,73.7,418.2,0.202,0.045,-2.455,6.7';
/** The networks of 1983 in Saxony (RD/83) and Thuringia (PD/83), and the one the east of Germany used before (Pulkovo 1942/83). */
const rauenberg = '+ellps=bessel +towgs84=612.4,77,440.2,-0.054,0.057,-2.797,2.55';
const potsdam = '+ellps=bessel +towgs84=599.4,72.4,419.2,-0.062,-0.022,-2.723,6.46';
const pulkovo = '+ellps=krass +towgs84=24.9,-126.4,-93.2,-0.063,-0.247,-0.041,1.01';
const gaussKrueger = (zone: number, datum = dhdn): string => `+proj=tmerc +lat_0=0 +lon_0=${zone * 3} +k=1 +x_0=${zone}500000 +y_0=0 ${datum} +units=m +no_defs`;
const grs80 = '+ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs';
const utm = (zone: number): string => `+proj=utm +zone=${zone} ${grs80}`;
/** UTM with the zone number written before the easting (x about 32.5 million in zone 32). */
const utmWithPrefix = (zone: number): string =>
  `+proj=tmerc +lat_0=0 +lon_0=${zone * 6 - 183} +k=0.9996 +x_0=${zone}500000 +y_0=0 ${grs80}`;
const utmWgs84 = (zone: number): string => `+proj=utm +zone=${zone} +datum=WGS84 +units=m +no_defs`;

const definitions = {
  'EPSG:4326': '+proj=longlat +datum=WGS84 +no_defs',
  'EPSG:4258': '+proj=longlat +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +no_defs',
  'EPSG:4314': `+proj=longlat ${dhdn} +no_defs`,
  'EPSG:3857': '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs',
  'EPSG:3035': `+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 ${grs80}`,
  'EPSG:25831': utm(31),
  'EPSG:25832': utm(32),
  'EPSG:25833': utm(33),
  'EPSG:32631': utmWgs84(31),
  'EPSG:32632': utmWgs84(32),
  'EPSG:32633': utmWgs84(33),
  'EPSG:4647': utmWithPrefix(32),
  'EPSG:5649': utmWithPrefix(31),
  'EPSG:5650': utmWithPrefix(33),
  'EPSG:31466': gaussKrueger(2),
  'EPSG:31467': gaussKrueger(3),
  'EPSG:31468': gaussKrueger(4),
  'EPSG:31469': gaussKrueger(5),
  'EPSG:3068': `+proj=cass +lat_0=52.4186482777778 +lon_0=13.6272036666667 +x_0=40000 +y_0=10000 ${dhdn} +units=m +no_defs`,
  'EPSG:3396': gaussKrueger(3, potsdam),
  'EPSG:3397': gaussKrueger(4, potsdam),
  'EPSG:3398': gaussKrueger(4, rauenberg),
  'EPSG:3399': gaussKrueger(5, rauenberg),
  'EPSG:2397': gaussKrueger(3, pulkovo),
  'EPSG:2398': gaussKrueger(4, pulkovo),
  'EPSG:2399': gaussKrueger(5, pulkovo),
} as const;

export type KnownCrs = keyof typeof definitions;
export const KNOWN_CRS = Object.keys(definitions) as readonly KnownCrs[];
export const isKnownCrs = (code: string): code is KnownCrs => Object.hasOwn(definitions, code);

/** Turns coordinates of `crs` into [longitude, latitude] in degrees. */
export const toLongitudeLatitude = (crs: KnownCrs): ((coordinate: Coordinate) => Coordinate) => transformation(crs, 'EPSG:4326');

/** Turns [longitude, latitude] in degrees into coordinates of `crs`. */
export const fromLongitudeLatitude = (crs: KnownCrs): ((coordinate: Coordinate) => Coordinate) => transformation('EPSG:4326', crs);

/** Turns coordinates of one system into another. */
export function transformation(from: KnownCrs, to: KnownCrs): (coordinate: Coordinate) => Coordinate {
  if (from === to) return (coordinate) => coordinate;
  const converter = proj4(definitions[from], definitions[to]);
  return ([x, y]) => {
    const [outX = Number.NaN, outY = Number.NaN] = converter.forward([x, y]);
    return [outX, outY];
  };
}
