import type { KnownCrs } from './crs.ts';
import { isKnownCrs } from './crs.ts';

/**
 * Registry codes that differ from a known one only in axis order (files hold easting first anyway), in a height added, or in the spelling of
 * older programs.
 */
const SAME_NUMBERS: Readonly<Record<number, KnownCrs>> = {
  3043: 'EPSG:25831', 3044: 'EPSG:25832', 3045: 'EPSG:25833',
  5652: 'EPSG:5649', 5653: 'EPSG:4647', 5654: 'EPSG:5650',
  5554: 'EPSG:25831', 5555: 'EPSG:25832', 5556: 'EPSG:25833',
  5676: 'EPSG:31466', 5677: 'EPSG:31467', 5678: 'EPSG:31468', 5679: 'EPSG:31469',
  4937: 'EPSG:4258', 4979: 'EPSG:4326',
  900913: 'EPSG:3857', 3785: 'EPSG:3857', 102100: 'EPSG:3857', 102113: 'EPSG:3857',
};

/** The system with this number in the EPSG registry; undefined when it is not one that the program knows. */
export function crsFromNumber(code: number): KnownCrs | undefined {
  const name = `EPSG:${code}`;
  return isKnownCrs(name) ? name : Object.hasOwn(SAME_NUMBERS, code) ? SAME_NUMBERS[code] : undefined;
}

/**
 * The system named as GeoJSON, WFS and GeoPackages name it: "EPSG:25832", "urn:ogc:def:crs:EPSG::25832",
 * "http://www.opengis.net/def/crs/EPSG/0/25832", "urn:ogc:def:crs:OGC:1.3:CRS84". Undefined for any other text.
 */
export function crsFromName(name: string): KnownCrs | undefined {
  const text = name.trim();
  if (/(^|[:/])CRS84$/i.test(text)) return 'EPSG:4326';
  const code = /^(?:urn:(?:x-)?ogc:def:crs:EPSG:[\d.]*:|https?:\/\/www\.opengis\.net\/(?:def\/crs\/EPSG\/[\d.]+\/|gml\/srs\/epsg\.xml#)|EPSG:{1,2})(\d{1,6})$/i.exec(text)?.[1];
  return code === undefined ? undefined : crsFromNumber(Number(code));
}
