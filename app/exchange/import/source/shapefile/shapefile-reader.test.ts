import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Ring } from '#app/domain/geometry/shapes.ts';
import { dbfBytes, shpBytes } from '#test/builders/files/write-shapefile.ts';
import { readSource } from '../read-source.ts';
import { readShapefile } from './shapefile-reader.ts';

const square = (x: number, y: number, size: number): Ring => [[x, y], [x, y + size], [x + size, y + size], [x + size, y], [x, y]];
const turned = (ring: Ring): Ring => [...ring].reverse();
const NAME = { name: 'NAME', type: 'C', length: 12 };
const read = (parts: Partial<Parameters<typeof readShapefile>[0]> & { readonly shp: Uint8Array }) => {
  const result = readShapefile({ name: 'a', path: 'a', ...parts });
  if (!result.ok) return result.failure;
  return { ...result.value, geometries: result.value.layer.features.map(({ geometry }) => geometry), codes: result.value.remarks.map(({ code }) => code) };
};
const areas = (...records: readonly (readonly Ring[])[]) => shpBytes(5, records.map((rings) => ({ rings })));

describe('rings of a shapefile', () => {
  it.each([
    ['a hole before its outline', [turned(square(2, 2, 2)), square(0, 0, 10)], [[square(0, 0, 10), turned(square(2, 2, 2))]]],
    ['two outlines, the hole in the second', [square(0, 0, 10), square(20, 0, 10), turned(square(22, 2, 2))], [[square(0, 0, 10)], [square(20, 0, 10), turned(square(22, 2, 2))]]],
    ['an island in a hole', [square(0, 0, 30), turned(square(5, 5, 20)), square(10, 10, 5)], [[square(0, 0, 30), turned(square(5, 5, 20))], [square(10, 10, 5)]]],
    ['all rings the same way: nesting decides', [square(0, 0, 30), square(5, 5, 20), square(10, 10, 5)], [[square(0, 0, 30), square(5, 5, 20)], [square(10, 10, 5)]]],
    ['outlines anticlockwise, holes clockwise', [turned(square(0, 0, 10)), square(2, 2, 2)], [[turned(square(0, 0, 10)), square(2, 2, 2)]]],
    ['a hole that lies in no outline', [square(0, 0, 10), turned(square(50, 0, 2))], [[square(0, 0, 10)], [turned(square(50, 0, 2))]]],
    ['a hole that touches its outline', [square(0, 0, 10), turned(square(0, 2, 2))], [[square(0, 0, 10), turned(square(0, 2, 2))]]],
  ])('%s', (_name, rings, polygons) => {
    const [geometry] = (read(areas(rings)) as { geometries: readonly unknown[] }).geometries;
    expect(geometry).toEqual(polygons.length === 1 ? { type: 'Polygon', coordinates: polygons[0] } : { type: 'MultiPolygon', coordinates: polygons });
  });
});

