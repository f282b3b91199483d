import { describe, expect, it } from 'vitest';
import { isMessageKey } from '#shared/i18n/translator.ts';
import { recipeSchema } from '../../recipe/recipe-schema.ts';
import type { Recipe, RecipeInput } from '../../recipe/recipe-schema.ts';
import { referencesOf } from '../../recipe/references.ts';
import type { RawCell, SourceTable } from '../../source/source.ts';
import { partsReading } from './file-parts.ts';
import { keepRecipe } from './kept-recipe.ts';
import type { RecogniseSource } from './proposal-parts.ts';

const FILES = ['gebiete.geojson', 'zahlen_2022.csv', 'einrichtungen_2022.csv', 'adressen_2022.csv', 'wohnen_2022.geojson', 'umrechnung_2022.csv', 'raster_2022.csv', 'klassen_2022.csv'] as const;
const [AREAS, FIGURES, KITAS, ADDRESSES, HOMES, SHARES, GRID, CLASSES] = FILES;
const HEADERS: ReadonlyMap<string, string> = new Map([[FIGURES, 'Gebiet;Einwohner;Vorjahr'], [KITAS, 'Name;Straße;Art'], [ADDRESSES, 'Straße;Nr;Ost;Nord'], [SHARES, 'alt;neu;Anteil'], [GRID, 'Zelle;Kinder'], [CLASSES, 'Gebiet;Status']]);

const recipe = (change: Partial<RecipeInput> = {}): Recipe => recipeSchema.parse({
  recipe: 'quartierwerk-import', version: 1, city: { bundleId: 'm', name: 'Musterstadt', ags: '05315000', edition: '2022' },
  files: FILES.map((path) => ({ id: path, path })),
  levels: [{ id: 'part', name: 'Gebiete', singular: 'Gebiet', plural: 'Gebiete', areas: { file: AREAS, key: { column: 'id' }, name: { column: 'name' } }, residential: { file: HOMES, area: 'gebiet' } }],
  tables: [{ id: 'figures', file: FIGURES, area: { column: 'Gebiet', level: 'part', crosswalk: 'old' }, date: { fixed: '2022-12-31' }, values: [{ column: 'Einwohner', indicator: 'people' }, { column: 'Vorjahr', indicator: 'people', date: '2021-12-31' }] }],
  crosswalks: [{ id: 'old', level: 'part', method: { by: 'table', file: SHARES, from: 'alt', to: 'neu', share: 'Anteil' } }],
  publishedClasses: [{ index: 'published', file: CLASSES, area: { column: 'Gebiet', level: 'part' }, date: { fixed: '2022-06-30' }, status: { column: 'Status', assign: { hoch: 'high' } } }],
  institutions: [{ id: 'kitas', file: KITAS, name: { join: ['Art', 'Name'] }, category: { fixed: 'kita' }, verifiedOn: '2022-12-31', place: [{ by: 'address', street: 'Straße' }] }],
  addresses: [{ file: ADDRESSES, street: 'Straße', houseNumber: 'Nr', place: { by: 'coordinates', x: 'Ost', y: 'Nord', crs: 'EPSG:25832' } }],
  population: { date: '2022-12-31', ageGroups: [{ id: 'children', name: 'Kinder', from: 0, to: 17, column: 'Kinder' }], from: { by: 'grid', file: GRID, column: 'Zelle' } },
  context: [{ file: HOMES, kind: 'builtUp', name: 'Wohnen' }],
  ...change,
} satisfies RecipeInput);

const table = (name: string, ...lines: readonly string[]): SourceTable => ({ name, hidden: false, merges: [], rows: lines.map((line): RawCell[] => line.split(';')) });
const tables = (file: string, ...content: SourceTable[]): RecogniseSource => ({ file, content: { kind: 'tables', tables: content, remarks: [] } });
const layers = (file: string, ...fields: string[]): RecogniseSource => ({ file, content: { kind: 'layers', remarks: [], layers: [{ name: file.replace(/\..*$/, ''), crs: { kind: 'known', code: 'EPSG:25832', from: 'prj' }, fields, features: [] }] } });
const own = (file: string): RecogniseSource => (file.endsWith('.geojson') ? layers(file, 'id', 'name', 'gebiet') : tables(file, table(file.replace(/\..*$/, ''), HEADERS.get(file)!)));
/** The delivery of 2022 with one file in place of another. */
const delivered = (gone: string, ...others: RecogniseSource[]): readonly RecogniseSource[] => [...FILES.filter((file) => file !== gone).map(own), ...others];
const keep = (gone: string, ...others: RecogniseSource[]) => keepRecipe(recipe(), delivered(gone, ...others));

