import { expect, test } from 'vitest';
import type { MultiPolygon } from '../geometry/shapes.ts';
import { areasWithoutStreets } from './areas-without-streets.ts';

const triangle = (x: number): MultiPolygon => [[[[x, 0], [x + 10, 0], [x, 10], [x, 0]]]];
const network = { nodeX: Float64Array.of(2, 29, 45), nodeY: Float64Array.of(2, 9, 50) };

test('an area is served by a node in it, not by one in its rectangle', () => {
  const areas = [{ id: 'a', shape: triangle(0) }, { id: 'b', shape: triangle(20) }, { id: 'c', shape: triangle(40) }, { id: 'd', shape: [] }];
  expect(areasWithoutStreets(areas, network).map(({ id }) => id)).toEqual(['b', 'c', 'd']);
});

test('no streets, no areas', () => {
  expect(areasWithoutStreets([{ shape: triangle(0) }], { nodeX: new Float64Array(), nodeY: new Float64Array() })).toHaveLength(1);
  expect(areasWithoutStreets([], network)).toEqual([]);
});