describe('kinds and records', () => {
  it('reads points, lines and areas with heights and measures', () => {
    for (const type of [1, 11, 21]) expect(read(shpBytes(type, [{ point: [1, 2] }, undefined]))).toMatchObject({ geometries: [{ type: 'Point', coordinates: [1, 2] }, undefined] });
    for (const type of [3, 13, 23]) expect(read(shpBytes(type, [{ lines: [[[0, 0], [1, 1]], [[2, 2], [3, 3]]] }]))).toMatchObject({ geometries: [{ type: 'MultiLineString', coordinates: [[[0, 0], [1, 1]], [[2, 2], [3, 3]]] }] });
    for (const type of [5, 15, 25]) expect(read(shpBytes(type, [{ rings: [square(0, 0, 1)] }]))).toMatchObject({ geometries: [{ type: 'Polygon' }] });
  });
  it('refuses multipatch by its reason', () => expect(read(shpBytes(31, []))).toEqual({ fault: 'shpMultipatch' }));
  it('leaves a geometry out whose coordinates are no numbers, and says so', () => {
    expect(read(shpBytes(1, [{ point: [NaN, 1] }, { point: [1, -1.7e308] }, { point: [3, 4] }]))).toMatchObject({ geometries: [undefined, undefined, { type: 'Point' }], codes: expect.arrayContaining(['unreadableGeometries']) });
  });
  it('refuses tables and shapes of different length, and counts beyond the bytes', () => {
    const { shp } = areas([square(0, 0, 1)], [square(2, 0, 1)]);
    expect(read({ shp, dbf: dbfBytes([NAME], [['one']]) })).toEqual({ fault: 'shpCount', shapes: 2, records: 1 });
    expect(read({ shp: shp.slice(0, -20) })).toEqual({ fault: 'shpLength' });
    for (const place of [36, 40]) {
      const damaged = shp.slice();
      new DataView(damaged.buffer).setInt32(108 + place, 0x7fffffff, true);
      expect(read({ shp: damaged })).toEqual({ fault: 'shpRecord', place: 1 });
    }
    const long = shp.slice();
    new DataView(long.buffer).setInt32(104, 0x3fffffff);
    expect(read({ shp: long })).toEqual({ fault: 'shpRecord', place: 1 });
  });
  it('does without an index that contradicts the file, and with one where it is right', () => {
    const { shp, shx } = areas([square(0, 0, 1)], [square(2, 0, 1)]);
    const wrong = shx.slice();
    new DataView(wrong.buffer).setInt32(100, 9999);
    expect(read({ shp, shx: wrong })).toMatchObject({ codes: expect.arrayContaining(['indexIgnored']), geometries: [{}, {}] });
    const short = areas([square(0, 0, 1)]).shx;
    expect(read({ shp, shx: short, dbf: dbfBytes([NAME], [['one'], ['two']]) })).toMatchObject({ codes: expect.arrayContaining(['indexIgnored']), geometries: [{}, {}] });
    expect(read({ shp, shx })).toMatchObject({ codes: ['noAttributes', 'noCrs'] });
  });
  it('many index entries for the same record do not make a large file of a small one', () => {
    const { shp } = areas([square(0, 0, 1)]);
    const { shx } = areas(...Array.from({ length: 50 }, () => [square(0, 0, 1)]));
    for (let i = 0; i < 50; i += 1) new DataView(shx.buffer).setInt32(100 + i * 8, 50);
    expect(read({ shp, shx })).toMatchObject({ geometries: [{}] });
  });
});

