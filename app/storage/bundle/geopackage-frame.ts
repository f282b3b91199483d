import { quoted } from '../sqlite/quoted.ts';
import type { SqlDatabase, SqlValue } from '../sqlite/sqlite.ts';
import type { Table } from './table.ts';
import { geometryColumnOf } from './table.ts';

/** "GPKG" in the header of the file. */
export const GPKG_APPLICATION_ID = 0x47504b47;
/** GeoPackage 1.3.0. */
export const GPKG_USER_VERSION = 10300;

/**
 * The tables every GeoPackage has (OGC 12-128r17, clauses 1.1.2, 1.1.3, 2.1.5) and its two numbers in the header. No spatial
 * index: SQLite compiled to WebAssembly has no R-Tree, and an index nobody can keep current is worse than none.
 */
export function createGeoPackageFrame(database: SqlDatabase): void {
  database.run(`PRAGMA application_id = ${GPKG_APPLICATION_ID}`);
  database.run(`PRAGMA user_version = ${GPKG_USER_VERSION}`);
  database.run(`CREATE TABLE gpkg_spatial_ref_sys (
    srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
    organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT)`);
  database.run(`CREATE TABLE gpkg_contents (
    table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
    last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
    min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
    CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))`);
  database.run(`CREATE TABLE gpkg_geometry_columns (
    table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
    z TINYINT NOT NULL, m TINYINT NOT NULL,
    CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name),
    CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
    CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id))`);
  database.runForEach('INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)', SPATIAL_REFERENCE_SYSTEMS);
}

/** Enters a filled table in the list of contents, features with their bounds. `changed` is an ISO date and time. */
export function registerTable(database: SqlDatabase, table: Table, srs: number, changed: string): void {
  const geometry = geometryColumnOf(table);
  const insert = 'INSERT INTO gpkg_contents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)';
  if (geometry === undefined) {
    database.run(insert, [table.name, 'attributes', table.name, table.title, changed, null, null, null, null, null]);
    return;
  }
  database.run(insert, [table.name, 'features', table.name, table.title, changed, ...boundsOf(database, table.name, geometry.name), srs]);
  database.run('INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, 0, 0)', [table.name, geometry.name, geometry.type, srs]);
}

/** Smallest rectangle around all geometries of our own writing; four NULL for an empty table. */
function boundsOf(database: SqlDatabase, table: string, column: string): SqlValue[] {
  let minX = Infinity, minY = Infinity, maxX = -Infinity, maxY = -Infinity;
  database.eachRow(`SELECT ${quoted(column)} FROM ${quoted(table)} WHERE ${quoted(column)} IS NOT NULL`, ([blob]) => {
    const bytes = blob as Uint8Array;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const hasEnvelope = ((bytes[3]! >> 1) & 7) === 1;
    const [left, right, bottom, top] = hasEnvelope ? [8, 16, 24, 32] : [13, 13, 21, 21];
    minX = Math.min(minX, view.getFloat64(left!, true));
    maxX = Math.max(maxX, view.getFloat64(right!, true));
    minY = Math.min(minY, view.getFloat64(bottom!, true));
    maxY = Math.max(maxY, view.getFloat64(top!, true));
  });
  return Number.isFinite(minX) ? [minX, minY, maxX, maxY] : [null, null, null, null];
}

const WGS84 =
  'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],' +
  'PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],' +
  'AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]';

const etrs89Utm = (zone: 32 | 33): string =>
  `PROJCS["ETRS89 / UTM zone ${zone}N",GEOGCS["ETRS89",DATUM["European_Terrestrial_Reference_System_1989",` +
  'SPHEROID["GRS 1980",6378137,298.257222101,AUTHORITY["EPSG","7019"]],AUTHORITY["EPSG","6258"]],' +
  'PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4258"]],' +
  `PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",${zone * 6 - 183}],` +
  'PARAMETER["scale_factor",0.9996],PARAMETER["false_easting",500000],PARAMETER["false_northing",0],' +
  `UNIT["metre",1,AUTHORITY["EPSG","9001"]],AXIS["Easting",EAST],AXIS["Northing",NORTH],AUTHORITY["EPSG","${25800 + zone}"]]`;

const SPATIAL_REFERENCE_SYSTEMS: readonly (readonly SqlValue[])[] = [
  ['Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined cartesian coordinate reference system'],
  ['Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'],
  ['WGS 84 geodetic', 4326, 'EPSG', 4326, WGS84, 'longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid'],
  ['ETRS89 / UTM zone 32N', 25832, 'EPSG', 25832, etrs89Utm(32), 'metres, west and middle of Germany'],
  ['ETRS89 / UTM zone 33N', 25833, 'EPSG', 25833, etrs89Utm(33), 'metres, east of Germany'],
];
