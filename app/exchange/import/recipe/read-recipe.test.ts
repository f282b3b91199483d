import { describe, expect, it } from 'vitest';
import { readRecipe, recipeFrom } from './read-recipe.ts';
import type { RecipeInput } from './recipe-schema.ts';
import { unusedIds } from './references.ts';
import { writeRecipe } from './write-recipe.ts';

const RECIPE = {
  recipe: 'quartierwerk-import',
  version: 1,
  city: { bundleId: 'musterstadt', name: 'Musterstadt', ags: '05999000', edition: '2024' },
  files: [
    { id: 'areas', path: 'gebiete.geojson' },
    { id: 'work', path: 'arbeit.xlsx' },
  ],
  levels: [
    { id: 'city', name: 'Gesamtstadt', singular: 'Stadt', plural: 'Städte', areas: { dissolve: 'district', whole: { key: '05999000', name: 'Musterstadt' } } },
    { id: 'district', name: 'Stadtteile', singular: 'Stadtteil', plural: 'Stadtteile', nestsIn: 'city', areas: { file: 'areas', key: { column: 'NR' }, name: { column: 'NAME' } } },
  ],
  topics: [{ id: 'work', name: 'Arbeit' }],
  indicators: [{ id: 'unemployed', title: 'Arbeitslose', topic: 'work' }],
  tables: [{ id: 'work', file: 'work', header: 2, area: { column: 'Nr.', level: 'district' }, values: [{ column: 'Arbeitslose | {year}', indicator: 'unemployed' }] }],
} satisfies RecipeInput;

type Path = readonly (string | number)[];
/** The recipe with places changed; undefined takes a key away. */
function changed(...changes: readonly (readonly [path: Path, value: unknown])[]): unknown {
  const copy = structuredClone(RECIPE) as unknown;
  for (const [path, value] of changes) {
    const holder = path.slice(0, -1).reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], copy) as Record<string, unknown>;
    const last = path.at(-1)!;
    if (value === undefined) delete holder[last];
    else holder[last] = value;
  }
  return copy;
}
const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
const faultsOf = (value: unknown) => {
  const answer = recipeFrom(value);
  return answer.ok ? [] : answer.failure.map(({ path, code, details }) => `${path} ${code} ${details?.['nearest'] ?? ''}`.trim());
};

