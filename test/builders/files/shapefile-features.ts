import type { MultiPolygon } from '#app/domain/geometry/shapes.ts';
import { readShapefile } from '#app/exchange/import/source/shapefile/shapefile-reader.ts';

/** A feature of a polygon shapefile: attributes as text, shape as outer rings with their holes. */
export type ShapefileFeature = { readonly attributes: Readonly<Record<string, string>>; readonly shape: MultiPolygon };

/** Features of a shapefile that must be readable, as the import reads it. */
export function shapefileFeatures(shp: Uint8Array, dbf: Uint8Array): readonly ShapefileFeature[] {
  const read = readShapefile({ name: 'shapefile', path: 'shapefile', shp, dbf });
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return read.value.layer.features.map(({ geometry, attributes }) => ({
    attributes: Object.fromEntries([...attributes].map(([name, cell]) => [name, String(cell ?? '')])),
    shape: (geometry?.type === 'Polygon' ? [geometry.coordinates] : geometry?.type === 'MultiPolygon' ? geometry.coordinates : []) as unknown as MultiPolygon,
  }));
}
