import { gzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readSource } from '../read-source.ts';
import type { OsmExtract } from '../osm-extract.ts';
import type { SourceRemark } from '../source.ts';
import type { Problem } from '#shared/problem.ts';
import { extractFrom } from './extract-from.ts';
import { OsmFault } from './osm-elements.ts';
import { pbfElements } from './pbf-reader.ts';
import type { DrawnOsm } from '#test/builders/files/osm-file.ts';
import { blob, osmPbf, osmXml } from '#test/builders/files/osm-file.ts';

/** A street with a gate, a lake with an island (a relation over untagged ways), and a house that is left in the file. */
const town: DrawnOsm = {
  nodes: [
    { id: 3, at: [8.7, 49.4] }, { id: 5, at: [8.7010001, 49.4000003], tags: { barrier: 'gate', access: 'private', note: 'x' } }, { id: 8_000_000_001, at: [8.702, 49.4], tags: { amenity: 'bench' } },
    { id: 20, at: [8.71, 49.41] }, { id: 21, at: [8.72, 49.41] }, { id: 22, at: [8.72, 49.42] }, { id: 30, at: [8.713, 49.412] }, { id: 31, at: [8.716, 49.412] }, { id: 32, at: [8.716, 49.415] },
    { id: 40, at: [-0.5, -33.25] },
  ],
  ways: [
    { id: 100, refs: [3, 5, 8_000_000_001], tags: { highway: 'residential', name: 'Größe & „Weg“', note: 'left in the file' } },
    { id: 101, refs: [3, 40], tags: { building: 'yes' } },
    { id: 102, refs: [20, 21, 22, 20] },
    { id: 103, refs: [30, 31, 32, 30] },
    { id: 104, refs: [40, 3], tags: { highway: 'path' } },
  ],
  relations: [
    { id: 900, tags: { type: 'multipolygon', natural: 'water', name: 'See' }, members: [['way', 102, 'outer'], ['way', 103, 'inner'], ['way', 555, 'outer'], ['node', 3, 'label']] },
    { id: 901, tags: { type: 'boundary', boundary: 'administrative' }, members: [['way', 101, 'outer']] },
  ],
};

async function extractOf(name: string, bytes: Uint8Array): Promise<{ readonly extract: OsmExtract; readonly remarks: readonly SourceRemark[] }> {
  const answer = await readSource({ name, bytes }, [], {});
  if (!answer.ok || answer.value.kind !== 'osm') throw new Error(JSON.stringify(answer));
  return answer.value;
}
async function problemOf(name: string, bytes: Uint8Array): Promise<Problem> {
  const answer = await readSource({ name, bytes }, [], {});
  if (answer.ok) throw new Error('was read');
  return answer.failure;
}

test.each([
  ['stadt.osm.pbf', osmPbf(town)],
  ['stadt.osm.pbf, plain nodes, not packed', osmPbf(town, { dense: false, packed: 'raw' })],
  ['stadt.osm.pbf, another grid', osmPbf(town, { granularity: 1, offset: 48_000_000 })],
  ['stadt.osm', osmXml(town)],
  ['stadt.osm.gz', gzipSync(osmXml(town))],
] as const)('%s gives streets, waters and barriers with what they need', async (name, bytes) => {
  const { extract, remarks } = await extractOf(name, bytes);
  expect(extract.ways.map(({ id }) => id)).toEqual([100, 102, 103, 104]);
  const [street] = extract.ways;
  expect([...street!.tags]).toEqual([['highway', 'residential'], ['name', 'Größe & „Weg“']]);
  expect([...street!.nodes].map((place) => [extract.nodeLongitude[place], extract.nodeLatitude[place]])).toEqual([[8.7, 49.4], [8.7010001, 49.4000003], [8.702, 49.4]]);
  expect([...extract.nodeTags].map(([place, tags]) => [extract.nodeLongitude[place], [...tags]])).toEqual([[8.7010001, [['barrier', 'gate'], ['access', 'private']]]]);
  expect([...extract.ways[3]!.nodes].map((place) => [extract.nodeLongitude[place], extract.nodeLatitude[place]])).toEqual([[-0.5, -33.25], [8.7, 49.4]]);
  expect(extract.relations).toEqual([{ id: 900, tags: new Map([['type', 'multipolygon'], ['natural', 'water'], ['name', 'See']]), members: [{ way: 1, role: 'outer' }, { way: 2, role: 'inner' }], missing: 1 }]);
  expect(remarks).toEqual([]);
});

