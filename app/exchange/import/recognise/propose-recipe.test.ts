import { describe, expect, it } from 'vitest';
import { isMessageKey } from '#shared/i18n/translator.ts';
import { crossFaults } from '../recipe/cross-check.ts';
import type { RawCell, SourceLayer, SourceTable } from '../source/source.ts';
import { proposeRecipe } from './propose-recipe.ts';
import type { Proposal, RecogniseSource } from './propose-recipe.ts';

const CITY = { name: 'Musterstadt', ags: '05315000', edition: '2022' };
const NAMES = ['Altstadt', 'Neustadt', 'Nordstadt', 'Jürgensby', 'St. Georg', 'Mürwik'];

const square = (x: number, y: number, size = 1) => ({ type: 'Polygon' as const, coordinates: [[[x, y], [x + size, y], [x + size, y + size], [x, y + size], [x, y]]] });
const layer = (name: string, features: readonly { geometry: SourceLayer['features'][number]['geometry']; attributes: Record<string, RawCell> }[]): SourceLayer => ({
  name, crs: { kind: 'known', code: 'EPSG:25832', from: 'prj' }, fields: Object.keys(features[0]!.attributes), features: features.map(({ geometry, attributes }) => ({ geometry, attributes: new Map(Object.entries(attributes)) })),
});
const layers = (file: string, ...content: SourceLayer[]): RecogniseSource => ({ file, content: { kind: 'layers', layers: content, remarks: [] } });
const tables = (file: string, ...content: SourceTable[]): RecogniseSource => ({ file, content: { kind: 'tables', tables: content, remarks: [] } });
const rows = (text: string): (RawCell[])[] => text.trim().split('\n').map((line) => line.split(';').map((cell) => (cell.trim() === '' ? undefined : cell)));
const csv = (file: string, text: string): RecogniseSource => tables(file, { name: file.replace(/\.\w+$/, ''), hidden: false, rows: rows(text), merges: [] });

/** Six Stadtteile in a row of squares, keys S01 … S06; the first three lie in district B1, the others in B2. */
const quarters = layers('Stadtteile.shp', layer('Stadtteile', NAMES.map((name, at) => ({ geometry: square(at, 0), attributes: { SCHLUESSEL: `S0${at + 1}`, NAME: `0${at + 1} ${name}` } }))));
const districts = layers('Bezirke.geojson', layer('Bezirke', ['West', 'Ost'].map((name, at) => ({ geometry: { type: 'Polygon' as const, coordinates: [[[at * 3, 0], [at * 3 + 3, 0], [at * 3 + 3, 1], [at * 3, 1], [at * 3, 0]]] }, attributes: { id: `B${at + 1}`, name } }))));

const propose = (...sources: RecogniseSource[]): Proposal => {
  const proposal = proposeRecipe([quarters, districts, ...sources], undefined, CITY);
  expect(crossFaults(proposal.recipe)).toEqual([]);
  for (const question of proposal.questions) {
    expect(isMessageKey(`importQuestion.${question.code}`), question.code).toBe(true);
    for (const { label } of question.choices) expect(isMessageKey(`importQuestion.choice.${label}`), label).toBe(true);
    // the recipe holds the first choice at the place the question names
    const [first] = question.choices;
    if (first !== undefined) expect(question.path.reduce<unknown>((node, step) => (node as Record<string | number, unknown>)[step], proposal.recipe)).toMatchObject(first.value as object);
  }
  return proposal;
};
const column = (values: readonly (string | number)[]): string => NAMES.map((name, at) => `${name};${values[at] ?? ''}`).join('\n');
const valuesOf = ({ recipe }: Proposal, table = 0) => recipe.tables[table]!.values.map(({ column: name, indicator, date }) => [name, indicator, date].filter((part) => part !== undefined));
const codes = ({ questions }: Proposal) => questions.map(({ code }) => code);

describe('People by age', () => {
  const table = (header: string) => csv('Bevoelkerung.csv', `Stadtteil;${header}\n${NAMES.map((name, at) => `${name};${100 + at};${300 + at};${500 + at}`).join('\n')}`);

  it('become the population where the groups follow each other', () => {
    const proposal = propose(table('unter 18;18 bis unter 65;65 und älter'));
    expect(proposal.recipe.population?.ageGroups.map(({ from }) => from)).toEqual([0, 18, 65]);
    expect(codes(proposal)).not.toContain('populationAges');
  });

  it('are none where groups overlap, and that is said', () => {
    const proposal = propose(table('unter 6;unter 18;65 u. mehr'));
    expect(proposal.recipe.population).toBeUndefined();
    expect(proposal.questions.filter(({ code }) => code === 'populationAges').map(({ details }) => details?.['groups'])).toEqual(['unter 6 · unter 18 · 65 u. mehr']);
  });
});

