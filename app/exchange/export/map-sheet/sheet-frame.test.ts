import { describe, expect, it } from 'vitest';
import type { Coordinate } from '#app/domain/geometry/shapes.ts';
import { cutRing, sheetFrame, shapePath } from './sheet-frame.ts';

const page = { x: 0, y: 0, width: 1000, height: 500 };
const square = (from: number, to: number): Coordinate[] => [[from, from], [to, from], [to, to], [from, to], [from, from]];

describe('cutRing', () => {
  it('leaves a ring on the page as it is', () => {
    const ring = square(10, 400);
    expect(cutRing(ring, page)).toBe(ring);
  });
  it('cuts what reaches far beyond the page a little outside of it', () => {
    const cut = cutRing(square(100, 1_000_000), page);
    expect(cut.every(([x, y]) => x >= -200 && x <= 1200 && y >= -200 && y <= 700)).toBe(true);
    expect(cut).toContainEqual([100, 100]);
  });
  it('leaves nothing of a ring elsewhere', () => expect(cutRing(square(50_000, 60_000), page)).toEqual([]));
});

describe('shapePath', () => {
  it('writes no number that a page could not hold', () => {
    const frame = sheetFrame(page, { minX: 0, minY: 0, maxX: 1000, maxY: 1000 }, 0);
    const numbers = shapePath(frame, [[square(-900_000, 900_000)]]).match(/-?\d+(?:\.\d+)?/g)!.map(Number);
    expect(numbers.length).toBeGreaterThan(6);
    expect(numbers.every((number) => Math.abs(number) <= 1200)).toBe(true);
  });
});
