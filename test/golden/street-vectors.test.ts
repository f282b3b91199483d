import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { connectedComponents } from '#app/domain/network/connected-components.ts';
import { pathGraph } from '#app/domain/network/path-graph.ts';
import { pathSearch, shortestPaths } from '#app/domain/network/shortest-paths.ts';
import type { DrawnEdges } from '#app/domain/network/snap-to-edge.ts';
import { distanceBetween, snapToEdge, sourcesAt } from '#app/domain/network/snap-to-edge.ts';
import { reasonToSkip, sharedFile } from '#test/shared-data.ts';
import type { Row } from './street-reference.ts';
import { sharedRows } from './street-reference.ts';

const numbers = (rows: readonly Row[], column: string): Float64Array => Float64Array.from(rows, (row) => Number(row[column]));
const worst = (pairs: Iterable<readonly [number, number]>): number => [...pairs].reduce((most, [ours, theirs]) => Math.max(most, ours === theirs ? 0 : Math.abs(ours - theirs)), 0);

const vector = sharedFile('vectors/network_dijkstra/expected.json');
describe.skipIf(vector === undefined)(`published network of the geodanet example, in feet${reasonToSkip(vector)}`, () => {
  const folder = 'vectors/network_dijkstra';
  const read = () => {
    const [nodes, edges] = [sharedRows(`${folder}/nodes.csv`), sharedRows(`${folder}/edges.csv`)];
    const network: DrawnEdges = {
      nodeX: numbers(nodes, 'x'), nodeY: numbers(nodes, 'y'), start: Uint32Array.from(numbers(edges, 'from')), end: Uint32Array.from(numbers(edges, 'to')), metres: numbers(edges, 'length'),
    };
    const expected = JSON.parse(readFileSync(vector!, 'utf8')) as {
      total_length: number; connected_components: number; single_source_node0: number[]; node_distance_to_nearest_school: number[]; node_nearest_school: number[];
    };
    return { network, graph: pathGraph(nodes.length, network), expected, snap: snapToEdge(network) };
  };
  const places = (name: string) => sharedRows(`${folder}/${name}_snapped.csv`).map((row) => ({ x: Number(row['x']), y: Number(row['y']), edge: Number(row['edge']), along: Number(row['along_from']), away: Number(row['snap_distance']) }));

  test('length and parts', () => {
    const { network, expected } = read();
    const { parts } = connectedComponents(network.nodeX.length, network);
    expect(parts.map(({ nodes, edges }) => [nodes, edges])).toEqual([[230, 303]]);
    expect(parts[0]!.metres).toBeCloseTo(expected.total_length, 6);
    expect(expected.connected_components).toBe(1);
  });

  test('distances from one node are those of SciPy', () => {
    const { graph, expected } = read();
    const { distance } = shortestPaths(graph, [{ node: 0, metres: 0 }]);
    expect(worst(expected.single_source_node0.map((theirs, node) => [distance[node]!, theirs] as const))).toBeLessThan(1e-9);
  });

  test.each(['schools', 'crimes'])('%s are put on the same edges at the same place', (name) => {
    const { snap, network } = read();
    for (const { x, y, edge, along, away } of places(name)) {
      const ours = snap(x, y)!;
      expect(ours.away).toBeCloseTo(away, 6);
      // at a crossing several edges are equally near
      if (ours.edge === edge) expect(ours.along).toBeCloseTo(along, 6);
      else expect([0, network.metres[edge]!].some((end) => Math.abs(along - end) < 1e-6)).toBe(true);
    }
  });

  test('the distance from every node to the nearest school, and which one it is', () => {
    const { graph, network, expected } = read();
    const schools = places('schools');
    const { distance, source } = shortestPaths(graph, schools.flatMap((school) => sourcesAt(network, school)));
    expect(worst(expected.node_distance_to_nearest_school.map((theirs, node) => [distance[node]!, theirs] as const))).toBeLessThan(1e-9);
    // a source is one of the two ends of a school's edge
    expect(Array.from(source, (index) => Math.floor(index / 2))).toEqual(expected.node_nearest_school);
  });

  test('287 × 8 distances between places on edges', () => {
    const { graph, network } = read();
    const [schools, crimes] = [places('schools'), places('crimes')];
    const theirs = readFileSync(sharedFile(`${folder}/crime_to_school_network_distance.csv`)!, 'utf8').trim().split('\n').map((line) => line.split(',').map(Number));
    expect(theirs.length).toBe(crimes.length);
    const search = pathSearch(graph);
    schools.forEach((school, column) => {
      const { distance } = search(sourcesAt(network, school));
      expect(worst(crimes.map((crime, row) => [distanceBetween(network, school, crime, distance), theirs[row]![column]!] as const)), `school ${column}`).toBeLessThan(1e-5);
    });
  });
});

const roxel = sharedFile('data/streets/roxel/roxel_edges.csv.gz');
describe.skipIf(roxel === undefined)(`streets of Roxel${reasonToSkip(roxel)}`, () => {
  test('all 9,710 distances are those of SciPy and NetworkX', () => {
    const folder = 'data/streets/roxel';
    const edges = sharedRows(`${folder}/roxel_edges.csv.gz`);
    const nodes = sharedRows(`${folder}/roxel_nodes.csv.gz`);
    const network = { start: Uint32Array.from(numbers(edges, 'u')), end: Uint32Array.from(numbers(edges, 'v')), metres: numbers(edges, 'length_m') };
    expect(nodes.map((row) => Number(row['node_id']))).toEqual(nodes.map((_, i) => i));
    expect(connectedComponents(nodes.length, network).parts.length).toBe(new Set(nodes.map((row) => row['component'])).size);
    const search = pathSearch(pathGraph(nodes.length, network));
    const rows = sharedRows(`${folder}/roxel_distances.csv.gz`);
    expect(rows.length).toBe(9_710);
    for (const source of new Set(rows.map((row) => row['source']!))) {
      const { distance } = search([{ node: Number(source), metres: 0 }]);
      // both are rounded: lengths to tenths of millimetres, distances to millimetres
      expect(worst(rows.filter((row) => row['source'] === source).map((row) => [distance[Number(row['target'])]!, Number(row['dist_m'])] as const))).toBeLessThan(0.003);
    }
    for (const row of sharedRows(`${folder}/roxel_sources_summary.csv`)) {
      for (const limit of [400, 800, 1_200]) expect(search([{ node: Number(row['source']), metres: 0 }], limit).reached.length).toBe(Number(row[`nodes_within_${limit}m`]));
    }
  });
});
