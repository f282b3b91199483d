import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWkt } from './wkt.ts';

describe('a geometry as text', () => {
  it.each([
    ['POINT (30 10)', { type: 'Point', coordinates: [30, 10] }],
    ['srid=25832;point(30.5 -1e-7)', { type: 'Point', coordinates: [30.5, -1e-7] }],
    ['LINESTRING (30 10, 10 30)', { type: 'LineString', coordinates: [[30, 10], [10, 30]] }],
    ['POLYGON ((0 0, 1 0, 1 1, 0 0), (2 2,3 2,3 3,2 2))', { type: 'Polygon', coordinates: [[[0, 0], [1, 0], [1, 1], [0, 0]], [[2, 2], [3, 2], [3, 3], [2, 2]]] }],
    ['MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((2 2, 3 2, 3 3, 2 2)))', { type: 'MultiPolygon', coordinates: [[[[0, 0], [1, 0], [1, 1], [0, 0]]], [[[2, 2], [3, 2], [3, 3], [2, 2]]]] }],
    ['MULTILINESTRING ((0 0, 1 1))', { type: 'MultiLineString', coordinates: [[[0, 0], [1, 1]]] }],
    ['MULTIPOLYGON EMPTY', { type: 'MultiPolygon', coordinates: [] }],
  ])('%s', (text, geometry) => expect(readWkt(text)).toEqual(geometry));

  it.each(['', 'CIRCLE (1 2)', 'POINT Z (1 2 3)', 'POINT (1 2 3)', 'POINT (1)', 'POINT (1 2', 'LINESTRING ((1 2, 3 4))', 'POLYGON (0 0, 1 0, 1 1, 0 0)', 'POINT (Infinity 1)', 'POINT (1e999 1)', 'POINT (1 2) x', 'POINT (1,2)', `POLYGON ${'('.repeat(100_000)}`, 'POINT [1 2]'])(
    '%.40s is none', (text) => expect(readWkt(text)).toBeUndefined());

  it('never throws, whatever stands there', () => {
    fc.assert(fc.property(fc.string(), fc.constantFrom('POINT (', 'MULTIPOLYGON (((', 'LINESTRING ('), (rest, start) => {
      expect(() => readWkt(`${start}${rest}`)).not.toThrow();
    }));
  });
});