describe('Levels of a proposal', () => {
  it('have key, name without its number, plural, and nest by overlay where no column says it', () => {
    const { recipe } = propose();
    expect(recipe.levels).toMatchObject([
      { id: 'city', areas: { dissolve: 'bezirk', whole: { key: '05315000', name: 'Musterstadt' } } },
      { id: 'bezirk', singular: 'Bezirk', plural: 'Bezirke', nestsIn: 'city', areas: { file: 'bezirke', key: { column: 'id' }, name: { column: 'name' }, parent: { by: 'whole' } } },
      { id: 'stadtteil', plural: 'Stadtteile', nestsIn: 'bezirk', areas: { file: 'stadtteile', key: { column: 'SCHLUESSEL' }, name: { column: 'NAME', withoutNumber: true }, parent: { by: 'overlay' } } },
    ]);
  });

  it('lie in the system their coordinates fit near the other outlines, where the file says another or none', () => {
    // 33U 384000 5820000 in Berlin, once in degrees
    const told = layer('Quartiere', NAMES.map((name, at) => ({ geometry: square(13.29 + at * 0.01, 52.51, 0.01), attributes: { nr: `4${at}001`, name, bez: at < 3 ? 'B1' : 'B2' } })));
    const metres = layer('Bezirke', ['West', 'Ost'].map((name, at) => ({ geometry: square(384_000 + at * 2_000, 5_820_000, 2_000), attributes: { id: `B${at + 1}`, name } })));
    const quartiere = layers('quartiere.shp', { ...told, crs: { kind: 'known', code: 'EPSG:4326', from: 'prj' } });
    const of = (crs: SourceLayer['crs'], content = metres) => proposeRecipe([quartiere, layers('bezirke.geojson', { ...content, crs })], undefined, CITY);
    const degrees = of({ kind: 'known', code: 'EPSG:4326', from: 'default' });
    expect(degrees.recipe.files.map(({ crs, swapAxes }) => [crs, swapAxes])).toEqual([[undefined, false], ['EPSG:25833', false]]);
    expect(degrees.questions.map(({ code, path, choices }) => [code, path, choices.map(({ value }) => value)])).toEqual([['layerCrs', ['files', 1, 'crs'], ['EPSG:25833', 'EPSG:25832']]]);
    expect(of({ kind: 'missing' }).questions.map(({ code }) => code)).toEqual(['layerCrsMissing']);
    expect(of({ kind: 'known', code: 'EPSG:25832', from: 'prj' }).recipe.files[1]).toMatchObject({ crs: 'EPSG:25833' });
    expect(of({ kind: 'known', code: 'EPSG:25833', from: 'prj' }).questions).toEqual([]);
    const turned = { ...metres, features: metres.features.map(({ geometry, attributes }) => ({ attributes, geometry: { type: 'Polygon' as const, coordinates: (geometry as { coordinates: number[][][] }).coordinates.map((ring) => ring.map(([x, y]) => [y!, x!])) } })) };
    const northFirst = of({ kind: 'known', code: 'EPSG:25833', from: 'prj' }, turned);
    expect(northFirst.recipe.files[1]).toMatchObject({ crs: 'EPSG:25833', swapAxes: true });
    expect(northFirst.questions[0]!.choices[0]).toMatchObject({ label: 'crsSwapped', value: { id: 'bezirke', path: 'bezirke.geojson', crs: 'EPSG:25833', swapAxes: true } });
    // what the recipe says is not doubted
    expect(proposeRecipe([quartiere, layers('bezirke.geojson', { ...metres, crs: { kind: 'known', code: 'EPSG:25832', from: 'choice' } })], { ...degrees.recipe, levels: [], files: [{ id: 'bezirke', path: 'bezirke.geojson', crs: 'EPSG:25832', swapAxes: false }] }, CITY).recipe.files.find(({ id }) => id === 'bezirke')!.crs).toBe('EPSG:25832');
  });

  it('do not nest where outlines cross, and keep keys of two levels apart', () => {
    const crossing = layers('Sozialraeume.gpkg', layer('sozialraeume', ['A', 'B', 'C', 'D'].map((name, at) => ({ geometry: square(at * 1.5, 0, 1.5), attributes: { nr: `S0${at + 1}`, bezeichnung: `Raum ${name}x` } }))));
    const { recipe } = propose(crossing);
    const level = recipe.levels.find(({ id }) => id === 'sozialraum')!;
    expect(level).toMatchObject({ name: 'Sozialräume', nestsIn: 'city' });
    expect(recipe.levels.find(({ id }) => id === 'stadtteil')).toMatchObject({ nestsIn: 'bezirk', areas: { key: { prefix: 'STA-' } } });
  });

  it('are not taken twice, and not from grids or land use', () => {
    const grid = layers('Wohnflaechen.shp', layer('Wohnflaechen', NAMES.map((name, at) => ({ geometry: square(at, 0, 0.5), attributes: { id: at, name } }))));
    const again = layers('stadtteile_wgs84.geojson', layer('stadtteile', NAMES.map((name, at) => ({ geometry: square(at, 0), attributes: { key: `S0${at + 1}`, name } }))));
    const proposal = propose(grid, again);
    expect(proposal.recipe.levels.map(({ id }) => id)).toEqual(['city', 'bezirk', 'stadtteil']);
    expect(codes(proposal)).toContain('layerTwice');
  });

  it('are asked for when no file has outlines', () => {
    const proposal = proposeRecipe([csv('einwohner.csv', `Stadtteil;Einwohner\n${column([1, 2, 3, 4, 5, 6])}`)], undefined, CITY);
    expect(proposal.recipe.levels).toEqual([]);
    expect(codes(proposal)).toEqual(['noLevels', 'unused']);
  });
});

