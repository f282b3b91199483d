import type { PublishedClass } from '#app/domain/city/city.ts';
import type { Slot } from './value-store.ts';

export type FigureOrder = { readonly figures: (a: Slot, b: Slot) => number; readonly classes: (a: PublishedClass, b: PublishedClass) => number };

/**
 * Figures by indicator, day and area, in the order of the recipe and of the areas: the same figures give the same city, whichever tables they came in. What an export
 * wrote in one table, a recipe may have read from twenty.
 */
export function figureOrder(indicators: readonly string[], areas: readonly string[]): FigureOrder {
  const placesOf = (keys: readonly string[]): ReadonlyMap<string, number> => new Map(keys.map((key, index) => [key, index]));
  const [indicatorPlace, areaPlace] = [placesOf(indicators), placesOf(areas)];
  const at = (places: ReadonlyMap<string, number>, key: string): number => places.get(key) ?? -1;
  const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return {
    figures: (a, b) => at(indicatorPlace, a.indicator) - at(indicatorPlace, b.indicator) || text(a.date, b.date) || at(areaPlace, a.area) - at(areaPlace, b.area),
    classes: (a, b) => text(a.index, b.index) || text(a.date, b.date) || at(areaPlace, a.area) - at(areaPlace, b.area),
  };
}
