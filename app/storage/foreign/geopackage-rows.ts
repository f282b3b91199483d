import type { Geometry } from 'geojson';
import { crsFromName, crsFromNumber } from '#app/domain/geometry/crs-from-name.ts';
import { crsFromWkt } from '#app/domain/geometry/crs-from-wkt.ts';
import type { DeclaredCrs, RawCell, ReadOptions, SourceFeature, SourceLayer, SourceRemark, SourceTable } from '#app/domain/source/source-parts.ts';
import { BUDGET } from '#app/domain/source/source-parts.ts';
import { GeometryFault } from '../bundle/geometry/geometry-fault.ts';
import { readGeometry } from '../bundle/geometry/read-geometry.ts';
import type { ReadableLayer } from '../bundle/open-foreign.ts';
import { quoted } from '../sqlite/quoted.ts';
import type { SqlDatabase, SqlValue } from '../sqlite/sqlite.ts';

/** What is left of the budget, all tables of a file together. */
export type ReadBudget = { features: number; vertices: number; rows: number; cells: number };

/** Carries a limit that was reached out of the loops; the reader turns it into its answer. */
export class OverBudget extends Error {
  readonly what: keyof ReadBudget;
  readonly amount: number;
  readonly limit: number;
  constructor(what: keyof ReadBudget, limit: number) {
    super(what);
    [this.what, this.amount, this.limit] = [what, limit + 1, limit];
  }
}

function take(budget: ReadBudget, what: keyof ReadBudget, amount: number): void {
  if (budget[what] < amount) throw new OverBudget(what, BUDGET[what]);
  budget[what] -= amount;
}

type Column = { readonly name: string; readonly type: string };

const columnsOf = (database: SqlDatabase, table: string): readonly Column[] =>
  database.rows('SELECT name, type FROM pragma_table_info(?) ORDER BY cid', [table]).map(([name, type]) => ({ name: String(name), type: String(type).toUpperCase() }));

/** Whole numbers beyond those a JavaScript number keeps come as text: they are keys. */
const selected = ({ name }: Column): string => {
  const column = quoted(name);
  return `CASE WHEN typeof(${column}) = 'integer' AND (${column} > 9007199254740991 OR ${column} < -9007199254740991) THEN CAST(${column} AS TEXT) ELSE ${column} END`;
};

export function readTableRows(database: SqlDatabase, table: string, budget: ReadBudget): SourceTable {
  const columns = columnsOf(database, table);
  const rows: RawCell[][] = [columns.map(({ name }) => name)];
  database.eachRow(`SELECT ${columns.map(selected).join(', ')} FROM ${quoted(table)}`, (row) => {
    take(budget, 'rows', 1);
    take(budget, 'cells', columns.length);
    rows.push(columns.map(({ type }, i) => cellOf(row[i], type)));
  });
  return { name: table, hidden: false, rows, merges: [] };
}

export function readLayerRows(database: SqlDatabase, source: ReadableLayer, budget: ReadBudget, options: ReadOptions): { readonly layer: SourceLayer; readonly remarks: readonly SourceRemark[] } {
  const columns = columnsOf(database, source.table);
  const attributes = columns.filter(({ name }) => name !== source.column);
  const features: SourceFeature[] = [];
  const unreadable: number[] = [];
  const bytes = new Set<string>();
  database.eachRow(`SELECT ${[quoted(source.column), ...attributes.map(selected)].join(', ')} FROM ${quoted(source.table)}`, ([blob, ...values]) => {
    take(budget, 'features', 1);
    take(budget, 'cells', attributes.length);
    const geometry = geometryFrom(blob);
    if (geometry === 'unreadable') unreadable.push(features.length + 1);
    else if (geometry !== undefined) take(budget, 'vertices', verticesOf(geometry));
    for (const [i, { name }] of attributes.entries()) if (values[i] instanceof Uint8Array) bytes.add(name);
    features.push({
      geometry: geometry === 'unreadable' ? undefined : geometry,
      attributes: new Map(attributes.map(({ name, type }, i) => [name, cellOf(values[i], type)])),
    });
  });
  const layer = { name: source.table, crs: crsOf(database, source.srs, options), fields: attributes.map(({ name }) => name), features };
  const remarks: SourceRemark[] = [
    ...(unreadable.length > 0 ? [{ code: 'unreadableGeometries', details: { amount: unreadable.length, first: unreadable[0]!, layer: source.table } }] : []),
    ...(bytes.size > 0 ? [{ code: 'fieldsNotRead', details: { fields: [...bytes].join(', '), layer: source.table } }] : []),
  ];
  return { layer, remarks };
}

/** 0 and -1 are the standard's "undefined" systems. The definition is asked where the number is not one that we know. */
function crsOf(database: SqlDatabase, srs: number, options: ReadOptions): DeclaredCrs {
  if (options.crs !== undefined) return { kind: 'known', code: options.crs, from: 'choice' };
  if (srs === 0 || srs === -1) return { kind: 'missing' };
  const [row] = database.rows('SELECT organization, organization_coordsys_id, srs_name, definition FROM gpkg_spatial_ref_sys WHERE srs_id = ?', [srs]);
  if (row === undefined) return { kind: 'unknown', text: String(srs) };
  const [organisation, code, name, definition] = row.map(String);
  const known = organisation!.toUpperCase() === 'EPSG' ? crsFromNumber(Number(code)) : crsFromName(`${organisation}:${code}`);
  const found = known ?? crsFromWkt(definition!);
  return found === undefined ? { kind: 'unknown', text: `${organisation}:${code} ${name}`.slice(0, 200) } : { kind: 'known', code: found, from: 'geopackage' };
}

function geometryFrom(value: SqlValue | undefined): Geometry | undefined | 'unreadable' {
  if (value === null || value === undefined) return undefined;
  if (!(value instanceof Uint8Array)) return 'unreadable';
  try {
    return withoutEmpty(readGeometry(value).geometry);
  } catch (cause) {
    if (cause instanceof GeometryFault) return 'unreadable';
    throw cause;
  }
}

/** An empty geometry is no place. */
const withoutEmpty = (geometry: Geometry | undefined): Geometry | undefined => (geometry === undefined || verticesOf(geometry) === 0 ? undefined : geometry);

function verticesOf(geometry: Geometry): number {
  switch (geometry.type) {
    case 'Point':
      return 1;
    case 'MultiPoint':
    case 'LineString':
      return geometry.coordinates.length;
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates.reduce((sum, line) => sum + line.length, 0);
    case 'MultiPolygon':
      return geometry.coordinates.reduce((sum, rings) => sum + rings.reduce((inner, ring) => inner + ring.length, 0), 0);
    case 'GeometryCollection':
      return geometry.geometries.reduce((sum, part) => sum + verticesOf(part), 0);
  }
}

/** Pictures and other bytes are no cell. Columns of yes and no hold 0 and 1. */
function cellOf(value: SqlValue | undefined, type: string): RawCell {
  if (value === null || value === undefined || value instanceof Uint8Array || value === '') return undefined;
  if (type === 'BOOLEAN' && (value === 0 || value === 1)) return value === 1 ? 'true' : 'false';
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}
