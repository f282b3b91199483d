import type { RawCell, SourceFeature, SourceRemark } from '../source.ts';
import { BUDGET } from '../source.ts';
import { readGeometry } from './read-geometry.ts';

export type FeaturesFault = { readonly fault: 'geojsonFeature'; readonly place: number } | { readonly fault: 'tooMany'; readonly what: 'features' | 'vertices'; readonly amount: number; readonly limit: number };
export type Features = { readonly fields: readonly string[]; readonly features: readonly SourceFeature[]; readonly remarks: readonly SourceRemark[] };

const GEOMETRIES = new Set<unknown>(['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon', 'GeometryCollection']);
export const isGeometryType = (type: unknown): boolean => GEOMETRIES.has(type);

/**
 * Features with their attributes as cells. Texts and numbers stay as they are, yes and no become "true" and "false", lists and objects their JSON
 * text; the feature's own `id` becomes the attribute `id`, or `feature.id` where the properties have an `id` too. A geometry that cannot be
 * read leaves its feature without one and is told.
 */
export function featuresFrom(values: readonly unknown[]): Features | FeaturesFault {
  if (values.length > BUDGET.features) return { fault: 'tooMany', what: 'features', amount: values.length, limit: BUDGET.features };
  const budget = { left: BUDGET.vertices };
  const idField = values.some((value) => Object.hasOwn(propertiesOf(value), 'id')) ? 'feature.id' : 'id';
  const fields = new Map<string, true>();
  const features: SourceFeature[] = [];
  const unreadable: number[] = [];
  for (const [index, value] of values.entries()) {
    if (typeof value !== 'object' || value === null) return { fault: 'geojsonFeature', place: index + 1 };
    const { type, geometry, id } = value as { readonly type?: unknown; readonly geometry?: unknown; readonly id?: unknown };
    const isBare = isGeometryType(type);
    if (!isBare && type !== 'Feature') return { fault: 'geojsonFeature', place: index + 1 };
    const attributes = new Map<string, RawCell>();
    if (!isBare && (typeof id === 'string' || typeof id === 'number')) attributes.set(idField, id);
    for (const [name, cell] of Object.entries(propertiesOf(value))) attributes.set(name, cellOf(cell));
    for (const name of attributes.keys()) fields.set(name, true);
    const read = readGeometry(isBare ? value : geometry, budget);
    if (read === 'tooMany') return { fault: 'tooMany', what: 'vertices', amount: BUDGET.vertices + 1, limit: BUDGET.vertices };
    if (read === 'unreadable') unreadable.push(index + 1);
    features.push({ geometry: read === 'unreadable' ? undefined : read, attributes });
  }
  const remarks = unreadable.length === 0 ? [] : [{ code: 'unreadableGeometries', details: { amount: unreadable.length, first: unreadable[0]! } }];
  return { fields: [...fields.keys()], features, remarks };
}

function propertiesOf(feature: unknown): object {
  const properties: unknown = typeof feature === 'object' && feature !== null ? (feature as { readonly properties?: unknown }).properties : undefined;
  return typeof properties === 'object' && properties !== null && !Array.isArray(properties) ? properties : {};
}

function cellOf(value: unknown): RawCell {
  switch (typeof value) {
    case 'string':
      return value === '' ? undefined : value;
    case 'number':
      return Number.isFinite(value) ? value : String(value);
    case 'boolean':
      return String(value);
    default:
      return value === null || value === undefined ? undefined : JSON.stringify(value);
  }
}
