import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nearestPointOf } from './nearest-point.ts';
import type { Coordinate } from './shapes.ts';

const place = fc.oneof(fc.integer({ min: -50, max: 50 }), fc.double({ min: -5000, max: 5000, noNaN: true }));
const points = fc.array(fc.tuple(place, place), { minLength: 1, maxLength: 80 });

it('equals looking at every point, inside and outside, for points in heaps and in a line', () => {
  fc.assert(
    fc.property(fc.oneof(points, points.map((all) => all.map(([x]): Coordinate => [x, 7]))), place, place, (all, x, y) => {
      expect(nearestPointOf(all)(x, y)).toBe(Math.min(...all.map(([px, py]) => (px - x) ** 2 + (py - y) ** 2)));
    }),
    { numRuns: 2000 },
  );
});

it('is infinitely far from nothing', () => expect(nearestPointOf([])(1, 2)).toBe(Infinity));
