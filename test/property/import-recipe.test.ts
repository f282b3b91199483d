import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCity } from '#app/exchange/import/build/build-city.ts';
import { recipeFrom } from '#app/exchange/import/recipe/read-recipe.ts';
import type { RecipeInput } from '#app/exchange/import/recipe/recipe-schema.ts';
import { writeRecipe } from '#app/exchange/import/recipe/write-recipe.ts';
import { SOURCE_READERS } from '#app/exchange/import/source/read-source.ts';

const square = (x: number) => [[[x, 51.3], [x + 0.01, 51.3], [x + 0.01, 51.31], [x, 51.31], [x, 51.3]]];
const bytes = (text: string) => new TextEncoder().encode(text);
const files = [
  { name: 'areas.geojson', bytes: bytes(JSON.stringify({ type: 'FeatureCollection', features: [9.4, 9.41].map((x, index) => ({ type: 'Feature', properties: { NR: `${index + 1}`, NAME: `Teil ${index + 1}` }, geometry: { type: 'Polygon', coordinates: square(x) } })) })) },
  { name: 'data.csv', bytes: bytes('Nr;Name;2022;2023\n1;Teil 1;5;.\n2;Teil 2;-;1.234\n;Summe;(7);x\n') },
];
const RECIPE: RecipeInput = {
  recipe: 'quartierwerk-import',
  version: 1,
  city: { bundleId: 'k', name: 'Kassel', ags: '06611000', edition: '2024' },
  files: [{ id: 'areas', path: 'areas.geojson' }, { id: 'data', path: 'data.csv' }],
  levels: [
    { id: 'city', name: 'Stadt', singular: 'Stadt', plural: 'Städte', areas: { dissolve: 'q', whole: { key: 'k', name: 'Kassel' } } },
    { id: 'q', name: 'Quartiere', singular: 'Quartier', plural: 'Quartiere', nestsIn: 'city', areas: { file: 'areas', key: { column: 'NR', digits: 2 }, name: { column: 'NAME' }, parent: { by: 'whole' } } },
  ],
  topics: [{ id: 't', name: 'T' }],
  indicators: [{ id: 'n', title: 'Anzahl', topic: 't', additive: true, cityFrom: 'q' }, { id: 'r', title: 'Anteil', topic: 't', form: 'relative', numerator: 'n', denominator: 'n', computedPer: 100, aggregateTo: ['city'] }],
  tables: [{ id: 'data', file: 'data', header: 1, area: { column: 'Nr', level: 'q', city: [''] }, signs: { x: 'notApplicable' }, values: [{ column: '{year}', indicator: 'n' }] }],
  categories: [{ id: 'kita', name: 'Kita' }],
  institutions: [{ id: 'list', file: 'areas', key: { column: 'NR' }, name: 'NAME', category: { fixed: 'kita' }, place: [{ by: 'geometry' }] }],
  population: { date: '2022-12-31', ageGroups: [{ id: 'all', name: 'alle', from: 0, column: '2022' }], from: { by: 'areas', file: 'data', area: { column: 'Name', level: 'q', by: 'name' } } },
};

/** Every place of the recipe, so that one can be spoilt. */
function placesOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [...(path.length === 0 ? [] : [path]), ...Object.entries(value).flatMap(([key, inner]) => placesOf(inner, [...path, key]))];
}

function spoilt(path: readonly string[], value: unknown): unknown {
  const copy = structuredClone(RECIPE) as unknown as Record<string, unknown>;
  const holder = path.slice(0, -1).reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], copy) as Record<string, unknown>;
  if (value === undefined) delete holder[path.at(-1)!];
  else holder[path.at(-1)!] = value;
  return copy;
}

const words = ['NR', 'NAME', 'Nr', 'Name', '2022', '{year}', '{area}', '@A', '', 'q', 'city', 'data', 'areas', 'key', 'name', 'column', 'geometry', '2022-12-31', 'n', 'r', '__proto__', '(', 'EPSG:25832'];

describe('a recipe with one place spoilt', () => {
  it('is refused with a place, or built with a report; figures are finite, and what was read is written back the same', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...placesOf(RECIPE)), fc.oneof(fc.constantFrom<unknown>(...words), fc.constant(undefined), fc.integer({ min: -2, max: 9 }), fc.jsonValue({ maxDepth: 2 })), async (path, value) => {
        const recipe = recipeFrom(JSON.parse(JSON.stringify(spoilt(path, value))));
        if (!recipe.ok) {
          expect(recipe.failure.length).toBeGreaterThan(0);
          return;
        }
        expect(recipeFrom(JSON.parse(new TextDecoder().decode(writeRecipe(recipe.value))))).toEqual(recipe);
        const built = await buildCity({ recipe: recipe.value, files, readers: SOURCE_READERS, createdAt: '2024-01-01T00:00:00.000Z' });
        for (const { cell } of [...built.city.values, ...built.city.referenceValues]) if ('value' in cell) expect(Number.isFinite(cell.value)).toBe(true);
        expect(built.isSound).toBe(!built.report.entries.some(({ level }) => level === 'error'));
      }),
      { numRuns: 400, seed: 2024 },
    );
  });
});
