import { crsFromName, crsFromNumber } from '#app/domain/geometry/crs-from-name.ts';
import type { DeclaredCrs } from '../source.ts';

/**
 * What the `crs` member of a GeoJSON object says (the format of 2008, which offices still write). Without one it is WGS 84 by the standard of
 * today; `null` says that the system is unknown.
 */
export function geojsonCrs(root: object): DeclaredCrs {
  if (!Object.hasOwn(root, 'crs')) return { kind: 'known', code: 'EPSG:4326', from: 'default' };
  const { crs } = root as { readonly crs?: unknown };
  if (crs === null || typeof crs !== 'object') return { kind: 'missing' };
  const { type, properties } = crs as { readonly type?: unknown; readonly properties?: unknown };
  const { name, code } = (typeof properties === 'object' && properties !== null ? properties : {}) as { readonly name?: unknown; readonly code?: unknown };
  const known = typeof name === 'string' ? crsFromName(name) : type === 'EPSG' && (typeof code === 'number' || typeof code === 'string') ? crsFromNumber(Number(code)) : undefined;
  if (known !== undefined) return { kind: 'known', code: known, from: 'geojson' };
  return { kind: 'unknown', text: (typeof name === 'string' ? name : JSON.stringify(crs)).slice(0, 200) };
}
