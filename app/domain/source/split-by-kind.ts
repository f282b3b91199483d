import type { Geometry, Position } from 'geojson';
import type { SourceFeature, SourceLayer } from './source-parts.ts';

export type GeometryKind = 'Point' | 'LineString' | 'Polygon' | 'GeometryCollection';

/** Single and multiple geometries of a kind belong together. */
export function kindOf(geometry: Geometry): GeometryKind {
  switch (geometry.type) {
    case 'Point':
    case 'MultiPoint':
      return 'Point';
    case 'LineString':
    case 'MultiLineString':
      return 'LineString';
    case 'Polygon':
    case 'MultiPolygon':
      return 'Polygon';
    case 'GeometryCollection':
      return 'GeometryCollection';
  }
}

/**
 * A layer holds one kind of geometry; files may mix them. Mixed ones become one layer per kind, called "name (Polygon)" and so on, in the order in
 * which the kinds first occur; features without geometry stay with the kind that has most features. Collections of parts of one kind
 * become the multiple geometry of that kind.
 */
export function splitByKind(layer: SourceLayer): readonly SourceLayer[] {
  const features = layer.features.map((feature) => ({ ...feature, geometry: feature.geometry && flattened(feature.geometry) }));
  const byKind = new Map<GeometryKind, SourceFeature[]>();
  for (const { geometry } of features) if (geometry !== undefined && !byKind.has(kindOf(geometry))) byKind.set(kindOf(geometry), []);
  if (byKind.size <= 1) return [{ ...layer, features }];
  const counts = new Map<GeometryKind, number>();
  for (const { geometry } of features) if (geometry !== undefined) counts.set(kindOf(geometry), (counts.get(kindOf(geometry)) ?? 0) + 1);
  const most = [...counts].reduce((best, candidate) => (candidate[1] > best[1] ? candidate : best))[0];
  for (const feature of features) byKind.get(feature.geometry === undefined ? most : kindOf(feature.geometry))!.push(feature);
  return [...byKind].map(([kind, group]) => ({ ...layer, name: `${layer.name} (${kind})`, features: group }));
}

function flattened(geometry: Geometry): Geometry {
  if (geometry.type !== 'GeometryCollection') return geometry;
  const parts = geometry.geometries.map(flattened);
  const kinds = new Set(parts.map(kindOf));
  const [kind] = kinds;
  if (kinds.size !== 1 || kind === 'GeometryCollection') return { type: 'GeometryCollection', geometries: parts };
  switch (kind!) {
    case 'Point':
      return { type: 'MultiPoint', coordinates: parts.flatMap((part): Position[] => (part.type === 'Point' ? [part.coordinates] : part.type === 'MultiPoint' ? part.coordinates : [])) };
    case 'LineString':
      return { type: 'MultiLineString', coordinates: parts.flatMap((part): Position[][] => (part.type === 'LineString' ? [part.coordinates] : part.type === 'MultiLineString' ? part.coordinates : [])) };
    case 'Polygon':
      return { type: 'MultiPolygon', coordinates: parts.flatMap((part): Position[][][] => (part.type === 'Polygon' ? [part.coordinates] : part.type === 'MultiPolygon' ? part.coordinates : [])) };
  }
}
