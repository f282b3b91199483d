import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { BuiltStreets } from '#app/domain/network/build-walking-network.ts';
import { buildWalkingNetwork } from '#app/domain/network/build-walking-network.ts';
import { networkReport } from '#app/domain/network/network-report.ts';
import { walkingGraph } from '#app/domain/network/path-graph.ts';
import { pathSearch } from '#app/domain/network/shortest-paths.ts';
import { reachedMetres, reachedStretches } from '#app/domain/network/reached-edges.ts';
import type { PlaceOnEdge } from '#app/domain/network/snap-to-edge.ts';
import { distanceBetween, snapToEdge, sourcesAt } from '#app/domain/network/snap-to-edge.ts';
import { isWalkable } from '#app/domain/network/walking-rule.ts';
import { fromLongitudeLatitude } from '#app/domain/geometry/crs.ts';
import type { OsmExtract } from '#app/exchange/import/source/osm-extract.ts';
import { readSource } from '#app/exchange/import/source/read-source.ts';
import { reasonToSkip, sharedFile } from '#test/shared-data.ts';
import { referenceWays, sharedRows } from './street-reference.ts';

const folder = 'data/streets/heidelberg';
const file = sharedFile(`${folder}/heidelberg_city_extract.osm.pbf`);

async function readExtract(): Promise<OsmExtract> {
  const answer = await readSource({ name: 'heidelberg.osm.pbf', bytes: new Uint8Array(readFileSync(file!)) }, [], {});
  if (!answer.ok || answer.value.kind !== 'osm') throw new Error(JSON.stringify(answer));
  expect(answer.value.remarks).toEqual([]);
  return answer.value.extract;
}

/** Most a number differs from its reference. */
const worstDifference = (pairs: Iterable<readonly [number, number]>): number => [...pairs].reduce((worst, [ours, theirs]) => Math.max(worst, Math.abs(ours - theirs)), 0);

