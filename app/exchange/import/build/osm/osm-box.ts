import type { ProjectedCrs } from '#app/domain/city/city.ts';
import { toLongitudeLatitude } from '#app/domain/geometry/crs.ts';
import { boundsOf } from '#app/domain/geometry/shape-measures.ts';
import type { MultiPolygon } from '#app/domain/geometry/shapes.ts';
import type { DegreesBox } from '../../source/source.ts';

/** Metres around a city that are read: more than streets and map ground are kept for. */
const READ_MARGIN = 3_000;

/**
 * The rectangle in degrees that holds an outline (metres of `crs`) and `margin` metres around it, for reading only a city out of the extract of a
 * state. The sides of a projected rectangle are bent in degrees, so points along them count too, and a hundredth of the size is added.
 * Undefined for an outline without coordinates.
 */
export function osmBox(outline: MultiPolygon, crs: ProjectedCrs, margin = READ_MARGIN): DegreesBox | undefined {
  const bounds = boundsOf(outline);
  if (bounds === undefined) return undefined;
  const toDegrees = toLongitudeLatitude(crs);
  const [minX, maxX, minY, maxY] = [bounds.minX - margin, bounds.maxX + margin, bounds.minY - margin, bounds.maxY + margin];
  const steps = Array.from({ length: 9 }, (_, i) => i / 8);
  const border = steps.flatMap((share) => {
    const [x, y] = [minX + share * (maxX - minX), minY + share * (maxY - minY)];
    return [toDegrees([x, minY]), toDegrees([x, maxY]), toDegrees([minX, y]), toDegrees([maxX, y])];
  });
  const [longitudes, latitudes] = [border.map(([longitude]) => longitude), border.map(([, latitude]) => latitude)];
  const [west, east, south, north] = [Math.min(...longitudes), Math.max(...longitudes), Math.min(...latitudes), Math.max(...latitudes)];
  const [spareX, spareY] = [(east - west) / 100, (north - south) / 100];
  return { west: west - spareX, east: east + spareX, south: south - spareY, north: north + spareY };
}
