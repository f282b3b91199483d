import type { Geometry } from 'geojson';
import { polygonsFromRings } from '#app/domain/geometry/ring-nesting.ts';
import type { Coordinate } from '#app/domain/geometry/shapes.ts';
import { BUDGET } from '../source.ts';

/** Geometries in the order of the file; undefined where the file says "none" or where the coordinates are no numbers (`unreadable`, counted from 1). */
export type Shapes = {
  readonly geometries: readonly (Geometry | undefined)[];
  readonly unreadable: readonly number[];
  /** The index file contradicts the main file and was not used. */
  readonly indexIgnored: boolean;
  readonly leftOver: number;
};
export type ShapesFault =
  | { readonly fault: 'shpHeader' | 'shpLength' | 'shpMultipatch' }
  | { readonly fault: 'shpRecord'; readonly place: number }
  | { readonly fault: 'tooMany'; readonly what: 'features' | 'vertices'; readonly amount: number; readonly limit: number };

const HEADER_BYTES = 100;
const RECORD_HEADER_BYTES = 8;
const FILE_CODE = 9994;

/** Families of shape types; heights (11–18) and measures (21–28) are passed over. */
const FAMILY: Readonly<Record<number, Family>> = { 0: 'null', 1: 'point', 3: 'lines', 5: 'rings', 8: 'points', 11: 'point', 13: 'lines', 15: 'rings', 18: 'points', 21: 'point', 23: 'lines', 25: 'rings', 28: 'points' };
type Family = 'null' | 'point' | 'points' | 'lines' | 'rings';
const MULTIPATCH = 31;

export const isShp = (bytes: Uint8Array): boolean => bytes.length >= 4 && viewOf(bytes).getInt32(0) === FILE_CODE;

/**
 * The geometries of a shapefile (ESRI technical description, July 1998). The index file tells where records lie, if it agrees with the main file;
 * otherwise they are read one behind the other. Where the two
 * find different numbers of records, the one with the `expected` number (of the attribute table) is right. Every count is held against the bytes of its record before anything is allocated.
 */
export function readShp(shp: Uint8Array, shx: Uint8Array | undefined, expected: number | undefined): Shapes | ShapesFault {
  const view = viewOf(shp);
  if (shp.length < HEADER_BYTES || view.getInt32(0) !== FILE_CODE || view.getInt32(28, true) !== 1000) return { fault: 'shpHeader' };
  const type = view.getInt32(32, true);
  if (type === MULTIPATCH) return { fault: 'shpMultipatch' };
  if (!Object.hasOwn(FAMILY, type)) return { fault: 'shpHeader' };
  const stated = view.getInt32(24) * 2;
  if (stated < HEADER_BYTES) return { fault: 'shpHeader' };
  if (stated > shp.length) return { fault: 'shpLength' };
  const indexed = shx === undefined ? undefined : recordsByIndex(view, stated, shx);
  const inTurn = recordsInTurn(view, stated);
  const useIndex = indexed !== undefined && (!Array.isArray(inTurn) || indexed.length === inTurn.length || indexed.length === expected);
  const records = useIndex ? indexed : inTurn;
  if (!Array.isArray(records)) return records;
  const read = readRecords(view, records, type);
  return 'fault' in read ? read : { ...read, indexIgnored: shx !== undefined && !useIndex, leftOver: shp.length - stated };
}

/** Where the content of a record lies. */
type Place = { readonly at: number; readonly bytes: number };

/** Undefined when the index is not one of this file: other length, places outside, or other lengths of records. */
function recordsByIndex(view: DataView, end: number, shx: Uint8Array): Place[] | undefined {
  if (shx.length < HEADER_BYTES) return undefined;
  const index = viewOf(shx);
  const stated = index.getInt32(24) * 2;
  if (index.getInt32(0) !== FILE_CODE || stated !== shx.length || (stated - HEADER_BYTES) % 8 !== 0) return undefined;
  const count = (stated - HEADER_BYTES) / 8;
  if (count > BUDGET.features) return undefined;
  const records: Place[] = [];
  let covered = 0;
  for (let i = 0; i < count; i += 1) {
    const at = index.getInt32(HEADER_BYTES + i * 8) * 2;
    const bytes = index.getInt32(HEADER_BYTES + i * 8 + 4) * 2;
    if (at < HEADER_BYTES || bytes < 0 || at + RECORD_HEADER_BYTES + bytes > end || view.getInt32(at + 4) * 2 !== bytes) return undefined;
    // the same bytes for many records would let a small file make a large one
    covered += RECORD_HEADER_BYTES + bytes;
    if (covered > end - HEADER_BYTES) return undefined;
    records.push({ at: at + RECORD_HEADER_BYTES, bytes });
  }
  return records;
}

