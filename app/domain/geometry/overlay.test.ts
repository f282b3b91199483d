import { expect, it } from 'vitest';
import { square } from '#test/builders/an-empty-city.ts';
import { circle, intersectionOf, shareInside, unionOf } from './overlay.ts';
import { pointInShape } from './point-in-shape.ts';
import { areaOf } from './shape-measures.ts';

it('merges overlaps once and keeps apart what does not touch', () => {
  const union = unionOf([square(600_000, 5_900_000, 10), square(600_005, 5_900_000, 10), square(700_000, 5_900_000, 1)]);
  expect(union).toHaveLength(2);
  expect(areaOf(union)).toBeCloseTo(151, 3);
});

it('keeps holes and islands in holes', () => {
  const frame = [square(0, 0, 100), square(90, 0, 100), square(0, 90, 100), square(90, 90, 100)];
  const ring = unionOf([...frame.map((part) => intersectionOf(part, part)), square(-1, -1, 2)]);
  expect(areaOf(ring)).toBeGreaterThan(0);
  const holed = [[square(0, 0, 30)[0]![0]!, square(10, 10, 10)[0]![0]!]];
  const withIsland = unionOf([holed, square(14, 14, 2)]);
  expect(areaOf(withIsland)).toBeCloseTo(900 - 100 + 4, 3);
  expect(pointInShape([12, 12], withIsland)).toBe(false);
  expect(pointInShape([15, 15], withIsland)).toBe(true);
});

it('draws a circle with exactly its area', () => expect(areaOf(circle([400_000, 5_800_000], 800))).toBeCloseTo(Math.PI * 800 ** 2, 3));

it('answers shares between 0 and 1, undefined without extent', () => {
  expect(shareInside(square(0, 0, 10), square(5, 0, 10))).toBeCloseTo(0.5, 6);
  expect(shareInside(square(0, 0, 10), square(50, 0, 10))).toBe(0);
  expect(shareInside(square(0, 0, 10), square(-5, -5, 50))).toBe(1);
  expect(shareInside([], square(0, 0, 1))).toBeUndefined();
  expect(unionOf([])).toEqual([]);
});
