import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pathGraph } from './path-graph.ts';
import type { ReachedStretch } from './reached-edges.ts';
import { reachedMetres, reachedStretches } from './reached-edges.ts';
import { pathSearch } from './shortest-paths.ts';
import type { DrawnEdges, PlaceOnEdge } from './snap-to-edge.ts';

type Drawn = readonly (readonly [from: number, to: number, metres: number])[];
function networkOf(drawn: Drawn): { readonly network: DrawnEdges; readonly nodes: number } {
  const nodes = Math.max(0, ...drawn.flatMap(([from, to]) => [from, to])) + 1;
  return {
    nodes,
    network: { nodeX: new Float64Array(nodes), nodeY: new Float64Array(nodes), start: Uint32Array.from(drawn, ([from]) => from), end: Uint32Array.from(drawn, ([, to]) => to), metres: Float64Array.from(drawn, ([, , metres]) => metres) },
  };
}
const at = (edge: number, along: number): PlaceOnEdge => ({ edge, along, away: 0, x: 0, y: 0 });
function reached(drawn: Drawn, starts: readonly PlaceOnEdge[], limits: readonly number[]): readonly ReachedStretch[] {
  const { network, nodes } = networkOf(drawn);
  return reachedStretches(network, pathSearch(pathGraph(nodes, network)), starts, limits);
}

describe('streets within a walk', () => {
  test('a street is reached as far as the walk goes, both ways from a place on it', () => {
    expect(reached([[0, 1, 100]], [at(0, 40)], [30])).toEqual([{ edge: 0, from: 10, to: 70, band: 0 }]);
  });

  test('the walk goes on into the next street and ends in it', () => {
    expect(reached([[0, 1, 100], [1, 2, 100]], [at(0, 40)], [90])).toEqual([{ edge: 0, from: 0, to: 100, band: 0 }, { edge: 1, from: 0, to: 30, band: 0 }]);
  });

  test('a street reached from both ends, but not in its middle', () => {
    // a block: start in the middle of the first side, the opposite side is far
    expect(reached([[0, 1, 20], [0, 2, 10], [1, 3, 10], [2, 3, 100]], [at(0, 10)], [50]).filter(({ edge }) => edge === 3)).toEqual([
      { edge: 3, from: 0, to: 30, band: 0 }, { edge: 3, from: 70, to: 100, band: 0 },
    ]);
  });

  test('several limits at once: each stretch has the first limit that holds it', () => {
    expect(reached([[0, 1, 100]], [at(0, 50)], [10, 20, 80])).toEqual([
      { edge: 0, from: 40, to: 60, band: 0 }, { edge: 0, from: 30, to: 40, band: 1 }, { edge: 0, from: 60, to: 70, band: 1 }, { edge: 0, from: 0, to: 30, band: 2 }, { edge: 0, from: 70, to: 100, band: 2 },
    ]);
  });

  test('several starts; streets that do not count; nothing to reach', () => {
    expect(reachedMetres(reached([[0, 1, 100]], [at(0, 10), at(0, 90)], [10, 45]), [10, 45])).toEqual([40, 100]);
    const { network, nodes } = networkOf([[0, 1, 10], [1, 2, 10]]);
    expect(reachedStretches(network, pathSearch(pathGraph(nodes, network, { uses: (edge) => edge === 0 })), [at(0, 5)], [50], (edge) => edge === 0).map(({ edge }) => edge)).toEqual([0]);
    expect(reached([[0, 1, 100]], [], [10])).toEqual([]);
    expect(reached([[0, 1, 100]], [at(0, 10)], [])).toEqual([]);
  });

  test('limits that do not ascend are a mistake of the caller', () => {
    expect(() => reached([[0, 1, 1]], [], [20, 10])).toThrow(RangeError);
    expect(() => reached([[0, 1, 1]], [], [Number.NaN])).toThrow(RangeError);
  });

  const someTown = fc.integer({ min: 2, max: 9 }).chain((nodes) => fc.record({
    drawn: fc.array(fc.tuple(fc.nat({ max: nodes - 1 }), fc.nat({ max: nodes - 1 }), fc.integer({ min: 1, max: 30 })), { minLength: 1, maxLength: 14 }),
    starts: fc.array(fc.tuple(fc.nat(), fc.double({ min: 0, max: 1, noNaN: true })), { minLength: 1, maxLength: 3 }),
    limits: fc.uniqueArray(fc.integer({ min: 1, max: 70 }), { minLength: 1, maxLength: 4 }).map((limits) => limits.sort((a, b) => a - b)),
  }));

  test('in any town: the metre marks of every street have the band that a search from mark to mark gives them', () => {
    fc.assert(fc.property(someTown, ({ drawn, starts, limits }) => {
      const places = starts.map(([edge, share]) => at(edge % drawn.length, Math.round(share * drawn[edge % drawn.length]![2])));
      const stretches = reached(drawn, places, limits);
      // the yardstick: every street as steps of one metre, searched from the marks the starts stand on
      const steps: [number, number, number][] = [];
      const marks = new Map<string, number>();
      const corners = Math.max(...drawn.flatMap(([from, to]) => [from, to])) + 1;
      let next = corners;
      const mark = (edge: number, metre: number): number => {
        const [from, to, metres] = drawn[edge]!;
        if (metre === 0) return from;
        if (metre === metres) return to;
        const known = marks.get(`${edge} ${metre}`);
        if (known !== undefined) return known;
        marks.set(`${edge} ${metre}`, next);
        return next++;
      };
      drawn.forEach(([, , metres], edge) => {
        for (let metre = 0; metre < metres; metre += 1) steps.push([mark(edge, metre), mark(edge, metre + 1), 1]);
      });
      const fine = networkOf(steps);
      const { distance } = pathSearch(pathGraph(Math.max(next, corners), fine.network))(places.map(({ edge, along }) => ({ node: mark(edge, along), metres: 0 })));
      drawn.forEach(([, , metres], edge) => {
        for (let metre = 0; metre < metres; metre += 1) {
          // the middle between two marks: as far as the nearer mark and half a metre
          const away = Math.min(distance[mark(edge, metre)]!, distance[mark(edge, metre + 1)]!) + 0.5;
          const expected = limits.findIndex((limit) => away <= limit);
          const found = stretches.filter((stretch) => stretch.edge === edge && stretch.from <= metre + 0.5 && stretch.to >= metre + 0.5);
          expect(found.map(({ band }) => band)).toEqual(expected === -1 ? [] : [expected]);
        }
      });
      const sums = reachedMetres(stretches, limits);
      expect([...sums].sort((a, b) => a - b)).toEqual(sums);
    }), { numRuns: 200 });
  });
});
