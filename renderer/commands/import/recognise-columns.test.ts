import { expect, test } from 'vitest';
import type { Recipe } from '#app/exchange/import/recipe/recipe-schema.ts';
import { sourceColumns, type BenchSource } from '../../state/bench-sources.ts';
import { ageGroupsIn, areaColumnOf, coordinateColumnsOf, dayOf, gridColumnOf, headerOf } from './recognise-columns.ts';

const sheet = (rows: BenchSource['rows'], fields?: readonly string[]): BenchSource => ({ path: 'a.csv', sheet: undefined, layer: undefined, name: 'a', rows, merges: [], fields, isPoints: false });
const levels = ['city', 'quarter'].map((id) => ({ id })) as unknown as Recipe['levels'];
const area = (level: string, id: string, name: string) => ({ level, id, name, parent: undefined, outline: undefined });
const AREAS = [area('city', 'x', 'Halmstedt'), area('quarter', '001', 'Nord'), area('quarter', '002', 'Süd')];

test('age groups come from the headers, also below a title and in two header rows', () => {
  const source = sheet([['Bevölkerung 2023'], ['Gebiet', 'unter 6', '6 bis 17', '18 und älter'], ['Nord', 1, 2, 3]]);
  const header = headerOf(source, (columns) => ageGroupsIn(columns).length > 0);
  expect(header).toEqual([2, 2]);
  expect(ageGroupsIn(sourceColumns(source, header))).toEqual([
    { id: '0to5', name: 'unter 6', from: 0, to: 5, column: 'unter 6' },
    { id: '6to17', name: '6 bis 17', from: 6, to: 17, column: '6 bis 17' },
    { id: '18plus', name: '18 und älter', from: 18, column: '18 und älter' },
  ]);
});

test('groups with a gap are not proposed, and the header is then the first of the fullest rows', () => {
  const source = sheet([['Titel'], ['Gebiet', 'unter 6', '18 und älter'], ['Nord', 1, 3]]);
  expect(ageGroupsIn(sourceColumns(source, [2, 2]))).toEqual([]);
  expect(headerOf(source, (columns) => ageGroupsIn(columns).length > 0)).toEqual([2, 2]);
  expect(headerOf(sheet([]), () => false)).toEqual([1, 1]);
});

test('the area column is the one whose texts are areas, by key, by key that lost its zeros, or by name', () => {
  const rows = (texts: readonly (string | number)[]) => texts.map((text, index) => [index + 7, text]);
  const columns = sourceColumns(sheet([['Nr', 'Gebiet']]), [1, 1]);
  expect(areaColumnOf(columns, rows(['001', '002']), levels, AREAS)).toMatchObject({ fit: 1, area: { column: 'Gebiet', level: 'quarter', by: 'key' } });
  expect(areaColumnOf(columns, rows([1, 2]), levels, AREAS)).toMatchObject({ fit: 1, area: { column: 'Gebiet', level: 'quarter', by: 'key', digits: 3 } });
  expect(areaColumnOf(columns, rows(['nord', 'Süd', 'Summe']), levels, AREAS)).toMatchObject({ fit: 2 / 3, area: { column: 'Gebiet', level: 'quarter', by: 'name' } });
  expect(areaColumnOf(columns, rows(['a', 'b']), levels, [])).toMatchObject({ fit: 0, area: { column: 'Nr', level: 'quarter', by: 'key' } });
});

test('grid keys, coordinates and the day are recognised, and nothing is taken for them that is not', () => {
  const columns = sourceColumns(sheet([['Zelle', 'x_mp', 'y_mp']]), [1, 1]);
  expect(gridColumnOf(columns, [['CRS3035RES100mN2691700E4341100'], ['100mN26917E43411']])).toBe('Zelle');
  expect(gridColumnOf(columns, [['100mN26917E43411'], ['Nord']])).toBeUndefined();
  expect(gridColumnOf(columns, [])).toBeUndefined();
  expect(coordinateColumnsOf(columns)).toEqual({ x: 'x_mp', y: 'y_mp' });
  expect(coordinateColumnsOf(columns.slice(0, 2))).toBeUndefined();
  expect(dayOf('daten 1999/einwohner_2023.csv', '2022')).toBe('2023-12-31');
  expect(dayOf('einwohner.csv', 'Ausgabe 2022')).toBe('2022-12-31');
  expect(dayOf('einwohner.csv', '')).toBeUndefined();
});
