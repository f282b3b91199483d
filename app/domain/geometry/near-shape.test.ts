import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearShape } from './near-shape.ts';
import type { MultiPolygon } from './shapes.ts';

const square = (x: number, y: number, size: number): MultiPolygon => [[[[x, y], [x + size, y], [x + size, y + size], [x, y + size], [x, y]]]];

test('inside, within the margin, and far away', () => {
  const near = nearShape(square(500_000, 5_400_000, 2_000), 1_000);
  expect(near(501_000, 5_401_000)).toBe(true);
  expect(near(499_010, 5_401_000)).toBe(true);
  expect(near(498_600, 5_401_000)).toBe(false);
  expect(near(0, 0)).toBe(false);
  expect(near(Number.NaN, 0)).toBe(false);
});

test('never "no" within the margin, never "yes" more than 354 m beyond it', () => {
  fc.assert(fc.property(fc.double({ min: -4_000, max: 6_000, noNaN: true }), fc.double({ min: -4_000, max: 6_000, noNaN: true }), fc.integer({ min: 0, max: 1_500 }), (x, y, margin) => {
    const away = Math.hypot(Math.max(-x, 0, x - 2_000), Math.max(-y, 0, y - 2_000));
    const answer = nearShape(square(0, 0, 2_000), margin)(x, y);
    if (away <= margin) expect(answer).toBe(true);
    if (away > margin + 354) expect(answer).toBe(false);
  }), { numRuns: 300 });
});

test('a hole is outside, and a shape without coordinates has nothing near', () => {
  const ring: MultiPolygon = [[square(0, 0, 9_000)[0]![0]!, square(2_000, 2_000, 5_000)[0]![0]!]];
  expect(nearShape(ring, 100)(4_500, 4_500)).toBe(false);
  expect(nearShape(ring, 2_600)(4_500, 4_500)).toBe(true);
  expect(nearShape([], 1_000)(0, 0)).toBe(false);
});
