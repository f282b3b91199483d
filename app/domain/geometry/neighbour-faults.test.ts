import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { square } from '#test/builders/an-empty-city.ts';
import { neighbourFaults } from './neighbour-faults.ts';
import { differenceOf, grownBy } from './overlay.ts';
import { areaOf } from './shape-measures.ts';
import type { MultiPolygon } from './shapes.ts';

const [EAST, NORTH] = [526_000, 6_070_000];
const box = (x: number, y: number, width: number, height: number): MultiPolygon => [[[[EAST + x, NORTH + y], [EAST + x + width, NORTH + y], [EAST + x + width, NORTH + y + height], [EAST + x, NORTH + y + height], [EAST + x, NORTH + y]]]];

describe('neighbours', () => {
  it('that share their borders have no faults', () => {
    const areas = [0, 1, 2].flatMap((column) => [0, 1].map((row) => ({ id: `${column}${row}`, shape: box(column * 100, row * 100, 100, 100) })));
    expect(neighbourFaults(areas)).toEqual({ gaps: [], overlaps: [], ignored: { gaps: { count: 0, squareMetres: 0 }, overlaps: { count: 0, squareMetres: 0 } } });
  });
  it('that overlap are named with the size and the place', () => {
    const { overlaps, gaps } = neighbourFaults([{ id: 'a', shape: box(0, 0, 100, 100) }, { id: 'b', shape: box(98, 0, 100, 100) }, { id: 'c', shape: box(500, 0, 10, 10) }]);
    expect(overlaps).toEqual([{ areas: ['a', 'b'], squareMetres: 200, place: [EAST + 99, NORTH + 50] }]);
    expect(gaps).toEqual([]);
  });
  it('that leave a gap between them are named, the largest first', () => {
    const frame = differenceOf(box(0, 0, 300, 300), [...box(50, 50, 20, 20), ...box(200, 200, 30, 30)]);
    const west = { id: 'west', shape: differenceOf(frame, box(150, 0, 150, 300)) };
    const east = { id: 'east', shape: differenceOf(frame, box(0, 0, 150, 300)) };
    expect(neighbourFaults([west, east]).gaps).toMatchObject([{ areas: ['east'], squareMetres: 900 }, { areas: ['west'], squareMetres: 400 }]);
    const slit = [{ id: 'a', shape: box(0, 0, 100, 100) }, { id: 'b', shape: box(100.5, 0, 100, 100) }, { id: 'c', shape: box(0, 100, 201, 10) }, { id: 'd', shape: box(0, -10, 201, 10) }];
    expect(neighbourFaults(slit).gaps).toMatchObject([{ areas: expect.arrayContaining(['a', 'b', 'c', 'd']), squareMetres: 50 }]);
  });
  it('an island in a gap is taken off its size, and borders it', () => {
    const frame = differenceOf(box(0, 0, 100, 100), box(20, 20, 60, 60));
    expect(neighbourFaults([{ id: 'frame', shape: frame }, { id: 'island', shape: box(40, 40, 10, 10) }]).gaps).toMatchObject([{ areas: ['frame', 'island'], squareMetres: 3500 }]);
  });
  it('small faults are added up', () => {
    const areas = [{ id: 'a', shape: box(0, 0, 100, 100) }, { id: 'b', shape: box(99.995, 0, 100, 100) }];
    const { overlaps, ignored } = neighbourFaults(areas);
    expect(overlaps).toEqual([]);
    expect(ignored.overlaps.count).toBe(1);
    expect(ignored.overlaps.squareMetres).toBeCloseTo(0.5, 6);
  });
  it('none, one, or without extent', () => {
    for (const areas of [[], [{ id: 'a', shape: square(0, 0, 1) }], [{ id: 'a', shape: [] }, { id: 'b', shape: [] }]]) expect(neighbourFaults(areas)).toMatchObject({ gaps: [], overlaps: [] });
  });
});

it('overlaps of random rectangles are what arithmetic says', () => {
  const rectangle = fc.tuple(...[fc.nat(50), fc.nat(50), fc.integer({ min: 5, max: 40 }), fc.integer({ min: 5, max: 40 })] as const);
  fc.assert(
    fc.property(rectangle, rectangle, (a, b) => {
      const span = (at: 0 | 1) => Math.max(0, Math.min(a[at] + a[at + 2]!, b[at] + b[at + 2]!) - Math.max(a[at], b[at]));
      const { overlaps } = neighbourFaults([{ id: 'a', shape: box(...a) }, { id: 'b', shape: box(...b) }]);
      expect(overlaps.reduce((sum, { squareMetres }) => sum + squareMetres, 0)).toBeCloseTo(span(0) * span(1), 6);
    }),
  );
});

it('growing adds a rim, and shrinking takes it away', () => {
  expect(areaOf(grownBy(box(0, 0, 10, 10), 1))).toBeCloseTo(144, 6);
  expect(areaOf(grownBy(differenceOf(box(0, 0, 30, 30), box(10, 10, 10, 10)), -1))).toBeCloseTo(28 * 28 - 12 * 12, 6);
  expect(grownBy([], 1)).toEqual([]);
});
