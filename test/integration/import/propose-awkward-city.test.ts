import { beforeAll, describe, expect, it } from 'vitest';
import { transformation } from '#app/domain/geometry/crs.ts';
import type { City } from '#app/domain/city/city.ts';
import type { ImportFile } from '#app/exchange/import/source/source.ts';
import type { BuiltBundle, ProposedRecipe } from '#app/jobs/import-contract.ts';
import { importJobs } from '#app/jobs/import-jobs.ts';
import { openCityBundle } from '#app/storage/bundle/open-city-bundle.ts';

/**
 * An invented city whose files the proposal must put right before anything can be built: districts in metres of a zone that the file does not name, rows of sexes beside those of
 * everybody, totals whose keys are empty, institutions that have addresses only, a list of addresses without a word of what it is.
 */
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const file = (name: string, text: string): ImportFile => ({ name, bytes: utf8(text) });
const ORIGIN = [384_000, 5_820_000] as const;
const QUARTERS = ['Altstadt', 'Neustadt', 'Am Hafen', 'Groß Süd', 'Waldheim', 'Mühlenfeld'].map((name, at) => ({ number: `${at < 3 ? 41 : 52}00${at + 1}`, name, district: at < 3 ? '04' : '05', at }));

type Turn = (point: readonly [number, number]) => readonly number[];
function outlines(name: string, areas: readonly { readonly properties: object; readonly left: number; readonly width: number }[], turn: Turn, crs?: string): ImportFile {
  const features = areas.map(({ properties, left, width }) => ({
    type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [[[0, 0], [width, 0], [width, 1000], [0, 1000], [0, 0]].map(([x, y]) => turn([ORIGIN[0] + left + x!, ORIGIN[1] + y!]))] },
  }));
  return file(name, JSON.stringify({ type: 'FeatureCollection', ...(crs === undefined ? {} : { crs: { type: 'name', properties: { name: `urn:ogc:def:crs:${crs.replace(':', '::')}` } } }), features }));
}
const toGaussKrueger = transformation('EPSG:25833', 'EPSG:31468');
const FILES: readonly ImportFile[] = [
  outlines('Quartiere.geojson', QUARTERS.map(({ number, name, district, at }) => ({ properties: { NR: number, BEZEICHN: name, BEZ: district }, left: at * 1000, width: 1000 })), toGaussKrueger, 'EPSG:31468'),
  outlines('Bezirke.geojson', ['04', '05'].map((id, at) => ({ properties: { id, name: ['West', 'Nord'][at] }, left: at * 3000, width: 3000 })), (point) => point),
  file('a.csv', ['Stadt Beispielhausen - Statistikstelle;;;', 'Tabelle 2.1: Bevölkerung nach Altersgruppen am 31.12.2021;;;', '', 'Nr.;Name;Einwohner;unter 18', ...QUARTERS.slice(0, 3).map(({ number, name, at }) => `${number};${name};${900 + at};${at === 1 ? '.' : 90 + at}`), ';Bezirk West zusammen;2703;300', ...QUARTERS.slice(3).map(({ number, name, at }) => `${number};${name};${900 + at};${90 + at}`), ';Bezirk Nord zusammen;2712;282', ';Stadt Beispielhausen insgesamt;5415;582'].join('\n')),
  file('Arbeit_lang.csv', ['Stichtag;Gebietsnummer;Gebiet;Merkmal;Geschlecht;Wert', ...QUARTERS.flatMap(({ number, name, at }) => ['Arbeitslosenanteil in %', 'Kinderarmutsquote in %'].flatMap((title, rate) => [`31.12.2021;${number};${name};${title};insgesamt;${at + 4},${rate}5`, `31.12.2021;${number};${name};${title};weiblich;1,25`]))].join('\n')),
  file('daten.csv', ['Jahr;Gebietsnummer;Geschlecht;Haushalte;Leistungsberechtigte', ...QUARTERS.flatMap(({ number, at }) => [`2021;${number};männlich;${at + 300};${at + 10}`, `2021;${number};weiblich;${at + 400};${at + 20}`])].join('\n')),
  file('Einrichtungen.csv', ['Lfd. Nr.;Bezeichnung;Art;Straße;Haus-Nr.;PLZ;Plätze;E-Mail;Zielgruppe;barrierefrei', ...QUARTERS.flatMap(({ at }) => [`${at * 2 + 1};Kita ${at + 1};Kita;Am Markt;${at + 1};13001;${at + 40};kita@example.org;Kinder, Familien;ja`, `${at * 2 + 2};Treff ${at + 1};Jugendzentrum;Lindenallee;${at + 1} a;13001;;;Jugendliche;teilweise`])].join('\n')),
  file('Adressen.csv', ['Strasse;Hausnummer;Zusatz;PLZ;Rechtswert;Hochwert', ...QUARTERS.slice(1).flatMap(({ at }) => [`Am Markt;${at + 1};;13001;${ORIGIN[0] + at * 1000 + 500},5;${ORIGIN[1] + 300}`, `Lindenallee;${at + 1};a;13001;${ORIGIN[0] + at * 1000 + 600};${ORIGIN[1] + 400}`])].join('\n')),
];

