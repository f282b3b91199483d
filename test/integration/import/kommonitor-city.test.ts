import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCity } from '#app/exchange/import/build/build-city.ts';
import { crossFaults } from '#app/exchange/import/recipe/cross-check.ts';
import { proposeRecipe } from '#app/exchange/import/recognise/propose-recipe.ts';
import type { Proposal } from '#app/exchange/import/recognise/propose-recipe.ts';
import { readSource, SOURCE_READERS } from '#app/exchange/import/source/read-source.ts';
import type { ImportFile } from '#app/exchange/import/source/source.ts';
import { isMessageKey } from '#shared/i18n/translator.ts';

/** An invented city as KomMonitor exports it: three quarters in two districts, three days, one value missing. */
const QUARTERS = [
  { id: '011', name: 'Altstadt', quota: [8.5, 8.25, 8], children: [120, 130, 140] },
  { id: '012', name: 'Hafen', quota: [12, null, 11.5], children: [80, 90, 95] },
  { id: '021', name: 'Neustadt', quota: [4, 4.5, 4.25], children: [60, 55, 50] },
] as const;
const DAYS = ['2020-12-31', '2021-12-31', '2022-12-31'] as const;

const json = (name: string, content: unknown): ImportFile => ({ name, bytes: new TextEncoder().encode(JSON.stringify(content)) });
const csv = (name: string, text: string): ImportFile => ({ name, bytes: new TextEncoder().encode(text) });
const square = (at: number, width = 0.01) => ({ type: 'Polygon', coordinates: [[[7 + at * 0.01, 51], [7 + at * 0.01 + width, 51], [7 + at * 0.01 + width, 51.01], [7 + at * 0.01, 51.01], [7 + at * 0.01, 51]]] });
const collection = (features: readonly unknown[]) => ({ type: 'FeatureCollection', features });

const exported = (name: string, prefix = 'DATE_') => json(name, collection(QUARTERS.map(({ id, name: area, quota }, at) => ({
  type: 'Feature', geometry: square(at), properties: { ID: id, NAME: area, validStartDate: at === 1 ? null : '2015-01-01', validEndDate: null, ...Object.fromEntries(DAYS.map((day, place) => [`${prefix}${day}`, quota[place]])) },
}))));
const quota = exported('Arbeitslosenquote_Stadtteile.geojson');
const children = csv('Kinder im Grundschulalter_Stadtteile.csv', `ID;NAME;${DAYS.map((day) => `DATE_${day}`).join(';')}\n${QUARTERS.map(({ id, name, children: counts }) => [id, name, ...counts].join(';')).join('\n')}\n`);

const metadata = json('indikatoren.json', [
  {
    indicatorId: 'a1b2c3d4-0001', indicatorName: 'Arbeitslosenquote', indicatorType: 'STATUS_RELATIVE', unit: 'Prozent', precision: 1, topicReference: 't-12', interpretation: 'Je höher, desto mehr Menschen suchen Arbeit.',
    processDescription: 'Arbeitslose durch Erwerbspersonen', isHeadlineIndicator: true, tags: ['Arbeit'], characteristicValue: null,
    metadata: { datasource: 'Bundesagentur für Arbeit, Datenlizenz Deutschland – Namensnennung 2.0', databasis: 'Arbeitslosenstatistik', contact: 'Amt für Statistik, Frau Erika Beispiel, erika@example.org, Tel. 0123 456789', updateInterval: 'YEARLY', lastUpdate: '2023-03-15', sridEPSG: 4326, description: 'x' },
    regionalReferenceValues: [{ referenceDate: '2020-12-31', regionalSum: null, regionalAverage: 8.1, spatiallyUnassignable: null }, { referenceDate: '2021-12-31', regionalSum: null, regionalAverage: null, spatiallyUnassignable: null }, { referenceDate: '2022-12-31', regionalSum: null, regionalAverage: 7.9, spatiallyUnassignable: 2 }],
  },
  {
    indicatorId: 'a1b2c3d4-0002', indicatorName: 'Kinder im Grundschulalter', indicatorType: 'STATUS_ABSOLUTE', unit: 'Anzahl', precision: 0, topicReference: 'unknown', interpretation: '', processDescription: '',
    metadata: { datasource: 'Einwohnermelderegister', contact: 'Max Mustermann', lastUpdate: 'gestern', updateInterval: 'ARBITRARY' },
    regionalReferenceValues: [{ referenceDate: '2022-12-31', regionalSum: 290, regionalAverage: 95 }],
  },
  { indicatorId: 'a1b2c3d4-0003', indicatorName: 'Haushalte mit Hund', indicatorType: 'DYNAMIC_ABSOLUTE', unit: 'Anzahl', metadata: {} },
]);
const topics = json('themen.json', [{ topicId: 't-1', topicName: 'Arbeit', topicType: 'main', subTopics: [{ topicId: 't-12', topicName: 'Arbeitslosigkeit', topicType: 'sub', subTopics: [] }] }]);