describe('Tables of a proposal', () => {
  it('with title, merged header, total, footnote and signs', () => {
    const text = 'Tabelle 3.1 Einwohner nach Stadtteilen;;;\nStand: 31.12.2021;;;\n\nNr.;Stadtteil;Einwohner;\n;;insgesamt;weiblich\n' + NAMES.map((name, at) => `0${at + 1};${name};${at + 1}.234;${at === 2 ? '.' : `${600 + at}`}`).join('\n') + '\n;Stadt Musterstadt;27.404;13.000\n\nQuelle: Melderegister;;;';
    const merges = [{ top: 3, left: 2, bottom: 3, right: 3 }];
    const proposal = propose(tables('bericht.xlsx', { name: 'Tab 3.1', hidden: false, rows: rows(text), merges }, { name: 'versteckt', hidden: true, rows: rows('Stadtteil;x\nAltstadt;1'), merges: [] }));
    expect(proposal.recipe.tables).toHaveLength(1);
    expect(proposal.recipe.tables[0]).toMatchObject({
      header: [4, 5], date: { fixed: '2021-12-31' }, numbers: { decimal: ',', thousands: '.' },
      area: { column: 'Stadtteil', level: 'stadtteil', by: 'name', city: ['Stadt Musterstadt'] },
    });
    expect(valuesOf(proposal)).toEqual([['Einwohner | insgesamt', 'population'], ['Einwohner | weiblich', expect.any(String) as string]]);
  });

  it('with years as columns, as one pattern that takes next year\'s column along', () => {
    const proposal = propose(csv('arbeitslose.csv', `Stadtteil;2019;2020;2021\n${NAMES.map((name, at) => `${name};${at + 10};${at + 20};${at + 30}`).join('\n')}`));
    expect(valuesOf(proposal)).toEqual([['{year}', 'arbeitslose']]);
    expect(proposal.recipe.tables[0]!.date).toBeUndefined();
    expect(proposal.recipe.indicators[0]).toMatchObject({ title: 'Arbeitslose', topic: 'work', unit: 'Personen', form: 'absolute' });
  });

  it('with indicator and year in two header rows', () => {
    const proposal = propose(csv('daten.csv', `;Einwohner;;Arbeitslose;\nStadtteil;2019;2020;2019;2020\n${NAMES.map((name, at) => `${name};${at + 1000};${at + 1001};${at + 30};${at + 40}`).join('\n')}`));
    expect(valuesOf(proposal)).toEqual([['Einwohner | {year}', 'population'], ['Arbeitslose | {year}', 'arbeitslose']]);
    expect(proposal.recipe.indicators.find(({ id }) => id === 'arbeitslose_share')).toMatchObject({ numerator: 'arbeitslose', denominator: 'population', computedPer: 100, direction: 'higherIsWorse', aggregateTo: ['bezirk', 'city'], cityFrom: 'stadtteil' });
  });

  it('long, with the indicator in a column', () => {
    const proposal = propose(csv('statistik.csv', `Stadtteil;Jahr;Merkmal;Wert\n${NAMES.flatMap((name, at) => [2021, 2022].flatMap((year) => [`${name};${year};Einwohner;${1000 + at}`, `${name};${year};Leistungsberechtigte SGB II;${at === 3 ? '*' : 90 + at}`])).join('\n')}`));
    const [table] = proposal.recipe.tables;
    expect(table).toMatchObject({ date: { column: 'Jahr', form: 'year' }, indicator: { column: 'Merkmal', assign: { Einwohner: 'population', 'Leistungsberechtigte SGB II': 'leistungsberechtigte_sgb_ii' } }, values: [{ column: 'Wert' }] });
    expect(proposal.recipe.indicators.find(({ id }) => id === 'leistungsberechtigte_sgb_ii')).toMatchObject({ topic: 'transfer' });
  });

  it('with a sheet for each year', () => {
    const sheet = (year: number): SourceTable => ({ name: `${year}`, hidden: false, merges: [], rows: rows(`Stadtteil;Einwohner\n${column(NAMES.map((_, at) => year + at * 100))}`) });
    const proposal = propose(tables('einwohner.xlsx', sheet(2020), sheet(2021), sheet(2022)));
    expect(proposal.recipe.tables).toHaveLength(1);
    expect(proposal.recipe.tables[0]).toMatchObject({ sheets: ['2020', '2021', '2022'], date: { sheetName: true }, values: [{ column: 'Einwohner', indicator: 'population' }] });
  });

  const long = (file: string, header: string, words: readonly string[], value: (at: number, word: number) => string | number): RecogniseSource =>
    csv(file, `Nummer;Stadtteil;Stichtag;${header};Wert\n${NAMES.flatMap((name, at) => words.map((word, place) => `S0${at + 1};${name};31.12.2021;${word};${value(at, place)}`)).join('\n')}`);
  const narrowing = (proposal: Proposal) => proposal.questions.filter(({ code }) => code.startsWith('rows')).map(({ code, path, choices }) => [code, path, choices.map(({ value }) => value)]);

  it('long, with sexes as a further column: the rows of everybody, and a question with the other words', () => {
    const words = ['Arbeitslosenanteil in %;insgesamt', 'Arbeitslosenanteil in %;weiblich', 'Kinderarmutsquote (%);insgesamt', 'Kinderarmutsquote (%);weiblich'];
    const proposal = propose(long('arbeitsmarkt_lang.csv', 'Merkmal;Geschlecht', words, (at, word) => `${at + word},5`));
    expect(proposal.recipe.tables).toMatchObject([{
      id: 'arbeitsmarkt', where: [{ column: 'Geschlecht', is: ['insgesamt'] }], twice: 'refuse', area: { column: 'Nummer', by: 'key' },
      indicator: { column: 'Merkmal', assign: { 'Arbeitslosenanteil in %': 'arbeitslosenanteil', 'Kinderarmutsquote (%)': 'kinderarmutsquote' } },
    }]);
    expect(proposal.recipe.indicators.map(({ title, unit }) => [title, unit])).toEqual([['Arbeitslosenanteil', '%'], ['Kinderarmutsquote', '%']]);
    expect(narrowing(proposal)).toEqual([['rowsOf', ['tables', 0, 'where', 0, 'is'], [['insgesamt'], ['weiblich']]]]);
  });

  it('long, with two further columns, one of which names everybody and one the parts of a whole', () => {
    const words = ['Hauptwohnung;alle Altersgruppen', 'Nebenwohnung;alle Altersgruppen', 'Hauptwohnung;unter 18', 'Nebenwohnung;unter 18'].flatMap((word) => [`Leistungen;${word};männlich`, `Leistungen;${word};weiblich`, `Einwohner;${word};männlich`, `Einwohner;${word};weiblich`]);
    const proposal = propose(long('bestand.csv', 'Merkmal;Wohnung;Altersgruppe;Geschlecht', words, (at, word) => at * 100 + word));
    expect(proposal.recipe.tables).toMatchObject([{ twice: 'sum', where: [{ column: 'Altersgruppe', is: ['alle Altersgruppen'] }, { column: 'Wohnung', is: ['Hauptwohnung'] }, { column: 'Geschlecht', is: ['männlich', 'weiblich'] }], indicator: { column: 'Merkmal' } }]);
    expect(narrowing(proposal).map(([code, , values]) => [code, values])).toEqual([
      ['rowsOf', [['alle Altersgruppen'], ['unter 18']]], ['rowsOf', [['Hauptwohnung'], ['Nebenwohnung']]], ['rowsSummed', [['männlich', 'weiblich'], ['männlich'], ['weiblich']]],
    ]);
  });

  it('long, with rates of both sexes and none of everybody: rates are never added up', () => {
    const proposal = propose(long('quoten.csv', 'Kennzahl;Geschlecht', ['Arbeitslosenquote;männlich', 'Arbeitslosenquote;weiblich', 'Beschäftigungsquote;männlich', 'Beschäftigungsquote;weiblich'], (at, word) => at + word));
    expect(proposal.recipe.tables).toMatchObject([{ twice: 'refuse', where: [{ column: 'Geschlecht', is: ['männlich'] }] }]);
    expect(narrowing(proposal)).toMatchObject([['rowsOf', ['tables', 0, 'where', 0, 'is'], [['männlich'], ['weiblich']]]]);
  });

  it('with several columns of figures beside the nationality of the row', () => {
    const proposal = propose(csv('bestand_2021.csv', `Stadtteil;Nationalität;Haushalte;Arbeitslose\n${NAMES.flatMap((name, at) => ['zusammen', 'deutsch', 'nichtdeutsch'].map((word, place) => `${name};${word};${at * 10 + place};${at + place}`)).join('\n')}`));
    expect(proposal.recipe.tables).toMatchObject([{ where: [{ column: 'Nationalität', is: ['zusammen'] }], values: [{ column: 'Haushalte' }, { column: 'Arbeitslose' }] }]);
  });

  it('called after its own title, with totals and subtotals in the column of names beside empty keys', () => {
    const line = (nr: string, name: string, people: number) => `${nr};${name};${people};${Math.round(people / 10)};${Math.round(people / 5)}`;
    const quarter = (at: number) => line(`S0${at + 1}`, NAMES[at]!, 1000 + at);
    const text = `Stadt Musterstadt - Statistikstelle;;;;\nTabelle 2.1: Bevölkerung nach Altersgruppen am 31.12.2021;;;;\n\nNr.;Name;Einwohner;;\n;;insgesamt;davon im Alter von … Jahren;\n;;;unter 6;65 u. mehr\n${[0, 1, 2].map(quarter).join('\n')}\n${line('', 'Bezirk West zusammen', 3003)}\n${[3, 4, 5].map(quarter).join('\n')}\n${line('', 'Bezirk Ost zusammen', 3012)}\n${line('', 'Stadt Musterstadt insgesamt', 6015)}`;
    const merges = [{ top: 3, left: 2, bottom: 3, right: 4 }, { top: 4, left: 2, bottom: 5, right: 2 }, { top: 4, left: 3, bottom: 4, right: 4 }, { top: 3, left: 0, bottom: 5, right: 0 }, { top: 3, left: 1, bottom: 5, right: 1 }];
    const { recipe } = propose(tables('tab21.xlsx', { name: 'Blatt1', hidden: false, rows: rows(text), merges }));
    expect(recipe.tables).toMatchObject([{ id: 'bevoelkerung_nach_altersgruppen', date: { fixed: '2021-12-31' }, area: { ignore: ['Bezirk West zusammen', 'Bezirk Ost zusammen'], city: ['Stadt Musterstadt insgesamt'] } }]);
    expect(recipe.indicators.filter(({ computedPer }) => computedPer === undefined).map(({ id, title }) => [id, title])).toEqual([['population', 'Einwohner*innen'], ['age_0_to_5', 'Einwohner*innen unter 6 Jahren'], ['age_65_and_over', 'Einwohner*innen ab 65 Jahren']]);
  });

  it('called after the line that says what they are about, below the city and its office', () => {
    const { recipe } = propose(csv('a17.csv', `Landeshauptstadt Musterstadt;;\nAmt für Statistik und Wahlen;;\nArbeitslose nach Bezirken und Stadtteilen 2021;;\n\nStadtteil;Arbeitslose;darunter Frauen\n${NAMES.map((name, at) => `${name};${100 + at};${50 + at}`).join('\n')}`));
    expect(recipe.tables.map(({ id }) => id)).toEqual(['arbeitslose']);
    expect(recipe.indicators.map(({ id, title }) => [id, title])).toEqual([['arbeitslose', 'Arbeitslose'], ['arbeitslose_darunter_frauen', 'Arbeitslose: darunter Frauen']]);
  });

  it('are added up only to levels that no file gives', () => {
    const { recipe } = propose(csv('stadtteile_2021.csv', `Stadtteil;Haushalte\n${column([1, 2, 3, 4, 5, 6])}`), csv('bezirke_2021.csv', 'Bezirk;Haushalte\nWest;6\nOst;15'));
    expect(recipe.tables.map(({ area }) => ('level' in area ? area.level : 'city'))).toEqual(['stadtteil', 'bezirk']);
    expect(recipe.indicators.find(({ id }) => id === 'haushalte')).toMatchObject({ aggregateTo: ['city'], cityFrom: 'stadtteil' });
  });

  it('with the areas in the header', () => {
    const proposal = propose(csv('durchschnittsalter_in_jahren.csv', `Jahr;Musterstadt;${NAMES.join(';')}\n${[2020, 2021, 2022].map((year) => `${year};42,5;${NAMES.map((_, at) => `4${at},5`).join(';')}`).join('\n')}`));
    expect(proposal.recipe.tables[0]).toMatchObject({ area: { inHeader: true, level: 'stadtteil', by: 'name', city: ['Musterstadt'] }, date: { column: 'Jahr' }, values: [{ column: '{area}' }] });
    expect(proposal.recipe.indicators[0]).toMatchObject({ unit: 'Jahre', form: 'relative', decimals: 1 });
  });

  it('with the areas in the header and ages in the rows', () => {
    const proposal = propose(csv('einwohner_2021.csv', `Alter;Geschlecht;Musterstadt;${NAMES.join(';')}\n${['insgesamt', 'unter 18', '18 bis unter 65', '65 und mehr'].map((age, row) => `${age};beide;${(row + 1) * 600};${NAMES.map((_, at) => (row + 1) * 100 + at).join(';')}`).join('\n')}`));
    expect(proposal.recipe.tables[0]).toMatchObject({
      area: { inHeader: true, level: 'stadtteil', ignore: ['Alter', 'Geschlecht'], city: ['Musterstadt'] }, date: { fixed: '2021-12-31' }, values: [{ column: '{area}' }],
      indicator: { column: 'Alter', assign: { insgesamt: 'population', 'unter 18': 'age_0_to_17', '18 bis unter 65': 'age_18_to_64', '65 und mehr': 'age_65_and_over' } },
    });
  });

  it('as KomMonitor exports them: a layer with a column per day, and a csv', () => {
    const export1 = layers('Arbeitslosenquote.geojson', layer('Arbeitslosenquote', NAMES.map((name, at) => ({ geometry: square(at, 0), attributes: { ID: `S0${at + 1}`, NAME: name, 'DATE_2020-12-31': at + 0.5, 'DATE_2021-12-31': at + 1.5 } }))));
    const proposal = propose(export1, csv('Kinderarmut_Anteil.csv', `ID;NAME;DATE_2020-12-31;DATE_2021-12-31\n${NAMES.map((name, at) => `S0${at + 1};${name};${at}.5;1${at}.25`).join('\n')}`));
    expect(proposal.recipe.levels.map(({ id }) => id)).toEqual(['city', 'bezirk', 'stadtteil']);
    expect(proposal.recipe.tables.map(({ file, layer: name, values }) => [file, name, values.map((one) => one.column)])).toEqual([['arbeitslosenquote', 'Arbeitslosenquote', ['DATE_{day}']], ['kinderarmut_anteil', undefined, ['DATE_{day}']]]);
    expect(proposal.recipe.tables[1]!.area).toMatchObject({ column: 'ID', by: 'key', checkName: 'NAME' });
    expect(proposal.recipe.indicators.map(({ form, unit, direction }) => [form, unit, direction])).toEqual([['relative', '%', 'higherIsWorse'], ['relative', '%', 'higherIsWorse']]);
  });

  it('with other spellings, which are written down, and similar names, which are only asked about', () => {
    const proposal = propose(csv('kinder_2022.csv', 'Gebiet;Kinder\nALTSTADT;1\n02 Neustadt;2\nNordstadt (Stadtteil);3\nJuergensby;4\nSankt Georg;5\nMürvik;6'));
    expect(proposal.recipe.tables[0]!.area).toMatchObject({ by: 'name', assign: { '02 Neustadt': 'S02', 'Nordstadt (Stadtteil)': 'S03', Juergensby: 'S04', 'Sankt Georg': 'S05' } });
    const question = proposal.questions.find(({ code }) => code === 'areasSimilar')!;
    expect(question).toMatchObject({ path: ['tables', 0, 'area', 'assign'], details: { pairs: 'Mürvik → Mürwik' } });
    expect(question.choices[0]!.value).not.toHaveProperty('Mürvik');
    expect(question.choices[1]!.value).toHaveProperty('Mürvik', 'S06');
  });

  it('with numbers of two faces: asked, with the usual meaning in place', () => {
    const proposal = propose(csv('flaeche_2022.csv', `Stadtteil;Wert\n${column(['1.234', '2.345', '3.456', '4.567', '5.678', '6.789'])}`));
    expect(proposal.recipe.tables[0]!.numbers).toEqual({ decimal: ',', thousands: '.' });
    expect(proposal.questions.find(({ code }) => code === 'numberFormat')!.choices.map(({ value, label }) => [value, label])).toEqual([[{ decimal: ',', thousands: '.' }, 'grouped'], [{ decimal: '.', thousands: '' }, 'decimal']]);
  });

  it('with numbers that stand for missing, unknown texts, and shares of one', () => {
    const missing = propose(csv('quote_2022.csv', `Stadtteil;Arbeitslosenquote\n${column(['4,5', '-9999', '3,5', '2,5', '1,5', '9,5'])}`));
    expect(missing.recipe.tables[0]!.signs).toEqual({ '-9999': 'notAvailable' });
    expect(codes(missing)).toContain('sentinels');
    const strange = propose(csv('quote_2022.csv', `Stadtteil;Arbeitslosenquote\n${column(['4,5', 'geh.', '3,5', '2,5', '1,5', '9,5'])}`));
    expect(strange.recipe.tables[0]!.signs).toEqual({});
    expect(strange.questions.find(({ code }) => code === 'strangeTexts')!.choices.map(({ label }) => label)).toEqual(['unreadable', 'notAvailable', 'suppressed']);
    const ones = propose(csv('anteil_2022.csv', `Stadtteil;Anteil Kinder\n${column(['0,15', '0,25', '0,1', '0,12', '0,2', '0,3'])}`));
    expect(ones.recipe.tables[0]!.values[0]).toMatchObject({ factor: 100 });
    expect(codes(ones)).toContain('shareOfOne');
  });

  it('without a day anywhere: the edition\'s year, asked', () => {
    const proposal = propose(csv('einwohner.csv', `Stadtteil;Einwohner\n${column([1, 2, 3, 4, 5, 6])}`));
    expect(proposal.recipe.tables[0]!.date).toEqual({ fixed: '2022-12-31' });
    expect(codes(proposal)).toContain('tableDate');
  });

  it('with areas of another vintage, of persons, or of nothing known: left out and said', () => {
    const fine = layers('Quartiere.shp', layer('Quartiere', Array.from({ length: 8 }, (_, at) => ({ geometry: square(at / 2, 0, 0.5), attributes: { plr: `0110010${at + 1}`, name: `Viertel ${'abcdefgh'[at]!}` } }))));
    const old = csv('alt.csv', `PLR;Name;Wert\n${Array.from({ length: 8 }, (_, at) => `0101110${at + 1};Viertel ${'abcdefgh'[at]!};${at}`).join('\n')}`);
    const persons = csv('hilfe.csv', 'Nachname;Vorname;Geburtsdatum;Straße\nMuster;Max;01.02.1980;Weg 1\nMuster;Mia;03.04.1985;Weg 2\nBeispiel;Bo;05.06.1990;Weg 3');
    const proposal = propose(fine, old, persons, csv('ausland.csv', 'Land;Wert\nDänemark;1\nPolen;2\nItalien;3'));
    expect(proposal.recipe.tables).toEqual([]);
    expect(proposal.questions.map(({ code, details }) => [code, details?.['reason']])).toEqual([['persons', 'persons'], ['unused', 'otherVintage'], ['unused', 'noAreas']].sort((a, b) => (a[0]! < b[0]! ? -1 : 1)));
    expect(proposal.recipe.files.map(({ path }) => path)).not.toContain('hilfe.csv');
  });
});

