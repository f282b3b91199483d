import type { AreaId, InstitutionId, LevelId } from '#shared/ids.ts';
import type { City } from '#app/domain/city/city.ts';
import { lookupOf } from '#app/domain/city/city-lookup.ts';
import { fromLongitudeLatitude } from '#app/domain/geometry/crs.ts';
import type { Coordinate } from '#app/domain/geometry/shapes.ts';
import type { InstitutionMark } from './institution-clusters.ts';
import { markSize } from './institution-clusters.ts';
import { worldPixels } from './view.ts';

export type MapHit =
  | { readonly kind: 'area'; readonly area: AreaId }
  | { readonly kind: 'institution'; readonly institution: InstitutionId }
  | { readonly kind: 'cluster'; readonly key: number; readonly position: Coordinate };

/**
 * What lies under a point of the map (longitude, latitude): an institution or cluster before the area below it. Asked of the
 * data, not of the picture, so that it is exact and works the same without a graphics card.
 */
export function hitAt(city: City, level: LevelId, marks: readonly InstitutionMark[], point: Coordinate, zoom: number): MapHit | undefined {
  return markAt(marks, point, zoom) ?? areaAt(city, level, point);
}

function markAt(marks: readonly InstitutionMark[], point: Coordinate, zoom: number): MapHit | undefined {
  const [x, y] = worldPixels(point, zoom);
  let nearest: InstitutionMark | undefined;
  let nearestDistance = Infinity;
  for (const mark of marks) {
    const [markX, markY] = worldPixels(mark.position, zoom);
    const [dx, dy] = mark.kind === 'single' ? mark.offset : [0, 0];
    const distance = Math.hypot(markX + dx - x, markY + dy - y);
    if (distance <= markSize(mark) / 2 + 1 && distance < nearestDistance) [nearest, nearestDistance] = [mark, distance];
  }
  if (nearest === undefined) return undefined;
  return nearest.kind === 'single'
    ? { kind: 'institution', institution: nearest.id }
    : { kind: 'cluster', key: nearest.key, position: nearest.position };
}

function areaAt(city: City, level: LevelId, point: Coordinate): MapHit | undefined {
  const area = lookupOf(city).areaAt(level, fromLongitudeLatitude(city.manifest.crs)(point));
  return area === undefined ? undefined : { kind: 'area', area: area.id };
}
