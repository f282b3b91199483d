import type { Geometry, Position } from 'geojson';
import { isKnownCrs, toLongitudeLatitude } from '#app/domain/geometry/crs.ts';
import type { Coordinate } from '#app/domain/geometry/shapes.ts';
import { quoted } from '../sqlite/quoted.ts';
import type { SchemaEntry } from '../sqlite/schema-check.ts';
import { isPlainTable, MOST_COLUMNS } from '../sqlite/schema-check.ts';
import type { SqlDatabase, SqlValue } from '../sqlite/sqlite.ts';
import { columnsOf } from '../sqlite/table-hash.ts';
import { GeometryFault } from './geometry/geometry-fault.ts';
import { readGeometry } from './geometry/read-geometry.ts';
import type { ForeignFeature, ForeignLayer } from './open-bundle.ts';

/** Features shown of one file, all layers together; a city's own have far fewer, and the window holds them all in memory. */
const MOST_FEATURES = 300_000;
/** Longest text of one attribute that is kept. */
const MOST_LETTERS = 10_000;

export type SkippedTable = { readonly table: string; readonly reason: string };
export type ForeignContent = { readonly layers: readonly ForeignLayer[]; readonly skipped: readonly SkippedTable[] };

/**
 * The feature layers of a GeoPackage made by others, as far as they are stored tables. What cannot be shown is named with a reason:
 * `view` (would run code of the file), `tiles`, `noGeometry`, `noTable`, `noGeometryColumn`, `notPlain` (generated or too many columns),
 * `unreadable` (SQLite cannot read its pages), `unreadableGeometries:N`, `onlyFirst:N`.
 */
export function readForeign(database: SqlDatabase, schema: readonly SchemaEntry[]): ForeignContent {
  const layers: ForeignLayer[] = [];
  const skipped: SkippedTable[] = [];
  const seen = new Set<string>();
  let room = MOST_FEATURES;
  const contents = database.rows('SELECT table_name, data_type, identifier FROM gpkg_contents ORDER BY table_name LIMIT 10000');
  for (const [name, type, identifier] of contents) {
    const table = String(name);
    // The standard says every table is listed once; a file may say otherwise to be read a thousand times.
    if (seen.has(table.toLowerCase())) continue;
    seen.add(table.toLowerCase());
    const readable = readableLayer(database, schema, table, String(type));
    if (typeof readable === 'string') {
      skipped.push({ table, reason: readable });
      continue;
    }
    try {
      const { layer, remarks } = readLayer(database, readable, String(identifier ?? table), room);
      room -= layer.features.length;
      layers.push(layer);
      skipped.push(...remarks.map((reason) => ({ table, reason })));
    } catch {
      // SQLite throws for pages it cannot follow; the other layers may still be whole.
      skipped.push({ table, reason: 'unreadable' });
    }
  }
  return { layers, skipped };
}

export type ReadableLayer = { readonly table: string; readonly column: string; readonly geometryType: string; readonly srs: number };

/** Where a listed layer's features and geometries lie, or the reason why it is not read. */
export function readableLayer(database: SqlDatabase, schema: readonly SchemaEntry[], table: string, type: string): ReadableLayer | string {
  if (type !== 'features') return type === 'attributes' || type === 'aspatial' ? 'noGeometry' : type.includes('tile') || type.includes('coverage') ? 'tiles' : 'noGeometry';
  const entry = schema.find((candidate) => candidate.name.toLowerCase() === table.toLowerCase() && ['table', 'view'].includes(candidate.type));
  if (entry === undefined) return 'noTable';
  if (entry.type === 'view') return 'view';
  if (!isPlainTable(database, entry)) return 'notPlain';
  const [described] = database.rows('SELECT column_name, geometry_type_name, srs_id FROM gpkg_geometry_columns WHERE lower(table_name) = lower(?)', [table]);
  const column = columnsOf(database, entry.name).find((name) => name.toLowerCase() === String(described?.[0]).toLowerCase());
  if (described === undefined || column === undefined) return 'noGeometryColumn';
  return { table: entry.name, column, geometryType: String(described[1]), srs: Number(described[2]) };
}

