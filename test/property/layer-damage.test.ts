import { zipSync } from 'fflate';
import type { Geometry } from 'geojson';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSource } from '#app/exchange/import/source/read-source.ts';
import type { ImportFile, SourceContent } from '#app/exchange/import/source/source.ts';
import { writeCityBundle } from '#app/storage/bundle/write-city-bundle.ts';
import { aFullCity } from '#test/builders/a-full-city.ts';
import { dbfBytes, shpBytes } from '#test/builders/files/write-shapefile.ts';
import { ALL_READERS } from '#test/integration/import/answer-of.ts';
import { measured } from '#test/measured.ts';

const MUTATIONS = Number(process.env['QUARTIERWERK_MUTATIONS'] ?? 300);
const EDGES = [0, 1, 0x7f, 0x80, 0xff, 0x0d, 0x22, 0x2c, 0x5b, 0x5d, 0x7b, 0x7d];

const ring = (x: number, y: number, size: number) => [[x, y], [x, y + size], [x + size, y + size], [x + size, y], [x, y]] as const;
const PARTS = (() => {
  const rows = Array.from({ length: 12 }, (_, i) => i);
  const { shp, shx } = shpBytes(5, rows.map((i) => ({ rings: [ring(526_000 + i * 100, 6_070_000, 90), ring(526_010 + i * 100, 6_070_010, 10)] })));
  const dbf = dbfBytes([{ name: 'KEY', type: 'C', length: 5 }, { name: 'NAME', type: 'C', length: 20 }, { name: 'PEOPLE', type: 'N', length: 10 }, { name: 'DAY', type: 'D', length: 8 }], rows.map((i) => [`0${i}`, `Gärten ${i}`, String(i * 17), '20221231']));
  const text = (content: string) => new TextEncoder().encode(content);
  return { 'a.shp': shp, 'a.shx': shx, 'a.dbf': dbf, 'a.cpg': text('UTF-8'), 'a.prj': text('GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]') };
})();
const GEOJSON = new TextEncoder().encode(JSON.stringify({
  type: 'FeatureCollection', crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::25832' } },
  features: Array.from({ length: 10 }, (_, i) => ({ type: 'Feature', id: i, properties: { key: `0${i}`, name: 'Straße', n: i / 3, tags: ['a', { b: null }] }, geometry: { type: i % 2 === 0 ? 'Polygon' : 'MultiPolygon', coordinates: i % 2 === 0 ? [ring(i, i, 5)] : [[ring(i, i, 5)], [ring(i + 50, i, 5)]] } })),
}));

const before = Reflect.ownKeys(Object.prototype);
beforeAll(() => void Object.freeze(Object.prototype));
afterAll(() => expect(Reflect.ownKeys(Object.prototype)).toEqual(before));

/** Each format: the files with the one that is opened first. A seed damages one of them, anywhere or near its beginning. */
const FORMATS: readonly (readonly [string, (seed: number) => Promise<readonly ImportFile[]>])[] = [
  ['shapefile', (seed) => Promise.resolve(Object.entries(PARTS).map(([name, bytes], i) => ({ name, bytes: i === [0, 0, 1, 2, 2, 3, 4][seed % 7] ? mutated(bytes, seed) : bytes })))],
  ['zipped shapefile', (seed) => Promise.resolve([{ name: 'a.zip', bytes: mutated(zipSync(PARTS), seed) }])],
  ['GeoJSON', (seed) => Promise.resolve([{ name: 'a.geojson', bytes: mutated(GEOJSON, seed) }])],
  ['GeoPackage', async (seed) => [{ name: 'a.gpkg', bytes: mutated(await geopackage, seed) }]],
];
const geopackage = writeCityBundle(aFullCity());

describe.each(FORMATS)('a damaged %s', (name, filesFor) => {
  it(`is read or refused with a reason (${MUTATIONS} seeded mutations)`, async () => {
    const endings = new Map<string, number>();
    let slowest = 0;
    for (let seed = 0; seed < MUTATIONS; seed += 1) {
      const [file, ...beside] = await filesFor(seed);
      const started = performance.now();
      const read = await readSource(file!, beside, {}, ALL_READERS).catch((cause: unknown) => {
        throw new Error(`seed ${seed} threw`, { cause });
      });
      slowest = Math.max(slowest, performance.now() - started);
      const ending = read.ok ? 'read' : read.failure.code;
      endings.set(ending, (endings.get(ending) ?? 0) + 1);
      if (read.ok) checkContent(read.value, `seed ${seed}`);
      else expect(read.failure.code, `seed ${seed}`).toMatch(/^import\.(damaged|empty|unknownFormat|tooBig|unsafeZip|encrypted)$/);
    }
    measured(`${MUTATIONS} damaged ${name}: ${JSON.stringify(Object.fromEntries(endings))}, slowest ${Math.round(slowest)} ms`);
    expect(endings.get('import.damaged')).toBeGreaterThan(MUTATIONS / 20);
  }, 0);
});

/** What is read is whole: numbers that are numbers, and every attribute a cell. */
function checkContent(content: SourceContent, message: string): void {
  if (content.kind !== 'layers') return;
  for (const { features, fields } of content.layers) {
    for (const { geometry, attributes } of features) {
      if (geometry !== undefined && !flat(geometry).every(Number.isFinite)) throw new Error(`${message}: a coordinate that is no number`);
      for (const [key, cell] of attributes) if (!fields.includes(key) || !['string', 'number', 'undefined'].includes(typeof cell)) throw new Error(`${message}: ${key}`);
    }
  }
}

const flat = (geometry: Geometry): readonly number[] => (geometry.type === 'GeometryCollection' ? geometry.geometries.flatMap(flat) : (geometry.coordinates as unknown[]).flat(3) as number[]);

function mutated(original: Uint8Array, seed: number): Uint8Array {
  const random = xoroshiro128plus(seed);
  const below = (limit: number) => uniformInt(random, 0, Math.max(limit - 1, 0));
  const bytes = original.slice();
  const place = () => below(below(2) === 0 ? Math.min(bytes.length, 200) : bytes.length);
  switch (below(6)) {
    case 0:
      bytes[place()]! ^= 1 << below(8);
      return bytes;
    case 1:
      for (let i = 0; i < 1 + below(20); i += 1) bytes[place()] = below(256);
      return bytes;
    case 2:
      return bytes.slice(0, below(bytes.length));
    case 3:
      bytes[place()] = EDGES[below(EDGES.length)]!;
      return bytes;
    case 4: {
      // a whole number of four bytes, in either order, at its limits
      const at = Math.min(place(), bytes.length - 4);
      if (at >= 0) new DataView(bytes.buffer).setUint32(at, [0, 1, 0x7fffffff, 0x80000000, 0xffffffff, 0x00ffffff][below(6)]!, below(2) === 0);
      return bytes;
    }
    default: {
      const [from, to, length] = [place(), place(), 1 + below(60)];
      const piece = original.subarray(from, from + length);
      return Uint8Array.from([...bytes.subarray(0, to), ...piece, ...bytes.subarray(to)]);
    }
  }
}