describe('next year\'s file in the place of the old one', () => {
  it('takes every fixed day of the old one along, and what it says about the year before', () => {
    const { recipe: kept, questions } = keep(FIGURES, tables('zahlen_2023.csv', table('x', 'Gebiet;Einwohner;Vorjahr')));
    expect(kept.tables).toMatchObject([{ date: { fixed: '2023-12-31' }, values: [{ column: 'Einwohner' }, { date: '2022-12-31' }] }]);
    expect(questions).toEqual([]);
    expect(keep(CLASSES, tables('klassen_2024.csv', table('x', 'Gebiet;Status'))).recipe.publishedClasses).toMatchObject([{ date: { fixed: '2024-06-30' } }]);
    expect(keep(GRID, tables('raster_2023.csv', table('x', 'Zelle;Kinder'))).recipe.population).toMatchObject({ date: '2023-12-31' });
    expect(keep(KITAS, tables('einrichtungen_2023.csv', table('x', 'Name;Straße;Art'))).recipe.institutions).toMatchObject([{ verifiedOn: '2023-12-31' }]);
  });

  it('has the later year of its sheet or its title', () => {
    expect(keep(GRID, tables('raster.csv', table('Stand 2023', 'Zelle;Kinder'))).recipe.population).toMatchObject({ date: '2023-12-31' });
    const titled = recipe({ publishedClasses: [{ ...recipe().publishedClasses[0]!, header: [2, 2] }] });
    const old = tables(CLASSES, table('x', 'Klassen', 'Gebiet;Status'));
    expect(keepRecipe(titled, [...delivered(CLASSES), old]).recipe.publishedClasses).toMatchObject([{ date: { fixed: '2022-06-30' } }]);
    expect(keepRecipe(titled, delivered(CLASSES, tables('klassen (neu).csv', table('x', 'Stand: 30.09.2023', 'Gebiet;Status')))).recipe.publishedClasses).toMatchObject([{ date: { fixed: '2023-09-30' } }]);
  });

  it('is asked about when nothing tells its day', () => {
    const { recipe: kept, questions } = keep(GRID, tables('raster.csv', table('raster', 'Zelle;Kinder')));
    expect(kept.population).toMatchObject({ date: '2022-12-31' });
    expect(questions).toMatchObject([{ code: 'fixedDay', path: ['population', 'date'], choices: [{ value: '2022-12-31' }, { value: '2023-12-31' }, {}, {}] }]);
    expect(isMessageKey('importQuestion.fixedDay')).toBe(true);
    const between = keep(GRID, ...['raster_2023 (1).csv', 'raster_2023 (2).csv'].map((name) => tables(name, table('x', 'Zelle;Kinder'))));
    expect(between.questions.map(({ code }) => code)).toEqual(['fileMissing', 'fixedDay']);
  });

  it('keeps the day that the header itself names', () => {
    const dated = recipe({ tables: [{ ...recipe().tables[0]!, date: undefined, values: [{ column: 'Volkszählung 2011', indicator: 'people', date: '2011-05-09' }] }] });
    expect(keepRecipe(dated, delivered(FIGURES, tables('zahlen_2023.csv', table('x', 'Gebiet;Volkszählung 2011')))).recipe.tables).toMatchObject([{ values: [{ date: '2011-05-09' }] }]);
  });

  it('asks whether outlines are valid as long as the old ones', () => {
    const valid = recipe({ levels: [{ ...recipe().levels[0]!, areas: { file: AREAS, key: { column: 'id' }, name: { column: 'name' }, validFrom: '2021-01-01' } }] });
    expect(keepRecipe(valid, delivered(AREAS, layers('gebiete_2023.geojson', 'id', 'name'))).questions).toMatchObject([{ code: 'fixedDay', path: ['levels', 0, 'areas', 'validFrom'] }]);
  });

  it('is read beside it with its classes', () => {
    const { recipe: kept } = keepRecipe(recipe(), [...FILES.map(own), tables('klassen_2023.csv', table('x', 'Gebiet;Status'))]);
    expect(kept.publishedClasses.map(({ date }) => date)).toEqual([{ fixed: '2022-06-30' }, { fixed: '2023-06-30' }]);
  });
});

describe('a file that lacks something the recipe reads', () => {
  it.each([
    [KITAS, tables('einrichtungen_2023.csv', table('x', 'Name;Straße'))],
    [ADDRESSES, tables('adressen_2023.csv', table('x', 'Straße;Nr;Ost'))],
    [HOMES, layers('wohnen_2023.geojson', 'id')],
    [SHARES, tables('umrechnung_2023.csv', table('x', 'alt;neu'))],
    [GRID, tables('raster_2023.csv', table('x', 'Zelle;Alte'))],
  ])('does not take the place of %s', (gone, other) => {
    const { recipe: kept, questions } = keep(gone, other);
    expect(questions).toMatchObject([{ code: 'fileMissing', details: { file: gone } }]);
    expect(kept.files.map(({ path }) => path)).toEqual(FILES);
  });

  it.each([[ADDRESSES, 'adressen_2023.csv'], [SHARES, 'umrechnung_2023.csv'], [GRID, 'raster_2023.csv']])('but one with everything does: %s', (gone, name) => {
    expect(keep(gone, tables(name, table('x', HEADERS.get(gone)!))).recipe.files.map(({ path }) => path)).toEqual(FILES.map((path) => (path === gone ? name : path)));
  });
});

it('every reference to a file is a part of it', () => {
  for (const path of FILES) expect(partsReading(recipe(), path), path).toHaveLength(referencesOf(recipe()).filter(({ list, id }) => list === 'files' && id === path).length);
});