function readLayer(database: SqlDatabase, source: ReadableLayer, title: string, room: number): { layer: ForeignLayer; remarks: string[] } {
  const crs = crsOf(database, source.srs);
  const code = `${crs.organisation.toUpperCase()}:${crs.code}`;
  const place = isKnownCrs(code) ? toLongitudeLatitude(code) : undefined;
  const columns = columnsOf(database, source.table).slice(0, MOST_COLUMNS);
  const geometryAt = columns.indexOf(source.column);
  const features: ForeignFeature[] = [];
  let unreadable = 0;
  database.eachRow(`SELECT ${columns.map(quoted).join(', ')} FROM ${quoted(source.table)} LIMIT ${room}`, (row) => {
    const geometry = geometryFrom(row[geometryAt], place);
    if (geometry === 'unreadable') unreadable += 1;
    features.push({
      geometry: geometry === 'unreadable' ? undefined : geometry,
      attributes: Object.fromEntries(columns.flatMap((name, index) => (index === geometryAt ? [] : [[name, attributeFrom(row[index]!)]]))),
    });
  });
  const remarks = [
    ...(unreadable > 0 ? [`unreadableGeometries:${unreadable}`] : []),
    ...(features.length === room ? [`onlyFirst:${room}`] : []),
  ];
  return { layer: { table: source.table, title, geometryType: source.geometryType, crs, placed: place !== undefined, features }, remarks };
}

function crsOf(database: SqlDatabase, srs: number): ForeignLayer['crs'] {
  const [row] = database.rows('SELECT organization, organization_coordsys_id, srs_name FROM gpkg_spatial_ref_sys WHERE srs_id = ?', [srs]);
  return { organisation: String(row?.[0] ?? 'NONE'), code: Number(row?.[1] ?? srs), name: String(row?.[2] ?? '') };
}

function geometryFrom(value: SqlValue | undefined, place: ((coordinate: Coordinate) => Coordinate) | undefined): Geometry | undefined | 'unreadable' {
  if (value === null || value === undefined) return undefined;
  if (!(value instanceof Uint8Array)) return 'unreadable';
  try {
    const { geometry } = readGeometry(value);
    return geometry === undefined || place === undefined ? geometry : placed(geometry, place);
  } catch (cause) {
    if (cause instanceof GeometryFault) return 'unreadable';
    throw cause;
  }
}

function placed(geometry: Geometry, place: (coordinate: Coordinate) => Coordinate): Geometry {
  const point = ([x, y]: Position): Position => {
    const [longitude, latitude] = place([x!, y!]);
    if (!Number.isFinite(longitude) || !Number.isFinite(latitude)) throw new GeometryFault('a place its system does not reach');
    return [longitude, latitude];
  };
  const line = (positions: readonly Position[]) => positions.map(point);
  const rings = (lines: readonly Position[][]) => lines.map(line);
  switch (geometry.type) {
    case 'Point':
      return { type: 'Point', coordinates: point(geometry.coordinates) };
    case 'LineString':
    case 'MultiPoint':
      return { type: geometry.type, coordinates: line(geometry.coordinates) };
    case 'Polygon':
    case 'MultiLineString':
      return { type: geometry.type, coordinates: rings(geometry.coordinates) };
    case 'MultiPolygon':
      return { type: 'MultiPolygon', coordinates: geometry.coordinates.map(rings) };
    case 'GeometryCollection':
      return { type: 'GeometryCollection', geometries: geometry.geometries.map((part) => placed(part, place)) };
  }
}

/** Pictures and other bytes inside a row are not shown. */
const attributeFrom = (value: SqlValue): string | number | null =>
  value instanceof Uint8Array ? null : typeof value === 'string' ? value.slice(0, MOST_LETTERS) : value;