describe('Lists, people and streets of a proposal', () => {
  it('know fields of institutions, their kind and place, and ask for the zone of metres', () => {
    const proposal = propose(csv('Jugendzentren.csv', 'Name;Straße;Hausnummer;PLZ;Träger;Plätze;Öffnungszeiten;Ansprechpartner;Telefon;Rechtswert;Hochwert;Barrierefrei;Stadtteil\nHaus A;Am Markt;1;24937;AWO;30;9-17;Frau M;0461 1;526000;6072000;ja;Altstadt\nHaus B;Weg;2a;24939;Stadt;20;10-18;Herr X;0461 2;526500;6072500;nein;Neustadt\nHaus C;Ring;3;24941;DRK;25;9-16;Frau Z;0461 3;526900;6072900;ja;Mürwik'));
    expect(proposal.recipe.institutions).toMatchObject([{
      name: 'Name', category: { fixed: 'youth' }, address: { join: ['Straße', 'Hausnummer'] }, postcode: 'PLZ', provider: 'Träger', capacity: { column: 'Plätze' }, openingHours: 'Öffnungszeiten', contact: 'Telefon',
      barrierFree: { column: 'Barrierefrei' }, declaredArea: { column: 'Stadtteil', level: 'stadtteil', by: 'name' }, place: [{ by: 'coordinates', x: 'Rechtswert', y: 'Hochwert', crs: 'EPSG:25832' }],
    }]);
    expect(JSON.stringify(proposal.recipe.institutions)).not.toContain('Ansprechpartner');
    expect(proposal.questions.find(({ code }) => code === 'coordinateSystem')!.choices.map(({ value }) => value)).toEqual(['EPSG:25832', 'EPSG:25833']);
  });

  it('take the kind of each institution from a column where the file names none, and the address file for places', () => {
    const list = 'Einrichtung;Adresse;Kategorie\n' + Array.from({ length: 8 }, (_, at) => `Ort ${'abcdefgh'[at]!};Am Markt ${at + 1};${at % 2 === 0 ? 'Beratungsstelle' : 'Spielplatz'}`).join('\n');
    const addresses = 'strasse;hausnr;zusatz;x;y\n' + Array.from({ length: 120 }, (_, at) => `Am Markt;${at + 1};${at === 3 ? 'a' : ''};${500000 + at};${5700000 + at}`).join('\n');
    const { recipe } = propose(csv('Stadtplan.csv', list), csv('hauskoordinaten.csv', addresses));
    expect(recipe.institutions[0]).toMatchObject({ category: { column: 'Kategorie', assign: { Beratungsstelle: 'counselling', Spielplatz: 'sport' } }, place: [{ by: 'address', street: 'Adresse' }] });
    expect(recipe.categories.map(({ id }) => id)).toEqual(['counselling', 'sport']);
    expect(recipe.addresses[0]).toMatchObject({ street: 'strasse', houseNumber: { join: ['hausnr', 'zusatz'] }, place: { by: 'coordinates', x: 'x', y: 'y' } });
  });

  it('know house numbers, target groups, access and capacity in the words of offices, and take no running number for a key', () => {
    const list = 'Lfd. Nr.;Bezeichnung;Art;Straße;Nr.;PLZ;Plätze;E-Mail;Zielgruppe;Öffnungszeiten;barrierefrei\n' + Array.from({ length: 8 }, (_, at) => `${at + 1};Ort ${'abcdefgh'[at]!};${at % 2 === 0 ? 'Kita' : 'Jugendzentrum'};Am Markt;${at + 1};13001;${at + 20};a@example.org;${at % 2 === 0 ? 'Kinder, Familien' : 'Senioren'};Mo–Fr;${['ja', 'teilweise', 'nein'][at % 3]!}`).join('\n');
    // seven addresses are enough when every column is part of one
    const addresses = 'Gemeinde;Strasse;HNR;HNRZ;PLZ;Ostwert;Nordwert\n' + Array.from({ length: 7 }, (_, at) => `Musterstadt;Am Markt;${at + 1};;13001;${33_384_000 + at};${5_820_000 + at}`).join('\n');
    const { recipe } = propose(csv('Einrichtungen.csv', list), csv('Adressen.csv', addresses));
    expect(recipe.institutions).toMatchObject([{
      name: 'Bezeichnung', address: { join: ['Straße', 'Nr.'] }, postcode: 'PLZ', contact: 'E-Mail', openingHours: 'Öffnungszeiten', capacity: { column: 'Plätze' }, barrierFree: { column: 'barrierefrei', assign: { ja: 'yes', teilweise: 'partly', nein: 'no' } },
      targetGroups: { column: 'Zielgruppe', separator: ',', assign: { Kinder: 'kinder', Familien: 'familien', Senioren: 'senioren' } }, place: [{ by: 'address', street: 'Straße', houseNumber: 'Nr.', postcode: 'PLZ' }],
    }]);
    expect(recipe.institutions[0]!.key).toBeUndefined();
    expect(recipe.targetGroups).toEqual([{ id: 'kinder', name: 'Kinder' }, { id: 'familien', name: 'Familien' }, { id: 'senioren', name: 'Senioren' }]);
    expect(recipe.addresses).toMatchObject([{ street: 'Strasse', houseNumber: { join: ['HNR', 'HNRZ'], with: '' }, postcode: 'PLZ', place: { by: 'coordinates', x: 'Ostwert', y: 'Nordwert', crs: 'EPSG:5650' } }]);
  });

  it('make people of age groups, for the latest year, from the finest level', () => {
    const { recipe } = propose(csv('alter.csv', `Jahr;Stadtteil;unter 6;6-15;15-65;65 u. mehr\n${[2021, 2022].flatMap((year) => NAMES.map((name, at) => `${year};${name};${at + 1};${at + 11};${at + 100};${at + 30}`)).join('\n')}`));
    expect(recipe.population).toMatchObject({ date: '2022-12-31', from: { by: 'areas', where: [{ column: 'Jahr', is: ['2022'] }], area: { level: 'stadtteil', by: 'name' } } });
    expect(recipe.population!.ageGroups.map(({ from, to, name }) => [from, to, name])).toEqual([[0, 5, 'unter 6'], [6, 14, '6 bis 14'], [15, 64, '15 bis 64'], [65, undefined, '65 und älter']]);
  });

  it('take streets and map ground from an extract', () => {
    const { recipe } = propose({ file: 'stadt.osm.pbf', content: { kind: 'osm' } });
    expect(recipe.streets).toEqual({ osm: recipe.files.find(({ path }) => path === 'stadt.osm.pbf')!.id });
    expect(recipe.context).toMatchObject([{ osm: recipe.streets!.osm }]);
  });
});

