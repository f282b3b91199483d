import type { SqlDatabase } from './sqlite.ts';

/** Everything the schema of a file holds, as text; nothing of it has been run. */
export type SchemaEntry = { readonly type: string; readonly name: string; readonly table: string; readonly sql: string };

/** Real files have some dozens; thousands are an attack on whoever lists them. */
const MOST_ENTRIES = 5000;
/** The standard allows 2,000 columns; our tables and those of offices have far fewer. */
export const MOST_COLUMNS = 500;

export function readSchema(database: SqlDatabase): readonly SchemaEntry[] {
  return database
    .rows(`SELECT type, name, tbl_name, sql FROM sqlite_schema LIMIT ${MOST_ENTRIES + 1}`)
    .map(([type, name, table, sql]) => ({ type: String(type), name: String(name), table: String(table), sql: sql === null ? '' : String(sql) }));
}

/**
 * Names of what does not belong in a file of ours: views, triggers and virtual tables run code of the file or hide another table
 * behind a known name; generated columns, indexes on expressions and CHECK constraints do the same inside a table. SQLite's own
 * integrity check calls such files sound, and would run parts of them, so this comes first.
 */
export function foreignBodies(database: SqlDatabase, schema: readonly SchemaEntry[]): string[] {
  if (schema.length > MOST_ENTRIES) return ['sqlite_schema'];
  return schema
    .filter((entry) => !isPlainTable(database, entry) && !isPlainIndex(database, entry) && !isAddedByGis(entry))
    .map((entry) => `${entry.type} ${entry.name}`);
}

/** Whether SQLite's own check of the pages would run something of the file: generated columns, indexes on expressions. */
export const checkWouldRunCode = (database: SqlDatabase, schema: readonly SchemaEntry[]): boolean =>
  schema.some((entry) => (entry.type === 'table' && !isVirtual(entry) && !isPlainTable(database, entry)) || (entry.type === 'index' && !isPlainIndex(database, entry)));

/**
 * What GIS programs add to every GeoPackage they write: the R-tree of the standard with its triggers (extension gpkg_rtree_index),
 * the row counter of GDAL, and the rules of the tile table. None of it is read, and no trigger can fire because nothing is written.
 */
function isAddedByGis(entry: SchemaEntry): boolean {
  if (isVirtual(entry)) return entry.name.startsWith('rtree_') && /\busing\s+"?rtree"?\s*\(/i.test(entry.sql);
  if (entry.type !== 'trigger') return false;
  return entry.name.startsWith(`rtree_${entry.table}_`) || entry.table === 'gpkg_tile_matrix' || FEATURE_COUNTER.test(entry.sql);
}
const FEATURE_COUNTER =
  /^CREATE TRIGGER "trigger_(insert|delete)_feature_count_[^"]*" AFTER (INSERT|DELETE) ON "[^"]*" BEGIN UPDATE gpkg_ogr_contents SET feature_count = feature_count [+-] 1 WHERE lower\(table_name\) = lower\('[^']*'\); END$/;

const isVirtual = (entry: SchemaEntry): boolean => /^\s*create\s+virtual\b/i.test(entry.sql);

/** A stored table whose columns all hold what was put into them. */
export function isPlainTable(database: SqlDatabase, entry: SchemaEntry): boolean {
  if (entry.type !== 'table' || isVirtual(entry)) return false;
  const columns = database.rows('SELECT hidden FROM pragma_table_xinfo(?)', [entry.name]);
  return columns.length <= MOST_COLUMNS && columns.every(([hidden]) => hidden === 0);
}

/** An index over stored columns only, without a condition. */
function isPlainIndex(database: SqlDatabase, entry: SchemaEntry): boolean {
  if (entry.type !== 'index') return false;
  // An automatic index belongs to a PRIMARY KEY or UNIQUE of its table.
  if (entry.sql === '') return true;
  const partial = database.rows('SELECT partial FROM pragma_index_list(?) WHERE name = ?', [entry.table, entry.name])[0]?.[0];
  const expressions = database.rows('SELECT 1 FROM pragma_index_xinfo(?) WHERE cid = -2', [entry.name]);
  return partial === 0 && expressions.length === 0;
}

/** What SQLite's own check says about the pages: empty when sound. */
export function integrityFaults(database: SqlDatabase): string[] {
  return database
    .rows('PRAGMA integrity_check(20)')
    .map(([line]) => String(line))
    .filter((line) => line !== 'ok');
}
