import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { City } from '#app/domain/city/city.ts';
import { computeIndex } from '#app/domain/social-index/compute-index.ts';
import { profilesFor } from '#app/domain/social-index/profiles.ts';
import { buildCity } from '#app/exchange/import/build/build-city.ts';
import { recipeFrom } from '#app/exchange/import/recipe/read-recipe.ts';
import { SOURCE_READERS } from '#app/exchange/import/source/read-source.ts';
import type { ImportReport } from '#app/exchange/import/report/import-report.ts';
import { importJobs } from '#app/jobs/import-jobs.ts';
import { openCityBundle } from '#app/storage/bundle/open-city-bundle.ts';
import type { LevelId } from '#shared/ids.ts';
import { asDate, asId } from '#shared/ids.ts';
import { berlin2021 } from '#test/builders/berlin-2021.ts';
import { sharedFile } from '#test/shared-data.ts';
import { filesOf, hasFilesOf, recipeOf } from '#test/recipes/recipe-files.ts';

const recipe = recipeOf('berlin-2021');
const absent = !hasFilesOf(recipe);
const createdAt = '2022-06-01T00:00:00.000Z';
const noProgress = { progress: () => undefined };

describe('Berlin 2021 from its recipe (skipped when the published tables are absent)', () => {
  let city: City;
  let report: ImportReport;
  beforeAll(async () => {
    if (absent) return;
    const answer = await importJobs['import.build']({ recipe, files: filesOf(recipe), createdAt }, noProgress);
    if (!answer.ok) throw new Error(JSON.stringify(answer.failure.report.entries.filter(({ level }) => level === 'error')));
    const bundle = await openCityBundle(answer.value.bytes, 'berlin-2021.gpkg');
    if (bundle.status !== 'ok') throw new Error(JSON.stringify(bundle));
    ({ city } = bundle);
    ({ report } = answer.value);
  });

  it.skipIf(absent)('holds 542 planning areas in four levels below the city, each in its parent, and all institutions', () => {
    const count = (level: string): number => city.areas.filter((area) => area.level === level).length;
    expect(['city', 'bezirk', 'prognoseraum', 'bezirksregion', 'planungsraum'].map(count)).toEqual([1, 12, 58, 143, 542]);
    const ids = new Set(city.areas.map(({ id }) => id));
    expect(city.areas.filter(({ level, parent }) => level !== 'city' && (parent === undefined || !ids.has(parent)))).toEqual([]);
    expect(city.areas.find(({ id }) => id === '01100101')?.name).toBe('Stülerstraße');
    expect(report.institutions).toMatchObject([{ source: 'kitas', rows: 2_880, kept: 2_880, byPlacement: { given: 2_880 } }, { source: 'schools', rows: 902, kept: 902 }]);
    expect(report.tables.map(({ unmatchedRows, unmatchedAreas }) => unmatchedRows.length + unmatchedAreas.length)).toEqual([0, 0, 0]);
    expect(city.areas.find(({ id }) => id === '01')?.name).toBe('Mitte');
  });

  it.skipIf(absent)('agrees with the tables read by hand in every value and published class', () => {
    const known = berlin2021();
    const figures = new Map(city.values.map(({ indicator, area, date, cell }) => [`${indicator} ${area} ${date}`, cell]));
    expect(known.values.filter(({ indicator, area, date, cell }) => JSON.stringify(figures.get(`${indicator} ${area} ${date}`)) !== JSON.stringify(cell))).toEqual([]);
    const classes = new Map(city.publishedClasses.map((entry) => [entry.area, entry]));
    expect(known.publishedClasses.filter(({ area, status, trend }) => classes.get(area)?.status !== status || classes.get(area)?.trend !== trend)).toEqual([]);
    expect(city.population?.counts.map((group) => group.reduce((sum, count) => sum + count, 0))).toEqual(known.population?.counts.map((group) => group.reduce((sum, count) => sum + count, 0)));
  });

  it.skipIf(absent)('gives 536 areas the published classes when the index is computed from the built bundle', () => {
    const result = computeIndex(city, profilesFor(city)[0]!, asId<LevelId>('planungsraum'), asDate('2020-12-31'));
    if (!result.ok) throw new Error(result.failure.code);
    const published = new Map(city.publishedClasses.map((entry) => [entry.area, entry]));
    const agree = result.value.areas.filter(({ area, status, trend }) => published.get(area)?.status === status.class && published.get(area)?.trend === trend?.class);
    expect(agree).toHaveLength(536);
    expect(result.value.excluded).toHaveLength(6);
  });

  it.skipIf(absent)('adds people up to districts and the city by year', () => {
    const population = new Map(city.values.filter(({ indicator, date }) => indicator === 'ewr_all' && date === '2021-12-31').map(({ area, cell }) => [area as string, 'value' in cell ? cell.value : 0]));
    const quarters = [...population].filter(([area]) => area.length === 8);
    const mitte = quarters.filter(([area]) => area.startsWith('01')).reduce((sum, [, people]) => sum + people, 0);
    expect(population.get('01')).toBe(mitte);
    expect(city.referenceValues.filter(({ indicator }) => indicator === 'ewr_all').map(({ date }) => date)).toEqual(['2021-12-31', '2022-12-31', '2023-12-31', '2024-12-31']);
  });

  it.skipIf(absent)('names names that contradict their keys in the published tables', () => {
    expect(report.entries.find(({ subject, code }) => subject === 'index' && code === 'namesDiffer')?.list).toEqual(['12500926: Wittenau Süd / Wittenau Mitte', '12500930: Wittenau Mitte / Wittenau Süd']);
  });

  it.skipIf(absent)('refuses the context file of the 447 areas before 2021, and a series over both cuts, unless told to leave these days out', async () => {
    const old = recipeOf('berlin-2021-old-areas');
    const answer = await importJobs['import.build']({ recipe: old, files: filesOf(old), createdAt }, noProgress);
    if (answer.ok) throw new Error('built on areas that no longer exist');
    const errors = answer.failure.report.entries.filter(({ level }) => level === 'error');
    expect(errors.map(({ subject, code }) => `${subject} ${code}`)).toEqual(['old_context otherCut', 'series otherCut']);
    expect(errors[0]?.list).toEqual(['2020-12-31: 0 / 447']);
    expect(errors[1]?.list?.map((text) => text.slice(0, 4))).toEqual(['2015', '2016', '2017', '2018', '2019', '2020']);
    expect(answer.failure.report.entries.find(({ subject, code }) => subject === 'left_out' && code === 'daysLeftOut')?.list).toHaveLength(6);
  });

  const workbook = sharedFile('data/statistics-office-files/03_Einwohners_in_Berlin_seit_2013_nach_Bezirken.xlsx');
  it.skipIf(absent || workbook === undefined)('takes districts by name and their days from the header of a workbook of the statistics office', async () => {
    const small = recipeFrom({
      recipe: 'quartierwerk-import',
      version: 1,
      city: { bundleId: 'berlin', name: 'Berlin', ags: '11000000', edition: '2023' },
      files: [{ id: 'areas', path: recipe.files.find(({ id }) => id === 'bezirke')!.path }, { id: 'people', path: 'people.xlsx' }],
      levels: [{ id: 'bezirk', name: 'Bezirke', singular: 'Bezirk', plural: 'Bezirke', areas: { file: 'areas', key: { column: 'Gemeinde_s', last: 2 }, name: { column: 'Gemeinde_n' } } }],
      topics: [{ id: 'people', name: 'Bevölkerung' }],
      indicators: [{ id: 'people', title: 'Einwohner*innen', topic: 'people', additive: true }],
      tables: [{ id: 'people', file: 'people', area: { column: 'population', level: 'bezirk', by: 'name', city: ['Berlin'] }, values: [{ column: '{day}', indicator: 'people' }] }],
    });
    if (!small.ok) throw new Error(JSON.stringify(small.failure));
    const files = [...filesOf(recipe).filter(({ name }) => name.includes('bezirksgrenzen')), { name: 'people.xlsx', bytes: new Uint8Array(readFileSync(workbook!)) }];
    const built = await buildCity({ recipe: small.value, files, readers: SOURCE_READERS, createdAt });
    expect(built.report.entries.filter(({ level }) => level === 'error')).toEqual([]);
    expect(built.report.tables).toMatchObject([{ rows: 13, cells: { value: 143 }, unmatchedRows: [], unmatchedAreas: [] }]);
    expect(built.city.values.find(({ area, date }) => area === '01' && date === '2023-12-31')?.cell).toEqual({ mark: 'value', value: 397_134 });
    expect(built.city.referenceValues.find(({ date }) => date === '2013-12-31')?.cell).toEqual({ mark: 'value', value: 3_517_424 });
  });
});
