import type { Indicator, IndicatorValue, ReferenceValue } from '#app/domain/city/city.ts';
import { notAvailable, suppressed, type Cell } from '#shared/cell.ts';
import { asId, type AreaId } from '#shared/ids.ts';
import type { CatalogueEntry, Recipe } from './catalogue.ts';
import { secretAreas } from './secrecy.ts';
import { dateOf, years } from './years.ts';

/** Counts of one area in one year; an area of an upper level holds the sums of its parts. */
export type AreaCounts = { readonly area: string; readonly level: string; readonly parent: string | undefined; readonly year: number; readonly counts: Readonly<Record<string, number>> };

/** Years in which the source delivered nothing. */
const gaps: Record<string, readonly number[]> = { debt_advice_rate: [2019], dental_findings_share: [2020, 2021], seniors_alone_share: [2014] };

export function valuesOf(entries: readonly CatalogueEntry[], areas: readonly AreaCounts[]): IndicatorValue[] {
  const values: IndicatorValue[] = [];
  for (const { indicator, recipe } of entries) {
    for (const year of years) {
      const ofYear = areas.filter((area) => area.year === year);
      const secret = secretAreas(ofYear, 'count' in recipe ? recipe.count : recipe.over, indicator.minimumNumerator, isAboutPeople(indicator));
      for (const area of ofYear) {
        const cell = gaps[indicator.id]?.includes(year) ? notAvailable : secret.has(area.area) ? suppressed : cellOf(recipe, area, indicator);
        values.push({ indicator: indicator.id, area: asId<AreaId>(area.area), date: dateOf(year), cell });
      }
    }
  }
  return values;
}

/** The city's own value of every indicator, as the office publishes it beside the areas. */
export function referenceValuesOf(values: readonly IndicatorValue[], city: string): ReferenceValue[] {
  return values.filter((value) => value.area === city).map(({ indicator, date, cell }) => ({ indicator, level: 'city', date, cell }));
}

/** Money, square metres, flats and places are no people: nothing to keep secret. */
function isAboutPeople(indicator: Indicator): boolean {
  return !['rent_per_metre', 'living_area_per_head', 'vacancy_share', 'social_housing_share', 'kita_places', 'kita_places_per_100', 'dwellings'].includes(indicator.id);
}

function cellOf(recipe: Recipe, area: AreaCounts, indicator: Indicator): Cell {
  const count = (name: string): number => {
    const value = area.counts[name];
    if (value === undefined) throw new Error(`No count ${name}`);
    return value;
  };
  if ('count' in recipe) {
    const value = count(recipe.count);
    return value === 0 ? { mark: 'zero' } : { mark: 'value', value };
  }
  const [numerator, denominator] = [count(recipe.over), count(recipe.under)];
  if (denominator === 0) return { mark: 'notApplicable' };
  if (numerator === 0) return { mark: 'zero', denominator };
  const value = (recipe.per * numerator) / denominator;
  return { mark: denominator < indicator.minimumDenominator ? 'uncertain' : 'value', value, numerator, denominator };
}
