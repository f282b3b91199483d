import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { recipeFrom } from '#app/exchange/import/recipe/read-recipe.ts';
import { recipeSchema } from '#app/exchange/import/recipe/recipe-schema.ts';
import { bareSchema, definitionOf } from '#app/exchange/import/recipe/schema-walk.ts';
import { buildCity } from '#app/exchange/import/build/build-city.ts';
import { SOURCE_READERS } from '#app/exchange/import/source/read-source.ts';
import type { z } from '#shared/zod.ts';

const manual = readFileSync(fileURLToPath(new URL('../../../docs/import-recipe.md', import.meta.url)), 'utf8');
/** Everything in code quotes, taken apart into words. */
const named = new Set([...manual.matchAll(/`([^`\n]+)`|"(\w+)"/g)].flatMap(([, code, quoted]) => (code ?? quoted ?? '').match(/[A-Za-z][\w-]*/g) ?? []));
const blocks = [...manual.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text]) => JSON.parse(text!) as Record<string, unknown>);

/** Keys and fixed words anywhere in a schema. */
function wordsOf(schema: z.ZodType): ReadonlySet<string> {
  const words = new Set<string>();
  const visit = (part: z.ZodType): void => {
    const bare = bareSchema(part);
    const { shape, element, valueType, options, items, entries } = definitionOf(bare);
    for (const [key, inner] of Object.entries(shape ?? {})) {
      words.add(key);
      visit(inner);
    }
    for (const word of Object.values(entries ?? {})) if (/^\w+$/.test(word)) words.add(word);
    for (const inner of [element, valueType, ...(options ?? []), ...(items ?? [])]) if (inner !== undefined) visit(inner);
  };
  visit(schema);
  return words;
}

describe('docs/import-recipe.md', () => {
  it('names every key and word of the schema', () => {
    expect([...wordsOf(recipeSchema)].filter((word) => !named.has(word))).toEqual([]);
  });

  it('names no key in its tables that the schema does not have', () => {
    const words = wordsOf(recipeSchema);
    const rows = [...manual.matchAll(/^\| ((?:`\w+`(?:, )?)+) \|/gm)].flatMap(([, cell]) => [...cell!.matchAll(/`(\w+)`/g)].map(([, key]) => key!));
    expect(rows.length).toBeGreaterThan(100);
    expect(rows.filter((key) => !words.has(key) && key !== 'whole' && key !== 'overlay')).toEqual([]);
  });

  const [example, ...fragments] = blocks as [Record<string, unknown>, ...Record<string, unknown>[]];

  it('has an example that is a recipe, and fragments that fit into one', () => {
    expect(recipeFrom(example)).toMatchObject({ ok: true });
    expect(fragments.length).toBeGreaterThan(2);
    const ids = ['wohngeld', 'wohngeld_je_1000', 'einwohner', 'leistungsberechtigte', 'bg', 'arbeitslosenquote'];
    const around = {
      ...example,
      files: [...(example['files'] as object[]), ...['wohngeld', 'reihe', 'export', 'indikatoren'].map((id) => ({ id, path: `${id}.xlsx` }))],
      levels: (example['levels'] as { id: string }[]).map((level) => JSON.parse(JSON.stringify(level).replaceAll('"stadtteil"', '"bezirk"')) as object),
      indicators: ids.map((id) => ({ id, title: id, topic: 'arbeit' })),
      tables: fragments,
    };
    expect(recipeFrom(around)).toMatchObject({ ok: true });
  });

  it('has an example that gives a city', async () => {
    const recipe = recipeFrom(JSON.parse(JSON.stringify(example).replace('arbeit.xlsx', 'arbeit.csv')));
    if (!recipe.ok) throw new Error(JSON.stringify(recipe.failure));
    const square = (x: number) => [[[x, 51], [x + 0.01, 51], [x + 0.01, 51.01], [x, 51.01], [x, 51]]];
    const areas = { type: 'FeatureCollection', features: [['1', 'Altstadt', 7], ['2', 'Neustadt', 7.01]].map(([NR, NAME, x]) => ({ type: 'Feature', properties: { NR, NAME }, geometry: { type: 'Polygon', coordinates: square(x as number) } })) };
    const table = ['Arbeit in Musterstadt;;;;', ';;;;', 'Stadtteil;Arbeitslose;;Einwohner;', ';2022;2023;2022;2023', 'Altstadt;10;.;1000;1.010', 'Neustadt;20;-;500;2.000', 'Gesamt;30;20;1500;3.010', 'Quelle: Amt;;;;'].join('\n');
    const bytes = (text: string) => new TextEncoder().encode(text);
    const built = await buildCity({ recipe: recipe.value, files: [{ name: 'gebiete.geojson', bytes: bytes(JSON.stringify(areas)) }, { name: 'arbeit.csv', bytes: bytes(table) }], readers: SOURCE_READERS, createdAt: '2024-01-01T00:00:00.000Z' });
    expect(built.report.entries.filter(({ level }) => level === 'error')).toEqual([]);
    const cellOf = (indicator: string, area: string, date: string) => built.city.values.find((value) => value.indicator === indicator && value.area === area && value.date === date)?.cell;
    expect(cellOf('arbeitslose', '01', '2022-12-31')).toEqual({ mark: 'value', value: 10 });
    expect(cellOf('arbeitslose', '01', '2023-12-31')).toEqual({ mark: 'suppressed' });
    expect(cellOf('arbeitslose', '02', '2023-12-31')).toEqual({ mark: 'zero' });
    expect(cellOf('arbeitslosenanteil', '01', '2022-12-31')).toEqual({ mark: 'value', value: 1, numerator: 10, denominator: 1000 });
    expect(cellOf('arbeitslosenanteil', '01', '2023-12-31')).toEqual({ mark: 'suppressed' });
    expect(cellOf('einwohner', '02', '2023-12-31')).toEqual({ mark: 'value', value: 2000 });
    expect(built.city.referenceValues.find(({ indicator, date }) => indicator === 'einwohner' && date === '2023-12-31')?.cell).toEqual({ mark: 'value', value: 3010 });
    expect(built.report.entries.find(({ code }) => code === 'remarkRows')?.list).toEqual(['8: Quelle: Amt']);
  });
});
