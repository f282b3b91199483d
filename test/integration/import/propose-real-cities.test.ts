import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildCity } from '#app/exchange/import/build/build-city.ts';
import { proposeRecipe } from '#app/exchange/import/recognise/propose-recipe.ts';
import type { RecogniseSource } from '#app/exchange/import/recognise/propose-recipe.ts';
import { crossFaults } from '#app/exchange/import/recipe/cross-check.ts';
import { readSource, SOURCE_READERS } from '#app/exchange/import/source/read-source.ts';
import type { ImportFile } from '#app/exchange/import/source/source.ts';
import { isMessageKey } from '#shared/i18n/translator.ts';
import { reasonToSkip, sharedFile } from '#test/shared-data.ts';

function filesIn(folder: string, prefix = ''): ImportFile[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(`${folder}/${entry.name}`, `${prefix}${entry.name}/`) : [{ name: `${prefix}${entry.name}`, bytes: new Uint8Array(readFileSync(`${folder}/${entry.name}`)) }]);
}

/** Everything of a folder that a reader of this room knows. */
async function sourcesIn(folder: string): Promise<readonly RecogniseSource[]> {
  const files = filesIn(folder).sort((a, b) => (a.name < b.name ? -1 : 1));
  const sources: RecogniseSource[] = [];
  for (const file of files) {
    const content = await readSource(file, files, {});
    if (content.ok) sources.push({ file: file.name, content: content.value });
  }
  return sources;
}

const flensburgFolder = sharedFile('data/flensburg');
const berlinFolder = sharedFile('data/berlin-2021');

describe(`A recipe proposed for Flensburg${reasonToSkip(flensburgFolder)}`, () => {
  it.runIf(flensburgFolder !== undefined)('has levels, all tables that join, institutions and people, and hardly a question', async () => {
    const sources = await sourcesIn(flensburgFolder!);
    const { recipe, questions } = proposeRecipe(sources, undefined, { name: 'Flensburg', ags: '01001000', edition: '2022' });
    expect(crossFaults(recipe)).toEqual([]);
    expect(recipe.levels.map(({ id, nestsIn }) => [id, nestsIn])).toEqual([['city', undefined], ['stadtteil', 'city'], ['bezirk', 'stadtteil']]);
    expect(recipe.levels[1]!.areas).toMatchObject({ key: { column: 'AREA_ID' }, name: { column: 'AREA_NAME', withoutNumber: true } });
    expect(recipe.levels[2]!.areas).toMatchObject({ key: { column: 'AREA_ID' }, parent: { by: 'column', column: 'PARENT_ARE' } });
    // 25 tables: two of them only explain ids
    expect(recipe.tables).toHaveLength(23);
    const byDistrict = recipe.tables.filter(({ area }) => 'column' in area);
    expect(byDistrict).toHaveLength(19);
    for (const table of byDistrict) expect(table).toMatchObject({ area: { column: 'district_id', level: 'stadtteil', by: 'key', prefix: 'STGT', digits: 2 }, date: { column: 'year', form: 'year' } });
    const indicator = (id: string) => recipe.indicators.find((one) => one.id === id);
    expect(indicator('population')).toMatchObject({ title: 'Einwohner*innen', unit: 'Personen', form: 'absolute', topic: 'population', additive: true });
    expect(indicator('unemployed_residents')).toMatchObject({ title: 'Arbeitslose', topic: 'work', form: 'absolute', direction: 'neutral' });
    expect(indicator('unemployed_residents_share')).toMatchObject({ form: 'relative', unit: '%', direction: 'higherIsWorse', numerator: 'unemployed_residents', denominator: 'population', computedPer: 100, cityFrom: 'stadtteil' });
    expect(indicator('beneficiaries')).toMatchObject({ topic: 'transfer' });
    expect(indicator('age_ratio')).toMatchObject({ title: 'Altenquotient', form: 'relative', decimals: 1 });
    expect(recipe.indicators.filter(({ title }) => /Migration|ausländisch/.test(title)).every(({ direction }) => direction === 'neutral')).toBe(true);
    expect(recipe.institutions.map(({ file, category, place }) => [file, category, place[0]!.by])).toEqual([
      ['kitas_in_flensburg_2', { fixed: 'kita' }, 'geometry'], ['schulen_flensburg', { fixed: 'school' }, 'coordinates'],
    ]);
    expect(recipe.population).toMatchObject({ date: '2022-12-31', from: { by: 'areas', where: [{ column: 'year', is: ['2022'] }] } });
    expect(recipe.population!.ageGroups.map(({ from, to }) => [from, to])).toEqual([[0, 17], [18, 29], [30, 44], [45, 64], [65, 79], [80, undefined]]);
    expect(questions.map(({ code }) => code)).toEqual(['layerTwice', 'columnsLeftOut', 'unused']);
  });

  it.runIf(flensburgFolder !== undefined)('builds a sound city as it is', async () => {
    const sources = await sourcesIn(flensburgFolder!);
    const { recipe } = proposeRecipe(sources, undefined, { name: 'Flensburg', ags: '01001000', edition: '2022' });
    const { city, report, isSound } = await buildCity({ recipe, files: filesIn(flensburgFolder!), readers: SOURCE_READERS, createdAt: '2023-09-01T00:00:00.000Z' });
    expect(report.entries.filter(({ level }) => level === 'error')).toEqual([]);
    expect(isSound).toBe(true);
    const count = (level: string) => city.areas.filter((area) => area.level === level).length;
    expect(['city', 'stadtteil', 'bezirk'].map(count)).toEqual([1, 13, 41]);
    expect(['kita', 'school'].map((category) => city.institutions.filter((one) => one.category === category).length)).toEqual([70, 30]);
    expect(city.institutions.filter(({ category, location }) => category === 'kita' && location === undefined)).toEqual([]);
    const value = (indicator: string, area: string, date: string) => city.values.find((one) => one.indicator === indicator && one.area === area && one.date === date)?.cell;
    expect(value('population', 'STGT01', '2011-12-31')).toEqual({ mark: 'value', value: 3323 });
    expect(value('beneficiaries', 'STGT01', '2018-12-31')).toEqual({ mark: 'value', value: 554 });
    expect(value('unemployed_residents_share', 'STGT01', '2017-12-31')).toMatchObject({ mark: 'value', numerator: 233, denominator: 3807 });
    // the age groups of 13 Stadtteile add up to the city's people at the end of 2022
    expect(city.population!.counts.reduce((sum, counts) => sum + counts.reduce((one, people) => one + people, 0), 0)).toBe(99_341);
  });

  it.runIf(flensburgFolder !== undefined)('stays as it is for the same files, and takes next year\'s files in the old ones\' places', async () => {
    const sources = await sourcesIn(flensburgFolder!);
    const city = { name: 'Flensburg', ags: '01001000', edition: '2022' };
    const first = proposeRecipe(sources, undefined, city).recipe;
    const again = proposeRecipe(sources, first, city);
    expect(again.recipe.tables).toEqual(first.tables);
    expect(again.recipe.indicators).toEqual(first.indicators);
    expect(again.recipe.levels).toEqual(first.levels);
    expect(again.recipe.institutions).toEqual(first.institutions);
    const renamed = sources.map((source) => (source.file === 'csv/fl_births_by_district.csv' ? { ...source, file: 'csv/fl_births_by_district_2023.csv' } : source));
    const next = proposeRecipe(renamed, first, city);
    expect(next.recipe.files.find(({ id }) => id === 'fl_births_by_district')!.path).toBe('csv/fl_births_by_district_2023.csv');
    expect(next.recipe.tables).toEqual(first.tables);
  });
});

