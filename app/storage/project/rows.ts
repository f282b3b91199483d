import { quoted } from '../sqlite/quoted.ts';
import type { SqlDatabase, SqlRow, SqlValue } from '../sqlite/sqlite.ts';
import { hashOfTable } from '../sqlite/table-hash.ts';
import { columnNames, type Table } from './tables.ts';

/** A row that is not what its table promises. Opening turns it into a problem that names the table. */
export class ProjectRowFault extends Error {
  readonly table: string;
  constructor(table: string, key: string, reason: string) {
    super(`${table} ${key}: ${reason}`);
    this.table = table;
  }
}

type Row = Readonly<Record<string, unknown>>;

/** Checks and writes records of a table, in their order. */
export function writeRows(database: SqlDatabase, table: Table, records: readonly Row[]): void {
  const names = columnNames(table);
  const sql = `INSERT INTO ${quoted(table.name)} (${names.map(quoted).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
  database.runForEach(
    sql,
    records.map((record, index) => [...(table.list === undefined ? [] : [index]), ...valuesOf(table, record)]),
  );
}

/** Reads and checks every record of a table, in its order. Throws ProjectRowFault. */
export function readRows(database: SqlDatabase, table: Table): readonly Row[] {
  const positioned = table.list === undefined ? 0 : 1;
  return storedRows(database, table).map((values, index) => {
    if (positioned === 1 && values[0] !== index) throw new ProjectRowFault(table.name, String(values[1]), `position ${String(values[0])} instead of ${index}`);
    return recordOf(table, values.slice(positioned));
  });
}

/** Number of rows and hash of a table. It knows nothing of the present columns, so files of every version can be checked. */
export function sealOf(database: SqlDatabase, table: string): { readonly rows: number; readonly sha256: string } {
  const rows = Number(database.rows(`SELECT count(*) FROM ${quoted(table)}`)[0]?.[0]);
  return { rows, sha256: hashOfTable(database, table, 'id') };
}

function storedRows(database: SqlDatabase, table: Table): readonly SqlRow[] {
  const order = table.list === undefined ? 'id' : 'position, id';
  return database.rows(`SELECT ${columnNames(table).map(quoted).join(', ')} FROM ${quoted(table.name)} ORDER BY ${order}`);
}

function valuesOf(table: Table, record: Row): readonly SqlValue[] {
  return Object.entries(table.columns).map(([field, column]) => guarded(table, String(record['id']), field, () => column.write(record[field] as never)));
}

function recordOf(table: Table, values: SqlRow): Row {
  const id = String(values[0]);
  return Object.fromEntries(Object.entries(table.columns).map(([field, column], index) => [field, guarded(table, id, field, () => column.read(values[index] ?? null))]));
}

function guarded<Value>(table: Table, id: string, field: string, convert: () => Value): Value {
  try {
    return convert();
  } catch (cause) {
    throw new ProjectRowFault(table.name, id, `${field}: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}
