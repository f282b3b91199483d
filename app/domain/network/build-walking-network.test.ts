import { describe, expect, test } from 'vitest';
import type { StreetWays } from './build-walking-network.ts';
import { buildWalkingNetwork } from './build-walking-network.ts';
import { networkReport } from './network-report.ts';
import { cyclingGraph, walkingGraph } from './path-graph.ts';
import { shortestPaths } from './shortest-paths.ts';

/** Nodes a hundredth of a degree apart on a parallel (about 731 m); ways as rows of their numbers. */
function drawn(ways: readonly (readonly [nodes: readonly number[], tags: string])[], nodeTags: Readonly<Record<number, string>> = {}): StreetWays {
  const tags = (text: string) => new Map(text.split(' ').map((pair) => pair.split('=') as [string, string]));
  const count = Math.max(...ways.flatMap(([nodes]) => nodes)) + 1;
  return {
    nodeLongitude: Float64Array.from({ length: count }, (_, i) => 9 + i / 100),
    nodeLatitude: new Float64Array(count).fill(49),
    nodeTags: new Map(Object.entries(nodeTags).map(([node, text]) => [Number(node), tags(text)])),
    ways: ways.map(([nodes, text]) => ({ nodes: Uint32Array.from(nodes), tags: tags(text) })),
  };
}
const STEP = 731.6;
const crs = 'EPSG:25832';

describe('network of hand-drawn ways', () => {
  test('every node of a way is a node; nodes of other ways are not', () => {
    const { network } = buildWalkingNetwork(drawn([[[0, 1, 2], 'highway=path'], [[5, 6], 'highway=motorway'], [[2, 3], 'railway=rail']]), { crs });
    expect([...network.start, ...network.end]).toEqual([0, 1, 1, 2]);
    expect(network.nodeX.length).toBe(3);
    // 9° E is the middle of zone 32: easting 500 000
    expect(network.nodeX[0]).toBeCloseTo(500_000, 3);
    expect([...network.metres].every((metres) => Math.abs(metres - STEP) < 0.5)).toBe(true);
  });

  test('ways meet where they share a node; crossing without one they do not', () => {
    const { parts } = buildWalkingNetwork(drawn([[[0, 1, 2], 'highway=path'], [[1, 3], 'highway=path'], [[5, 6], 'highway=path bridge=yes']]), { crs });
    expect(parts.parts.map(({ nodes, edges }) => [nodes, edges])).toEqual([[4, 3], [2, 1]]);
    expect([...parts.partOf]).toEqual([0, 0, 0, 0, 1, 1]);
  });

  test('a one-way street drawn against its direction is turned round', () => {
    const { network } = buildWalkingNetwork(drawn([[[0, 1], 'highway=residential oneway=-1'], [[1, 2], 'highway=residential oneway=yes'], [[2, 3], 'highway=residential']]), { crs });
    const longitudeOrder = [...network.start].map((node, edge) => network.nodeX[node]! < network.nodeX[network.end[edge]!]!);
    expect(longitudeOrder).toEqual([false, true, true]);
    expect([...network.cycleOneway]).toEqual([1, 1, 0]);
    const west = network.nodeX.indexOf(Math.min(...network.nodeX));
    const onFoot = shortestPaths(walkingGraph(network), [{ node: west, metres: 0 }]).distance;
    const byBicycle = shortestPaths(cyclingGraph(network), [{ node: west, metres: 0 }]).distance;
    expect([...onFoot].filter(Number.isFinite).length).toBe(4);
    expect([...byBicycle].filter(Number.isFinite).length).toBe(1);
  });

  test('stairs, cycling, and stairs as an obstacle', () => {
    const { network } = buildWalkingNetwork(drawn([[[0, 1], 'highway=steps'], [[1, 2], 'highway=footway'], [[2, 3], 'highway=cycleway foot=no']]), { crs });
    expect([[...network.steps], [...network.walkable], [...network.cyclable]]).toEqual([[1, 0, 0], [1, 1, 0], [0, 0, 1]]);
    expect([...shortestPaths(walkingGraph(network, { withoutSteps: true }), [{ node: 1, metres: 0 }]).distance].map(Number.isFinite)).toEqual([false, true, true, false]);
  });

  test('a node named twice in a row makes no edge of 0 m', () => {
    expect(buildWalkingNetwork(drawn([[[0, 0, 1, 1], 'highway=path']]), { crs }).network.metres.length).toBe(1);
  });

  test('streets beyond the margin are left out and counted', () => {
    const streets = drawn([[[0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 'highway=path']]);
    const { nodeX, nodeY } = buildWalkingNetwork(streets, { crs }).network;
    const [x, y] = [nodeX[0]!, nodeY[0]!];
    const outline = [[[[x - 10, y - 10], [x + 10, y - 10], [x + 10, y + 10], [x - 10, y + 10], [x - 10, y - 10]] as const]];
    const { network, edgesOutside } = buildWalkingNetwork(streets, { crs, within: { outline, margin: 1_500 } });
    // nodes 0, 1, 2 lie within 1,500 m; the edge that leaves the margin is kept
    expect(network.metres.length).toBe(3);
    expect(edgesOutside).toBe(6);
  });

  test('the report: length, islands, barriers, and what is no way', () => {
    const streets = drawn(
      [[[0, 1, 2, 3], 'highway=residential'], [[5, 6], 'highway=path'], [[8, 9], 'highway=motorway'], [[9, 10], 'highway=motorway'], [[10, 11], 'highway=construction']],
      { 1: 'barrier=gate access=private', 2: 'barrier=gate', 3: 'barrier=bollard', 9: 'barrier=toll_booth', 6: 'highway=crossing' },
    );
    const report = networkReport(buildWalkingNetwork(streets, { crs }));
    expect(report).toMatchObject({
      nodes: 6, edges: 4, walkableEdges: 4, cyclableEdges: 4, components: 2, barrierCount: 3, edgesOutside: 0, smallIslands: { count: 0, metres: 0 },
      barriers: [{ kind: 'gate', count: 2, closed: 1 }, { kind: 'bollard', count: 1, closed: 0 }],
      waysLeftOut: [{ highway: 'motorway', count: 2 }, { highway: 'construction', count: 1 }],
    });
    expect(report.metres).toBeCloseTo(4 * STEP, -1);
    expect(report.largestShare).toBeCloseTo(0.75, 3);
    expect(report.islands.map(({ nodes }) => nodes)).toEqual([2]);
  });

  test('no streets: an empty network, of which nothing is cut off', () => {
    expect(networkReport(buildWalkingNetwork(drawn([[[0, 1], 'highway=motorway']]), { crs }))).toMatchObject({ nodes: 0, edges: 0, metres: 0, components: 0, largestShare: 1 });
  });
});
