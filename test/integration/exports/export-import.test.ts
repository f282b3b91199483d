import { describe, expect, it } from 'vitest';
import type { City } from '#app/domain/city/city.ts';
import { compareEditions } from '#app/domain/edition/compare-editions.ts';
import { differenceCounts } from '#app/domain/edition/edition-comparison.ts';
import { jobs } from '#app/jobs/registry.ts';
import { openCityBundle } from '#app/storage/bundle/open-city-bundle.ts';
import { writeCityBundle } from '#app/storage/bundle/write-city-bundle.ts';
import { aFullCity } from '#test/builders/a-full-city.ts';
import { demoCity } from '#tools/demo-city/demo-city.ts';
import { filesOf, hasFilesOf, recipeOf } from '#test/recipes/recipe-files.ts';

const silent = { progress: () => undefined };
const CREATED = '2026-06-01T10:00:00.000Z';

/** A city taken out as tables, and built again from them by the recipe that lies beside them. */
async function outAndIn(city: City): Promise<City> {
  const exported = await jobs['tables.export']({ city, format: 'csv', mode: 'copy', language: 'de' }, silent);
  const files = exported.map(({ path, bytes }) => ({ name: path, bytes }));
  const recipe = await jobs['import.readRecipe']({ bytes: files.find(({ name }) => name === 'recipe.json')!.bytes, fileName: 'recipe.json' });
  if (!recipe.ok) throw new Error(JSON.stringify(recipe.failure));
  const built = await jobs['import.build']({ files, recipe: recipe.value, createdAt: CREATED }, silent);
  if (!built.ok) throw new Error(JSON.stringify(built.failure.report.entries.filter(({ level }) => level === 'error'), undefined, 1));
  const opened = await openCityBundle(built.value.bytes, 'again.gpkg');
  if (opened.status !== 'ok') throw new Error(opened.status);
  return opened.city;
}

/** SHA-256 of everything in the city but when and how it was made. */
async function contentOf(city: City): Promise<string> {
  const opened = await openCityBundle(await writeCityBundle({ ...city, importRecord: undefined, manifest: { ...city.manifest, created: CREATED } }), 'content.gpkg');
  if (opened.status !== 'ok') throw new Error(opened.status);
  return opened.city.manifest.contentHash;
}

const unlike = (one: City, other: City) => Object.entries(differenceCounts(compareEditions(one, other, 'internal'))).filter(([, count]) => count > 0);

describe('import → export → import', () => {
  it('of the demo city gives the same city again', async () => {
    const city = demoCity();
    const again = await outAndIn(city);
    expect(unlike(city, again)).toEqual([]);
    // the demo city was not imported: its rows have an order of their own, from the first import on everything stays
    expect(await contentOf(await outAndIn(again))).toBe(await contentOf(again));
  });

  it('keeps signs, counts, placements, one-way streets and texts that look like formulas', async () => {
    const full = aFullCity();
    const city: City = {
      ...full,
      // a recipe names only indicators that are there, and only the city's own reference values
      indicators: full.indicators.map((indicator) => ({ ...indicator, numerator: indicator.numerator === 'sgb2' ? undefined : indicator.numerator, process: '-5 °C' })),
      referenceValues: full.referenceValues.filter(({ level }) => level === 'city'),
      areas: full.areas.map((area) => (area.id === 'q2' ? { ...area, name: '=1+1' } : area)),
      institutions: full.institutions.map((institution) => ({ ...institution, name: `+${institution.name}`, contact: '+49 461 85-0; "Büro"', website: '@kita' })),
      context: full.context.filter(({ shapes }) => shapes.length > 0),
    };
    const again = await outAndIn(city);
    expect(unlike(city, again)).toEqual([]);
    expect(again.institutions.map(({ contact, placement }) => [contact, placement])).toEqual([['+49 461 85-0; "Büro"', 'byHand'], ['+49 461 85-0; "Büro"', 'none']]);
    expect(await contentOf(await outAndIn(again))).toBe(await contentOf(again));
  });

  const recipe = recipeOf('flensburg');
  it.skipIf(!hasFilesOf(recipe))('of Flensburg is identical (skipped when the shared data are not beside the checkout)', async () => {
    const built = await jobs['import.build']({ files: filesOf(recipe), recipe, createdAt: CREATED }, silent);
    if (!built.ok) throw new Error(JSON.stringify(built.failure.problem));
    const opened = await openCityBundle(built.value.bytes, 'flensburg.gpkg');
    if (opened.status !== 'ok') throw new Error(opened.status);
    const again = await outAndIn(opened.city);
    expect(unlike(opened.city, again)).toEqual([]);
    expect(await contentOf(again)).toBe(await contentOf(opened.city));
  });
});
