import { toLongitudeLatitude } from '#app/domain/geometry/crs.ts';
import type { BuiltCity } from '#app/exchange/import/build/build-city.ts';
import type { ImportPreview } from './import-contract.ts';
import { cornersOfEach, thinned } from './import-inspect.ts';

/** A look at what was built: areas for a map, and what the planner still has to place or decide. */
export function previewOf({ city, report, institutions }: BuiltCity): ImportPreview {
  const toDegrees = toLongitudeLatitude(city.manifest.crs);
  const shapesOf = new Map<string, number>();
  for (const { level } of city.areas) shapesOf.set(level, (shapesOf.get(level) ?? 0) + 1);
  const byId = new Map(city.institutions.map((institution) => [institution.id, institution]));
  return {
    report,
    areas: city.areas.map(({ level, id, name, parent, shape }) => ({
      level,
      id,
      name,
      parent,
      outline: thinned({ type: 'MultiPolygon', coordinates: shape.map((polygon) => polygon.map((ring) => ring.map(([x, y]) => [x, y]))) }, ([x = 0, y = 0]) => [...toDegrees([x, y])], cornersOfEach(shapesOf.get(level) ?? 1))[0],
    })),
    unplaced: institutions.unplaced.map(({ source, institution: { id, name, address } }) => ({ source, key: id, name, address })),
    duplicates: institutions.duplicates.map(({ one, other, metres }) => ({
      source: institutions.listOf.get(other) ?? '',
      keep: one,
      drop: other,
      keepName: byId.get(one)?.name ?? '',
      dropName: byId.get(other)?.name ?? '',
      metres,
    })),
  };
}
