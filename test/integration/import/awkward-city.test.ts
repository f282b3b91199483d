import { beforeAll, describe, expect, it } from 'vitest';
import { readRecipe } from '#app/exchange/import/recipe/read-recipe.ts';
import { importJobs } from '#app/jobs/import-jobs.ts';
import { openCityBundle } from '#app/storage/bundle/open-city-bundle.ts';
import type { City } from '#app/domain/city/city.ts';
import type { BuiltBundle } from '#app/jobs/import-contract.ts';
import { awkwardFiles, awkwardRecipe, ORIGIN, QUARTERS } from '#test/builders/awkward-city.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('A city whose offices make it hard', () => {
  let built: BuiltBundle;
  let city: City;
  beforeAll(async () => {
    const read = readRecipe(utf8(JSON.stringify(awkwardRecipe)), 'rezept.json');
    if (!read.ok) throw new Error(JSON.stringify(read.failure));
    const files = await awkwardFiles();
    const answer = await importJobs['import.build']({ recipe: read.value, files, createdAt: '2023-01-01T00:00:00.000Z' }, { progress: () => undefined });
    if (!answer.ok) throw new Error(JSON.stringify(answer.failure, undefined, 1));
    built = answer.value;
    const opened = await openCityBundle(built.bytes, 'beispielhausen.gpkg');
    if (opened.status !== 'ok') throw new Error(JSON.stringify(opened));
    city = opened.city;
  });
  const cell = (indicator: string, area: string, year: number) => city.values.find((value) => value.indicator === indicator && value.area === area && value.date === `${year}-12-31`)?.cell;
  const whole = (indicator: string, year: number) => city.referenceValues.find((value) => value.indicator === indicator && value.date === `${year}-12-31`)?.cell;

  it('has its areas where they lie, nested by column', () => {
    expect(city.areas.map(({ id, name, parent }) => [id, name, parent])).toEqual([
      ['01999001', 'Beispielhausen', undefined], ['01', 'Nord', '01999001'], ['02', 'Süd', '01999001'],
      ['0101', 'Altstadt', '01'], ['0102', 'Schloßstraße', '01'], ['0201', 'Schloßstraße', '02'], ['0202', 'Groß Süd', '02'],
    ]);
    const [x, y] = city.areas.find(({ id }) => id === '0101')!.shape[0]![0]!.reduce(([west, south], [px, py]) => [Math.min(west, px), Math.min(south, py)], [Infinity, Infinity]);
    expect(Math.hypot(x - ORIGIN[0], y - ORIGIN[1])).toBeLessThan(0.01);
  });

  it('has the figures of every sheet, secrets as secrets, the total as the city’s own value', () => {
    expect(cell('people', '0102', 2021)).toEqual({ mark: 'value', value: 4021 });
    expect(cell('young', '0202', 2022)).toEqual({ mark: 'suppressed' });
    expect(cell('young_share', '0202', 2022)).toEqual({ mark: 'suppressed' });
    expect(cell('young_share', '0101', 2022)).toEqual({ mark: 'value', value: (100 / 3022) * 100, numerator: 100, denominator: 3022 });
    expect(whole('people', 2022)).toEqual({ mark: 'value', value: 18_088 });
    expect(cell('young', '01', 2022)).toEqual({ mark: 'value', value: 300 });
    expect(cell('young', '02', 2022)?.mark).not.toBe('value');
  });

  it('has years as columns, with thousands points, signs and names told apart by their numbers', () => {
    expect([2021, 2022].map((year) => cell('benefits', '0101', year))).toEqual([{ mark: 'value', value: 1234 }, { mark: 'value', value: 1300 }]);
    expect(cell('benefits', '0102', 2021)).toEqual({ mark: 'suppressed' });
    expect([2021, 2022].map((year) => cell('benefits', '0201', year))).toEqual([{ mark: 'value', value: 12 }, { mark: 'notApplicable' }]);
    expect(cell('benefits', '0202', 2021)).toEqual({ mark: 'zero' });
    expect(whole('benefits', 2022)).toEqual({ mark: 'value', value: 1900 });
  });

  it('has one figure per area of the long table, by key without its zero', () => {
    expect(QUARTERS.map(({ number }) => cell('unemployed', `0${number}`, 2022))).toEqual([4.25, 5.25, 6.25, 7.25].map((value) => ({ mark: 'value', value })));
  });

  it('has offers at their addresses, and says which has none', () => {
    expect(city.institutions.map(({ id, placement, location }) => [id, placement, location])).toEqual([
      ['A1', 'address', [ORIGIN[0] + 250.5, ORIGIN[1] + 300]], ['A2', 'address', [ORIGIN[0] + 1500, ORIGIN[1] + 1500]], ['A3', 'none', undefined],
    ]);
    expect(built.report.entries.filter(({ level, part }) => level === 'warning' && part === 'institutions').flatMap(({ list }) => list ?? [])).toEqual([expect.stringContaining('A3')]);
  });

  it('says what was read in another way than written, and drops nothing', () => {
    expect(built.report.entries.filter(({ level }) => level === 'error')).toEqual([]);
    expect(built.report.tables.find(({ id }) => id === 'people')).toMatchObject({ unmatchedRows: [], unmatchedAreas: [] });
    expect(built.report.entries.filter(({ code }) => code === 'indicatorsLeftOut').flatMap(({ list }) => list ?? [])).toEqual(['anderes (4)']);
  });
});
