import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { connectedComponents } from './connected-components.ts';
import { pathGraph } from './path-graph.ts';
import { pathSearch, shortestPaths } from './shortest-paths.ts';

type Drawn = readonly (readonly [from: number, to: number, metres: number])[];
const edgesOf = (drawn: Drawn) => ({ start: Uint32Array.from(drawn, ([from]) => from), end: Uint32Array.from(drawn, ([, to]) => to), metres: Float64Array.from(drawn, ([, , metres]) => metres) });

/** Bellman and Ford: every edge again and again until nothing changes. Slow and plain: the yardstick. */
function yardstick(nodes: number, drawn: Drawn, sources: readonly { node: number; metres: number }[], oneway = false): number[] {
  const distance = new Array<number>(nodes).fill(Infinity);
  for (const { node, metres } of sources) distance[node] = Math.min(distance[node]!, metres);
  for (let changed = true; changed; ) {
    changed = false;
    for (const [a, b, metres] of drawn) {
      for (const [from, to] of oneway ? [[a, b]] as const : [[a, b], [b, a]] as const) {
        if (distance[from]! + metres < distance[to]!) {
          distance[to] = distance[from]! + metres;
          changed = true;
        }
      }
    }
  }
  return distance;
}

const town: Drawn = [[0, 1, 100], [1, 2, 100], [0, 2, 250], [2, 3, 50], [4, 5, 10]];

describe('shortest paths', () => {
  test('the short way round, and no way to an island', () => {
    expect([...shortestPaths(pathGraph(6, edgesOf(town)), [{ node: 0, metres: 0 }]).distance]).toEqual([0, 100, 200, 250, Infinity, Infinity]);
  });

  test('one-way edges are taken in their direction only', () => {
    const graph = pathGraph(6, edgesOf(town), { oneway: (edge) => edge === 1 });
    expect([...shortestPaths(graph, [{ node: 2, metres: 0 }]).distance].slice(0, 4)).toEqual([250, 350, 0, 50]);
  });

  test('edges that do not count are no way', () => {
    expect([...shortestPaths(pathGraph(6, edgesOf(town), { uses: (edge) => edge !== 1 }), [{ node: 1, metres: 0 }]).distance].slice(0, 4)).toEqual([100, 0, 350, 400]);
  });

  test('of several sources the nearest counts, with the way already walked', () => {
    const { distance, source } = shortestPaths(pathGraph(6, edgesOf(town)), [{ node: 0, metres: 30 }, { node: 3, metres: 0 }, { node: 3, metres: 5 }]);
    expect([...distance].slice(0, 4)).toEqual([30, 130, 50, 0]);
    expect([...source]).toEqual([0, 0, 1, 1, -1, -1]);
  });

  test('the limit itself still counts; beyond it nothing is known', () => {
    const { reached, distance } = pathSearch(pathGraph(6, edgesOf(town)))([{ node: 0, metres: 0 }], 200);
    expect([...reached]).toEqual([0, 1, 2]);
    expect(distance[3]).toBe(Infinity);
  });

  test('no sources, sources out of reach and sources that are none', () => {
    const search = pathSearch(pathGraph(6, edgesOf(town)));
    for (const sources of [[], [{ node: 0, metres: 300 }], [{ node: 0, metres: -1 }], [{ node: 0, metres: Number.NaN }], [{ node: 99, metres: 0 }]]) expect(search(sources, 200).reached.length).toBe(0);
  });

  test('a network without nodes', () => {
    expect(shortestPaths(pathGraph(0, edgesOf([])), []).distance.length).toBe(0);
  });

  const someTown = fc.integer({ min: 1, max: 24 }).chain((nodes) => {
    const node = fc.integer({ min: 0, max: nodes - 1 });
    return fc.record({
      nodes: fc.constant(nodes),
      drawn: fc.array(fc.tuple(node, node, fc.integer({ min: 0, max: 40 })), { maxLength: 60 }),
      searches: fc.array(fc.record({ sources: fc.array(fc.record({ node, metres: fc.integer({ min: 0, max: 30 }) }), { maxLength: 4 }), limit: fc.integer({ min: 0, max: 120 }) }), { minLength: 1, maxLength: 4 }),
      oneway: fc.boolean(),
    });
  });

  test('any network, any sources, one search after another: as the yardstick has it, the nearest first', () => {
    fc.assert(fc.property(someTown, ({ nodes, drawn, searches, oneway }) => {
      const search = pathSearch(pathGraph(nodes, edgesOf(drawn), { oneway: () => oneway }));
      for (const { sources, limit } of searches) {
        const expected = yardstick(nodes, drawn, sources, oneway).map((metres) => (metres <= limit ? metres : Infinity));
        const { reached, distance, source } = search(sources, limit);
        expect([...distance]).toEqual(expected);
        expect([...reached].sort((a, b) => a - b)).toEqual(expected.flatMap((metres, node) => (metres < Infinity ? [node] : [])));
        const order = [...reached].map((node) => distance[node]!);
        expect(order).toEqual([...order].sort((a, b) => a - b));
        for (const node of reached) expect(yardstick(nodes, drawn, [sources[source[node]!]!], oneway)[node]).toBe(distance[node]);
      }
    }), { numRuns: 300 });
  });

  test('what is reached without limit is the part of the network the source is in', () => {
    fc.assert(fc.property(someTown, ({ nodes, drawn }) => {
      const { partOf, parts } = connectedComponents(nodes, edgesOf(drawn));
      const search = pathSearch(pathGraph(nodes, edgesOf(drawn)));
      for (let node = 0; node < nodes; node += 1) {
        if (partOf[node] === -1) continue;
        const { reached } = search([{ node, metres: 0 }]);
        expect(reached.length).toBe(parts[partOf[node]!]!.nodes);
        expect([...reached].every((other) => partOf[other] === partOf[node])).toBe(true);
      }
      expect(parts.map(({ metres }) => metres)).toEqual(parts.map(({ metres }) => metres).sort((a, b) => b - a));
    }), { numRuns: 150 });
  });
});
