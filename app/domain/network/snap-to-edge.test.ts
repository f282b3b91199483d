import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pathGraph } from './path-graph.ts';
import { pathSearch } from './shortest-paths.ts';
import type { DrawnEdges } from './snap-to-edge.ts';
import { distanceBetween, snapToEdge, sourcesAt } from './snap-to-edge.ts';

function drawn(nodes: readonly (readonly [number, number])[], edges: readonly (readonly [number, number])[], metres?: readonly number[]): DrawnEdges {
  return {
    nodeX: Float64Array.from(nodes, ([x]) => x), nodeY: Float64Array.from(nodes, ([, y]) => y), start: Uint32Array.from(edges, ([from]) => from), end: Uint32Array.from(edges, ([, to]) => to),
    metres: Float64Array.from(edges, ([from, to], i) => metres?.[i] ?? Math.hypot(nodes[to]![0] - nodes[from]![0], nodes[to]![1] - nodes[from]![1])),
  };
}
/** A long street and a short one above it. */
const street = drawn([[0, 0], [1000, 0], [400, 30], [600, 30]], [[0, 1], [2, 3]]);

test('the nearest point lies on the edge, not at its nodes', () => {
  expect(snapToEdge(street)(300, 10)).toEqual({ edge: 0, along: 300, away: 10, x: 300, y: 0 });
  expect(snapToEdge(street)(500, 20)).toMatchObject({ edge: 1, along: 100, away: 10 });
  expect(snapToEdge(street)(-30, -40)).toEqual({ edge: 0, along: 0, away: 50, x: 0, y: 0 });
});

test('along is measured in the length of the edge, which a projection may have changed', () => {
  expect(snapToEdge(drawn([[0, 0], [100, 0]], [[0, 1]], [104]))(25, 3)).toMatchObject({ along: 26, away: 3 });
});

test('only edges that count, only within the maximum, and never for a place that is none', () => {
  expect(snapToEdge(street, (edge) => edge === 0)(500, 30)).toMatchObject({ edge: 0, away: 30 });
  expect(snapToEdge(street)(500, 5_000, 100)).toBeUndefined();
  expect(snapToEdge(street)(500, 5_000, 4_970)).toMatchObject({ edge: 1, away: 4_970 });
  expect(snapToEdge(street)(500, 5_000)).toMatchObject({ edge: 1, away: 4_970 });
  expect(snapToEdge(street)(Number.NaN, 0)).toBeUndefined();
  expect(snapToEdge(street, () => false)(0, 0)).toBeUndefined();
});

test('equally near edges: the first', () => {
  expect(snapToEdge(drawn([[0, 0], [10, 0], [0, 10], [10, 10]], [[2, 3], [0, 1]]))(5, 5)?.edge).toBe(0);
});

test('a street of no length is a point', () => {
  expect(snapToEdge(drawn([[5, 5], [5, 5]], [[0, 1]]))(5, 8)).toEqual({ edge: 0, along: 0, away: 3, x: 5, y: 5 });
});

test('as near as looking at every edge', () => {
  const coordinate = fc.integer({ min: 0, max: 2_000 });
  fc.assert(fc.property(fc.array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 30 }), fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 5 }), (nodes, places) => {
    const edges = nodes.slice(1).map((_, i) => [i, i + 1] as const);
    const network = drawn(nodes, edges);
    const snap = snapToEdge(network);
    for (const [x, y] of places) {
      const all = edges.map(([from, to]) => {
        const [[x1, y1], [x2, y2]] = [nodes[from]!, nodes[to]!];
        const squared = (x2 - x1) ** 2 + (y2 - y1) ** 2;
        const share = squared === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / squared));
        return Math.hypot(x1 + share * (x2 - x1) - x, y1 + share * (y2 - y1) - y);
      });
      expect(snap(x, y)!.away).toBeCloseTo(Math.min(...all), 6);
    }
  }), { numRuns: 200 });
});

test('from place to place: along a common edge, or over the nearer end', () => {
  // a street of 1,000 m with a shortcut of 100 m between its ends
  const network = drawn([[0, 0], [1000, 0]], [[0, 1], [0, 1]], [1000, 100]);
  const search = pathSearch(pathGraph(2, network));
  const snap = snapToEdge(network, (edge) => edge === 0);
  const [from, near, far] = [snap(100, 0)!, snap(250, 0)!, snap(950, 0)!];
  const { distance } = search(sourcesAt(network, from));
  expect(distanceBetween(network, from, near, distance)).toBe(150);
  expect(distanceBetween(network, from, far, distance)).toBe(250);
});