describe('A proposal for a city whose files need putting right', () => {
  let proposed: ProposedRecipe;
  let built: BuiltBundle;
  let city: City;
  beforeAll(async () => {
    const context = { progress: () => undefined };
    const answer = await importJobs['import.propose']({ files: FILES, recipe: undefined, city: { name: 'Beispielhausen', ags: '12099001', edition: '2021' } }, context);
    proposed = answer.value;
    const bundle = await importJobs['import.build']({ files: FILES, recipe: proposed.recipe, createdAt: '2022-01-01T00:00:00.000Z' }, context);
    if (!bundle.ok) throw new Error(JSON.stringify(bundle.failure, undefined, 1));
    built = bundle.value;
    const opened = await openCityBundle(built.bytes, 'beispielhausen.gpkg');
    if (opened.status !== 'ok') throw new Error(JSON.stringify(opened));
    city = opened.city;
  });
  const cell = (indicator: string, area: string) => city.values.find((value) => value.indicator === indicator && value.area === area && value.date === '2021-12-31')?.cell;

  it('asks what the files do not say, and nothing is left as an error for the build', () => {
    expect(proposed.questions.map(({ code, path }) => [code, path[0]])).toEqual([['layerCrs', 'files'], ['rowsOf', 'tables'], ['rowsSummed', 'tables']]);
    expect(built.report.entries.filter(({ level }) => level === 'error')).toEqual([]);
    expect(built.report.entries.filter(({ code }) => code === 'nothingToAdd' || code === 'unmatchedRows')).toEqual([]);
  });

  it('has the districts where the quarters lie', () => {
    expect(city.areas.map(({ id, parent }) => [id, parent])).toEqual([['12099001', undefined], ['04', '12099001'], ['05', '12099001'], ...QUARTERS.map(({ number, district }) => [number, district])]);
    const corner = (id: string) => city.areas.find((area) => area.id === id)!.shape[0]![0]!.reduce(([west, south], [x, y]) => [Math.min(west, x), Math.min(south, y)], [Infinity, Infinity]);
    expect(Math.hypot(corner('04')[0] - ORIGIN[0], corner('04')[1] - ORIGIN[1])).toBeLessThan(0.01);
    expect(Math.hypot(corner('41001')[0] - ORIGIN[0], corner('41001')[1] - ORIGIN[1])).toBeLessThan(0.01);
  });

  it('has the figures of everybody, sums of both sexes, and the city’s own total', () => {
    for (const { number, at } of QUARTERS) {
      expect(cell('population', number)).toEqual({ mark: 'value', value: 900 + at });
      expect(cell('arbeitslosenanteil', number)).toEqual({ mark: 'value', value: at + 4 + 0.05 });
      expect(cell('kinderarmutsquote', number)).toEqual({ mark: 'value', value: at + 4 + 0.15 });
      expect(cell('haushalte', number)).toEqual({ mark: 'value', value: 700 + 2 * at });
    }
    expect(cell('age_0_to_17', '41002')).toEqual({ mark: 'suppressed' });
    expect(cell('population', '04')).toEqual({ mark: 'value', value: 2703 });
    expect(city.referenceValues.find(({ indicator }) => indicator === 'age_0_to_17')?.cell).toEqual({ mark: 'value', value: 582 });
  });

  it('has institutions at their addresses, with groups, places and access', () => {
    expect(built.report.institutions).toMatchObject([{ rows: 12, kept: 12, byPlacement: { address: 10, none: 2 } }]);
    const club = city.institutions.find(({ name }) => name === 'Treff 4')!;
    expect(club).toMatchObject({ location: [ORIGIN[0] + 3600, ORIGIN[1] + 400], placement: 'address', address: 'Lindenallee 4 a', targetGroups: ['jugendliche'], barrierFree: 'partly', capacity: undefined });
    expect(city.institutions.find(({ name }) => name === 'Kita 4')).toMatchObject({ location: [ORIGIN[0] + 3500.5, ORIGIN[1] + 300], targetGroups: ['kinder', 'familien'], barrierFree: 'yes', capacity: 43, contact: 'kita@example.org' });
    expect(city.institutions.filter(({ location }) => location === undefined).map(({ name }) => name)).toEqual(['Kita 1', 'Treff 1']);
  });
});
