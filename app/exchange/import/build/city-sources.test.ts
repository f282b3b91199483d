import { expect, test } from 'vitest';
import { recipeSchema } from '../recipe/recipe-schema.ts';
import { buildLog } from './build-log.ts';
import { citySources } from './city-sources.ts';

const recipeWith = (...sources: readonly { readonly id: string; readonly title: string }[]) => recipeSchema.parse({
  recipe: 'quartierwerk-import', version: 1, city: { bundleId: 'a', name: 'A', ags: '01001000', edition: '1' }, files: [{ id: 'f', path: 'f.geojson' }],
  levels: [{ id: 'l', name: 'L', singular: 'l', plural: 'ls', areas: { file: 'f', key: { column: 'k' }, name: { column: 'n' } } }], sources,
});

test.each([
  ['named by nobody', recipeWith({ id: 'office', title: 'Statistikamt' }), true, ['Statistikamt', 'OpenStreetMap: Straßen und Kartengrund'], 1],
  ['named by the recipe in its own words', recipeWith({ id: 'osm', title: 'openstreetmap, Auszug der Geofabrik' }), true, ['openstreetmap, Auszug der Geofabrik'], 0],
  ['not used', recipeWith(), false, [], 0],
] as const)('OpenStreetMap %s', (_, recipe, holds, titles, entries) => {
  const log = buildLog();
  expect(citySources(recipe, holds, log).map(({ title }) => title)).toEqual(titles);
  expect(log.entries.length).toBe(entries);
});