test('a way is cut where its nodes are missing, so that no street runs straight across the gap', async () => {
  const nodes = [1, 2, 3, 4, 5].map((id) => ({ id, at: [8 + id / 100, 49] as const }));
  const { extract, remarks } = await extractOf('a.osm.pbf', osmPbf({ nodes, ways: [{ id: 7, refs: [1, 2, 99, 4, 98, 97, 5, 3], tags: { highway: 'path' } }, { id: 8, refs: [96, 1], tags: { highway: 'path' } }] }));
  expect(extract.ways.map(({ id, nodes: of, missing }) => [id, [...of].map((place) => extract.nodeLongitude[place]), missing])).toEqual([[7, [8.01, 8.02], 3], [7, [8.05, 8.03], 0]]);
  expect(remarks).toEqual([
    { code: 'osmMissingNodes', details: { amount: 4 } }, { code: 'osmCutWays', details: { amount: 1 } }, { code: 'osmLostWays', details: { amount: 1 } },
  ]);
});

test.each([['x.osm.pbf', osmPbf], ['x.osm', osmXml]] as const)('%s: with a box only what lies in it or leads into it is read, and areas that reach into it whole', async (name, write) => {
  // the box holds the nodes of the street but for its last one, and one corner of the lake
  const box = { west: 8.69, south: 49.3, east: 8.7101, north: 49.5 };
  const far: DrawnOsm['ways'][number] = { id: 110, refs: [21, 22], tags: { highway: 'path' } };
  const farLake = { id: 902, tags: { type: 'multipolygon', natural: 'water' }, members: [['way', 111, 'outer']] } as const;
  const answer = await readSource({ name, bytes: write({ ...town, ways: [...town.ways, far, { id: 111, refs: [21, 22, 31, 21] }], relations: [farLake, ...town.relations!] }) }, [], { box });
  if (!answer.ok || answer.value.kind !== 'osm') throw new Error(JSON.stringify(answer));
  const { extract, remarks } = answer.value;
  expect(extract.ways.map(({ id }) => id)).toEqual([100, 102, 103, 104]);
  expect(extract.ways[1]!.nodes.length).toBe(4);
  expect(extract.relations.map(({ id, members }) => [id, members.length])).toEqual([[900, 2]]);
  expect(remarks).toEqual([{ code: 'osmWaysOutside', details: { amount: 2 } }]);
});

test.each([
  ['x.osm.pbf', osmPbf(town, { box: { west: 8.5, south: 49.3, east: 8.8, north: 49.5 } })],
  ['x.osm', new TextEncoder().encode('<osm><bounds minlat="49.3" minlon="8.5" maxlat="49.5" maxlon="8.8"/><node id="1" lat="49.4" lon="8.6"/><node broken')],
] as const)('%s: a glance says what the extract covers and reads no ways', async (name, bytes) => {
  const answer = await readSource({ name, bytes }, [], { glance: true });
  if (!answer.ok || answer.value.kind !== 'osm') throw new Error(JSON.stringify(answer));
  expect(answer.value.extract.ways).toEqual([]);
  expect(answer.value.remarks).toEqual([{ code: 'osmBox', details: { west: 8.5, south: 49.3, east: 8.8, north: 49.5, precision: 2 } }]);
});

test('a glance sees what cannot be read at all', async () => {
  expect((await readSource({ name: 'x.osm.pbf', bytes: osmPbf(town) }, [], { glance: true })) as unknown).toMatchObject({ ok: true, value: { remarks: [{ code: 'osmWithoutBox' }] } });
  expect((await readSource({ name: 'x.osm.pbf', bytes: osmPbf(town, { packed: 'zstd' }) }, [], { glance: true })) as unknown).toMatchObject({ ok: false, failure: { code: 'import.osmCompression' } });
  expect((await readSource({ name: 'x.osm.pbf', bytes: osmPbf(town).slice(0, -7) }, [], { glance: true })) as unknown).toMatchObject({ ok: false, failure: { code: 'import.damaged' } });
  expect((await readSource({ name: 'x.osm', bytes: new TextEncoder().encode('<osmChange/>') }, [], { glance: true })) as unknown).toMatchObject({ ok: false, failure: { code: 'import.osmFeature' } });
});

test('a way that stands twice in a file counts once; deleted elements of an editor do not count', async () => {
  const nodes = [1, 2].map((id) => ({ id, at: [8 + id / 100, 49] as const }));
  const way = { id: 7, refs: [1, 2], tags: { highway: 'path' } };
  expect((await extractOf('a.osm', osmXml({ nodes, ways: [way, way] }))).remarks).toEqual([{ code: 'osmRepeatedWays', details: { amount: 1 } }]);
  const edited = new TextDecoder().decode(osmXml({ nodes, ways: [way, { ...way, id: -8 }] })).replace('<way id="7"', '<way id="7" action="delete"');
  expect((await extractOf('a.osm', new TextEncoder().encode(edited))).extract.ways.map(({ id }) => id)).toEqual([-8]);
});

