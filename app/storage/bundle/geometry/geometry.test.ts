import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Coordinate, MultiPolygon } from '#app/domain/geometry/shapes.ts';
import { straightened } from './circular-arc.ts';
import { multiPolygonFrom, pointFrom } from './city-geometry.ts';
import { GeometryFault } from './geometry-fault.ts';
import { readGeometry } from './read-geometry.ts';
import { lineBlob, multiPolygonBlob, pointBlob } from './write-geometry.ts';

const coordinate = fc.tuple(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.double({ noNaN: true, noDefaultInfinity: true }));
const ring = fc.array(coordinate, { minLength: 3, maxLength: 12 }).map((points): Coordinate[] => [...points, points[0]!]);
const shape: fc.Arbitrary<MultiPolygon> = fc.array(fc.array(ring, { minLength: 1, maxLength: 3 }), { maxLength: 4 });

/** Bytes of a blob without envelope, from parts: numbers are unsigned 32-bit, texts are hexadecimal. */
function blobOf(...parts: readonly (number | string | readonly number[])[]): Uint8Array {
  const bytes = [0x47, 0x50, 0, 1, 0xe8, 0x64, 0, 0];
  for (const part of parts) {
    if (typeof part === 'number') bytes.push(part & 255, (part >>> 8) & 255, (part >>> 16) & 255, (part >>> 24) & 255);
    else if (typeof part === 'string') bytes.push(...part.match(/../g)!.map((pair) => Number.parseInt(pair, 16)));
    else bytes.push(...new Uint8Array(Float64Array.from(part).buffer));
  }
  return Uint8Array.from(bytes);
}

const outcome = (blob: Uint8Array) => {
  try {
    return readGeometry(blob);
  } catch (cause) {
    if (cause instanceof GeometryFault) return cause.message;
    throw cause;
  }
};

describe('geometry blobs', () => {
  it('come back as they were written', () => {
    fc.assert(fc.property(shape, (polygons) => {
      expect(multiPolygonFrom(multiPolygonBlob(polygons, 25832), 25832)).toEqual(polygons);
    }));
    fc.assert(fc.property(coordinate, (point) => {
      expect(pointFrom(pointBlob(point, 25833), 25833)).toEqual(point);
    }));
  });

  it('never crash the reader, whatever the bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void outcome(bytes)), { numRuns: 2000 });
    fc.assert(
      fc.property(shape, fc.nat(), fc.integer({ min: 0, max: 255 }), (polygons, place, value) => {
        const blob = multiPolygonBlob(polygons, 25832);
        blob[place % blob.length] = value;
        outcome(blob);
      }),
      { numRuns: 2000 },
    );
    fc.assert(fc.property(shape, fc.nat(), (polygons, length) => {
      const blob = multiPolygonBlob(polygons, 25832);
      const cut = length % blob.length;
      expect(outcome(blob.slice(0, cut))).toBeTypeOf('string');
    }));
  });

  it('counts beyond the bytes that are there are refused before anything is allocated', () => {
    for (const type of [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 16, 17]) {
      for (const count of [0xffffffff, 0x7fffffff, 1_000_000]) expect(outcome(blobOf('01', type, count))).toBe('shorter than it says');
    }
    expect(outcome(blobOf('01', 3, 1, 0xffffffff))).toBe('shorter than it says');
  });

  it('collections nested ten thousand deep do not exhaust the stack', () => {
    const parts = Array.from({ length: 10_000 }, () => ['01', 7, 1] as const).flat();
    expect(outcome(blobOf(...parts))).toBe('collections nested too deep');
  });

  it('numbers that are none are refused; an empty point is no geometry', () => {
    expect(outcome(blobOf('01', 2, 1, [NaN, 1]))).toBe('a coordinate that is not a number');
    expect(outcome(blobOf('01', 1, [Infinity, 1]))).toBe('a coordinate that is not a number');
    expect(outcome(blobOf('01', 1, [NaN, NaN]))).toEqual({ srs: 25832, geometry: undefined });
  });

  it('heights and measures are passed over, in both spellings', () => {
    const expected = { srs: 25832, geometry: { type: 'Point', coordinates: [1, 2] } };
    expect(outcome(blobOf('01', 1001, [1, 2, 3]))).toEqual(expected);
    expect(outcome(blobOf('01', 2001, [1, 2, 3]))).toEqual(expected);
    expect(outcome(blobOf('01', 3001, [1, 2, 3, 4]))).toEqual(expected);
    expect(outcome(blobOf('01', 0x80000001, [1, 2, 3]))).toEqual(expected);
  });

  it('a city takes only what it asked for, in its own system, with closed rings', () => {
    expect(() => pointFrom(pointBlob([1, 2], 25833), 25832)).toThrow('system 25833 instead of 25832');
    expect(() => pointFrom(lineBlob([[0, 0], [1, 1]], 25832), 25832)).toThrow('LineString instead of a point');
    const open: MultiPolygon = [[[[0, 0], [1, 0], [1, 1], [0, 1]]]];
    expect(() => multiPolygonFrom(multiPolygonBlob(open, 25832), 25832)).toThrow('a ring that is not closed');
  });
});

describe('an arc as straight pieces', () => {
  const onCircle = (points: readonly (readonly number[])[], radius: number) => points.every(([x, y]) => Math.abs(Math.hypot(x!, y!) - radius) < 1e-9);

  it('stays on the circle, on the side of its middle point', () => {
    const upper = straightened([[-1, 0], [0, 1], [1, 0]]);
    expect(onCircle(upper, 1)).toBe(true);
    expect(upper.every(([, y]) => y! >= -1e-12)).toBe(true);
    expect(upper.length).toBeGreaterThan(30);
    expect(straightened([[-1, 0], [0, -1], [1, 0]]).every(([, y]) => y! <= 1e-12)).toBe(true);
  });

  it('closes a whole circle and leaves three points in a row straight', () => {
    const circle = straightened([[-1, 0], [1, 0], [-1, 0]]);
    expect(onCircle(circle, 1)).toBe(true);
    expect(circle.at(-1)).toEqual([-1, 0]);
    expect(straightened([[0, 0], [1, 0], [2, 0]])).toEqual([[0, 0], [1, 0], [2, 0]]);
  });
});
