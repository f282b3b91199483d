import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readSource } from '../read-source.ts';

const bytesOf = (content: unknown) => new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content));
const read = async (content: unknown, name = 'a.geojson') => {
  const result = await readSource({ name, bytes: content instanceof Uint8Array ? content : bytesOf(content) }, [], {});
  if (!result.ok) return { code: result.failure.code, ...result.failure.details };
  if (result.value.kind !== 'layers') throw new Error(result.value.kind);
  return result.value;
};
const point = (properties: object | null, coordinates: unknown = [1, 2], more: object = {}) => ({ type: 'Feature', properties, geometry: { type: 'Point', coordinates }, ...more });
const collection = (features: readonly unknown[], more: object = {}) => ({ type: 'FeatureCollection', features, ...more });

describe('GeoJSON', () => {
  it('keeps texts and numbers, turns yes and no and lists into text, and leaves empty cells empty', async () => {
    expect(await read(collection([point({ key: '01', n: 1.5, yes: true, list: [1], none: null, empty: '' }, [1, 2, 99], { id: 7 })], { name: 'Stadtteile' }))).toMatchObject({
      layers: [{
        name: 'Stadtteile', crs: { kind: 'known', code: 'EPSG:4326', from: 'default' }, fields: ['id', 'key', 'n', 'yes', 'list', 'none', 'empty'],
        features: [{ geometry: { type: 'Point', coordinates: [1, 2] }, attributes: new Map<string, unknown>([['id', 7], ['key', '01'], ['n', 1.5], ['yes', 'true'], ['list', '[1]'], ['none', undefined], ['empty', undefined]]) }],
      }],
    });
  });
  it('keeps the digits of long keys, and an id beside the one of the properties', async () => {
    const content = '{"type":"Feature","id":"f1","properties":{"id":12345678901234567890,"__proto__":{"x":1}},"geometry":null}';
    const before = Reflect.ownKeys(Object.prototype);
    expect(await read(content)).toMatchObject({ layers: [{ features: [{ geometry: undefined, attributes: new Map([['feature.id', 'f1'], ['id', '12345678901234567890'], ['__proto__', '{"x":1}']]) }] }] });
    expect(Reflect.ownKeys(Object.prototype)).toEqual(before);
  });
  it('reads a bare geometry, one feature, one per line, with record separators, and gzipped', async () => {
    expect(await read({ type: 'LineString', coordinates: [[0, 0], [1, 1]] })).toMatchObject({ layers: [{ name: 'a', features: [{ geometry: { type: 'LineString' } }] }] });
    const lines = `${JSON.stringify(point({ a: 1 }))}\n${JSON.stringify(point({ a: 2 }))}\n`;
    expect(await read(lines, 'a.geojsonl')).toMatchObject({ layers: [{ features: [{}, {}] }] });
    expect(await read(`\u001e${lines.replace('\n', '\n\u001e')}`)).toMatchObject({ layers: [{ features: [{}, {}] }] });
    expect(await read(gzipSync(bytesOf(point({}))), 'x.json.gz')).toMatchObject({ layers: [{ name: 'x' }] });
    expect(await read(gzipSync(bytesOf(point({}))).slice(0, -4), 'x.json.gz')).toMatchObject({ code: 'import.damaged', fault: 'gzip' });
  });
  it.each<[unknown, object]>([
    [{ type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::25833' } }, { kind: 'known', code: 'EPSG:25833', from: 'geojson' }],
    [{ type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } }, { kind: 'known', code: 'EPSG:4326', from: 'geojson' }],
    [{ type: 'EPSG', properties: { code: 31467 } }, { kind: 'known', code: 'EPSG:31467', from: 'geojson' }],
    [{ type: 'name', properties: { name: 'EPSG:2056' } }, { kind: 'unknown', text: 'EPSG:2056' }],
    [null, { kind: 'missing' }],
  ])('crs %j', async (crs, expected) => expect(await read(collection([point({})], { crs }))).toMatchObject({ layers: [{ crs: expected }] }));

  it('keeps a feature whose geometry cannot be read, without it, and says so', async () => {
    expect(await read(collection([point({ a: 1 }), point({ a: 2 }, ['x', 1]), point({ a: 3 }, [1])]))).toMatchObject({
      layers: [{ features: [{ geometry: { type: 'Point' } }, { geometry: undefined }, { geometry: undefined }] }], remarks: [{ code: 'unreadableGeometries', details: { amount: 2, first: 2 } }],
    });
  });
  it('makes a layer of each kind of geometry', async () => {
    const mixed = collection([point({ a: 1 }), { type: 'Feature', properties: {}, geometry: { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [3, 4] }] } }, { type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: [[0, 0], [1, 1]] } }]);
    expect(await read(mixed)).toMatchObject({ layers: [{ name: 'a (Point)', features: [{}, { geometry: { type: 'MultiPoint' } }] }, { name: 'a (LineString)', features: [{}] }] });
  });
  it('reads what old programs wrote in Windows-1252, and calls it a guess', async () => {
    const latin = Uint8Array.from([...JSON.stringify(point({ name: 'Mörsch' }))].map((letter) => letter.charCodeAt(0)));
    expect(await read(latin)).toMatchObject({ decoding: { encoding: 'windows-1252', guessed: true }, layers: [{ features: [{ attributes: new Map([['name', 'Mörsch']]) }] }] });
  });
});

describe('refused', () => {
  it.each<[string, unknown, object]>([
    ['a comma too many', '{"type":"FeatureCollection",\n"features":[],}', { code: 'import.damaged', fault: 'json', line: 2, column: 15, found: '}' }],
    ['a text that breaks off', '{"type":"FeatureCollection",\n"features":[', { code: 'import.damaged', fault: 'jsonEnd', line: 2 }],
    ['ten thousand levels', '['.repeat(10_000), { code: 'import.damaged', fault: 'jsonTooDeep', line: 1 }],
    ['a feature that is none', collection([point({}), 5]), { code: 'import.damaged', fault: 'geojsonFeature', place: 2 }],
    ['TopoJSON', { type: 'Topology', objects: {}, arcs: [] }, { code: 'import.damaged', fault: 'topojson' }],
    ['other JSON', { indicators: [] }, { code: 'import.unknownFormat' }],
    ['blanks', '  \n', { code: 'import.empty' }],
  ])('%s', async (_name, content, expected) => expect(await read(content)).toMatchObject(expected));
});
