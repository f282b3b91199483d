import { describe, expect, it } from 'vitest';
import { buildCity } from '#app/exchange/import/build/build-city.ts';
import { recipeFrom } from '#app/exchange/import/recipe/read-recipe.ts';
import type { RecipeInput } from '#app/exchange/import/recipe/recipe-schema.ts';
import { SOURCE_READERS } from '#app/exchange/import/source/read-source.ts';
import { transformation } from '#app/domain/geometry/crs.ts';
import type { KnownCrs } from '#app/domain/geometry/crs.ts';
import { cityOutline } from '#app/domain/city/city-outline.ts';
import { areaOf, boundsOf } from '#app/domain/geometry/shape-measures.ts';
import type { Cell } from '#shared/cell.ts';

// Four squares of 1 km in a row near Kassel, in the city's system.
const EAST = 533_000;
const NORTH = 5_685_000;
const NAMES = ['Nord-Holland', 'Süsterfeld', 'Wehlheiden', 'St. Georg'];
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
type Box = readonly [x: number, y: number, width: number, height: number];
const boxes: readonly Box[] = NAMES.map((_, index) => [EAST + index * 1000, NORTH, 1000, 1000]);

function layer(parts: readonly { readonly box: Box; readonly properties: object }[], crs: KnownCrs = 'EPSG:25832', declared: KnownCrs | undefined = crs): Uint8Array {
  const move = transformation('EPSG:25832', crs);
  const ring = ([x, y, w, h]: Box) => [[x, y], [x + w, y], [x + w, y + h], [x, y + h], [x, y]].map((corner) => move(corner as [number, number]));
  const name = declared === undefined ? {} : { crs: { type: 'name', properties: { name: `urn:ogc:def:crs:EPSG::${declared.slice(5)}` } } };
  return bytes(JSON.stringify({ type: 'FeatureCollection', ...name, features: parts.map(({ box, properties }) => ({ type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring(box)] } })) }));
}
const quarters = (crs?: KnownCrs, declared?: KnownCrs) => layer(boxes.map((box, index) => ({ box, properties: { NR: `0${index + 1}`, NAME: NAMES[index] } })), crs, declared);

const BASE = {
  recipe: 'quartierwerk-import',
  version: 1,
  city: { bundleId: 'k', name: 'Kassel', ags: '06611000', edition: '2024' },
  files: [{ id: 'areas', path: 'areas.geojson' }, { id: 'data', path: 'data.csv' }],
  levels: [{ id: 'q', name: 'Quartiere', singular: 'Quartier', plural: 'Quartiere', areas: { file: 'areas', key: { column: 'NR' }, name: { column: 'NAME' } } }],
  topics: [{ id: 't', name: 'T' }],
  indicators: [{ id: 'n', title: 'Anzahl', topic: 't', additive: true }, { id: 'all', title: 'Alle', topic: 't', additive: true }, { id: 'rate', title: 'Anteil', topic: 't', form: 'relative', unit: '%' }],
} satisfies RecipeInput;

async function build(changes: Partial<RecipeInput>, csv: string, more: Readonly<Record<string, Uint8Array>> = {}, areas = quarters()) {
  const recipe = recipeFrom({ ...BASE, ...changes });
  if (!recipe.ok) throw new Error(JSON.stringify(recipe.failure));
  const files = [{ name: 'areas.geojson', bytes: areas }, { name: 'data.csv', bytes: bytes(csv) }, ...Object.entries(more).map(([name, content]) => ({ name, bytes: content }))];
  const built = await buildCity({ recipe: recipe.value, files, readers: SOURCE_READERS, createdAt: '2024-01-01T00:00:00.000Z' });
  const cell = (indicator: string, area: string, date: string): Cell | undefined => built.city.values.find((value) => value.indicator === indicator && value.area === area && value.date === date)?.cell;
  const codes = (level: string): string[] => built.report.entries.filter((entry) => entry.level === level).map(({ subject, code }) => `${subject} ${code}`);
  const list = (code: string) => built.report.entries.find((entry) => entry.code === code)?.list;
  return { ...built, cell, codes, list };
}
const value = (number: number): Cell => ({ mark: 'value', value: number });

