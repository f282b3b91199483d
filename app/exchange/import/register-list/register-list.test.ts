import { expect, test } from 'vitest';
import { asId } from '#shared/ids.ts';
import type { SourceContent, SourceTable } from '../source/source.ts';
import { listedFromSheet } from './listed-from-sheet.ts';
import { listSheets, type CityPlace } from './list-sheets.ts';

// Flensburg, UTM 32
const city: CityPlace = { crs: 'EPSG:25832', middle: [527_000, 6_071_000] };
const table = (rows: SourceTable['rows']): SourceContent => ({ kind: 'tables', tables: [{ name: 'Liste', hidden: false, merges: [], rows }], remarks: [] });
const listed = (content: SourceContent) => {
  const [sheet] = listSheets(content, city);
  return listedFromSheet(sheet!, sheet!.suggested, asId('kita'), city);
};

test('an address list with a title above is read by its headers', () => {
  const [row] = listed(table([['Kindertagesstätten der Stadt'], ['Nr.', 'Name der Einrichtung', 'Straße', 'Hausnr.', 'PLZ', 'Träger', 'Plätze', 'E-Mail'], ['7', 'Kita Nord', 'Nordstr.', '5a', 1067, 'AWO', 85, 'kita@awo.example']]));
  expect(row).toEqual({ key: '1', id: '7', name: 'Kita Nord', location: undefined, category: 'kita', fields: { address: 'Nordstr. 5a', postcode: '01067', provider: 'AWO', capacity: 85, contact: 'kita@awo.example' } });
});

test('a list of texts only has a header all the same', () => {
  expect(listed(table([['Einrichtung', 'Adresse'], ['Haus der Familie', 'Am Markt 1']]))).toMatchObject([{ name: 'Haus der Familie', fields: { address: 'Am Markt 1' } }]);
});

test.each<[string, string | number, string | number]>([
  ['degrees with decimal commas', '9,42869', '54,788018'],
  ['metres with thousands points', '527.567,5', '6.071.287,3'],
  ['metres with the zone in front', '32527567.5', '6071287.3'],
  ['degrees the wrong way round', '54.788018', '9.42869'],
])('coordinates are read in the system that puts them into the city: %s', (_, x, y) => {
  const rows = Array.from({ length: 5 }, (_row, index): readonly (string | number)[] => [`Kita ${index}`, x, y]);
  const [first] = listed(table([['Name', 'X', 'Y'], ...rows]));
  expect(Math.hypot(first!.location![0] - 527_567, first!.location![1] - 6_071_287)).toBeLessThan(60);
});

test('numbers that lie nowhere near the city give no place', () => {
  expect(listed(table([['Name', 'X', 'Y'], ['Kita', '1', '2']]))[0]?.location).toBeUndefined();
});

test('a layer gives its points, and the middle of its outlines', () => {
  const content: SourceContent = {
    kind: 'layers', remarks: [],
    layers: [{
      name: 'poi', crs: { kind: 'known', code: 'EPSG:25832', from: 'prj' }, fields: ['name'],
      features: [
        { geometry: { type: 'Point', coordinates: [527_100, 6_071_100] }, attributes: new Map([['name', 'A']]) },
        { geometry: { type: 'LineString', coordinates: [[527_000, 6_071_000], [527_200, 6_071_200]] }, attributes: new Map([['name', 'B']]) },
        { geometry: undefined, attributes: new Map([['name', 'C']]) },
      ],
    }],
  };
  expect(listed(content).map(({ name, location }) => [name, location])).toEqual([['A', [527_100, 6_071_100]], ['B', [527_100, 6_071_100]], ['C', undefined]]);
});

test.each<[readonly (string | number)[], readonly (number | undefined)[]]>([
  [['50.0', '62.0'], [50, 62]],
  [['1.250', '1.234.567'], [1250, 1_234_567]],
  [['80,0', '–'], [80, undefined]],
  [['12,5', '0'], [undefined, 0]],
])('places are read as the whole column writes its numbers: %j', (cells, places) => {
  const rows = listed(table([['Name', 'Plätze'], ...cells.map((cell, index) => [`Kita ${index}`, cell] as const)]));
  expect(rows.map(({ fields }) => fields.capacity)).toEqual(places);
});

test('the yes-no words of a list are those of the import', () => {
  const rows = listed(table([['Name', 'Barrierefrei'], ...['x', 'Wahr', 'N', 'eingeschränkt', 'limited', 'unbekannt', '?'].map((word) => [`Kita ${word}`, word] as const)]));
  expect(rows.map(({ fields }) => fields.barrierFree)).toEqual(['yes', 'yes', 'no', 'partly', 'partly', undefined, undefined]);
});