describe('readRecipe', () => {
  it('fills in every default', () => {
    const answer = readRecipe(bytes(RECIPE), 'r.json');
    if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
    expect(answer.value.tables[0]).toMatchObject({ header: [2, 2], rows: {}, twice: 'refuse', monthDay: '12-31' });
    expect(answer.value.indicators[0]).toMatchObject({ minimumNumerator: 3, additive: false, direction: 'neutral' });
  });

  it.each([
    ['a misspelt key, with the nearest known one', [[['tables', 0, 'values', 0, 'colum'], 'x'], [['tables', 0, 'values', 0, 'column'], undefined]], ['tables[0].values[0].column missing', 'tables[0].values[0].colum unknownKeyNear column']],
    ['a misspelt key where several shapes are allowed', [[['tables', 0, 'area', 'coumn'], 'x']], ['tables[0].area.coumn unknownKeyNear column']],
    ['a word that is none of the list', [[['indicators', 0, 'direction'], 'higherIsWorst']], ['indicators[0].direction notOneOfNear higherIsWorse']],
    ['a choice that does not exist', [[['levels', 1, 'areas', 'parent'], { by: 'overlaying' }]], ['levels[1].areas.parent.by notOneOfNear overlay']],
    ['a missing key', [[['city', 'ags'], undefined]], ['city.ags missing']],
    ['a number in place of a text', [[['city', 'edition'], 2024]], ['city.edition wrongType']],
    ['a key of the wrong form', [[['city', 'ags'], '5999000']], ['city.ags wrongForm']],
    ['a file that is not in the list', [[['tables', 0, 'file'], 'wrk']], ['tables[0].file unknownIdNear work']],
    ['an id that stands twice', [[['files', 2], { id: 'areas', path: 'x.csv' }]], ['files[2].id twiceId']],
    ['levels in a circle', [[['levels', 0, 'nestsIn'], 'district']], ['levels[0] circle', 'levels[1] circle']],
    ['a table without days', [[['tables', 0, 'values', 0, 'column'], 'Arbeitslose']], ['tables[0].values[0].date noDate']],
    ['a pattern nobody knows', [[['tables', 0, 'values', 0, 'column'], '{jahr} {year}']], ['tables[0].values[0].column unknownPattern']],
    ['a rate without its parts', [[['indicators', 0, 'computedPer'], 100]], ['indicators[0].computedPer computedWithoutParts']],
    ['an indicator made of itself', [[['indicators', 0, 'sumOf'], ['unemployed']]], ['indicators[0] ofItself']],
    ['an unknown coordinate system', [[['files', 0, 'crs'], 'EPSG:1']], ['files[0].crs unknownCrs']],
    ['an unknown encoding', [[['files', 0, 'encoding'], 'klingon']], ['files[0].encoding unknownEncoding']],
    ['a day that no year has', [[['tables', 0, 'monthDay'], '02-30']], ['tables[0].monthDay noSuchDay']],
    ['a pair that is one and two institutions', [[['categories'], [{ id: 'c', name: 'C' }]], [['institutions'], [{ id: 'i', file: 'work', name: 'N', category: { fixed: 'c' }, sameAs: { b: 'a' }, different: [['a', 'b'], ['a', 'a'], ['a', 'c']] }]]], ['institutions[0].different[0] sameAndDifferent', 'institutions[0].different[1] differentFromItself']],
  ] satisfies readonly [string, (readonly [Path, unknown])[], string[]][])('names %s', (_, changes, faults) => {
    expect(faultsOf(changed(...changes)).sort()).toEqual([...faults].sort());
  });

  it('tells line and column of broken JSON and refuses other files and newer recipes', () => {
    const broken = readRecipe(bytes('{\n  "recipe": "quartierwerk-import",\n  "version": 1,\n  oops\n}'), 'r.json');
    expect(broken).toMatchObject({ ok: false, failure: { code: 'import.recipeUnreadable', details: { fault: expect.stringContaining('Zeile 4, Spalte 3') as unknown } } });
    expect(readRecipe(bytes({ ...RECIPE, version: 2 }), 'r.json')).toMatchObject({ ok: false, failure: { code: 'import.recipeTooNew' } });
    expect(readRecipe(bytes({}), 'r.json')).toMatchObject({ ok: false, failure: { code: 'import.recipeUnreadable' } });
    expect(readRecipe(bytes('['.repeat(100_000)), 'r.json')).toMatchObject({ ok: false, failure: { code: 'import.recipeUnreadable' } });
    expect(readRecipe(new Uint8Array([0xff, 0xfe, 0x00]), 'r.json')).toMatchObject({ ok: false });
  });

  it('has a German and an English sentence for every fault', () => {
    const answer = readRecipe(bytes(changed([['tables', 0, 'file'], 'wrk'])), 'r.json');
    expect(answer).toMatchObject({
      failure: { details: { fault: 'tables[0].file: „wrk“ steht nicht unter files. Gemeint ist vielleicht „work“. Bekannt sind: areas, work', faultEnglish: 'tables[0].file: “wrk” is not among files. Perhaps “work” is meant. Known are: areas, work' } },
    });
  });

  it('names what nothing uses', () => {
    const answer = recipeFrom(changed([['topics', 1], { id: 'health', name: 'Gesundheit' }]));
    expect(answer.ok && unusedIds(answer.value)).toEqual([{ list: 'topics', ids: ['health'] }]);
  });
});

describe('writeRecipe', () => {
  it('gives a text that reads as the same recipe, without what has its default', () => {
    const answer = recipeFrom(RECIPE);
    if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
    const written = writeRecipe(answer.value);
    expect(readRecipe(written, 'r.json')).toEqual(answer);
    const text = new TextDecoder().decode(written);
    expect(text).not.toContain('minimumNumerator');
    expect(text).not.toContain('"rows"');
    expect(writeRecipe(answer.value)).toEqual(written);
  });
});