describe('tables of every shape', () => {
  it('years as columns, keys with lost zeros, a total and footnotes', async () => {
    const { cell, codes, list, city } = await build(
      { tables: [{ id: 'data', file: 'data', header: 2, area: { column: 'Nr.', level: 'q', city: ['Summe'] }, values: [{ column: '{year}', indicator: 'n' }] }] },
      'Titel;;\nNr.;2022;2023 1)\n1;5;.\n2;-;7\n3;...;x\n4;(3);1.234\nSumme;8;1.300\n1) vorläufig;;\n',
    );
    expect(codes('error')).toEqual([]);
    expect(['01', '02', '03', '04'].map((area) => cell('n', area, '2022-12-31'))).toEqual([value(5), { mark: 'zero' }, { mark: 'notAvailable' }, { mark: 'uncertain', value: 3 }]);
    expect(['01', '02', '03', '04'].map((area) => cell('n', area, '2023-12-31'))).toEqual([{ mark: 'suppressed' }, value(7), { mark: 'notApplicable' }, value(1234)]);
    expect(city.referenceValues.map(({ cell: reference }) => reference)).toEqual([value(8), value(1300)]);
    expect(list('leadingZeros')).toEqual(['01', '02', '03', '04']);
    expect(list('remarkRows')).toEqual(['8: 1) vorläufig']);
  });

  it('areas in the header by name in another spelling, years in rows', async () => {
    const { cell, codes, list } = await build(
      { tables: [{ id: 'data', file: 'data', area: { inHeader: true, level: 'q', by: 'name', city: ['Insgesamt'] }, date: { column: 'Jahr' }, values: [{ column: '{area}', indicator: 'n' }] }] },
      'Jahr;Nord-Holland;Suesterfeld;Wehlheiden;Sankt Georg;Ausland;Insgesamt\n2022;1;2;3;4;9;19\n2023;5;6;7;8;9;35\n',
    );
    expect(codes('error')).toEqual([]);
    expect(['01', '02', '03', '04'].map((area) => cell('n', area, '2023-12-31'))).toEqual([5, 6, 7, 8].map(value));
    expect(list('unmatchedRows')?.map((text) => text.split(' ')[0])).toEqual(['Ausland']);
  });

  it('a long table by indicator and quarter, with names only and filled down', async () => {
    const { cell, codes, list } = await build(
      { tables: [{ id: 'data', file: 'data', area: { column: 'Gebiet', level: 'q', by: 'name' }, fillDown: ['Gebiet'], date: { column: 'Stand', form: 'quarter' }, indicator: { column: 'Merkmal', assign: { ELB: 'n' } }, values: [{ column: 'Wert' }] }] },
      'Gebiet;Merkmal;Stand;Wert\n01 Nord-Holland;ELB;2023-Q1;12\n;BG;2023-Q1;8\n;ELB;Q2 2023;13\nWehlheiden;ELB;2023-Q1;0\n',
    );
    expect(codes('error')).toEqual([]);
    expect([cell('n', '01', '2023-03-31'), cell('n', '01', '2023-06-30'), cell('n', '03', '2023-03-31')]).toEqual([value(12), value(13), { mark: 'zero' }]);
    expect(list('indicatorsLeftOut')).toEqual(['BG (1)']);
  });

  it('refuses numbers with two readings, figures twice and tables of other areas', async () => {
    const table = { id: 'data', file: 'data', area: { column: 'Nr', level: 'q' as const }, date: { fixed: '2023-12-31' } };
    expect((await build({ tables: [{ ...table, values: [{ column: 'x', indicator: 'rate' }] }] }, 'Nr;x\n01;1.234\n02;2.345\n')).codes('error')).toEqual(['data numbersUnclear']);
    expect((await build({ tables: [{ ...table, values: [{ column: 'x', indicator: 'n' }] }] }, 'Nr;x\n01;1\n01;2\n')).codes('error')).toEqual(['data figuresTwice']);
    expect((await build({ tables: [{ ...table, twice: 'sum', values: [{ column: 'x', indicator: 'n' }] }] }, 'Nr;x\n01;1\n01;2\n')).cell('n', '01', '2023-12-31')).toEqual(value(3));
    expect((await build({ tables: [{ ...table, values: [{ column: 'x', indicator: 'n' }] }] }, 'Nr;x\n0711;1\n0712;2\n')).codes('error')).toEqual(['data otherCut']);
    expect((await build({ tables: [{ ...table, area: { ...table.area, assign: { Mitte: '99' } }, values: [{ column: 'x', indicator: 'n' }] }] }, 'Nr;x\n01;1\n')).codes('error')).toEqual(['data assignedNowhere']);
    const state = await build({ tables: [{ ...table, values: [{ column: 'x', indicator: 'n' }] }] }, `Nr;x\n${Array.from({ length: 40 }, (_, index) => `${String(index + 1).padStart(2, '0')};${index}`).join('\n')}\n`);
    expect(state.codes('error')).toEqual([]);
    expect(state.list('unmatchedRows')).toHaveLength(36);
    expect((await build({ tables: [{ ...table, values: [{ column: 'y', indicator: 'n' }] }] }, 'Nr;x\n01;1\n')).codes('error')).toEqual(['data columnUnknown']);
  });

  it('counts rows of other areas under the days of the headers', async () => {
    const table = { id: 'data', file: 'data', area: { column: 'Nr', level: 'q' as const }, values: [{ column: '{year}', indicator: 'n' }] };
    const one = await build({ tables: [table] }, 'Nr;2022;2023\n01;1;2\n02;3;4\n03;5;6\n04;7;8\nnicht zuzuordnen;1;1\n');
    expect(one.codes('error')).toEqual([]);
    expect(one.list('unmatchedRows')).toEqual(['nicht zuzuordnen']);
    const foreign = 'Nr;2010;2023\n01;1;2\n0711;3;\n0712;4;\n0713;5;\n0714;6;\n';
    expect((await build({ tables: [table] }, foreign)).list('otherCut')).toEqual(['2010-12-31: 1 / 5']);
    const leftOut = await build({ tables: [{ ...table, area: { ...table.area, otherAreas: 'leaveOut' } }] }, foreign);
    expect(leftOut.codes('error')).toEqual([]);
    expect(leftOut.list('daysLeftOut')).toEqual(['2010-12-31: 1 / 5']);
    expect([leftOut.cell('n', '01', '2010-12-31'), leftOut.cell('n', '01', '2023-12-31')]).toEqual([undefined, value(2)]);
  });

  it('takes numerator and denominator into one figure, and never lets a sign become a number', async () => {
    const { cell } = await build(
      { tables: [{ id: 'data', file: 'data', area: { column: 'Nr', level: 'q' }, date: { fixed: '2023-12-31' }, signs: { '-9999': 'notAvailable' }, values: [{ column: 'Anteil', indicator: 'rate', factor: 100 }, { column: 'Zähler', indicator: 'rate', part: 'numerator' }, { column: 'Nenner', indicator: 'rate', part: 'denominator' }] }] },
      'Nr;Anteil;Zähler;Nenner\n01;0,25;5;20\n02;.;.;20\n03;-9999;-;20\n04;;;\n',
    );
    expect(['01', '02', '03', '04'].map((area) => cell('rate', area, '2023-12-31'))).toEqual([{ mark: 'value', value: 25, numerator: 5, denominator: 20 }, { mark: 'suppressed' }, { mark: 'notAvailable' }, { mark: 'notAvailable' }]);
  });
});