function recordsInTurn(view: DataView, end: number): Place[] | ShapesFault {
  const records: Place[] = [];
  for (let at = HEADER_BYTES; at < end; ) {
    if (end - at < RECORD_HEADER_BYTES) return { fault: 'shpRecord', place: records.length + 1 };
    const bytes = view.getInt32(at + 4) * 2;
    if (bytes < 4 || at + RECORD_HEADER_BYTES + bytes > end) return { fault: 'shpRecord', place: records.length + 1 };
    if (records.length >= BUDGET.features) return { fault: 'tooMany', what: 'features', amount: records.length + 1, limit: BUDGET.features };
    records.push({ at: at + RECORD_HEADER_BYTES, bytes });
    at += RECORD_HEADER_BYTES + bytes;
  }
  return records;
}

function readRecords(view: DataView, records: readonly Place[], fileType: number): Pick<Shapes, 'geometries' | 'unreadable'> | ShapesFault {
  const geometries: (Geometry | undefined)[] = [];
  const unreadable: number[] = [];
  let vertices = 0;
  for (const [i, record] of records.entries()) {
    const type = record.bytes >= 4 ? view.getInt32(record.at, true) : -1;
    if (type !== 0 && type !== fileType) return { fault: 'shpRecord', place: i + 1 };
    const parts = partsOf(view, record, FAMILY[type]!);
    if (parts === undefined) return { fault: 'shpRecord', place: i + 1 };
    vertices += parts.reduce((sum, part) => sum + part.length, 0);
    if (vertices > BUDGET.vertices) return { fault: 'tooMany', what: 'vertices', amount: vertices, limit: BUDGET.vertices };
    const isNumbers = parts.every((part) => part.every(([x, y]) => isPlace(x) && isPlace(y)));
    if (!isNumbers) unreadable.push(i + 1);
    geometries.push(isNumbers ? geometryOf(parts, FAMILY[type]!) : undefined);
  }
  return { geometries, unreadable };
}

/** Values below -10^38 mean "no data" in this format. */
const isPlace = (value: number): boolean => Number.isFinite(value) && value > -1e38;

/** The parts of one record; undefined when its counts do not fit its bytes. */
function partsOf(view: DataView, { at, bytes }: Place, family: Family): Coordinate[][] | undefined {
  const point = (place: number): Coordinate => [view.getFloat64(place, true), view.getFloat64(place + 8, true)];
  switch (family) {
    case 'null':
      return [];
    case 'point':
      return bytes < 20 ? undefined : [[point(at + 4)]];
    case 'points': {
      const count = bytes < 40 ? -1 : view.getInt32(at + 36, true);
      if (count < 0 || 40 + count * 16 > bytes) return undefined;
      return [Array.from({ length: count }, (_, i) => point(at + 40 + i * 16))];
    }
    case 'lines':
    case 'rings': {
      if (bytes < 44) return undefined;
      const [parts, points] = [view.getInt32(at + 36, true), view.getInt32(at + 40, true)];
      if (parts < 0 || points < 0 || 44 + parts * 4 + points * 16 > bytes) return undefined;
      const starts = Array.from({ length: parts }, (_, part) => view.getInt32(at + 44 + part * 4, true));
      const ascending = starts.every((start, part) => start >= 0 && start <= points && (part === 0 ? start === 0 : start >= starts[part - 1]!));
      if (!ascending || (parts === 0 && points > 0)) return undefined;
      const first = at + 44 + parts * 4;
      return starts.map((start, part) => Array.from({ length: (starts[part + 1] ?? points) - start }, (_, i) => point(first + (start + i) * 16)));
    }
  }
}

function geometryOf(parts: readonly Coordinate[][], family: Family): Geometry | undefined {
  const filled = parts.filter((part) => part.length > 0).map((part) => part.map(([x, y]) => [x, y]));
  const [first] = filled;
  if (first === undefined) return undefined;
  switch (family) {
    case 'null':
      return undefined;
    case 'point':
      return { type: 'Point', coordinates: first[0]! };
    case 'points':
      return { type: 'MultiPoint', coordinates: first };
    case 'lines':
      return filled.length === 1 ? { type: 'LineString', coordinates: first } : { type: 'MultiLineString', coordinates: filled };
    case 'rings': {
      const polygons = polygonsFromRings(parts.filter((part) => part.length > 0)).map((polygon) => polygon.map((ring) => ring.map(([x, y]) => [x, y])));
      return polygons.length === 1 ? { type: 'Polygon', coordinates: polygons[0]! } : { type: 'MultiPolygon', coordinates: polygons };
    }
  }
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
