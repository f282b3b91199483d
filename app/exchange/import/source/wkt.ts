import type { Geometry, Position } from 'geojson';

/**
 * A geometry as well-known text (OGC 06-103r4, two-dimensional, also with an SRID before it as PostGIS writes): POINT, LINESTRING, POLYGON, MULTILINESTRING and MULTIPOLYGON. Undefined for
 * anything else: other kinds, Z or M, numbers that are none, brackets that do not fit. Empty geometries have no coordinates.
 */
export function readWkt(text: string): Geometry | undefined {
  const head = /^\s*(?:SRID=\d+;)?\s*(POINT|LINESTRING|POLYGON|MULTILINESTRING|MULTIPOLYGON)\s*(EMPTY\s*$|(?=\())/i.exec(text);
  if (head === null) return undefined;
  const coordinates = head[2] === '' ? bracketed(text.slice(head[0].length)) : [];
  switch (head[1]!.toUpperCase()) {
    case 'POINT':
      return isLine(coordinates) && coordinates.length <= 1 ? { type: 'Point', coordinates: coordinates[0] ?? [] } : undefined;
    case 'LINESTRING':
      return isLine(coordinates) ? { type: 'LineString', coordinates } : undefined;
    case 'POLYGON':
      return isLines(coordinates) ? { type: 'Polygon', coordinates } : undefined;
    case 'MULTILINESTRING':
      return isLines(coordinates) ? { type: 'MultiLineString', coordinates } : undefined;
    default:
      return isPolygons(coordinates) ? { type: 'MultiPolygon', coordinates } : undefined;
  }
}

const NUMBER = '[-+]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][-+]?\\d+)?';
const PLACE = new RegExp(`(${NUMBER})\\s+(${NUMBER})(?=\\s*[,)])`, 'g');

/** Brackets and places as nested lists. No kind has more than three brackets inside each other, so nothing deep is ever parsed. */
function bracketed(text: string): unknown {
  if (/\(\s*\(\s*\(\s*\(/.test(text)) return undefined;
  const lists = text.replace(PLACE, (_, x: string, y: string) => `[${Number(x)},${Number(y)}]`).replaceAll('(', '[').replaceAll(')', ']');
  // what is left besides lists and numbers was no place
  if (/[^[\],\d\s.eE+-]/.test(lists)) return undefined;
  try {
    return JSON.parse(lists) as unknown;
  } catch {
    return undefined;
  }
}

const isPlace = (value: unknown): value is Position => Array.isArray(value) && value.length === 2 && value.every((number) => typeof number === 'number' && Number.isFinite(number));
const isLine = (value: unknown): value is Position[] => Array.isArray(value) && value.every(isPlace);
const isLines = (value: unknown): value is Position[][] => Array.isArray(value) && value.every(isLine);
const isPolygons = (value: unknown): value is Position[][][] => Array.isArray(value) && value.every(isLines);
