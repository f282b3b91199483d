import { describe, expect, it } from 'vitest';
import { areaIndexOf } from './area-index.ts';
import { pointInShape, positionIn } from './point-in-shape.ts';
import { areaOf, boundsOf, labelPointOf } from './shape-measures.ts';
import type { Coordinate, MultiPolygon, Ring } from './shapes.ts';

const square = (x: number, y: number, size: number): Ring => [[x, y], [x + size, y], [x + size, y + size], [x, y + size], [x, y]];
const crescent: MultiPolygon = [[[[0, 0], [100, 0], [100, 100], [0, 100], [0, 90], [90, 90], [90, 10], [0, 10], [0, 0]]]];

describe('shape measures', () => {
  it('takes holes off, whatever the direction of the rings', () => {
    expect(areaOf([[square(0, 0, 10), square(2, 2, 3)]])).toBe(91);
    expect(areaOf([[[...square(0, 0, 10)].reverse(), square(2, 2, 3)]])).toBe(91);
  });
  it('keeps its digits at UTM coordinates in the millions', () => expect(areaOf([[square(392_000.1, 5_820_000.1, 0.5)]])).toBeCloseTo(0.25, 8));
  it('answers for shapes without extent', () => {
    expect(areaOf([])).toBe(0);
    expect(boundsOf([])).toBeUndefined();
    expect(labelPointOf([])).toBeUndefined();
    expect(boundsOf([[square(1, 2, 3)], [square(10, -1, 2)]])).toEqual({ minX: 1, minY: -1, maxX: 12, maxY: 5 });
  });
  it('writes the name inside the shape, also inside a crescent, and in the largest part', () => {
    expect(pointInShape(labelPointOf(crescent)!, crescent)).toBe(true);
    const [x] = labelPointOf([[square(1000, 0, 1)], ...crescent])!;
    expect(x).toBeLessThan(101);
  });
});

describe('point in shape', () => {
  const holed: MultiPolygon = [[square(0, 0, 10), square(4, 4, 2)], [square(20, 0, 5)]];
  it.each<[Coordinate, ReturnType<typeof positionIn>]>([
    [[1, 1], 'inside'], [[5, 5], 'outside'], [[0, 5], 'onBorder'], [[0, 0], 'onBorder'], [[4, 5], 'onBorder'], [[21, 1], 'inside'],
    [[15, 0], 'outside'], [[-1, 10], 'outside'], [[11, 10], 'outside'],
  ])('%j is %s', (point, expected) => expect(positionIn(point, holed)).toBe(expected));
});

describe('area at a point', () => {
  const west = { id: 'west', shape: [[square(0, 0, 10)]] as MultiPolygon };
  const east = { id: 'east', shape: [[square(10, 0, 10)]] as MultiPolygon };
  it('gives a common border to one area, the same one in any order of rows', () => {
    expect(areaIndexOf([west, east]).at([10, 5])?.id).toBe('east');
    expect(areaIndexOf([east, west]).at([10, 5])?.id).toBe('east');
  });
  it('finds inside, and nothing outside or without shapes', () => {
    expect(areaIndexOf([west, east]).at([3, 3])?.id).toBe('west');
    expect(areaIndexOf([west, east]).at([30, 3])).toBeUndefined();
    expect(areaIndexOf([{ id: 'none', shape: [] }]).at([0, 0])).toBeUndefined();
  });
});