describe('figures beside secret counts', () => {
  const table = { id: 'data', file: 'data', area: { column: 'Nr', level: 'q' as const, city: ['Summe'] }, date: { fixed: '2023-12-31' }, values: [{ column: 'Anteil', indicator: 'rate' }, { column: 'Zähler', indicator: 'rate', part: 'numerator' as const }, { column: 'Nenner', indicator: 'rate', part: 'denominator' as const }] };

  it('are secret and reported, whichever of the counts is secret', async () => {
    const { cell, list, city } = await build({ tables: [table] }, 'Nr;Anteil;Zähler;Nenner\n01;2,0;.;100\n02;2,0;2;.\n03;-;.;100\n04;2,0;;100\nSumme;1,5;.;400\n');
    expect(['01', '02', '03', '04'].map((area) => cell('rate', area, '2023-12-31'))).toEqual([{ mark: 'suppressed' }, { mark: 'suppressed' }, { mark: 'suppressed' }, { mark: 'value', value: 2, denominator: 100 }]);
    expect(city.referenceValues.map(({ cell: reference }) => reference)).toEqual([{ mark: 'suppressed' }]);
    expect(list('rateOfSecretCount')).toEqual(['01 2023-12-31', '02 2023-12-31', '03 2023-12-31', 'Kassel 2023-12-31']);
  });
});

