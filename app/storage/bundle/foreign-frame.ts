import type { SchemaEntry } from '../sqlite/schema-check.ts';
import { checkWouldRunCode, integrityFaults, isPlainTable } from '../sqlite/schema-check.ts';
import type { SqlDatabase } from '../sqlite/sqlite.ts';
import { GPKG_APPLICATION_ID } from './geopackage-frame.ts';

/** Tables of the standard itself; without them the file cannot say what its other tables are. */
const FRAME_TABLES = ['gpkg_contents', 'gpkg_spatial_ref_sys', 'gpkg_geometry_columns'];
/** "GPKG", and "GP10" and "GP11" of the versions before 1.2. */
const GEOPACKAGE_IDS: readonly number[] = [GPKG_APPLICATION_ID, 0x47503130, 0x47503131];

/** Why a database is no GeoPackage that may be read: none at all, with a view or trap in place of a table of the standard, or broken. */
export type FrameFault =
  | { readonly kind: 'notAGeopackage' }
  | { readonly kind: 'hostile'; readonly tables: readonly string[] }
  | { readonly kind: 'damaged'; readonly tables: readonly string[]; readonly technical: string };

/** What must hold before anything of a GeoPackage made by others is asked for. Undefined when all is well. */
export function frameFault(database: SqlDatabase, schema: readonly SchemaEntry[], applicationId: number): FrameFault | undefined {
  const frame = schema.filter((entry) => FRAME_TABLES.includes(entry.name.toLowerCase()) && entry.type !== 'index');
  if (frame.length === 0 && !GEOPACKAGE_IDS.includes(applicationId)) return { kind: 'notAGeopackage' };
  const disguised = frame.filter((entry) => !isPlainTable(database, entry));
  if (disguised.length > 0) return { kind: 'hostile', tables: disguised.map(({ name }) => name) };
  const has = (table: string) => frame.some((entry) => entry.name.toLowerCase() === table);
  const faults = checkWouldRunCode(database, schema) ? [] : integrityFaults(database);
  if (faults.length > 0) return { kind: 'damaged', tables: ['SQLite'], technical: faults.join('; ') };
  const missing = ['gpkg_contents', 'gpkg_spatial_ref_sys'].filter((table) => !has(table));
  const needsGeometry = missing.length === 0 && database.rows("SELECT 1 FROM gpkg_contents WHERE data_type = 'features' LIMIT 1").length > 0;
  if (needsGeometry && !has('gpkg_geometry_columns')) missing.push('gpkg_geometry_columns');
  return missing.length > 0 ? { kind: 'damaged', tables: missing, technical: 'missing' } : undefined;
}