async function propose(...files: readonly ImportFile[]): Promise<Proposal> {
  const sources = [];
  for (const file of files) {
    const content = await readSource(file, [], {});
    if (!content.ok || content.value.kind === 'osm') throw new Error(JSON.stringify(content));
    sources.push({ file: file.name, content: content.value });
  }
  const proposal = proposeRecipe(sources, undefined, { name: 'Musterstadt', ags: '05999000', edition: '2022' });
  expect(crossFaults(proposal.recipe)).toEqual([]);
  for (const { code, choices, path } of proposal.questions) {
    expect(isMessageKey(`importQuestion.${code}`), code).toBe(true);
    for (const { label } of choices) expect(isMessageKey(`importQuestion.choice.${label}`), label).toBe(true);
    const [first] = choices;
    if (first !== undefined) expect(path.reduce<unknown>((node, step) => (node as Record<string | number, unknown>)[step], proposal.recipe)).toMatchObject(first.value as object);
  }
  return proposal;
}

const build = async (proposal: Proposal, files: readonly ImportFile[]) => buildCity({ recipe: proposal.recipe, files, readers: SOURCE_READERS, createdAt: '2023-06-01T00:00:00Z' });

describe('An export of KomMonitor', () => {
  it('becomes a city with full records of its indicators, marks and values of the city', async () => {
    const files = [quota, children, metadata, topics];
    const proposal = await propose(...files);
    const [rate, count] = ['Arbeitslosenquote', 'Kinder im Grundschulalter'].map((title) => proposal.recipe.indicators.find((one) => one.title === title)!);
    expect(rate).toMatchObject({ unit: '%', decimals: 1, kind: 'status', form: 'relative', interpretation: 'Je höher, desto mehr Menschen suchen Arbeit.', process: 'Arbeitslose durch Erwerbspersonen. Datengrundlage: Arbeitslosenstatistik. Aktualisierung: jährlich.', additive: false });
    expect(proposal.recipe.topics.find(({ id }) => id === rate!.topic)).toMatchObject({ name: 'Arbeit › Arbeitslosigkeit' });
    expect(proposal.recipe.sources.find(({ id }) => id === rate!.source)).toMatchObject({ title: 'Bundesagentur für Arbeit, Datenlizenz Deutschland – Namensnennung 2.0', publisher: 'Amt für Statistik', date: '2023-03-15' });
    expect(count).toMatchObject({ unit: 'Anzahl', decimals: 0, form: 'absolute', additive: true });
    expect(JSON.stringify(proposal)).not.toMatch(/Erika|Mustermann|example\.org|456789/);
    expect(proposal.questions.find(({ code }) => code === 'kommonitorWithoutFigures')).toMatchObject({ details: { count: 1, names: 'Haushalte mit Hund' } });
    const { city, report, isSound } = await build(proposal, files);
    expect(isSound, JSON.stringify(report, null, 1)).toBe(true);
    const cellOf = (id: string, area: string, date: string) => city.values.find((one) => one.indicator === id && one.area === area && one.date === date)?.cell;
    expect(QUARTERS.map(({ id }) => DAYS.map((day) => cellOf(rate!.id, id, day)))).toEqual(QUARTERS.map(({ quota: values }) => values.map((value) => (value === null ? { mark: 'notAvailable' } : { mark: 'value', value }))));
    expect(cellOf(count!.id, '012', '2021-12-31')).toMatchObject({ mark: 'value', value: 90 });
    const reference = (id: string) => city.referenceValues.filter((one) => one.indicator === id && one.level === 'city').map(({ date, cell }) => [date, cell]);
    expect(reference(rate!.id)).toEqual([['2020-12-31', { mark: 'value', value: 8.1 }], ['2021-12-31', { mark: 'notAvailable' }], ['2022-12-31', { mark: 'value', value: 7.9 }]]);
    // the sum of the region counts more than the sum of the areas, which lacks those without a place
    expect(reference(count!.id).at(-1)).toEqual(['2022-12-31', { mark: 'value', value: 290 }]);
    expect(reference(count!.id)[0]).toMatchObject(['2020-12-31', { mark: 'value', value: 260 }]);
  });

  it('may call its days plainly, and come without metadata or topics', async () => {
    const files = [exported('Arbeitslosenquote_Stadtteile.geojson', ''), metadata];
    const proposal = await propose(...files);
    expect(proposal.recipe.tables[0]).not.toHaveProperty('date');
    expect(proposal.recipe.indicators).toMatchObject([{ title: 'Arbeitslosenquote', unit: '%', topic: 'work', decimals: 1 }]);
    const { city, isSound } = await build(proposal, files);
    expect(isSound).toBe(true);
    expect(city.values.filter(({ cell }) => cell.mark === 'value')).toHaveLength(8);
    expect((await propose(quota)).recipe.sources).toEqual([]);
  });

  it('names a level after the only one of its indicator, where the file names none', async () => {
    const one = { indicatorId: 'q', indicatorName: 'Arbeitslosenquote', applicableSpatialUnits: [{ spatialUnitId: 'w', spatialUnitName: 'Wohnplätze' }] };
    const named = await propose(exported('Arbeitslosenquote.geojson'), json('m.json', one));
    expect(named.recipe.levels[1]).toMatchObject({ name: 'Wohnplätze', singular: 'Wohnplätze' });
    const several = await propose(exported('Arbeitslosenquote.geojson'), json('m.json', { ...one, applicableSpatialUnits: [...one.applicableSpatialUnits, { spatialUnitName: 'Bezirke' }] }));
    expect(several.recipe.levels[1]).toMatchObject({ name: 'Gebiete' });
  });

  it('asks where a record only resembles an indicator, and takes nothing of it meanwhile', async () => {
    const proposal = await propose(exported('Arbeitslosenquoten_Gesamt_neu_Stadtteile.geojson'), metadata);
    const question = proposal.questions.find(({ code }) => code === 'kommonitorAlike')!;
    expect(question.choices.map(({ label }) => label)).toEqual(['kommonitorKeep', 'kommonitorTake']);
    expect(question.choices[1]!.value).toMatchObject({ title: 'Arbeitslosenquote', decimals: 1, unit: '%' });
    expect(proposal.recipe.indicators[0]!.title).not.toBe('Arbeitslosenquote');
    expect(proposal.recipe.tables).toHaveLength(1);
  });

  it('joins one indicator on two levels, names levels and asks where they nest otherwise', async () => {
    const districts = json('Arbeitslosenquote_Stadtbezirke.geojson', collection([['D1', 'West', 0, 0.02], ['D2', 'Ost', 2, 0.01]].map(([ID, NAME, at, width]) => ({ type: 'Feature', geometry: square(at as number, width as number), properties: { ID, NAME, 'DATE_2022-12-31': 5 } }))));
    const units = json('raumebenen.json', [
      { spatialUnitId: 'u1', spatialUnitLevel: 'Gesamtstadt', nextLowerHierarchyLevel: 'Stadtbezirke', nextUpperHierarchyLevel: null },
      { spatialUnitId: 'u2', spatialUnitLevel: 'Stadtbezirke (amtlich)', nextLowerHierarchyLevel: 'Stadtteile', nextUpperHierarchyLevel: 'Gesamtstadt' },
      { spatialUnitId: 'u3', spatialUnitLevel: 'Stadtteile', nextLowerHierarchyLevel: null, nextUpperHierarchyLevel: 'Gesamtstadt' },
    ]);
    const files = [quota, districts, metadata, units];
    const proposal = await propose(...files);
    expect(proposal.recipe.indicators).toHaveLength(1);
    expect(proposal.recipe.levels.map(({ id, name, nestsIn }) => [id, name, nestsIn])).toEqual([['city', 'Gesamtstadt', undefined], ['stadtbezirk', 'Stadtbezirke (amtlich)', 'city'], ['stadtteil', 'Stadtteile', 'stadtbezirk']]);
    expect(proposal.questions.find(({ code }) => code === 'kommonitorNesting')).toMatchObject({ path: ['levels', 2], details: { level: 'Stadtteile', seen: 'Stadtbezirke (amtlich)', declared: 'Gesamtstadt' }, choices: [{ label: 'nestsAsSeen' }, { label: 'nestsAsDeclared', value: { nestsIn: 'city', areas: { parent: { by: 'whole' } } } }] });
    const { isSound, city } = await build(proposal, files);
    expect(isSound).toBe(true);
    expect(city.values).toHaveLength(11);
  });

  it('stays what it is when next year\'s files come', async () => {
    const first = await propose(quota, metadata, topics);
    const sources = [];
    for (const file of [quota, children, metadata, topics]) {
      const content = await readSource(file, [], {});
      if (content.ok && content.value.kind !== 'osm') sources.push({ file: file.name, content: content.value });
    }
    const again = proposeRecipe(sources, first.recipe, { name: 'Musterstadt', ags: '05999000', edition: '2023' });
    expect(crossFaults(again.recipe)).toEqual([]);
    expect(again.recipe.indicators[0]).toEqual(first.recipe.indicators[0]);
    expect(again.recipe.indicators[1]).toMatchObject({ title: 'Kinder im Grundschulalter', unit: 'Anzahl' });
    expect(again.recipe.files.map(({ path }) => path).sort()).toEqual([quota.name, children.name, metadata.name].sort());
  });

  it('answers metadata of any kind without a fault, and the recipe stays a recipe', async () => {
    const odd = fc.oneof(fc.jsonValue(), fc.constantFrom('', ' ', '\u200b', '__proto__', 'constructor', 'Stadtteile', 'Arbeitslosenquote', 't-12', '2022-02-30', 'STATUS_RELATIVE', 1e300, -1));
    const some = (...keys: readonly string[]) => fc.record(Object.fromEntries(keys.map((key) => [key, odd])), { requiredKeys: [] });
    const reference = some('referenceDate', 'regionalSum', 'regionalAverage');
    const record = fc.oneof(
      fc.tuple(some('indicatorType', 'unit', 'precision', 'topicReference', 'interpretation', 'processDescription'), odd, odd, some('datasource', 'contact', 'lastUpdate', 'updateInterval', 'note'), fc.array(reference, { maxLength: 3 })).map(([rest, indicatorId, indicatorName, metadataOf, regionalReferenceValues]) => ({ ...rest, indicatorId, indicatorName, metadata: metadataOf, regionalReferenceValues })),
      some('spatialUnitLevel', 'nextUpperHierarchyLevel', 'nextLowerHierarchyLevel', 'spatialUnitId'),
      fc.tuple(odd, odd, fc.array(some('topicId', 'topicName', 'subTopics'), { maxLength: 2 })).map(([topicId, topicName, subTopics]) => ({ topicId, topicName, subTopics })),
    );
    await fc.assert(fc.asyncProperty(fc.array(record, { maxLength: 6 }), async (records) => {
      const file = json('metadaten.json', records);
      const content = await readSource(file, [], {});
      if (!content.ok) return void expect(content.failure.code).toBe('import.unknownFormat');
      const { recipe } = await propose(quota, file);
      expect(recipe.tables.length).toBeGreaterThan(0);
    }), { numRuns: 150 });
  });
});