describe('rates of which the table gives the counts only', () => {
  const table = { id: 'data', file: 'data', area: { column: 'Nr', level: 'q' as const }, date: { fixed: '2023-12-31' }, values: [{ column: 'Zähler', indicator: 'rate', part: 'numerator' as const }, { column: 'Nenner', indicator: 'rate', part: 'denominator' as const }] };
  const rate = { ...BASE.indicators[2]!, numerator: 'n', denominator: 'all' };
  const withRate = (computedPer?: number) => build({ indicators: [BASE.indicators[0]!, BASE.indicators[1]!, { ...rate, ...(computedPer === undefined ? {} : { computedPer }) }], tables: [table] }, 'Nr;Zähler;Nenner\n01;5;20\n02;.;20\n03;-;20\n04;5;...\n');

  it('are computed from them, and without a rule they are listed', async () => {
    const { cell, list } = await withRate(100);
    expect(['01', '02', '03', '04'].map((area) => cell('rate', area, '2023-12-31'))).toEqual([{ mark: 'value', value: 25, numerator: 5, denominator: 20 }, { mark: 'suppressed' }, { mark: 'zero', denominator: 20 }, { mark: 'notAvailable' }]);
    expect(list('countsWithoutRate')).toBeUndefined();
    expect((await withRate()).list('countsWithoutRate')).toEqual(['01 2023-12-31', '02 2023-12-31', '03 2023-12-31', '04 2023-12-31']);
  });
});

