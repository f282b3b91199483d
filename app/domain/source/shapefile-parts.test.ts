import { expect, test } from 'vitest';
import { isPartOf, partNamed, shapefileOf } from './shapefile-parts.ts';

test.each(['dbf', 'shx', 'prj', 'cpg', 'qpj', 'qmd', 'qml', 'sbn', 'xml', 'shp.xml', 'DBF'])('q.%s belongs to q.shp', (ending) => {
  expect(shapefileOf(`a/q.${ending}`, ['b/q.shp', 'a/q.shp', 'a/qq.shp'])).toBe('a/q.shp');
});

test('letters may be large or small, composed or not', () => {
  expect(isPartOf('bezirke.dbf', 'Bezirke.SHP')).toBe(true);
  expect(isPartOf('Ma\u0308rkte.dbf', 'M\u00e4rkte.shp')).toBe(true);
});

test('where only the case differs, a part goes with its own spelling', () => {
  expect(['Q.dbf', 'q.dbf'].map((name) => shapefileOf(name, ['q.shp', 'Q.shp']))).toEqual(['Q.shp', 'q.shp']);
  expect(partNamed('Q.shp', 'dbf', ['q.dbf', 'Q.dbf'])).toBe('Q.dbf');
  expect(partNamed('Q.SHP', 'dbf', ['q.prj', 'q.dbf'])).toBe('q.dbf');
});

test('tables, other stems and the file itself are no parts', () => {
  expect(['a/q.csv', 'b/q.dbf', 'a/qq.dbf', 'a/q.shp', 'a/.dbf'].map((name) => shapefileOf(name, ['a/q.shp']))).toEqual([undefined, undefined, undefined, undefined, undefined]);
});
