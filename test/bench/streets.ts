/**
 * How long an OpenStreetMap extract takes to become a street network and map ground, and how long searches in it take, each beside a named
 * tool doing the nearest thing in the same minute: `node test/bench/streets.ts [FILE.osm.pbf]`. GDAL (ogr2ogr) and SciPy are asked when they are
 * installed. Not part of the tests; it checks no limit.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWalkingNetwork } from '#app/domain/network/build-walking-network.ts';
import { networkReport } from '#app/domain/network/network-report.ts';
import { walkingGraph } from '#app/domain/network/path-graph.ts';
import { pathSearch } from '#app/domain/network/shortest-paths.ts';
import { snapToEdge } from '#app/domain/network/snap-to-edge.ts';
import { osmContext } from '#app/exchange/import/build/osm/osm-context.ts';
import type { OsmExtract } from '#app/exchange/import/source/osm-extract.ts';
import { readSource } from '#app/exchange/import/source/read-source.ts';
import { sharedFile } from '#test/shared-data.ts';
import { referenceWays, sharedRows } from '../golden/street-reference.ts';

const file = process.argv[2] ?? sharedFile('data/streets/heidelberg/heidelberg_city_extract.osm.pbf');
if (file === undefined) throw new Error('no extract: name a file, or lay the shared data beside the checkout');

/** Best of several runs in milliseconds. */
async function milliseconds(work: () => unknown, runs = 7): Promise<number> {
  let best = Infinity;
  for (let i = 0; i < runs; i += 1) {
    const start = performance.now();
    await work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}
const line = (name: string, ours: number, peer?: readonly [name: string, theirs: number | undefined]): void =>
  console.log(`${name.padEnd(58)} ${ours.toFixed(1).padStart(8)} ms${peer === undefined ? '' : peer[1] === undefined ? `   (${peer[0]}: not installed)` : `   ${peer[0]}: ${peer[1].toFixed(1)} ms   ratio ${(ours / peer[1]).toFixed(2)}`}`);

async function read(): Promise<OsmExtract> {
  const answer = await readSource({ name: file!, bytes: new Uint8Array(readFileSync(file!)) }, [], {});
  if (!answer.ok || answer.value.kind !== 'osm') throw new Error(JSON.stringify(answer));
  return answer.value.extract;
}
const options = { crs: 'EPSG:25832' } as const;
const kinds = ['water', 'green', 'rail', 'builtUp', 'mainRoad'] as const;

if (process.argv.includes('--memory')) {
  const before = process.resourceUsage().maxRSS;
  const start = performance.now();
  const extract = await read();
  buildWalkingNetwork(extract, options);
  osmContext(extract, { ...options, kinds });
  console.log(`first run in a new process: ${((performance.now() - start) / 1000).toFixed(2)} s, peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MB (${Math.round(before / 1024)} MB before)`);
} else await bench();

async function bench(): Promise<void> {
  console.log(spawnSync(process.execPath, [import.meta.filename, file!, '--memory'], { encoding: 'utf8' }).stdout.trim());
  const folder = mkdtempSync(join(tmpdir(), 'streets-'));
  try {
    const ogr = (layers: readonly string[]) => (): void => {
      const out = join(folder, 'out.gpkg');
      rmSync(out, { force: true });
      const { status, error, stderr } = spawnSync('ogr2ogr', ['-f', 'GPKG', out, file!, ...layers, '-t_srs', 'EPSG:25832'], { encoding: 'utf8' });
      if (error !== undefined || status !== 0) throw new Error(stderr);
    };
    const installed = (command: string, args: readonly string[]): boolean => spawnSync(command, args).status === 0;
    const hasOgr = installed('ogr2ogr', ['--version']);
    const extract = await read();
    const built = buildWalkingNetwork(extract, options);
    const report = networkReport(built);
    console.log(`${report.nodes} nodes, ${report.edges} edges, ${(report.metres / 1000).toFixed(0)} km on foot, ${report.components} parts, ${(report.largestShare * 100).toFixed(1)} % in the largest`);
    const [reading, building, drawing] = [await milliseconds(read), await milliseconds(() => buildWalkingNetwork(extract, options)), await milliseconds(() => osmContext(extract, { ...options, kinds: [...kinds] }))];
    line('read', reading);
    line('ways → network', building);
    line('map ground', drawing);
    line('read, network and map ground', reading + building + drawing, ['ogr2ogr, lines and multipolygons to GeoPackage, projected', hasOgr ? await milliseconds(ogr(['lines', 'multipolygons']), 3) : undefined]);
    await searches(folder, installed('python3', ['-c', 'import scipy']));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Searches in the reference network (168,000 nodes), which SciPy gets as the same edges. */
async function searches(folder: string, hasScipy: boolean): Promise<void> {
  if (sharedFile('data/streets/heidelberg/heidelberg_walk_edges.csv.gz') === undefined) return;
  const { streets } = referenceWays(sharedRows('data/streets/heidelberg/heidelberg_walk_nodes.csv.gz'), sharedRows('data/streets/heidelberg/heidelberg_walk_edges.csv.gz'));
  const { network, parts } = buildWalkingNetwork(streets, options);
  const largest = Array.from(parts.partOf.keys()).filter((node) => parts.partOf[node] === 0);
  const nodes = Array.from({ length: 100 }, (_, i) => largest[Math.floor((i * largest.length) / 100)]!);
  const csv = join(folder, 'edges.csv');
  writeFileSync(csv, Array.from(network.metres, (metres, edge) => `${network.start[edge]},${network.end[edge]},${metres}`).join('\n'));
  const script = `
import time, json, numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra
u, v, w = np.loadtxt(${JSON.stringify(csv)}, delimiter=',', unpack=True)
n = ${network.nodeX.length}
nodes = ${JSON.stringify(nodes)}
def best(work):
    times = []
    for _ in range(7):
        start = time.perf_counter(); work(); times.append(time.perf_counter() - start)
    return min(times) * 1000
a, b = np.minimum(u, v).astype(int), np.maximum(u, v).astype(int)
# a matrix would add parallel edges up: only the shortest of them is handed over
order = np.lexsort((w, b, a))
a, b, w = a[order], b[order], w[order]
first = np.concatenate(([True], (a[1:] != a[:-1]) | (b[1:] != b[:-1])))
a, b, w = a[first], b[first], w[first]
def build():
    return csr_matrix((w, (a, b)), shape=(n, n))
graph = build()
full = dijkstra(graph, directed=False, indices=nodes[0])
print(json.dumps({'build': best(build), 'full': best(lambda: dijkstra(graph, directed=False, indices=nodes[0])), 'reached': int(np.isfinite(full).sum()), 'sum': float(full[np.isfinite(full)].sum()),
  'hundred': best(lambda: [dijkstra(graph, directed=False, indices=i, limit=800) for i in nodes]), 'nearest': best(lambda: dijkstra(graph, directed=False, indices=nodes, min_only=True))}))`;
  const answer = hasScipy ? spawnSync('python3', ['-c', script], { encoding: 'utf8' }) : undefined;
  const theirs = answer === undefined ? undefined : (JSON.parse(answer.stdout) as { build: number; full: number; reached: number; sum: number; hundred: number; nearest: number });
  const graph = walkingGraph(network);
  const search = pathSearch(graph);
  const { reached, distance } = search([{ node: nodes[0]!, metres: 0 }]);
  const sum = reached.reduce((total, node) => total + distance[node]!, 0);
  if (theirs !== undefined) console.log(`the same nodes reached: ${reached.length === theirs.reached}; sum of distances differs by ${(Math.abs(sum - theirs.sum) / theirs.sum).toExponential(1)}`);
  line('graph of 168,000 nodes', await milliseconds(() => walkingGraph(network)), ['SciPy csr_matrix', theirs?.build]);
  line('all distances from one node', await milliseconds(() => search([{ node: nodes[0]!, metres: 0 }])), ['SciPy dijkstra', theirs?.full]);
  line('100 searches of 800 m', await milliseconds(() => nodes.forEach((node) => search([{ node, metres: 0 }], 800))), ['SciPy dijkstra, limit', theirs?.hundred]);
  line('the nearest of 100 for every node', await milliseconds(() => search(nodes.map((node) => ({ node, metres: 0 })))), ['SciPy dijkstra, min_only', theirs?.nearest]);
  line('index of edges for snapping', await milliseconds(() => snapToEdge(network)));
  const snap = snapToEdge(network);
  line('10,000 places to their nearest street', await milliseconds(() => {
    for (let i = 0; i < 10_000; i += 1) snap(network.nodeX[largest[i * 16]!]! + 30, network.nodeY[largest[i * 16]!]! - 20);
  }));
}
