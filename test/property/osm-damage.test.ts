import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { describe, expect, it } from 'vitest';
import { buildWalkingNetwork } from '#app/domain/network/build-walking-network.ts';
import { networkReport } from '#app/domain/network/network-report.ts';
import { osmContext } from '#app/exchange/import/build/osm/osm-context.ts';
import type { OsmExtract } from '#app/exchange/import/source/osm-extract.ts';
import type { ReadOptions } from '#app/exchange/import/source/source.ts';
import { readSource } from '#app/exchange/import/source/read-source.ts';
import type { DrawnOsm } from '#test/builders/files/osm-file.ts';
import { osmPbf, osmXml } from '#test/builders/files/osm-file.ts';

const MUTATIONS = Number(process.env['QUARTIERWERK_MUTATIONS'] ?? 300);

/** A small town with everything that is read: streets one way and both, barriers, a lake with an island, a railway. */
const town: DrawnOsm = {
  nodes: Array.from({ length: 60 }, (_, i) => ({ id: 1000 + i * 7, at: [8.6 + (i % 10) / 500, 49.4 + Math.floor(i / 10) / 500] as const, ...(i % 9 === 0 ? { tags: { barrier: 'gate', access: 'private' } } : {}) })),
  ways: [
    ...Array.from({ length: 6 }, (_, row) => ({ id: 50 + row, refs: Array.from({ length: 10 }, (_, i) => 1000 + (row * 10 + i) * 7), tags: { highway: ['residential', 'steps', 'primary'][row % 3]!, ...(row % 2 === 0 ? { oneway: '-1' } : {}) } })),
    { id: 70, refs: [1000, 1021, 1231, 1210, 1000] }, { id: 71, refs: [1077, 1084, 1154, 1077] }, { id: 72, refs: [1007, 1077, 1147], tags: { railway: 'rail', name: 'Hauptstrecke' } },
  ],
  relations: [{ id: 90, tags: { type: 'multipolygon', natural: 'water', name: 'See' }, members: [['way', 70, 'outer'], ['way', 71, 'inner'], ['way', 999, 'inner']] }],
};
const FILES = [
  ['x.osm.pbf', osmPbf(town)],
  // not packed: there is no checksum, and every change reaches the reader of the blocks
  ['x.osm.pbf', osmPbf(town, { packed: 'raw' })],
  ['x.osm.pbf', osmPbf(town, { packed: 'raw', dense: false })],
  ['x.osm', osmXml(town)],
] as const;

/** Damage and malice alike: whatever a file holds, it is read into something sound or refused. */
describe('a damaged OpenStreetMap extract', () => {
  it.each(FILES.map(([name, bytes], i) => [`${i + 1}: ${name}`, name, bytes] as const))(`is read or refused, and what is read can be used (${MUTATIONS} seeded mutations, %s)`, async (_, name, original) => {
    const endings = new Map<string, number>();
    let slowest = 0;
    for (let seed = 0; seed < MUTATIONS; seed += 1) {
      const bytes = mutated(original, seed);
      const start = performance.now();
      const read = (options: ReadOptions) => readSource({ name, bytes }, [], options).catch((cause: unknown) => {
        throw new Error(`seed ${seed} threw`, { cause });
      });
      const answer = await read({});
      const part = await read({ box: { west: 8.6, south: 49.4, east: 8.61, north: 49.405 } });
      if (part.ok && part.value.kind === 'osm') expectSound(part.value.extract, seed);
      // what can be read whole can also be looked at
      const glance = await read({ glance: true });
      if (answer.ok) expect(glance.ok, `seed ${seed}`).toBe(true);
      if (answer.ok) {
        if (answer.value.kind !== 'osm') throw new Error(`seed ${seed}: ${answer.value.kind}`);
        expectSound(answer.value.extract, seed);
      }
      slowest = Math.max(slowest, performance.now() - start);
      const ending = answer.ok ? 'read' : answer.failure.code;
      endings.set(ending, (endings.get(ending) ?? 0) + 1);
    }
    console.info('endings', Object.fromEntries(endings), `slowest ${slowest.toFixed(0)} ms`);
    expect(endings.get('import.damaged')).toBeGreaterThan(MUTATIONS / 10);
  });
});

function expectSound(extract: OsmExtract, seed: number): void {
  const count = extract.nodeLongitude.length;
  for (let node = 0; node < count; node += 1) {
    if (!(Math.abs(extract.nodeLongitude[node]!) <= 180 && Math.abs(extract.nodeLatitude[node]!) <= 90)) throw new Error(`seed ${seed}: impossible node`);
  }
  for (const { nodes } of extract.ways) if (nodes.length < 2 || nodes.some((node) => node >= count)) throw new Error(`seed ${seed}: way without its nodes`);
  for (const { members } of extract.relations) if (members.some(({ way }) => extract.ways[way] === undefined)) throw new Error(`seed ${seed}: member without its way`);
  const built = buildWalkingNetwork(extract, { crs: 'EPSG:25832' });
  const { network } = built;
  if (![...network.nodeX, ...network.nodeY, ...network.metres].every(Number.isFinite)) throw new Error(`seed ${seed}: street without a place`);
  const { largestShare } = networkReport(built);
  if (!(largestShare > 0 && largestShare <= 1 + 1e-9)) throw new Error(`seed ${seed}: share ${largestShare}`);
  const { layers } = osmContext(extract, { crs: 'EPSG:25832', kinds: ['water', 'green', 'rail', 'builtUp', 'mainRoad'] });
  for (const shape of layers.flatMap(({ shapes }) => shapes)) {
    const places = shape.type === 'area' ? shape.shape.flat(2) : shape.line;
    if (!places.every(([x, y]) => Number.isFinite(x) && Number.isFinite(y))) throw new Error(`seed ${seed}: shape without a place`);
  }
}

function mutated(original: Uint8Array, seed: number): Uint8Array {
  const random = xoroshiro128plus(seed + 1);
  const below = (limit: number): number => uniformInt(random, 0, limit - 1);
  const bytes = original.slice();
  switch (seed % 6) {
    case 0:
      bytes[below(bytes.length)]! ^= 1 << below(8);
      return bytes;
    case 1:
      for (let i = 0; i < 1 + below(12); i += 1) bytes[below(bytes.length)] = below(256);
      return bytes;
    case 2:
      return bytes.slice(0, below(bytes.length));
    case 3: {
      // large lengths and numbers where small ones were
      const at = below(bytes.length);
      bytes.fill(0xff, at, at + 1 + below(10));
      return bytes;
    }
    case 4: {
      const [from, to] = [below(bytes.length), below(bytes.length)];
      bytes.copyWithin(to, from, from + 1 + below(60));
      return bytes;
    }
    default: {
      const at = below(bytes.length);
      const cut = at + 1 + below(20);
      return Uint8Array.from([...bytes.slice(0, at), ...bytes.slice(cut)]);
    }
  }
}