describe.skipIf(file === undefined)(`streets of Heidelberg${reasonToSkip(file)}`, () => {
  const edges = file === undefined ? [] : sharedRows(`${folder}/heidelberg_walk_edges.csv.gz`);
  const nodes = file === undefined ? [] : sharedRows(`${folder}/heidelberg_walk_nodes.csv.gz`);
  let reference: { readonly built: BuiltStreets; readonly place: ReadonlyMap<string, number> } | undefined;
  /** The whole reference network: it reaches beyond the extract. Nodes keep their order, for each is met first in the order of the file. */
  const whole = () => {
    if (reference === undefined) {
      const { place, streets } = referenceWays(nodes, edges);
      const built = buildWalkingNetwork(streets, { crs: 'EPSG:25832' });
      // places of nodes follow the ways; find them again by that order
      const order = new Map<number, number>();
      for (const way of streets.ways) for (const node of way.nodes) if (!order.has(node)) order.set(node, order.size);
      reference = { built, place: new Map([...place].map(([id, node]) => [id, order.get(node)!])) };
    }
    return reference;
  };

  test('nodes, edges, length and parts are those of the reference', () => {
    const report = networkReport(whole().built);
    expect(report).toMatchObject({ nodes: 167_869, edges: 177_180, walkableEdges: 177_180 });
    const metres = edges.reduce((sum, row) => sum + Number(row['length_m']), 0);
    expect(Math.abs(report.metres - metres) / metres).toBeLessThan(1e-7);
    expect(Math.round(report.metres / 1000)).toBe(3_563);
    expect(report.components).toBe(new Set(nodes.map((row) => row['component'])).size);
  });

  test('the length of each of the 177,180 edges is the geodesic one to a fifth of a millimetre', () => {
    const { metres } = whole().built.network;
    // lengths are kept with 24 bits
    expect(worstDifference(edges.map((row, i) => [metres[i]!, Number(row['length_m'])] as const))).toBeLessThan(2e-4);
  });

  test('all 229,887 reference distances agree to the millimetre', () => {
    const { built, place } = whole();
    const graph = walkingGraph(built.network);
    const search = pathSearch(graph);
    const bySource = new Map<string, { target: number; metres: number }[]>();
    const rows = sharedRows(`${folder}/heidelberg_walk_distances.csv.gz`);
    for (const row of rows) {
      const list = bySource.get(row['source']!) ?? [];
      list.push({ target: place.get(row['target']!)!, metres: Number(row['dist_m']) });
      bySource.set(row['source']!, list);
    }
    const pairs: [number, number][] = [];
    for (const [id, targets] of bySource) {
      const { distance } = search([{ node: place.get(id)!, metres: 0 }], 4_000);
      for (const { target, metres } of targets) pairs.push([distance[target]!, metres]);
    }
    expect(pairs.length).toBe(229_887);
    // the reference is rounded to millimetres
    expect(worstDifference(pairs)).toBeLessThan(0.001);
  });

  test('nodes within 400, 800 and 1,200 m of each source', () => {
    const { built, place } = whole();
    const search = pathSearch(walkingGraph(built.network));
    for (const row of sharedRows(`${folder}/heidelberg_walk_sources_summary.csv`)) {
      const within = [400, 800, 1_200].map((limit) => search([{ node: place.get(row['source']!)!, metres: 0 }], limit).reached.length);
      expect(within, row['source']).toEqual([400, 800, 1_200].map((limit) => Number(row[`nodes_within_${limit}m`])));
    }
  });

  test('length of street within 400, 800 and 1,200 m of each source', () => {
    const { built: { network }, place } = whole();
    const search = pathSearch(walkingGraph(network));
    const edgeAt = new Map<number, PlaceOnEdge>();
    network.start.forEach((node, edge) => edgeAt.set(node, { edge, along: 0, away: 0, x: 0, y: 0 }));
    network.end.forEach((node, edge) => edgeAt.set(node, { edge, along: network.metres[edge]!, away: 0, x: 0, y: 0 }));
    // the reference counts stretches that two ways share (66 of them) once
    const seen = new Set<string>();
    const isFirst = Array.from(network.start, (node, edge) => {
      const pair = [node, network.end[edge]!].sort((a, b) => a - b).join();
      return !seen.has(pair) && seen.add(pair) !== undefined;
    });
    const limits = [400, 800, 1_200];
    for (const row of sharedRows(`${folder}/heidelberg_walk_sources_summary.csv`)) {
      const metres = reachedMetres(reachedStretches(network, search, [edgeAt.get(place.get(row['source']!)!)!], limits, (edge) => isFirst[edge]!), limits);
      limits.forEach((limit, i) => expect(Math.abs(metres[i]! - Number(row[`reach_len_${limit}m`])), `${row['source']} ${limit}`).toBeLessThan(0.02));
    }
  });

  test('the walking rule takes exactly the ways of the extract that the reference takes', async () => {
    const extract = await readExtract();
    const known = new Set(edges.map((row) => Number(row['way_id'])));
    const walkable = extract.ways.filter(({ tags }) => isWalkable(tags)).map(({ id }) => id);
    expect(walkable.length).toBe(11_783);
    expect(walkable.filter((id) => !known.has(id))).toEqual([]);
    const taken = new Set(walkable);
    expect(extract.ways.filter(({ id }) => known.has(id) && !taken.has(id)).map(({ id }) => id)).toEqual([]);
  });

  test('the network of the extract has the nodes, edges and length of those ways', async () => {
    const extract = await readExtract();
    const built = buildWalkingNetwork(extract, { crs: 'EPSG:25832' });
    const report = networkReport(built);
    const inExtract = new Set(extract.ways.map(({ id }) => id));
    const theirs = edges.filter((row) => inExtract.has(Number(row['way_id'])));
    expect(report.walkableEdges).toBe(theirs.length);
    const metres = theirs.reduce((sum, row) => sum + Number(row['length_m']), 0);
    expect(Math.abs(report.metres - metres) / metres).toBeLessThan(1e-7);
    expect(built.parts.partOf.filter((part) => part >= 0).length).toBe(new Set(theirs.flatMap((row) => [row['u'], row['v']])).size);
    expect(report.largestShare).toBeGreaterThan(0.9);
    expect(report.barriers.slice(0, 2).map(({ kind }) => kind)).toEqual(['bollard', 'gate']);
  });

  test('a route published by a routing service: 2,097.2 m on foot', async () => {
    const { network } = buildWalkingNetwork(await readExtract(), { crs: 'EPSG:25832' });
    const project = fromLongitudeLatitude('EPSG:25832');
    const snap = snapToEdge(network, (edge) => network.walkable[edge] === 1);
    const [from, to] = ([[8.676023, 49.416809], [8.696837, 49.411839]] as const).map((place) => snap(...project(place)));
    const { distance } = pathSearch(walkingGraph(network))(sourcesAt(network, from!));
    const metres = distanceBetween(network, from!, to!, distance);
    expect(Math.abs(metres - 2_097.2) / 2_097.2).toBeLessThan(0.001);
  });
});
