import type { Coordinate, MultiPolygon, Polygon, Ring } from '#app/domain/geometry/shapes.ts';

/** A feature of a polygon shapefile: attributes as trimmed text, shape as outer rings with their holes. */
export type ShapefileFeature = { readonly attributes: Readonly<Record<string, string>>; readonly shape: MultiPolygon };

/** Reads well-formed polygon shapefiles of statistics offices (ESRI technical description, 1998). For tests only. */
export function readShapefile(shp: Uint8Array, dbf: Uint8Array): readonly ShapefileFeature[] {
  const shapes = readShapes(shp);
  return readRecords(dbf).map((attributes, index) => ({ attributes, shape: shapes[index]! }));
}

function readShapes(bytes: Uint8Array): MultiPolygon[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shapes: MultiPolygon[] = [];
  for (let at = 100; at < bytes.length; at += 8 + view.getInt32(at + 4) * 2) shapes.push(readPolygons(view, at + 8));
  return shapes;
}

function readPolygons(view: DataView, at: number): MultiPolygon {
  const parts = view.getInt32(at + 36, true);
  const points = view.getInt32(at + 40, true);
  const pointsAt = at + 44 + parts * 4;
  const starts = Array.from({ length: parts }, (_, part) => view.getInt32(at + 44 + part * 4, true));
  const rings = starts.map((start, part): Ring =>
    Array.from({ length: (starts[part + 1] ?? points) - start }, (_, index): Coordinate => {
      const place = pointsAt + (start + index) * 16;
      return [view.getFloat64(place, true), view.getFloat64(place + 8, true)];
    }),
  );
  return withHoles(rings);
}

/** Outer rings run clockwise; a hole belongs to the outer ring whose bounds hold it. */
function withHoles(rings: readonly Ring[]): MultiPolygon {
  const outers = rings.filter((ring) => doubleArea(ring) < 0).map((ring): { outer: Ring; holes: Ring[] } => ({ outer: ring, holes: [] }));
  for (const hole of rings.filter((ring) => doubleArea(ring) >= 0)) {
    const owner = outers.find(({ outer }) => boundsHold(outer, hole)) ?? outers[0];
    owner?.holes.push(hole);
  }
  return outers.map(({ outer, holes }): Polygon => [outer, ...holes]);
}

const doubleArea = (ring: Ring): number =>
  ring.slice(1).reduce((sum, [x, y], index) => sum + ring[index]![0] * y - x * ring[index]![1], 0);

function boundsHold(outer: Ring, inner: Ring): boolean {
  const xs = outer.map(([x]) => x);
  const ys = outer.map(([, y]) => y);
  const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return inner.every(([x, y]) => x >= left && x <= right && y >= bottom && y <= top);
}

function readRecords(bytes: Uint8Array): Record<string, string>[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const utf8 = new TextDecoder();
  const [records, headerBytes, recordBytes] = [view.getUint32(4, true), view.getUint16(8, true), view.getUint16(10, true)];
  const fields: { name: string; start: number; length: number }[] = [];
  let start = 1;
  for (let at = 32; bytes[at] !== 0x0d; at += 32) {
    const name = utf8.decode(bytes.subarray(at, at + 11)).split('\0')[0]!;
    fields.push({ name, start, length: bytes[at + 16]! });
    start += bytes[at + 16]!;
  }
  return Array.from({ length: records }, (_, record) => {
    const row = bytes.subarray(headerBytes + record * recordBytes, headerBytes + (record + 1) * recordBytes);
    return Object.fromEntries(fields.map((field) => [field.name, utf8.decode(row.subarray(field.start, field.start + field.length)).trim()]));
  });
}