test.each([
  ['lzma', osmPbf(town, { packed: 'lzma' }), 'import.osmCompression', { compression: 'lzma' }],
  ['zstd', osmPbf(town, { packed: 'zstd' }), 'import.osmCompression', { compression: 'zstd' }],
  ['history', osmPbf(town, { features: ['OsmSchema-V0.6', 'HistoricalInformation'] }), 'import.osmFeature', { feature: 'HistoricalInformation' }],
  ['more than it says', osmPbf(town, { rawSize: 20 }), 'import.damaged', {}],
  ['less than it says', osmPbf(town, { rawSize: 5_000 }), 'import.damaged', {}],
  ['a blob of 4 GB', osmPbf(town, { rawSize: 2 ** 32 }), 'import.damaged', {}],
  ['nothing of use', osmPbf({ nodes: town.nodes, ways: [] }), 'import.empty', {}],
  ['cut off', osmPbf(town).slice(0, -7), 'import.damaged', {}],
] as const)('an .osm.pbf with %s is refused', async (_, bytes, code, details) => {
  expect(await problemOf('x.osm.pbf', bytes)).toMatchObject({ code, details: { file: 'x.osm.pbf', ...details } });
});

test('a header that announces more bytes than the format allows is refused before anything is taken', async () => {
  const bytes = osmPbf(town);
  const at = blob('OSMHeader', new Uint8Array()).length;
  expect((await problemOf('x.osm.pbf', Uint8Array.from([...bytes.slice(0, at), 0x7f, 0xff, 0xff, 0xff, 1, 2, 3]))).code).toBe('import.damaged');
});

test('a small file that unpacks without end is stopped', () => {
  const limits = { ways: 10, vertices: 100, unpackedBytes: 100_000 };
  const read = () => extractFrom(pbfElements(osmPbf({ nodes: town.nodes.map((node) => ({ ...node, tags: { barrier: 'gate '.repeat(9_000) + node.id } })), ways: town.ways }), limits, 'bomb.osm.pbf'), { limits, file: 'bomb.osm.pbf' });
  expect(read).toThrow(OsmFault);
  expect(read).toThrow('import.tooBig');
});

test.each([['ways', { ways: 3 }], ['vertices', { vertices: 4 }]] as const)('more %s than a city can have are refused', (what, limit) => {
  const limits = { ways: 10, vertices: 100, unpackedBytes: 100_000, ...limit };
  try {
    extractFrom(pbfElements(osmPbf(town), limits, 'x.osm.pbf'), { limits, file: 'x.osm.pbf' });
    expect.unreachable();
  } catch (error) {
    expect(error instanceof OsmFault ? error.problem : error).toMatchObject({ code: 'import.tooBig', details: { what } });
  }
});

test.each([
  ['a document type', '<?xml version="1.0"?><!DOCTYPE osm [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>', 'import.osmFeature', { feature: 'DOCTYPE' }],
  ['another encoding', '<?xml version="1.0" encoding="UTF-16"?>', 'import.osmFeature', { feature: 'UTF-16' }],
] as const)('an .osm with %s is refused', async (_, prolog, code, details) => {
  expect(await problemOf('x.osm', osmXml(town, prolog))).toMatchObject({ code, details });
});

test.each([
  ['osmChange', '<osmChange version="0.6"></osmChange>', 'import.osmFeature'],
  ['no end', '<osm><node id="1" lat="1" lon="2"/>', 'import.damaged'],
  ['no number', '<osm><node id="x" lat="1" lon="2"/></osm>', 'import.damaged'],
  ['an unknown entity', '<osm><node id="&a;" lat="1" lon="2"/></osm>', 'import.damaged'],
  ['deep nesting', `<osm>${'<a>'.repeat(50_000)}`, 'import.damaged'],
  ['nothing', '<osm></osm>', 'import.empty'],
] as const)('an .osm with %s is refused', async (_, text, code) => {
  expect((await problemOf('x.osm', new TextEncoder().encode(text))).code).toBe(code);
});

test('bytes that are no UTF-8, a cut gzip and bzip2 are refused by name', async () => {
  const broken = osmXml(town).slice();
  broken[broken.length - 60] = 0xff;
  expect((await problemOf('x.osm', broken)).code).toBe('import.damaged');
  expect((await problemOf('x.osm.gz', gzipSync(osmXml(town)).slice(0, -200))).code).toBe('import.damaged');
  expect(await problemOf('x.osm.bz2', new TextEncoder().encode('BZh91AY&SY'))).toMatchObject({ code: 'import.osmCompression', details: { compression: 'bzip2' } });
});
