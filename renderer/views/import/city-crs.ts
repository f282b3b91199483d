import type { Recipe } from '#app/exchange/import/recipe/recipe-schema.ts';
import type { ImportPreview } from '#app/jobs/import-contract.ts';

/** The system the city is kept in: as the recipe says, else UTM 33 east of 12° E and UTM 32 elsewhere. */
export function cityCrs(recipe: Recipe, preview: ImportPreview | undefined): 'EPSG:25832' | 'EPSG:25833' {
  if (recipe.city.crs !== undefined) return recipe.city.crs;
  const longitude = firstLongitude(preview?.areas.find(({ outline }) => outline !== undefined)?.outline);
  return longitude !== undefined && longitude >= 12 ? 'EPSG:25833' : 'EPSG:25832';
}

function firstLongitude(geometry: unknown): number | undefined {
  let inner: unknown = (geometry as { coordinates?: unknown } | undefined)?.coordinates;
  while (Array.isArray(inner)) inner = inner[0];
  return typeof inner === 'number' ? inner : undefined;
}
