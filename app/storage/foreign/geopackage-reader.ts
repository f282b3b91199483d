import { splitByKind } from '#app/domain/source/split-by-kind.ts';
import type { ImportFile, ReadOptions, SourceLayer, SourceRemark, SourceTable } from '#app/domain/source/source-parts.ts';
import { BUDGET } from '#app/domain/source/source-parts.ts';
import type { Problem } from '#shared/problem.ts';
import type { Result } from '#shared/result.ts';
import { failure, success } from '#shared/result.ts';
import { frameFault } from '../bundle/foreign-frame.ts';
import { readableLayer } from '../bundle/open-foreign.ts';
import { manifestTable } from '../bundle/tables/manifest.ts';
import { readFileHeader, withoutWriteAheadLog } from '../sqlite/file-header.ts';
import type { SchemaEntry } from '../sqlite/schema-check.ts';
import { foreignBodies, integrityFaults, isPlainTable, readSchema } from '../sqlite/schema-check.ts';
import type { SqlDatabase } from '../sqlite/sqlite.ts';
import { loadSqlite } from '../sqlite/sqlite.ts';
import type { ReadBudget } from './geopackage-rows.ts';
import { OverBudget, readLayerRows, readTableRows } from './geopackage-rows.ts';

/** What a GeoPackage holds: layers with geometry, with the tables beside them, or tables alone. */
export type GeoPackageContent =
  | { readonly kind: 'layers'; readonly layers: readonly SourceLayer[]; readonly tables: readonly SourceTable[]; readonly remarks: readonly SourceRemark[] }
  | { readonly kind: 'tables'; readonly tables: readonly SourceTable[]; readonly remarks: readonly SourceRemark[] };

const SQLITE = 'SQLite format 3\0';

/**
 * Reads GeoPackages of others and city bundles as sources of an import: a `SourceReader` in all but name, because storage does not know
 * `app/exchange`. Coordinates stay in the file's own numbers.
 */
export const geoPackageReader = {
  format: 'geopackage',
  recognises: (file: ImportFile): boolean => /\.gpkg$/i.test(file.name) || [...SQLITE].every((letter, index) => file.bytes[index] === letter.charCodeAt(0)),
  read: (file: ImportFile, _beside: readonly ImportFile[], options: ReadOptions): Promise<Result<GeoPackageContent, Problem>> => readGeoPackage(file, options),
};

async function readGeoPackage(file: ImportFile, options: ReadOptions): Promise<Result<GeoPackageContent, Problem>> {
  const header = readFileHeader(file.bytes);
  switch (header.status) {
    case 'empty':
      return failure({ code: 'import.empty', details: { file: file.name } });
    case 'notSqlite':
    case 'wrongLength':
      return damaged(file, header.status === 'notSqlite' ? 'sqliteHeader' : 'sqliteLength', []);
    case 'ok': {
      const sqlite = await loadSqlite();
      try {
        const database = sqlite.openForReading(header.writeAheadLog ? withoutWriteAheadLog(file.bytes) : file.bytes);
        try {
          const read = readDatabase(database, file, header.applicationId, options);
          return read.ok && header.writeAheadLog ? success({ ...read.value, remarks: [...read.value.remarks, { code: 'writeAheadLog', details: { file: `${file.name}-wal` } }] }) : read;
        } finally {
          database.close();
        }
      } catch (cause) {
        if (cause instanceof OverBudget) return failure({ code: 'import.tooBig', details: { file: file.name, what: cause.what, amount: cause.amount, limit: cause.limit } });
        // SQLite speaks up by exception wherever it meets a page it cannot read
        return damaged(file, 'sqlite', ['SQLite'], cause instanceof Error ? cause.message : String(cause));
      }
    }
  }
}

function readDatabase(database: SqlDatabase, file: ImportFile, applicationId: number, options: ReadOptions): Result<GeoPackageContent, Problem> {
  const schema = readSchema(database);
  const isOwn = schema.some(({ name }) => name === manifestTable.name);
  const bodies = isOwn ? foreignBodies(database, schema) : [];
  if (bodies.length > 0) return damaged(file, 'geopackageBodies', bodies);
  const pages = isOwn ? integrityFaults(database) : [];
  if (pages.length > 0) return damaged(file, 'sqlite', ['SQLite'], pages.join('; '));
  const fault = frameFault(database, schema, applicationId);
  switch (fault?.kind) {
    case 'notAGeopackage':
      return failure({ code: 'import.unknownFormat', details: { file: file.name } });
    case 'hostile':
      return damaged(file, 'geopackageFrame', fault.tables);
    case 'damaged':
      return damaged(file, fault.technical === 'missing' ? 'geopackageFrame' : 'sqlite', fault.tables, fault.technical);
    case undefined:
      return readContents(database, file, schema, options);
  }
}

function readContents(database: SqlDatabase, file: ImportFile, schema: readonly SchemaEntry[], options: ReadOptions): Result<GeoPackageContent, Problem> {
  const layers: SourceLayer[] = [];
  const tables: SourceTable[] = [];
  const remarks: SourceRemark[] = [];
  const budget: ReadBudget = { features: BUDGET.features, vertices: BUDGET.vertices, rows: BUDGET.rows, cells: BUDGET.cells };
  const seen = new Set<string>();
  for (const [name, type] of database.rows('SELECT table_name, data_type FROM gpkg_contents ORDER BY table_name LIMIT 10000')) {
    const table = String(name);
    // The standard says every table is listed once; a file may say otherwise to be read a thousand times.
    if (seen.has(table.toLowerCase()) || table === manifestTable.name) continue;
    seen.add(table.toLowerCase());
    try {
      if (type === 'attributes' || type === 'aspatial') {
        const entry = schema.find((candidate) => candidate.name.toLowerCase() === table.toLowerCase());
        const reason = entry === undefined ? 'noTable' : entry.type === 'view' ? 'view' : isPlainTable(database, entry) ? undefined : 'notPlain';
        if (reason !== undefined) remarks.push(skipped(table, reason));
        else tables.push(readTableRows(database, entry!.name, budget));
        continue;
      }
      const source = readableLayer(database, schema, table, String(type));
      if (typeof source === 'string') {
        remarks.push(skipped(table, source));
        continue;
      }
      const read = readLayerRows(database, source, budget, options);
      layers.push(...splitByKind(read.layer));
      remarks.push(...read.remarks);
    } catch (cause) {
      if (cause instanceof OverBudget) throw cause;
      // SQLite throws for pages it cannot follow; the other layers may still be whole.
      remarks.push(skipped(table, 'unreadable'));
    }
  }
  if (layers.length > 0) return success({ kind: 'layers', layers, tables, remarks });
  return tables.length > 0 ? success({ kind: 'tables', tables, remarks }) : failure({ code: 'import.empty', details: { file: file.name } });
}

/** Codes `skippedView`, `skippedTiles`, `skippedNoGeometry`, `skippedNoTable`, `skippedNoGeometryColumn`, `skippedNotPlain`, `skippedUnreadable`. */
const skipped = (table: string, reason: string): SourceRemark => ({ code: `skipped${reason.charAt(0).toUpperCase()}${reason.slice(1)}`, details: { table } });

const damaged = (file: ImportFile, fault: string, tables: readonly string[], technical?: string) =>
  failure<Problem>({ code: 'import.damaged', details: { file: file.name, fault, tables: tables.slice(0, 5).join(', ') }, ...(technical === undefined ? {} : { technical }) });
