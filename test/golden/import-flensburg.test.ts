import { describe, expect, it } from 'vitest';
import type { City } from '#app/domain/city/city.ts';
import { importJobs } from '#app/jobs/import-jobs.ts';
import { openCityBundle } from '#app/storage/bundle/open-city-bundle.ts';
import { flensburg } from '#test/builders/flensburg.ts';
import { filesOf, hasFilesOf, recipeOf } from '#test/recipes/recipe-files.ts';

const recipe = recipeOf('flensburg');
const absent = !hasFilesOf(recipe);
const createdAt = '2023-09-01T00:00:00.000Z';
const noProgress = { progress: () => undefined };

const built = async () => {
  const answer = await importJobs['import.build']({ recipe, files: filesOf(recipe), createdAt }, noProgress);
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure.report.entries.filter(({ level }) => level === 'error')));
  return answer.value;
};
const opened = async (): Promise<City> => {
  const bundle = await openCityBundle((await built()).bytes, 'flensburg.gpkg');
  if (bundle.status !== 'ok') throw new Error(JSON.stringify(bundle));
  return bundle.city;
};

describe('Flensburg from its recipe (skipped when the published tables are absent)', () => {
  it.skipIf(absent)('holds every area, figure and institution of the files', async () => {
    const city = await opened();
    const count = (level: string): number => city.areas.filter((area) => area.level === level).length;
    expect([count('city'), count('stadtteil'), count('stadtbezirk')]).toEqual([1, 13, 41]);
    expect(city.areas.filter(({ level, parent }) => level === 'stadtbezirk' && parent === undefined)).toEqual([]);
    expect(city.institutions.filter(({ category }) => category === 'kita')).toHaveLength(70);
    expect(city.institutions.filter(({ category }) => category === 'school')).toHaveLength(30);
    expect(city.institutions.reduce((sum, { category, capacity }) => sum + (category === 'kita' ? (capacity ?? 0) : 0), 0)).toBe(4_475);
    expect(new Set(city.values.map(({ date }) => date)).size).toBe(8);
    expect(city.values.every(({ cell }) => !('value' in cell) || Number.isFinite(cell.value))).toBe(true);
  });

  it.skipIf(absent)('holds the figures that exist for the whole city only, also those told apart by a column of household types', async () => {
    const city = await opened();
    const whole = (indicator: string, date: string) => city.referenceValues.find((value) => value.indicator === indicator && value.level === 'city' && value.date === date)?.cell;
    expect(whole('debt_counselling_male_living_alone', '2021-12-31')).toEqual({ mark: 'value', value: 767 });
    expect(whole('residence_asylum_seeker', '2016-12-31')).toEqual({ mark: 'value', value: 790 });
    expect(whole('support_pedagogical_family_assistance', '2017-12-31')).toEqual({ mark: 'value', value: 142 });
    // 25 tables came; the names of districts and of household types hold no figures
    expect(new Set(recipe.tables.map(({ file }) => file)).size).toBe(23);
  });

  it.skipIf(absent)('agrees with the tables read by hand in every figure both have', async () => {
    const [city, known] = [await opened(), flensburg()];
    const figures = new Map(city.values.map(({ indicator, area, date, cell }) => [`${indicator} ${area} ${date}`, cell]));
    const differing = known.values.filter(({ indicator, area, date, cell }) => {
      const found = figures.get(`${indicator} ${area} ${date}`);
      if (found === undefined) return cell.mark !== 'notAvailable';
      return 'value' in cell && 'value' in found ? Math.abs(cell.value - found.value) > 1e-9 || found.numerator !== cell.numerator || found.denominator !== cell.denominator : found.mark !== cell.mark;
    });
    expect(differing).toEqual([]);
    const places = new Map(city.institutions.map(({ name, address, location }) => [`${name} ${address}`, location]));
    expect(known.institutions.filter(({ name, address, location }) => Math.hypot((places.get(`${name} ${address}`)?.[0] ?? 0) - location![0], (places.get(`${name} ${address}`)?.[1] ?? 0) - location![1]) > 0.01)).toEqual([]);
    expect(new Map(city.areas.map(({ id, name }) => [id, name]))).toEqual(new Map(known.areas.map(({ id, name }) => [id, name])));
  });

  it.skipIf(absent)('gives the same bytes each time and tells in the bundle how it was made', async () => {
    const [one, other] = [await built(), await built()];
    expect(one.bytes).toEqual(other.bytes);
    const city = await opened();
    expect(JSON.parse(city.importRecord?.recipe ?? '')).toMatchObject({ recipe: 'quartierwerk-import' });
    expect(JSON.parse(city.importRecord?.report ?? '')).toEqual(one.report);
    expect(one.report.tables.find(({ id }) => id === 'risk_homelessness')).toMatchObject({ rows: 78, cells: { value: 66, notAvailable: 12 }, unmatchedRows: [], unmatchedAreas: [] });
  });

  it.skipIf(absent)('names the one Kita whose district differs from its place, and writes nothing when a file is missing', async () => {
    const { report } = await built();
    expect(report.entries.filter(({ code }) => code === 'declaredAreaDiffers')).toMatchObject([{ subject: 'kitas', list: [expect.stringContaining('Waldkiga')] }]);
    const answer = await importJobs['import.build']({ recipe, files: filesOf(recipe).slice(1), createdAt }, noProgress);
    expect(answer).toMatchObject({ ok: false, failure: { problem: { code: 'import.notBuilt' } } });
    expect(answer.ok ? [] : answer.failure.report.entries.filter(({ code }) => code === 'fileMissing').map(({ subject }) => subject)).toEqual(['parts']);
  });
});