describe('areas', () => {
  const data = { tables: [] };
  it.each(['EPSG:31467', 'EPSG:4326', 'EPSG:4647', 'EPSG:3857'] as const)('come from %s into the city\'s system', async (crs) => {
    const { city, codes } = await build(data, 'Nr\n1\n', {}, quarters(crs));
    expect(codes('error')).toEqual([]);
    const [x, y] = city.areas[0]!.shape[0]![0]![0]!;
    // Gauß-Krüger goes over the shift of the whole country, good to some metres
    expect(Math.hypot(x - EAST, y - NORTH)).toBeLessThan(5);
  });

  it('are refused under a wrong declaration, with the system that would fit', async () => {
    const wrong = await build(data, 'Nr\n1\n', {}, quarters('EPSG:25832', 'EPSG:4326'));
    expect(wrong.codes('error')).toContain('q crsContradicted');
    expect(wrong.list('crsContradicted')).toEqual(['EPSG:25832']);
    const told = await build({ ...data, files: [{ id: 'areas', path: 'areas.geojson', crs: 'EPSG:25832' }, { id: 'data', path: 'data.csv' }] }, 'Nr\n1\n', {}, quarters('EPSG:25832', 'EPSG:4326'));
    expect(told.codes('error')).toEqual([]);
  });

  it('dissolve by a column of the finer layer, and keys that stand twice are named', async () => {
    const areas = layer(boxes.map((box, index) => ({ box, properties: { NR: `0${index + 1}`, NAME: NAMES[index], BEZ: index < 2 ? '1' : '2', BEZNAME: index < 2 ? 'West' : 'Ost' } })));
    const levels: RecipeInput['levels'] = [
      { id: 'd', name: 'Bezirke', singular: 'Bezirk', plural: 'Bezirke', areas: { dissolve: 'q', nameColumn: 'BEZNAME' } },
      { ...BASE.levels[0]!, nestsIn: 'd', areas: { file: 'areas', key: { column: 'NR' }, name: { column: 'NAME' }, parent: { by: 'column', column: 'BEZ', prefix: 'B' } } },
    ];
    const { city, codes } = await build({ ...data, levels }, 'Nr\n1\n', {}, areas);
    expect(codes('error')).toEqual([]);
    expect(city.areas.filter(({ level }) => level === 'd').map(({ id, name }) => `${id} ${name}`)).toEqual(['B1 West', 'B2 Ost']);
    expect(city.areas.filter(({ level }) => level === 'q').map(({ parent }) => parent)).toEqual(['B1', 'B1', 'B2', 'B2']);
    const twice = await build(data, 'Nr\n1\n', {}, layer(boxes.map((box) => ({ box, properties: { NR: '1', NAME: 'x' } }))));
    expect(twice.codes('error')).toContain('q keyTwice');
  });

  describe('of a level with one area', () => {
    const one = (box: Box) => layer([{ box, properties: { NR: 'F1', NAME: 'Eins' } }]);
    const level = { id: 'f', name: 'Fördergebiete', singular: 'Fördergebiet', plural: 'Fördergebiete', areas: { file: 'one', key: { column: 'NR' }, name: { column: 'NAME' } } };
    const built = (box: Box, quartersLevel = BASE.levels[0]!) => build({ ...data, files: [...BASE.files, { id: 'one', path: 'one.geojson' }], levels: [level, quartersLevel] }, 'Nr\n1\n', { 'one.geojson': one(box) });
    const ordersOf = ({ city }: Awaited<ReturnType<typeof build>>) => city.levels.map(({ id, order }) => [id, order]);

    it('are the city only where it holds the land of the others', async () => {
      expect(ordersOf(await built([EAST, NORTH, 4000, 1000]))).toEqual([['f', 0], ['q', 1]]);
      expect(ordersOf(await built([EAST + 20, NORTH, 3960, 1000]))).toEqual([['f', 0], ['q', 1]]);
      expect(ordersOf(await built([EAST + 500, NORTH, 1000, 1000]))).toEqual([['f', 1], ['q', 2]]);
      expect(ordersOf(await built([EAST + 200, NORTH, 3800, 1000], { ...BASE.levels[0]!, ...{ nestsIn: 'f' } }))).toEqual([['f', 0], ['q', 1]]);
    });
  });

  it('have all of the land that names them, by key of the file or of the city', async () => {
    const part = (index: number, at: number, key: string) => ({ box: [EAST + index * 1000 + at, NORTH, 100, 100] as const, properties: { GEBIET: key } });
    const land = layer([part(0, 0, '1'), part(0, 500, '1'), part(1, 0, 'Q02'), part(2, 0, '99'), part(2, 500, 'D1')]);
    const levels: RecipeInput['levels'] = [
      { id: 'd', name: 'Stadt', singular: 'Stadt', plural: 'Städte', areas: { dissolve: 'q', whole: { key: 'D1', name: 'Stadt' } } },
      { ...BASE.levels[0]!, areas: { file: 'areas', key: { column: 'NR', prefix: 'Q', digits: 2 }, name: { column: 'NAME' } }, residential: { file: 'land', area: 'GEBIET' } },
    ];
    const { city, list, codes } = await build({ ...data, files: [...BASE.files, { id: 'land', path: 'land.geojson' }], levels }, 'Nr\n1\n', { 'land.geojson': land });
    expect(codes('error')).toEqual([]);
    const landOf = (id: string): number | undefined => { const area = city.areas.find((candidate) => candidate.id === id); return area?.residential && Math.round(areaOf(area.residential)); };
    expect(['Q01', 'Q02', 'Q03'].map(landOf)).toEqual([20_000, 10_000, undefined]);
    expect(list('residentialNowhere')).toEqual(['99']);
    expect(list('withoutResidential')).toEqual(['Q03 Wehlheiden', 'Q04 St. Georg']);
  });

  it('carry counts of older areas over by outline, as estimated, and refuse rates', async () => {
    const old = layer([{ box: [EAST, NORTH, 2000, 1000], properties: { ALT: 'A' } }, { box: [EAST + 2000, NORTH, 2000, 1000], properties: { ALT: 'B' } }]);
    const changes: Partial<RecipeInput> = {
      files: [...BASE.files, { id: 'old', path: 'old.geojson' }],
      crosswalks: [{ id: 'cut', level: 'q', method: { by: 'area', file: 'old', key: { column: 'ALT' } } }],
      tables: [{ id: 'data', file: 'data', area: { column: 'Nr', level: 'q', crosswalk: 'cut' }, date: { fixed: '2010-12-31' }, values: [{ column: 'n', indicator: 'n' }] }],
    };
    const { cell, codes } = await build(changes, 'Nr;n\nA;100\nB;.\n', { 'old.geojson': old });
    expect(codes('error')).toEqual([]);
    expect(cell('n', '01', '2010-12-31')).toMatchObject({ mark: 'uncertain', value: expect.closeTo(50, 3) as number });
    expect(cell('n', '03', '2010-12-31')).toEqual({ mark: 'suppressed' });
    const rate = await build({ ...changes, tables: [{ ...changes.tables![0]!, values: [{ column: 'n', indicator: 'rate' }] }] }, 'Nr;n\nA;10,5\nB;1,5\n', { 'old.geojson': old });
    expect(rate.codes('error')).toEqual(['data crosswalkRate']);
  });
});

