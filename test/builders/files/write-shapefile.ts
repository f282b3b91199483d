import type { Coordinate, Ring } from '#app/domain/geometry/shapes.ts';

/** Bytes of small shapefiles and dBase tables for tests, well-formed unless a test damages them. */
export type ShapeRecord = { readonly rings: readonly Ring[] } | { readonly lines: readonly (readonly Coordinate[])[] } | { readonly point: Coordinate } | undefined;

const FILE_CODE = 9994;

export function shpBytes(type: number, records: readonly ShapeRecord[]): { readonly shp: Uint8Array; readonly shx: Uint8Array } {
  const contents = records.map((record) => contentOf(type, record));
  const total = contents.reduce((sum, content) => sum + 8 + content.length, 100);
  const [shp, shx] = [new Uint8Array(total), new Uint8Array(100 + records.length * 8)];
  for (const bytes of [shp, shx]) {
    const view = new DataView(bytes.buffer);
    view.setInt32(0, FILE_CODE);
    view.setInt32(24, bytes.length / 2);
    view.setInt32(28, 1000, true);
    view.setInt32(32, type, true);
  }
  let at = 100;
  contents.forEach((content, i) => {
    const [main, index] = [new DataView(shp.buffer), new DataView(shx.buffer)];
    main.setInt32(at, i + 1);
    main.setInt32(at + 4, content.length / 2);
    index.setInt32(100 + i * 8, at / 2);
    index.setInt32(104 + i * 8, content.length / 2);
    shp.set(content, at + 8);
    at += 8 + content.length;
  });
  return { shp, shx };
}

function contentOf(type: number, record: ShapeRecord): Uint8Array {
  if (record === undefined) return new Uint8Array(4);
  const extra = type > 20 ? 1 : type > 10 ? 2 : 0;
  if ('point' in record) {
    const content = new DataView(new ArrayBuffer(20 + extra * 8));
    content.setInt32(0, type, true);
    record.point.forEach((value, i) => content.setFloat64(4 + i * 8, value, true));
    return new Uint8Array(content.buffer);
  }
  const parts = 'rings' in record ? record.rings : record.lines;
  const points = parts.flat();
  const content = new DataView(new ArrayBuffer(44 + parts.length * 4 + points.length * 16 + extra * (16 + points.length * 8)));
  content.setInt32(0, type, true);
  content.setInt32(36, parts.length, true);
  content.setInt32(40, points.length, true);
  let start = 0;
  parts.forEach((part, i) => {
    content.setInt32(44 + i * 4, start, true);
    start += part.length;
  });
  points.forEach(([x, y], i) => {
    content.setFloat64(44 + parts.length * 4 + i * 16, x, true);
    content.setFloat64(52 + parts.length * 4 + i * 16, y, true);
  });
  return new Uint8Array(content.buffer);
}

export type DbfField = { readonly name: string | Uint8Array; readonly type: string; readonly length: number; readonly decimals?: number };

/** Texts are written as UTF-8, bytes as they are; both are filled up with blanks. A row `undefined` is one that was deleted. */
export function dbfBytes(fields: readonly DbfField[], rows: readonly (readonly (string | Uint8Array)[] | undefined)[], driver = 0): Uint8Array {
  const utf8 = new TextEncoder();
  const bytesOf = (value: string | Uint8Array) => (typeof value === 'string' ? utf8.encode(value) : value);
  const headerBytes = 33 + fields.length * 32;
  const recordBytes = fields.reduce((sum, { length }) => sum + length, 1);
  const bytes = new Uint8Array(headerBytes + rows.length * recordBytes + 1).fill(0x20, headerBytes);
  const view = new DataView(bytes.buffer);
  bytes[0] = 3;
  view.setUint32(4, rows.length, true);
  view.setUint16(8, headerBytes, true);
  view.setUint16(10, recordBytes, true);
  bytes[29] = driver;
  fields.forEach(({ name, type, length, decimals }, i) => {
    const at = 32 + i * 32;
    bytes.set(bytesOf(name).subarray(0, 11), at);
    bytes[at + 11] = type.charCodeAt(0);
    bytes[at + 16] = length;
    bytes[at + 17] = decimals ?? 0;
  });
  bytes[headerBytes - 1] = 0x0d;
  rows.forEach((row, i) => {
    let at = headerBytes + i * recordBytes;
    if (row === undefined) bytes[at] = 0x2a;
    at += 1;
    fields.forEach(({ length }, f) => {
      if (row !== undefined) bytes.set(bytesOf(row[f] ?? '').subarray(0, length), at);
      at += length;
    });
  });
  bytes[bytes.length - 1] = 0x1a;
  return bytes;
}
