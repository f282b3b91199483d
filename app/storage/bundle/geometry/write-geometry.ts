import type { Coordinate, MultiPolygon } from '#app/domain/geometry/shapes.ts';

/**
 * GeoPackage geometry blobs (OGC 12-128r17, clause 2.1.3): header "GP", version 0, flags, srs id, envelope, then WKB.
 * All little-endian. Points carry no envelope (the standard allows it), everything else the two-dimensional one.
 */
const LITTLE_ENDIAN = 1;
const POINT_HEADER_BYTES = 8;
const ENVELOPE_HEADER_BYTES = 8 + 32;
const WKB_POINT = 1;
const WKB_LINE = 2;
const WKB_POLYGON = 3;
const WKB_MULTI_POLYGON = 6;

export function pointBlob([x, y]: Coordinate, srs: number): Uint8Array {
  const pen = penFor(POINT_HEADER_BYTES + 21);
  header(pen, srs, undefined);
  geometryStart(pen, WKB_POINT);
  pen.double(x);
  pen.double(y);
  return pen.bytes;
}

export function lineBlob(line: readonly Coordinate[], srs: number): Uint8Array {
  const pen = penFor(ENVELOPE_HEADER_BYTES + 9 + line.length * 16);
  header(pen, srs, line);
  geometryStart(pen, WKB_LINE);
  coordinates(pen, line);
  return pen.bytes;
}

export function multiPolygonBlob(shape: MultiPolygon, srs: number): Uint8Array {
  const size = shape.reduce((sum, polygon) => sum + 9 + polygon.reduce((inner, ring) => inner + 4 + ring.length * 16, 0), 9);
  const pen = penFor(ENVELOPE_HEADER_BYTES + size);
  header(pen, srs, shape.flat(2));
  geometryStart(pen, WKB_MULTI_POLYGON);
  pen.count(shape.length);
  for (const polygon of shape) {
    geometryStart(pen, WKB_POLYGON);
    pen.count(polygon.length);
    for (const ring of polygon) coordinates(pen, ring);
  }
  return pen.bytes;
}

type Pen = {
  readonly bytes: Uint8Array;
  readonly byte: (value: number) => void;
  readonly count: (value: number) => void;
  readonly double: (value: number) => void;
};

function penFor(size: number): Pen {
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  let at = 0;
  return {
    bytes,
    byte: (value) => view.setUint8(at++, value),
    count: (value) => {
      view.setInt32(at, value, true);
      at += 4;
    },
    double: (value) => {
      view.setFloat64(at, value, true);
      at += 8;
    },
  };
}

/** `extent` undefined writes no envelope; an empty extent sets the flag for empty geometries and NaN bounds. */
function header(pen: Pen, srs: number, extent: readonly Coordinate[] | undefined): void {
  const empty = extent?.length === 0;
  pen.byte(0x47);
  pen.byte(0x50);
  pen.byte(0);
  pen.byte(LITTLE_ENDIAN | (extent === undefined ? 0 : 1 << 1) | (empty ? 1 << 4 : 0));
  pen.count(srs);
  if (extent === undefined) return;
  let minX = Infinity, maxX = -Infinity, minY = Infinity, maxY = -Infinity;
  for (const [x, y] of extent) {
    if (x < minX) minX = x;
    if (x > maxX) maxX = x;
    if (y < minY) minY = y;
    if (y > maxY) maxY = y;
  }
  for (const bound of [minX, maxX, minY, maxY]) pen.double(empty ? NaN : bound);
}

function geometryStart(pen: Pen, type: number): void {
  pen.byte(LITTLE_ENDIAN);
  pen.count(type);
}

function coordinates(pen: Pen, line: readonly Coordinate[]): void {
  pen.count(line.length);
  for (const [x, y] of line) {
    pen.double(x);
    pen.double(y);
  }
}
