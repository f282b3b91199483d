import type { AreaId } from '#shared/ids.ts';
import type { Area, City } from '../city/city.ts';
import { lookupOf } from '../city/city-lookup.ts';

/** Where a sheet belongs: the Sozialraum whose paper prints it, and the quarters it is about. */
export type SheetSpace = { readonly socialArea: AreaId | undefined; readonly quarters: readonly AreaId[] };

/**
 * The Raumbezug of an area: a quarter belongs to the coarsest area above it below the city; an area of that level, or of
 * one that does not nest (Arbeitsmarktbezirke), stands for itself; the whole city is citywide.
 */
export function spaceOf(city: City, id: AreaId): SheetSpace {
  const area = lookupOf(city).area(id);
  if (area === undefined || isWholeCity(city, area)) return { socialArea: undefined, quarters: [] };
  const top = topOf(city, area);
  return { socialArea: top.id, quarters: top.id === id ? [] : [id] };
}

function topOf(city: City, area: Area): Area {
  const parent = area.parent === undefined ? undefined : lookupOf(city).area(area.parent);
  return parent === undefined || isWholeCity(city, parent) ? area : topOf(city, parent);
}

const isWholeCity = (city: City, area: Area): boolean => lookupOf(city).level(area.level)?.order === 0;
