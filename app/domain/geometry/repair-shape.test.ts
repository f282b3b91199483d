import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shapeFaults } from './check-shape.ts';
import { intersectionOf, unionOf } from './overlay.ts';
import { repairShape } from './repair-shape.ts';
import { areaOf } from './shape-measures.ts';
import type { Coordinate, MultiPolygon, Ring } from './shapes.ts';

/** Far from zero, as real coordinates are. */
const [EAST, NORTH] = [526_000, 6_070_000];
const at = (...points: readonly Coordinate[]): Ring => points.map(([x, y]): Coordinate => [EAST + x, NORTH + y]);
const square = (x: number, y: number, size: number): Ring => at([x, y], [x + size, y], [x + size, y + size], [x, y + size], [x, y]);
const turned = (ring: Ring): Ring => [...ring].reverse();
const codes = (shape: MultiPolygon) => shapeFaults(shape).map(({ code }) => code);

describe('sound outlines', () => {
  it.each<[string, MultiPolygon]>([
    ['a square with a hole', [[square(0, 0, 10), square(2, 2, 2)]]],
    ['the same, other ways round', [[turned(square(0, 0, 10)), square(2, 2, 2)]]],
    ['a hole that touches its outline in a point', [[square(0, 0, 10), at([0, 5], [3, 4], [3, 6], [0, 5])]]],
    ['two parts that touch in a corner', [[square(0, 0, 10)], [square(10, 10, 5)]]],
    ['an island in a hole', [[square(0, 0, 30), square(5, 5, 20)], [square(10, 10, 5)]]],
    ['a point that stands twice', [[at([0, 0], [10, 0], [10, 0], [10, 10], [0, 0])]]],
  ])('%s stays as it is', (_name, shape) => {
    expect(codes(shape)).toEqual([]);
    const repaired = repairShape(shape);
    expect(repaired.status).toBe('sound');
    expect(repaired.status === 'sound' && repaired.shape).toBe(shape);
  });
});

describe('faults and their repair', () => {
  it.each<[string, MultiPolygon, string, number]>([
    ['not closed', [[square(0, 0, 10).slice(0, -1)]], 'notClosed', 100],
    ['bow tie', [[at([0, 0], [10, 10], [10, 0], [0, 10], [0, 0])]], 'selfCrossing', 50],
    ['bow tie that crosses in a corner', [[at([0, 0], [5, 5], [10, 10], [10, 0], [5, 5], [0, 10], [0, 0])]], 'selfCrossing', 50],
    ['loop that runs twice around the same', [[at([0, 0], [10, 0], [10, 10], [0, 10], [0, 2], [8, 2], [8, 8], [2, 8], [2, 0], [0, 0])]], 'selfCrossing', 96],
    ['spike outwards', [[at([0, 0], [10, 0], [10, 5], [20, 5], [10, 5], [10, 10], [0, 10], [0, 0])]], 'spike', 100],
    ['spike inwards', [[at([0, 0], [10, 0], [10, 10], [5, 10], [5, 5], [5, 10], [0, 10], [0, 0])]], 'spike', 100],
    ['a hole outside is a part', [[square(0, 0, 10), square(20, 0, 5)]], 'wrongNesting', 125],
    ['a hole in a hole', [[square(0, 0, 30), square(5, 5, 20), square(10, 10, 5)]], 'wrongNesting', 900 - 400],
    ['a hole over the border', [[square(0, 0, 10), square(8, 4, 4)]], 'ringsCross', 100 - 8],
    ['parts that overlap', [[square(0, 0, 10)], [square(5, 0, 10)]], 'overlappingParts', 150],
    ['parts that share a side', [[square(0, 0, 10)], [square(10, 0, 10)]], 'overlappingParts', 200],
    ['a part inside another', [[square(0, 0, 10)], [square(2, 2, 2)]], 'overlappingParts', 100],
    ['a hole given as a part, running the other way', [[square(0, 0, 10)], [turned(square(2, 2, 2))]], 'overlappingParts', 96],
    ['a ring without area beside a good one', [[square(0, 0, 10)], [at([50, 0], [60, 0], [50, 0])]], 'tooFewPoints', 100],
    ['the same ring twice', [[square(0, 0, 10)], [square(0, 0, 10)]], 'overlappingParts', 100],
  ])('%s', (_name, shape, code, area) => {
    expect(codes(shape)).toContain(code);
    const repaired = repairShape(shape);
    if (repaired.status !== 'repaired') throw new Error(repaired.status);
    expect(repaired.areaAfter).toBeCloseTo(area, 3);
    expect(areaOf(repaired.shape)).toBe(repaired.areaAfter);
    expect(codes(repaired.shape)).toEqual([]);
  });
  it('counts faults and tells the first place', () => {
    const [fault] = shapeFaults([[at([0, 0], [10, 10], [10, 0], [0, 10], [0, 0])]]);
    expect(fault).toEqual({ code: 'selfCrossing', count: 1, place: [EAST + 10, NORTH] });
  });
});

