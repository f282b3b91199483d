import type { Geometry, Position } from 'geojson';
import type { Coordinate, MultiPolygon, Ring } from '#app/domain/geometry/shapes.ts';
import { GeometryFault } from './geometry-fault.ts';
import { readGeometry } from './read-geometry.ts';

/** The geometries a city knows, out of blobs in the city's own system. Throw GeometryFault for anything else. */
export function multiPolygonFrom(blob: Uint8Array, srs: number): MultiPolygon {
  return asMultiPolygon(geometryOf(blob, srs));
}

export function pointFrom(blob: Uint8Array, srs: number): Coordinate {
  const geometry = geometryOf(blob, srs);
  if (geometry.type !== 'Point') throw new GeometryFault(`${geometry.type} instead of a point`);
  return asCoordinate(geometry.coordinates);
}

export function areaOrLineFrom(blob: Uint8Array, srs: number): { readonly area: MultiPolygon } | { readonly line: readonly Coordinate[] } {
  const geometry = geometryOf(blob, srs);
  return geometry.type === 'LineString' ? { line: geometry.coordinates.map(asCoordinate) } : { area: asMultiPolygon(geometry) };
}

function geometryOf(blob: Uint8Array, srs: number): Geometry {
  const decoded = readGeometry(blob);
  if (decoded.srs !== srs) throw new GeometryFault(`system ${decoded.srs} instead of ${srs}`);
  if (decoded.geometry === undefined) throw new GeometryFault('empty');
  return decoded.geometry;
}

function asMultiPolygon(geometry: Geometry): MultiPolygon {
  if (geometry.type !== 'MultiPolygon') throw new GeometryFault(`${geometry.type} instead of a set of polygons`);
  for (const ring of geometry.coordinates.flat()) {
    if (!isClosed(ring.map(asCoordinate))) throw new GeometryFault('a ring that is not closed');
  }
  return geometry.coordinates as unknown as MultiPolygon;
}

function isClosed(ring: Ring): boolean {
  const first = ring[0];
  const last = ring.at(-1);
  return ring.length >= 4 && first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1];
}

const asCoordinate = (position: Position): Coordinate => [position[0]!, position[1]!];
