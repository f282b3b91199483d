import initSqlJs from 'sql.js';
import type { Database, SqlJsStatic } from 'sql.js';

/** A value as SQLite stores it. Integers and reals are both JavaScript numbers. */
export type SqlValue = number | string | Uint8Array | null;
export type SqlRow = readonly SqlValue[];

/** What the rest of the house knows of SQLite. This file alone knows sql.js. */
export type SqlDatabase = {
  /** One statement without an answer. */
  readonly run: (sql: string, values?: SqlRow) => void;
  /** All rows of one query. */
  readonly rows: (sql: string, values?: SqlRow) => readonly SqlRow[];
  /** The rows of one query, one after the other, without keeping them. */
  readonly eachRow: (sql: string, visit: (row: SqlRow) => void) => void;
  /** Runs one statement for every row; prepares it once. */
  readonly runForEach: (sql: string, rows: Iterable<SqlRow>) => void;
  /** The whole file. Throws inside an open transaction. */
  readonly export: () => Uint8Array;
  readonly close: () => void;
};

export type Sqlite = {
  /** A new empty database. */
  readonly create: () => SqlDatabase;
  /** Opens untrusted bytes for reading only. The bytes are copied. Throws when SQLite cannot open them. */
  readonly openForReading: (bytes: Uint8Array) => SqlDatabase;
  /** Opens a copy of bytes that have passed all checks, to change it. */
  readonly openForChanging: (bytes: Uint8Array) => SqlDatabase;
};

/** Bytes SQLite itself may take (page cache, sorting); the file lies outside of this. */
const HEAP_LIMIT = 256 * 1024 * 1024;

let loading: Promise<Sqlite> | undefined;

/**
 * Loads SQLite once per process or worker; later calls get the same one. Node reads the WebAssembly file from the package;
 * a web worker cannot and gives the bytes with its first call.
 */
export function loadSqlite(wasm?: ArrayBuffer): Promise<Sqlite> {
  loading ??= initSqlJs(wasm === undefined ? {} : { wasmBinary: wasm }).then(sqliteOver);
  return loading;
}

function sqliteOver(library: SqlJsStatic): Sqlite {
  return {
    create: () => prepared(new library.Database(), false),
    openForReading: (bytes) => prepared(new library.Database(bytes), true),
    openForChanging: (bytes) => prepared(new library.Database(bytes), false),
  };
}

function prepared(database: Database, readOnly: boolean): SqlDatabase {
  const sql = wrap(database);
  try {
    // Opening reads nothing yet; these must come before the first look at the schema.
    sql.run('PRAGMA trusted_schema = 0');
    sql.run('PRAGMA cell_size_check = 1');
    // CHECK constraints are code of the file; integrity_check would run them.
    sql.run('PRAGMA ignore_check_constraints = 1');
    sql.run(`PRAGMA hard_heap_limit = ${HEAP_LIMIT}`);
    if (readOnly) sql.run('PRAGMA query_only = 1');
    return sql;
  } catch (cause) {
    sql.close();
    throw cause;
  }
}

function wrap(database: Database): SqlDatabase {
  const eachRow = (sql: string, visit: (row: SqlRow) => void, values?: SqlRow) => {
    const statement = database.prepare(sql);
    try {
      if (values !== undefined) statement.bind([...values]);
      while (statement.step()) visit(statement.get());
    } finally {
      statement.free();
    }
  };
  return {
    run: (sql, values) => void database.run(sql, values === undefined ? undefined : [...values]),
    rows: (sql, values) => {
      const rows: SqlRow[] = [];
      eachRow(sql, (row) => rows.push(row), values);
      return rows;
    },
    eachRow,
    runForEach: (sql, rows) => {
      const statement = database.prepare(sql);
      try {
        for (const row of rows) statement.run(row as SqlValue[]);
      } finally {
        statement.free();
      }
    },
    export: () => database.export(),
    close: () => database.close(),
  };
}