describe('A proposal for a recipe there is', () => {
  const first = csv('einwohner_2022.csv', `Stadtteil;Einwohner\n${column([10, 20, 30, 40, 50, 60])}`);
  const next = csv('einwohner_2023.csv', `Stadtteil;Einwohner\n${column([11, 21, 31, 41, 51, 61])}`);

  it('puts next year\'s file in the old one\'s place, with its day', () => {
    const { recipe } = propose(first);
    const again = proposeRecipe([quarters, districts, next], recipe, CITY);
    expect(again.recipe.files.map(({ path }) => path)).toEqual(recipe.files.map(({ path }) => (path === 'einwohner_2022.csv' ? 'einwohner_2023.csv' : path)));
    expect(again.recipe.tables).toMatchObject([{ date: { fixed: '2023-12-31' } }]);
    expect(again.questions).toEqual([]);
  });

  it('reads it beside the old one when both are there', () => {
    const { recipe } = propose(first);
    const { tables: read } = proposeRecipe([quarters, districts, first, next], recipe, CITY).recipe;
    expect(read.map(({ file, date }) => [file, date])).toEqual([['einwohner_2022', { fixed: '2022-12-31' }], ['einwohner_2023', { fixed: '2023-12-31' }]]);
  });

  it('keeps what was decided by hand and adds only new files', () => {
    const { recipe } = propose(first);
    const decided = { ...recipe, indicators: recipe.indicators.map((one) => ({ ...one, title: 'Bevölkerung am Ort der Hauptwohnung' })) };
    const added = proposeRecipe([quarters, districts, first, csv('arbeitslose_2022.csv', `Stadtteil;Arbeitslose\n${column([1, 2, 3, 4, 5, 6])}`)], decided, CITY).recipe;
    expect(added.indicators.find(({ id }) => id === 'population')!.title).toBe('Bevölkerung am Ort der Hauptwohnung');
    expect(added.tables.map(({ file }) => file)).toEqual(['einwohner_2022', 'arbeitslose_2022']);
    expect(crossFaults(added)).toEqual([]);
  });

  it('asks which file takes the place of a missing one', () => {
    const { recipe } = propose(first);
    const proposal = proposeRecipe([quarters, districts], recipe, CITY);
    expect(codes(proposal)).toEqual(['fileMissing']);
    expect(proposal.recipe.tables).toEqual(recipe.tables);
  });
});
