import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assembleRings, polygonsOfRings } from './assemble-rings.ts';
import { areaOf } from './shape-measures.ts';
import type { Coordinate } from './shapes.ts';

/** A ring as the set of its nodes, to compare whatever its beginning and direction. */
const nodesOf = (ring: readonly number[]): readonly number[] => [...new Set(ring)].sort((a, b) => a - b);

describe('rings of lines', () => {
  test('lines in any order and direction close', () => {
    const { rings, open } = assembleRings([[1, 2, 3], [5, 4, 3], [5, 1]]);
    expect(rings.map(nodesOf)).toEqual([[1, 2, 3, 4, 5]]);
    expect(rings[0]![0]).toBe(rings[0]!.at(-1));
    expect(open).toEqual([]);
  });

  test('closed lines are rings of their own; a line given twice counts once', () => {
    expect(assembleRings([[1, 2, 3, 1], [7, 8, 9, 7], [1, 3, 2, 1]]).rings.map(nodesOf)).toEqual([[1, 2, 3], [7, 8, 9]]);
  });

  test('two rings that touch in a node come apart', () => {
    expect(assembleRings([[1, 2, 3], [3, 4, 1], [1, 5, 6], [6, 7, 1]]).rings.map(nodesOf)).toEqual([[1, 2, 3, 4], [1, 5, 6, 7]]);
  });

  test('a chain that does not close is handed back whole', () => {
    const { rings, open } = assembleRings([[2, 3], [1, 2], [3, 4], [10, 11, 12, 10], [8]]);
    expect(rings.map(nodesOf)).toEqual([[10, 11, 12]]);
    expect(open.map(nodesOf)).toEqual([[1, 2, 3, 4]]);
  });

  test('there and back is no ring', () => {
    expect(assembleRings([[1, 2], [2, 1]]).rings).toEqual([]);
    expect(assembleRings([[1, 2, 1]]).rings).toEqual([]);
  });

  test('a ring cut anywhere, turned and shuffled, is the ring again', () => {
    fc.assert(fc.property(fc.integer({ min: 3, max: 30 }), fc.array(fc.nat(), { maxLength: 6 }), fc.infiniteStream(fc.nat()), (size, cuts, random) => {
      const ring = [...Array.from({ length: size }, (_, i) => i), 0];
      const at = [...new Set([0, size, ...cuts.map((cut) => cut % size)])].sort((a, b) => a - b);
      const lines = at.slice(1).map((to, i) => ring.slice(at[i]!, to + 1)).map((line) => ((random.next().value ?? 0) % 2 === 0 ? line : [...line].reverse()));
      lines.sort(() => ((random.next().value ?? 0) % 2 === 0 ? 1 : -1));
      const { rings, open } = assembleRings(lines);
      expect(open).toEqual([]);
      expect(rings.map(nodesOf)).toEqual([nodesOf(ring)]);
      expect(rings[0]!.length).toBe(size + 1);
    }));
  });
});

describe('polygons of rings', () => {
  const places = new Map<number, Coordinate>();
  /** A square ring with node numbers of its own. */
  const square = (x: number, y: number, size: number): number[] => {
    const corners = [[x, y], [x + size, y], [x + size, y + size], [x, y + size]].map((corner) => {
      places.set(places.size, corner as unknown as Coordinate);
      return places.size - 1;
    });
    return [...corners, corners[0]!];
  };
  const shapeOf = (rings: readonly (readonly number[])[]) => polygonsOfRings(rings, (node) => places.get(node)!);

  test('a lake with an island, and a pond on the island', () => {
    const shape = shapeOf([square(4, 4, 1), square(0, 0, 10), square(3, 3, 4)]);
    expect(shape.map((polygon) => polygon.length)).toEqual([2, 1]);
    expect(areaOf(shape)).toBe(100 - 16 + 1);
  });

  test('two lakes beside each other, each with its islands', () => {
    const shape = shapeOf([square(0, 0, 10), square(20, 0, 10), square(22, 2, 2), square(26, 6, 2), square(1, 1, 2)]);
    expect(shape.map((polygon) => polygon.length)).toEqual([2, 3]);
  });

  test('a hole that touches the outer ring in all its corners', () => {
    const outer = square(0, 0, 10);
    // a square standing on its corner, at the middles of the sides, which are corners of the outer ring too
    const [a, b, c, d] = [[5, 0], [10, 5], [5, 10], [0, 5]].map((corner) => {
      places.set(places.size, corner as unknown as Coordinate);
      return places.size - 1;
    }) as [number, number, number, number];
    const shape = shapeOf([[outer[0]!, a, outer[1]!, b, outer[2]!, c, outer[3]!, d, outer[0]!], [a, b, c, d, a]]);
    expect(shape.map((polygon) => polygon.length)).toEqual([2]);
    expect(areaOf(shape)).toBe(50);
  });

  test('a ring without extent is no polygon', () => {
    const [a, b, c] = square(0, 0, 5);
    expect(shapeOf([[a!, b!, a!, b!, a!]])).toEqual([]);
    expect(shapeOf([[a!, b!, c!, a!]])).toHaveLength(1);
  });
});