describe('refused', () => {
  it.each<[string, MultiPolygon, string]>([
    ['a coordinate that is no number', [[[[0, 0], [1, NaN], [1, 1], [0, 0]]]], 'notANumber'],
    ['an endless one', [[[[0, 0], [Infinity, 0], [1, 1], [0, 0]]]], 'notANumber'],
    ['a line', [[at([0, 0], [10, 0], [0, 0])]], 'noArea'],
    ['a point', [[at([0, 0])]], 'noArea'],
    ['no ring', [[]], 'noArea'],
    ['nothing', [], 'noArea'],
  ])('%s', (_name, shape, reason) => expect(repairShape(shape)).toMatchObject({ status: 'refused', reason }));
});

const whole = fc.integer({ min: 0, max: 12 });
const fine = fc.double({ min: 0, max: 100, noNaN: true });
const coordinate = fc.oneof(fc.tuple(whole, whole), fc.tuple(fine, fine)).map(([x, y]): Coordinate => [EAST + x, NORTH + y]);
const ring = fc.array(coordinate, { minLength: 3, maxLength: 14 }).chain((points) => fc.boolean().map((close): Ring => (close ? [...points, points[0]!] : points)));
const shapes = fc.array(fc.array(ring, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 });

it('whatever the rings, the repaired shape is sound, stays as it is, and measures the same as an overlay', () => {
  fc.assert(
    fc.property(shapes, (shape) => {
      const repaired = repairShape(shape);
      if (repaired.status === 'refused') return;
      expect(shapeFaults(repaired.shape)).toEqual([]);
      expect(repairShape(repaired.shape)).toEqual({ status: 'sound', shape: repaired.shape });
      expect(areaOf(unionOf([repaired.shape]))).toBeCloseTo(areaOf(repaired.shape), 0);
      expect(areaOf(intersectionOf(repaired.shape, repaired.shape))).toBeCloseTo(areaOf(repaired.shape), 0);
    }),
    { numRuns: 2000 },
  );
});

it('ends on a line that runs through the same corner again and again', () => {
  expect(repairShape([[at([0, 0], [0, 0], [2, 7], [0, 0], [3, 0], [8, 0])]])).toMatchObject({ status: 'refused', reason: 'noArea' });
});

it('refuses no shape of which an outline encloses more than slivers', () => {
  fc.assert(
    fc.property(fc.array(ring, { minLength: 1, maxLength: 3 }), (outlines) => {
      const enclosed = outlines.map((outline) => areaOf(unionOf([[[[...outline, outline[0]!]]]], 'anyWay')));
      if (repairShape(outlines.map((outline) => [outline])).status === 'refused') expect(Math.max(...enclosed)).toBeLessThan(1);
    }),
    { numRuns: 1000 },
  );
});