describe(`A recipe proposed for Berlin 2021${reasonToSkip(berlinFolder)}`, () => {
  it.runIf(berlinFolder !== undefined)('nests four levels by keys, keeps the old areas out and asks what -9999 means', async () => {
    const { recipe, questions } = proposeRecipe(await sourcesIn(berlinFolder!), undefined, { name: 'Berlin', ags: '11000000', edition: '2021' });
    expect(crossFaults(recipe)).toEqual([]);
    expect(recipe.levels.map(({ id, nestsIn }) => [id, nestsIn])).toEqual([['city', undefined], ['bezirk', 'city'], ['prognoseraum', 'bezirk'], ['bezirksregion', 'prognoseraum'], ['planungsraum', 'bezirksregion']]);
    expect(recipe.levels.slice(2).map(({ areas }) => areas.parent)).toEqual([2, 4, 6].map((characters) => ({ by: 'key', characters })));
    expect(recipe.levels[1]!.areas).toMatchObject({ key: { column: 'Gemeinde_s', last: 2 } });
    const table = (file: string) => recipe.tables.find((one) => one.file === file)!;
    expect(table('mss_2021_index_indikatoren')).toMatchObject({ area: { column: 'PLR_ID', level: 'planungsraum', by: 'key' }, date: { column: 'ZEIT', form: 'month' }, signs: { '-9999': 'notAvailable' }, numbers: { decimal: '.' } });
    expect(table('mss_2021_index_indikatoren').values.map(({ column }) => column)).toEqual(['S1', 'S3', 'S4', 'D1', 'D3', 'D4']);
    expect(table('ewr_plr_2015_2024_dezember').area).toMatchObject({ column: 'plr_id', otherAreas: 'leaveOut' });
    // the office's own trap: three indicators on the areas before 2021
    expect(recipe.tables.some(({ file }) => file.includes('k08'))).toBe(false);
    expect(questions.find(({ code, details }) => code === 'unused' && details!['reason'] === 'otherVintage')!.details).toMatchObject({ file: 'mss_2021_kontext_indikatoren_k08_k14_k15.csv', known: 0, texts: 447 });
    expect(recipe.publishedClasses).toHaveLength(1);
    expect(recipe.publishedClasses[0]).toMatchObject({ status: { assign: { hoch: 'high', 'sehr niedrig': 'veryLow' } }, trend: { assign: { positiv: 'positive' } } });
    expect(recipe.institutions.map(({ id, category }) => [id, category])).toEqual([['kindertagesstaetten', { fixed: 'kita' }], ['schulen', { fixed: 'school' }]]);
    expect(recipe.population).toMatchObject({ date: '2024-12-31' });
    expect(recipe.population!.ageGroups.map(({ from }) => from)).toEqual([0, 6, 15, 18, 27, 45, 55, 65]);
    for (const { code } of questions) expect(isMessageKey(`importQuestion.${code}`), code).toBe(true);
  });
});
