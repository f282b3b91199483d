import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import { strToU8 } from 'fflate';
import type { ProjectedCrs } from '#app/domain/city/city.ts';
import { toLongitudeLatitude } from '#app/domain/geometry/crs.ts';
import type { Coordinate, Ring } from '#app/domain/geometry/shapes.ts';
import type { ExportShape, ExportTable } from './export-table.ts';

/** Who made it, and what may be done with it: written into every file, so that it does not get lost on the way. */
export type Origin = { readonly title: string; readonly source: string; readonly licence: string; readonly edition: string };

/** Degrees with eight decimals are about a millimetre. */
const DECIMALS = 1e8;

/**
 * A table with places as GeoJSON (RFC 7946): WGS 84, longitude before latitude, outer rings against the clock. Texts are data and stay as they are; rows without a
 * place keep their properties with a null geometry.
 */
export function writeGeoJson(table: ExportTable, crs: ProjectedCrs, origin: Origin): Uint8Array {
  const convert = toLongitudeLatitude(crs);
  const place = (coordinate: Coordinate): Position => convert(coordinate).map((degrees) => Math.round(degrees * DECIMALS) / DECIMALS);
  const features = table.rows.map((row, index): Feature<Geometry | null> => ({
    type: 'Feature',
    geometry: geometryOf(table.shapes?.[index], place),
    properties: Object.fromEntries(table.columns.flatMap(({ name }, column) => (name === 'x' || name === 'y' ? [] : [[name, row[column] ?? null]]))),
  }));
  const collection: FeatureCollection<Geometry | null> & { readonly name: string } & Origin = { type: 'FeatureCollection', name: table.name, ...origin, features };
  return strToU8(`${JSON.stringify(collection)}\n`);
}

function geometryOf(shape: ExportShape | undefined, place: (coordinate: Coordinate) => Position): Geometry | null {
  switch (shape?.type) {
    case undefined:
      return null;
    case 'point':
      return { type: 'Point', coordinates: place(shape.at) };
    case 'line':
      return { type: 'LineString', coordinates: shape.line.map(place) };
    case 'area':
      return { type: 'MultiPolygon', coordinates: shape.shape.map((polygon) => polygon.map((ring, index) => directed(ring, index === 0).map(place))) };
  }
}

/** Outer rings run against the clock, holes with it. */
function directed(ring: Ring, outer: boolean): Ring {
  const origin = ring[0] ?? [0, 0];
  let twice = 0;
  for (let index = 1; index < ring.length; index += 1) {
    const [[x1, y1], [x2, y2]] = [ring[index - 1]!, ring[index]!];
    twice += (x1 - origin[0]) * (y2 - origin[1]) - (x2 - origin[0]) * (y1 - origin[1]);
  }
  return twice > 0 === outer ? ring : ring.toReversed();
}
