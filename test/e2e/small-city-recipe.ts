import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RecipeInput } from '#app/exchange/import/recipe/recipe-schema.ts';
import { smallCityFiles } from './small-city-files.ts';

/** The invented city with a recipe beside its files, as an office that did this last year would have it. Path of the recipe. */
export function smallCityWithRecipe(folder: string): string {
  smallCityFiles(folder);
  const recipe: RecipeInput = {
    recipe: 'quartierwerk-import',
    version: 1,
    city: { bundleId: 'halmstadt', name: 'Halmstadt', ags: '01001000', edition: '2022' },
    files: [
      { id: 'areas', path: 'stadtteile.geojson' },
      { id: 'figures', path: 'arbeitslose.csv' },
      { id: 'kitas', path: 'kitas.csv' },
    ],
    levels: [
      { id: 'city', name: 'Gesamtstadt', singular: 'Stadt', plural: 'Städte', areas: { dissolve: 'quarter', whole: { key: '01001000', name: 'Halmstadt' } } },
      { id: 'quarter', name: 'Stadtteile', singular: 'Stadtteil', plural: 'Stadtteile', nestsIn: 'city', areas: { file: 'areas', key: { column: 'nr' }, name: { column: 'name' }, parent: { by: 'whole' } } },
    ],
    topics: [{ id: 'work', name: 'Arbeit' }],
    indicators: [
      { id: 'residents', title: 'Einwohner', topic: 'work', unit: 'Personen' },
      { id: 'unemployed', title: 'Arbeitslose', topic: 'work', unit: 'Personen' },
    ],
    tables: [
      {
        id: 'arbeitslose',
        file: 'figures',
        area: { column: 'Stadtteil', level: 'quarter', by: 'name' },
        date: { column: 'Jahr' },
        values: [
          { column: 'Einwohner', indicator: 'residents', numbers: { decimal: ',', thousands: '.' } },
          { column: 'Arbeitslose', indicator: 'unemployed' },
        ],
      },
    ],
    categories: [{ id: 'kita', name: 'Kita' }],
    institutions: [{ id: 'kitas', file: 'kitas', name: 'Name', category: { fixed: 'kita' }, address: { join: ['Straße', 'Hausnummer'] }, place: [{ by: 'coordinates', x: 'Länge', y: 'Breite', crs: 'EPSG:4326' }] }],
  };
  const path = join(folder, 'rezept.json');
  writeFileSync(path, JSON.stringify(recipe));
  return path;
}
