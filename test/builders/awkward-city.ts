import ExcelJS from 'exceljs';
import { transformation } from '#app/domain/geometry/crs.ts';
import type { RecipeInput } from '#app/exchange/import/recipe/recipe-schema.ts';
import type { ImportFile } from '#app/exchange/import/source/source.ts';
import { latin1 } from './files/latin1.ts';

/**
 * An invented city whose offices do everything that makes an import hard: Gauß-Krüger outlines, two quarters of one name, keys that lost their
 * zero, a sheet for each year under three rows of header, totals in another column, years as columns in an old encoding, a long table with
 * halves nobody needs, addresses instead of coordinates.
 */
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const toGaussKrueger = transformation('EPSG:25832', 'EPSG:31467');
export const ORIGIN = [565_000, 5_930_000] as const;
export const QUARTERS = [
  { number: 101, name: 'Altstadt', district: '01' },
  { number: 102, name: 'Schloßstraße', district: '01' },
  { number: 201, name: 'Schloßstraße', district: '02' },
  { number: 202, name: 'Groß Süd', district: '02' },
] as const;

function outlines(): ImportFile {
  const features = QUARTERS.map(({ number, name, district }, place) => {
    const [left, bottom] = [ORIGIN[0] + (place % 2) * 1000, ORIGIN[1] + Math.floor(place / 2) * 1000];
    const ring = [[0, 0], [1000, 0], [1000, 1000], [0, 1000], [0, 0]].map(([x, y]) => toGaussKrueger([left + x!, bottom + y!]));
    return { type: 'Feature', properties: { NR: number, NAME: name, BEZ: district }, geometry: { type: 'Polygon', coordinates: [ring] } };
  });
  return { name: 'quartiere.geojson', bytes: utf8(JSON.stringify({ type: 'FeatureCollection', crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::31467' } }, features })) };
}

async function population(): Promise<ImportFile> {
  const book = new ExcelJS.Workbook();
  for (const year of [2021, 2022]) {
    const sheet = book.addWorksheet(`31.12.${year}`);
    sheet.addRows([['Stadt Beispielhausen'], [`Bevölkerung am 31.12.${year}`], ['Quartier', undefined, 'Einwohner'], ['Nr.', 'Name', 'insgesamt', 'davon'], [undefined, undefined, undefined, 'unter 18']]);
    sheet.mergeCells('A3:B3');
    sheet.mergeCells('C3:D3');
    sheet.mergeCells('C4:C5');
    QUARTERS.forEach(({ number, name }, place) => sheet.addRow([`0${number}`, name, 1000 * (place + 1) + year, place === 3 ? '.' : 100 * (place + 1)]));
    sheet.addRows([[undefined, 'Bezirk 02 zusammen', 9, 9], [undefined, 'Stadt insgesamt', 10_000 + 4 * year, 1000], [], ['. geheim']]);
  }
  return { name: 'bevoelkerung.xlsx', bytes: new Uint8Array(await book.xlsx.writeBuffer()) };
}

const benefits: ImportFile = {
  name: 'sgb2.csv',
  bytes: latin1(['SGB II', '', 'Quartier;2021;2022', '101 Altstadt;1.234;1.300', '102 Schloßstraße;*;456', '201 Schlossstrasse;12;x', '202 Groß Süd;-;78', 'Insgesamt;1.250;1.900', '* anonymisiert'].join('\r\n')),
};
const work: ImportFile = {
  name: 'arbeit.txt',
  bytes: utf8(`\ufeff${['Stichtag\tGebiet\tMerkmal\tGeschlecht\tWert', ...QUARTERS.flatMap(({ number }, place) => ['insgesamt', 'weiblich'].flatMap((sex) => [`31.12.2022\t${number}\tArbeitslosenanteil\t${sex}\t${place + 4},25`, `31.12.2022\t${number}\tanderes\t${sex}\t1`]))].join('\n')}`),
};
const offers: ImportFile = { name: 'angebote.csv', bytes: utf8('Nr;Name;Art;Straße;Nr.;PLZ\n1;Treff am Markt;Treff;Marktstr.;12 a;01234\n2;Kita Süd;Kita;Am Teich;3;01234\n3;Kita ohne Ort;Kita;Nirgendweg;1;01234\n') };
const addresses: ImportFile = { name: 'adressen.csv', bytes: utf8(`Strasse;HNr;Zusatz;PLZ;X;Y\nMarktstraße;12;a;01234;${ORIGIN[0] + 250},5;${ORIGIN[1] + 300}\nAm Teich;3;;01234;${ORIGIN[0] + 1500};${ORIGIN[1] + 1500}\n`) };

const count = (id: string, title: string) => ({ id, title, topic: 'all', unit: 'Personen', additive: true });
export const awkwardRecipe: RecipeInput = {
  recipe: 'quartierwerk-import',
  version: 1,
  city: { bundleId: 'beispielhausen', name: 'Beispielhausen', ags: '01999001', edition: '2022' },
  files: [outlines().name, 'bevoelkerung.xlsx', 'sgb2.csv', 'arbeit.txt', 'angebote.csv', 'adressen.csv'].map((path) => ({ id: path.split('.')[0]!, path })),
  levels: [
    { id: 'city', name: 'Gesamtstadt', singular: 'Stadt', plural: 'Städte', areas: { dissolve: 'district', whole: { key: '01999001', name: 'Beispielhausen' } } },
    { id: 'district', name: 'Bezirke', singular: 'Bezirk', plural: 'Bezirke', nestsIn: 'city', areas: { dissolve: 'quarter', names: { '01': 'Nord', '02': 'Süd' }, parent: { by: 'whole' } } },
    { id: 'quarter', name: 'Quartiere', singular: 'Quartier', plural: 'Quartiere', nestsIn: 'district', areas: { file: 'quartiere', key: { column: 'NR', digits: 4 }, name: { column: 'NAME' }, parent: { by: 'column', column: 'BEZ' } } },
  ],
  topics: [{ id: 'all', name: 'Alles' }],
  indicators: [
    count('people', 'Einwohner'),
    { ...count('young', 'unter 18'), aggregateTo: ['district'] },
    { id: 'young_share', title: 'unter 18', topic: 'all', unit: '%', decimals: 1, form: 'relative', numerator: 'young', denominator: 'people', computedPer: 100 },
    count('benefits', 'SGB II'),
    { id: 'unemployed', title: 'Arbeitslosenanteil', topic: 'all', unit: '%', decimals: 2, form: 'relative' },
  ],
  tables: [
    {
      id: 'people', file: 'bevoelkerung', sheets: ['31.12.2021', '31.12.2022'], header: [3, 5], date: { sheetName: true },
      area: { column: 'Quartier | Nr.', level: 'quarter', ignore: ['Bezirk 02 zusammen'], city: ['Stadt insgesamt'] },
      values: [{ column: 'Einwohner | insgesamt', indicator: 'people' }, { column: 'Einwohner | davon | unter 18', indicator: 'young' }],
    },
    { id: 'benefits', file: 'sgb2', header: 3, area: { column: 'Quartier', level: 'quarter', by: 'name', city: ['Insgesamt'] }, values: [{ column: '{year}', indicator: 'benefits' }] },
    {
      id: 'work', file: 'arbeit', where: [{ column: 'Geschlecht', is: ['insgesamt'] }], area: { column: 'Gebiet', level: 'quarter' }, date: { column: 'Stichtag', form: 'day' },
      indicator: { column: 'Merkmal', assign: { Arbeitslosenanteil: 'unemployed' } }, values: [{ column: 'Wert' }],
    },
  ],
  categories: [{ id: 'kita', name: 'Kitas' }, { id: 'club', name: 'Treffs' }],
  institutions: [{
    id: 'offers', file: 'angebote', key: { column: 'Nr', prefix: 'A' }, name: 'Name', category: { column: 'Art', assign: { Kita: 'kita', Treff: 'club' } },
    address: { join: ['Straße', 'Nr.'] }, postcode: 'PLZ', place: [{ by: 'address', street: 'Straße', houseNumber: 'Nr.', postcode: 'PLZ' }],
  }],
  addresses: [{ file: 'adressen', street: 'Strasse', houseNumber: { join: ['HNr', 'Zusatz'] }, postcode: 'PLZ', place: { by: 'coordinates', x: 'X', y: 'Y', crs: 'EPSG:25832' } }],
};

/** The files its offices send, in the order of the recipe. */
export const awkwardFiles = async (): Promise<readonly ImportFile[]> => [outlines(), await population(), benefits, work, offers, addresses];