describe('attributes', () => {
  const { shp } = areas([square(0, 0, 1)]);
  const values = (fields: Parameters<typeof dbfBytes>[0], row: readonly (string | Uint8Array)[], options: { readonly cpg?: string; readonly driver?: number } = {}) => {
    const result = readShapefile({ name: 'a', path: 'a', shp, dbf: dbfBytes(fields, [row], options.driver), cpg: options.cpg === undefined ? undefined : new TextEncoder().encode(options.cpg) });
    if (!result.ok) throw new Error(result.failure.fault);
    return { cells: [...result.value.layer.features[0]!.attributes], decoding: result.value.decoding, codes: result.value.remarks.map(({ code }) => code) };
  };
  it.each([
    ['C', '01', '01'], ['C', '', undefined], ['N', '12.50', 12.5], ['N', '12,5', 12.5], ['N', '****', undefined], ['N', '-', '-'], ['N', '12345678901234567890', '12345678901234567890'],
    ['F', '1.5e+03', 1500], ['D', '20221231', '2022-12-31'], ['D', '20220231', '20220231'], ['D', '00000000', undefined], ['L', 'T', 'true'], ['L', 'n', 'false'], ['L', '?', undefined],
  ])('%s %j is %j', (type, text, expected) => expect(values([{ name: 'V', type, length: 20 }], [text]).cells).toEqual([['V', expected]]));

  it('keeps names apart that stand twice, and is not impressed by __proto__', () => {
    const before = Reflect.ownKeys(Object.prototype);
    const { cells } = values(['A', 'A', '__proto__', 'A_2'].map((name) => ({ name, type: 'C', length: 5 })), ['1', '2', '3', '4']);
    expect(cells).toEqual([['A', '1'], ['A_3', '2'], ['__proto__', '3'], ['A_2', '4']]);
    expect(Reflect.ownKeys(Object.prototype)).toEqual(before);
  });
  it('takes the encoding of the cpg file, then of the header, then guesses', () => {
    const latin = Uint8Array.of(0x47, 0xe4, 0x72); // Gär in Windows-1252
    const dos = Uint8Array.of(0x47, 0x84, 0x72); // Gär in code page 850
    expect(values([NAME], [latin], { cpg: 'ISO 8859-1' })).toMatchObject({ cells: [['NAME', 'Gär']], decoding: { guessed: false } });
    expect(values([NAME], [dos], { driver: 2 })).toMatchObject({ cells: [['NAME', 'Gär']], decoding: { encoding: 'cp850', guessed: false } });
    expect(values([NAME], [latin])).toMatchObject({ cells: [['NAME', 'Gär']], decoding: { encoding: 'windows-1252', guessed: true } });
    expect(values([NAME], ['Gär'])).toMatchObject({ cells: [['NAME', 'Gär']], decoding: { encoding: 'utf-8', guessed: true } });
  });
  it('does not follow a declaration that the bytes disprove', () => {
    expect(values([NAME], [Uint8Array.of(0x47, 0xe4, 0x72)], { cpg: 'UTF-8' })).toMatchObject({ cells: [['NAME', 'Gär']], codes: expect.arrayContaining(['encodingNotAsDeclared']) });
    expect(values([NAME], ['Gär'], { driver: 3 })).toMatchObject({ cells: [['NAME', 'Gär']], codes: expect.arrayContaining(['encodingNotAsDeclared']) });
  });
  it('a letter cut through at the end of its field does not make the rest another encoding', () => {
    expect(values([{ name: 'N', type: 'C', length: 4 }], ['Gaiß'], { cpg: 'UTF-8' })).toMatchObject({ cells: [['N', 'Gai']], codes: expect.arrayContaining(['textsCutOff']) });
  });
  it('leaves deleted records out and says so', () => {
    const both = areas([square(0, 0, 1)], [square(2, 0, 1)]);
    expect(read({ ...both, dbf: dbfBytes([NAME], [undefined, ['two']]) })).toMatchObject({ layer: { features: [{ attributes: new Map([['NAME', 'two']]) }] }, codes: expect.arrayContaining(['deletedRecords']) });
  });
});

describe('parts', () => {
  const file = (name: string, bytes: Uint8Array) => ({ name, bytes });
  it('of one name belong together, whatever the case; several in a zip are layers', async () => {
    const { shp, shx } = areas([square(0, 0, 1)]);
    const dbf = dbfBytes([NAME], [['Mitte']]);
    const beside = await readSource(file('Bezirke.SHP', shp), [file('bezirke.dbf', dbf), file('other.dbf', dbfBytes([NAME], []))], {});
    expect(beside).toMatchObject({ ok: true, value: { layers: [{ name: 'Bezirke', crs: { kind: 'missing' }, features: [{ attributes: new Map([['NAME', 'Mitte']]) }] }] } });
    const zip = zipSync({ 'x/a.shp': shp, 'x/a.shx': shx, 'x/a.dbf': dbf, 'y/a.shp': shp, 'b.shp': shp, 'b.txt': new Uint8Array(3) });
    expect(await readSource(file('all.zip', zip), [], {})).toMatchObject({ ok: true, value: { layers: [{ name: 'x/a' }, { name: 'y/a' }, { name: 'b' }] } });
  });
});
