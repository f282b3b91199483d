/**
 * What is read of an OpenStreetMap file: streets, and what the quiet map under the data shows. Everything else (buildings, shops,
 * boundaries ...) is left in the file.
 */
const WAYS: ReadonlyMap<string, 'any' | ReadonlySet<string>> = new Map<string, 'any' | ReadonlySet<string>>([
  ['highway', 'any'],
  ['railway', new Set(['rail', 'light_rail', 'tram', 'subway', 'narrow_gauge', 'monorail', 'funicular'])],
  ['waterway', new Set(['river', 'stream', 'canal', 'riverbank', 'dock'])],
  ['natural', new Set(['water', 'wood', 'scrub', 'heath', 'grassland'])],
  ['landuse', new Set([
    'residential', 'industrial', 'commercial', 'retail', 'forest', 'meadow', 'grass', 'cemetery', 'allotments', 'recreation_ground', 'village_green', 'orchard',
    'reservoir', 'basin',
  ])],
  ['leisure', new Set(['park', 'garden', 'golf_course', 'nature_reserve', 'common'])],
  ['amenity', new Set(['grave_yard'])],
]);

/** Whether a way or a multipolygon is kept for its own tags. */
export function isOfInterest(tags: ReadonlyMap<string, string>): boolean {
  for (const [key, value] of tags) {
    const values = WAYS.get(key);
    if (values === 'any' || values?.has(value) === true) return true;
  }
  return false;
}

/** Keys whose values are kept, of ways and relations. */
export const KEPT_KEYS: ReadonlySet<string> = new Set([
  ...WAYS.keys(), 'type', 'name', 'area', 'access', 'foot', 'bicycle', 'vehicle', 'motorroad', 'oneway', 'oneway:bicycle', 'bicycle:oneway', 'junction', 'cycleway',
  'cycleway:left', 'cycleway:right', 'cycleway:both', 'cycleway:left:oneway', 'cycleway:right:oneway', 'service', 'tunnel', 'bridge', 'covered', 'layer', 'water', 'intermittent',
  'wheelchair', 'incline', 'surface', 'ramp', 'conveying', 'garden:type',
]);

/** Keys whose values are kept, of nodes on a kept way. */
export const KEPT_NODE_KEYS: ReadonlySet<string> = new Set(['barrier', 'highway', 'crossing', 'kerb', 'access', 'foot', 'bicycle', 'wheelchair', 'locked']);
const NODE_HIGHWAYS: ReadonlySet<string> = new Set(['crossing', 'elevator', 'steps']);

/** Whether the tags of a node on a street are kept: barriers, crossings, lifts. */
export const isNodeOfInterest = (tags: ReadonlyMap<string, string>): boolean => tags.has('barrier') || NODE_HIGHWAYS.has(tags.get('highway') ?? '');