describe('institutions and people', () => {
  it('proposes no pair again that was called two institutions, and names pairs that are gone', async () => {
    const twins = { categories: [{ id: 'kita', name: 'Kita' }], files: [...BASE.files], institutions: [{ id: 'l', file: 'data', key: { column: 'K' }, name: 'N', category: { fixed: 'kita' }, address: 'A' }] };
    const csv = 'K;N;A\na;Kita Sonne;Weg 1\nb;Kita Sonne;Weg 1\n';
    const pairs = async (different?: [string, string][]) => {
      const { institutions, list } = await build({ ...twins, institutions: twins.institutions.map((entry) => ({ ...entry, ...(different && { different }) })) }, csv);
      return { proposed: institutions.duplicates.map(({ one, other }) => [one, other]), reported: list('duplicatesLikely')?.length, gone: list('differentUnused') };
    };
    expect(await pairs()).toEqual({ proposed: [['a', 'b']], reported: 1, gone: undefined });
    expect(await pairs([['b', 'a']])).toEqual({ proposed: [], reported: undefined, gone: undefined });
    expect(await pairs([['a', 'x']])).toEqual({ proposed: [['a', 'b']], reported: 1, gone: ['a / x'] });
  });

  const HEAD = 'Name;Art;Strasse;PLZ;Gebiet\n';
  const list: NonNullable<RecipeInput['institutions']>[number] = {
    id: 'list', file: 'data', name: 'Name', category: { column: 'Art', assign: { Kindergarten: 'kita' } }, address: 'Strasse', postcode: 'PLZ',
    declaredArea: { column: 'Gebiet', level: 'q', by: 'name' }, place: [{ by: 'address', street: 'Strasse', postcode: 'PLZ' }],
  };
  const changes: Partial<RecipeInput> = {
    files: [...BASE.files, { id: 'adr', path: 'adr.csv' }],
    tables: [],
    categories: [{ id: 'kita', name: 'Kita' }],
    institutions: [list],
    addresses: [{ file: 'adr', street: 'STR', houseNumber: { join: ['HNR', 'ADZ'], with: '' }, postcode: 'PLZ', place: { by: 'coordinates', x: 'OST', y: 'NORD', crs: 'EPSG:25832' } }],
  };
  const addresses = bytes(`STR;HNR;ADZ;PLZ;OST;NORD\nHolländische Straße;5;;34127;${EAST + 500},0;${NORTH + 500},0\nHolländische Straße;7;a;34127;${EAST + 1500},0;${NORTH + 500},0\n`);

  it('are placed by their address, and what is not found is named', async () => {
    const { city, codes, list: named } = await build(changes, `${HEAD}Kita Eins;Kindergarten;Hollaendische Str. 5;34127;Nord-Holland\nKita Zwei;Kindergarten;Holländische Straße 7 A;34127;Wehlheiden\nKita Drei;Kindergarten;Nirgendweg 1;34127;Wehlheiden\n`, { 'adr.csv': addresses });
    expect(codes('error')).toEqual([]);
    expect(city.institutions.map(({ placement, location }) => [placement, location])).toEqual([['address', [EAST + 500, NORTH + 500]], ['address', [EAST + 1500, NORTH + 500]], ['none', undefined]]);
    expect(named('institutionsUnplaced')).toEqual([expect.stringContaining('Kita Drei')]);
    expect(named('declaredAreaDiffers')).toEqual([expect.stringContaining('Wehlheiden / Süsterfeld')]);
    expect(city.institutions[0]!.id).toBe('kita-kita-eins-hollaendische-str-5');
  });

  it('without a category are an error by word, and coordinates of another system too', async () => {
    expect((await build(changes, `${HEAD}Hort;Hort;Weg 1;34127;\n`, { 'adr.csv': addresses })).codes('error')).toEqual(['list categoryUnknown']);
    const coordinates = { ...changes, institutions: [{ ...list, category: { fixed: 'kita' }, declaredArea: undefined, place: [{ by: 'coordinates' as const, x: 'Strasse', y: 'PLZ', crs: 'EPSG:4326' }] }] };
    expect((await build(coordinates, `${HEAD}Kita;x;13,4;52,5;\n`, { 'adr.csv': addresses })).codes('error')).toEqual(['list placesElsewhere']);
  });

  it('have no place where their street is known under another postcode only', async () => {
    const rows = `${HEAD}Kita Eins;Kindergarten;Holländische Str. 5;14482;\nKita Zwei;Kindergarten;Holländische Straße 7 a, 14482 Potsdam;;\n`;
    const { city, list: named } = await build(changes, rows, { 'adr.csv': addresses });
    expect(city.institutions.map(({ placement }) => placement)).toEqual(['none', 'none']);
    expect(named('postcodeDiffers')).toEqual([expect.stringContaining('Kita Eins: Holländische Str. 5, 14482 → 34127'), expect.stringContaining('Kita Zwei: Holländische Straße 7 a, 14482 → 34127')]);
    expect(named('institutionsUnplaced')).toHaveLength(2);
  });

  it('take the word for how a place was found only for coordinates the file gives', async () => {
    const both = { ...list, declaredArea: undefined, placement: 'Wie', place: [{ by: 'coordinates' as const, x: 'X', y: 'Y', crs: 'EPSG:25832' }, ...list.place!] };
    const rows = `Name;Art;Strasse;PLZ;X;Y;Wie\nKita Eins;Kindergarten;Holländische Str. 5;34127;${EAST + 100};${NORTH + 100};by_hand\nKita Zwei;Kindergarten;Holländische Str. 99;34127;;;by_hand\n`;
    const { city } = await build({ ...changes, institutions: [both] }, rows, { 'adr.csv': addresses });
    expect(city.institutions.map(({ placement }) => placement)).toEqual(['byHand', 'street']);
  });

  it('name a number of places that is none', async () => {
    const rows = 'Name;Art;Strasse;PLZ;Plaetze\nA;Kindergarten;;;über 100\nB;Kindergarten;;;-5\nC;Kindergarten;;;40\nD;Kindergarten;;;0\nE;Kindergarten;;;-\nF;Kindergarten;;;...\n';
    const { city, report } = await build({ ...changes, institutions: [{ ...list, declaredArea: undefined, capacity: { column: 'Plaetze' } }] }, rows, { 'adr.csv': addresses });
    expect(city.institutions.map(({ capacity }) => capacity)).toEqual([undefined, undefined, 40, 0, undefined, undefined]);
    expect(report.entries.filter(({ details }) => details?.['field'] === 'capacity').map(({ list: texts }) => texts)).toEqual([['über 100 (1)', '-5 (1)']]);
  });

  it('are left out by key one by one, and only for one that is there', async () => {
    const rows = `${HEAD}Städtische Kita;Kindergarten;;;\nStädtische Kita;Kindergarten;;;\nStädtische Kita;Kindergarten;;;\n`;
    const withSameAs = (sameAs: Readonly<Record<string, string>>) => build({ ...changes, institutions: [{ ...list, sameAs }] }, rows, { 'adr.csv': addresses });
    const id = 'kita-staedtische-kita';
    const one = await withSameAs({ [`${id}-2`]: id });
    expect(one.codes('error')).toEqual([]);
    expect(one.city.institutions.map((institution) => institution.id)).toEqual([id, `${id}-3`]);
    const chain = await withSameAs({ [`${id}-2`]: id, [`${id}-3`]: `${id}-2` });
    expect([chain.codes('error'), chain.city.institutions.length]).toEqual([[], 1]);
    expect((await withSameAs({ [id]: 'kita-gone' })).list('sameAsNowhere')).toEqual([`${id} = kita-gone`]);
    expect((await withSameAs({ [id]: `${id}-2`, [`${id}-2`]: id })).codes('error')).toEqual(['list sameAsNowhere']);
    // an entry that leaves nothing out is no loss
    expect((await withSameAs({ 'kita-a': 'kita-gone' })).codes('error')).toEqual([]);
  });

  it('live in the city, which is not the level with the fewest areas but the one with the land', async () => {
    const levels: RecipeInput['levels'] = [{ id: 'f', name: 'Fördergebiete', singular: 'Fördergebiet', plural: 'Fördergebiete', areas: { file: 'one', key: { column: 'NR' }, name: { column: 'NAME' } } }, BASE.levels[0]!];
    const one = layer([{ box: [EAST, NORTH, 1000, 1000], properties: { NR: 'F1', NAME: 'Eins' } }]);
    const people = (rows: string) => build(
      { tables: [], files: [...BASE.files, { id: 'one', path: 'one.geojson' }], levels, population: { date: '2022-12-31', ageGroups: [{ id: 'all', name: 'alle', from: 0, column: 'EW' }], from: { by: 'coordinates', file: 'data', x: 'X', y: 'Y', crs: 'EPSG:25832' } } },
      `X;Y;EW\n${rows}`, { 'one.geojson': one },
    );
    const inside = `${EAST + 500};${NORTH + 500};40\n${EAST + 3500};${NORTH + 500};60\n`;
    const all = await people(inside);
    expect([...all.city.population!.counts[0]!]).toEqual([40, 60]);
    expect(boundsOf(cityOutline(all.city))).toEqual({ minX: EAST, minY: NORTH, maxX: EAST + 4000, maxY: NORTH + 1000 });
    expect((await people(`${inside}${EAST + 3500};${NORTH + 1500};30\n`)).codes('warning')).toContain('population cellsOutside');
    expect((await people(`${inside}${EAST + 3500};${NORTH + 1500};1\n`)).codes('decision')).toContain('population cellsOutside');
    expect((await people(`${inside}${EAST + 90_000};${NORTH + 1500};3000\n`)).codes('decision')).toContain('population cellsOutside');
  });

  it('come from a grid of the country: cells of the city only, secret counts told', async () => {
    const move = transformation('EPSG:25832', 'EPSG:3035');
    const key = (x: number, y: number): string => {
      const [east, north] = move([x, y]);
      return `CRS3035RES100mN${Math.floor(north / 100) * 100}E${Math.floor(east / 100) * 100}`;
    };
    const { city, codes, list: named } = await build(
      { tables: [], population: { date: '2022-05-15', ageGroups: [{ id: 'all', name: 'alle', from: 0, column: 'Einwohner' }], from: { by: 'grid', file: 'data', column: 'ID' } } },
      `ID;Einwohner\n${key(EAST + 500, NORTH + 500)};12\n${key(EAST + 2500, NORTH + 500)};–\n${key(EAST + 3500, NORTH + 500)};.\n${key(EAST + 90_000, NORTH)};40\n`,
    );
    expect(codes('error')).toEqual([]);
    expect([...city.population!.counts[0]!]).toEqual([12, 0, 0]);
    expect(city.population!.cellSize).toBe(100);
    expect(Math.hypot(city.population!.x[0]! - EAST - 500, city.population!.y[0]! - NORTH - 500)).toBeLessThan(80);
    expect(named('cellsWithoutCount')).toEqual(['alle (1)']);
    expect(codes('decision')).toContain('population cellsOutside');
  });
});
