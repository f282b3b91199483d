import type { Geometry, Position } from 'geojson';
import { straightened } from './circular-arc.ts';
import { GeometryFault } from './geometry-fault.ts';

/** How deep collections may nest; real data has one level. */
const DEEPEST = 8;

/** A decoded blob; `srs` is the id written in its header. */
export type DecodedGeometry = { readonly srs: number; readonly geometry: Geometry | undefined };

/**
 * Reads one GeoPackage geometry blob. Two-dimensional answer: Z and M are passed over. An empty geometry gives `undefined`
 * for points and empty coordinate lists for the rest. Every count is compared with the bytes that are left before anything
 * is allocated. Throws GeometryFault for anything that is not a readable geometry.
 */
export function readGeometry(blob: Uint8Array): DecodedGeometry {
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
  if (blob.length < 8 || blob[0] !== 0x47 || blob[1] !== 0x50) throw new GeometryFault('not a GeoPackage geometry');
  if (blob[2] !== 0) throw new GeometryFault(`geometry version ${blob[2]}`);
  const flags = view.getUint8(3);
  if ((flags & 0b0010_0000) !== 0) throw new GeometryFault('extended geometry of a foreign extension');
  const envelopeBytes = [0, 32, 48, 48, 64][(flags >> 1) & 0b111];
  if (envelopeBytes === undefined) throw new GeometryFault('unknown envelope');
  const srs = view.getInt32(4, (flags & 1) === 1);
  const reader: Reader = { view, at: 8 + envelopeBytes };
  const geometry = readWkb(reader, 0);
  if (reader.at !== blob.length) throw new GeometryFault('bytes left over');
  return { srs, geometry };
}

type Reader = { readonly view: DataView; at: number };

/** One WKB geometry: ISO type numbers (1001, 2001, 3001) and the old ones with high bits for Z and M. */
function readWkb(reader: Reader, depth: number): Geometry | undefined {
  if (depth > DEEPEST) throw new GeometryFault('collections nested too deep');
  need(reader, 5);
  const order = reader.view.getUint8(reader.at);
  if (order > 1) throw new GeometryFault(`byte order ${order}`);
  const little = order === 1;
  const code = reader.view.getUint32(reader.at + 1, little);
  reader.at += 5;
  const { kind, dimensions } = typeOf(code);
  const points = () => readPositions(reader, little, dimensions);
  const rings = () => readMany(reader, little, 4, points);
  const parts = () => readMany(reader, little, 5, () => readWkb(reader, depth + 1)).filter((part) => part !== undefined);
  switch (kind) {
    case 1: {
      need(reader, dimensions * 8);
      const position = readPosition(reader, little, dimensions, true);
      return position === undefined ? undefined : { type: 'Point', coordinates: position };
    }
    case 2:
      return { type: 'LineString', coordinates: points() };
    case 3:
    case 17:
      return { type: 'Polygon', coordinates: rings() };
    case 4:
      return { type: 'MultiPoint', coordinates: parts().map((part) => only(part, 'Point').coordinates) };
    case 5:
      return { type: 'MultiLineString', coordinates: parts().map((part) => only(part, 'LineString').coordinates) };
    case 6:
      return { type: 'MultiPolygon', coordinates: parts().map((part) => only(part, 'Polygon').coordinates) };
    // Curves become chains of short straight lines, as maps draw them.
    case 8:
      return { type: 'LineString', coordinates: straightened(points()) };
    case 9:
      return { type: 'LineString', coordinates: joined(parts()) };
    case 10:
      return { type: 'Polygon', coordinates: parts().map((part) => only(part, 'LineString').coordinates) };
    case 11:
      return { type: 'MultiLineString', coordinates: parts().map((part) => only(part, 'LineString').coordinates) };
    case 12:
      return { type: 'MultiPolygon', coordinates: parts().map((part) => only(part, 'Polygon').coordinates) };
    case 7:
      return { type: 'GeometryCollection', geometries: parts() };
    // A surface of plane faces and a mesh of triangles are sets of polygons.
    case 15:
    case 16:
      return { type: 'MultiPolygon', coordinates: parts().map((part) => only(part, 'Polygon').coordinates) };
    default:
      throw new GeometryFault(`geometry type ${code}`);
  }
}

function typeOf(code: number): { readonly kind: number; readonly dimensions: number } {
  const hasZ = (code & 0x8000_0000) !== 0;
  const hasM = (code & 0x4000_0000) !== 0;
  const plain = code & 0x1fff_ffff;
  const thousands = Math.floor(plain / 1000);
  if (thousands > 3) throw new GeometryFault(`geometry type ${code}`);
  const extra = thousands === 3 ? 2 : thousands > 0 ? 1 : Number(hasZ) + Number(hasM);
  return { kind: plain % 1000, dimensions: 2 + extra };
}

function readMany<Part>(reader: Reader, little: boolean, smallestPart: number, read: () => Part): Part[] {
  const count = readCount(reader, little, smallestPart);
  const parts: Part[] = [];
  for (let index = 0; index < count; index++) parts.push(read());
  return parts;
}

function readPositions(reader: Reader, little: boolean, dimensions: number): Position[] {
  const count = readCount(reader, little, dimensions * 8);
  const positions = new Array<Position>(count);
  for (let index = 0; index < count; index++) positions[index] = readPosition(reader, little, dimensions, false)!;
  return positions;
}

/** Undefined for the empty point (both NaN), where that is allowed. */
function readPosition(reader: Reader, little: boolean, dimensions: number, mayBeEmpty: boolean): Position | undefined {
  const x = reader.view.getFloat64(reader.at, little);
  const y = reader.view.getFloat64(reader.at + 8, little);
  reader.at += dimensions * 8;
  if (mayBeEmpty && Number.isNaN(x) && Number.isNaN(y)) return undefined;
  if (!Number.isFinite(x) || !Number.isFinite(y)) throw new GeometryFault('a coordinate that is not a number');
  return [x, y];
}

function readCount(reader: Reader, little: boolean, smallestPart: number): number {
  need(reader, 4);
  const count = reader.view.getUint32(reader.at, little);
  reader.at += 4;
  need(reader, count * smallestPart);
  return count;
}

/** Pieces of one curve; each begins where the one before ends. */
function joined(pieces: readonly Geometry[]): Position[] {
  return pieces.flatMap((piece, index) => {
    const { coordinates } = only(piece, 'LineString');
    return index === 0 ? coordinates : coordinates.slice(1);
  });
}

function need(reader: Reader, bytes: number): void {
  if (reader.view.byteLength - reader.at < bytes) throw new GeometryFault('shorter than it says');
}

function only<Type extends Geometry['type']>(geometry: Geometry, type: Type): Extract<Geometry, { type: Type }> {
  if (geometry.type !== type) throw new GeometryFault(`${geometry.type} inside a set of ${type}`);
  return geometry as Extract<Geometry, { type: Type }>;
}
