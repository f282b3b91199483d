import type { z } from 'zod';
import { quoted } from '../sqlite/quoted.ts';
import type { SqlDatabase, SqlValue } from '../sqlite/sqlite.ts';
import type { Column, ColumnType } from './column.ts';
import { isGeometry } from './column.ts';
import { GeometryFault } from './geometry/geometry-fault.ts';
import { RowFault } from './row-fault.ts';

/** A table of the bundle: one declaration from which the SQL, the row checks and the manual's test are made. */
export type Table<Columns extends Readonly<Record<string, Column>> = Readonly<Record<string, Column>>> = {
  readonly name: string;
  /** As registered in gpkg_contents, for people who open the file in a GIS. */
  readonly title: string;
  /** Columns that tell one row from another; no two rows may agree in all of them. Empty when only the place tells. */
  readonly key: readonly string[];
  readonly columns: Columns;
};

export type RowOf<Of extends Table> = { readonly [Name in keyof Of['columns']]: z.output<Of['columns'][Name]['schema']> };

/** Every table starts with this column: 1, 2, 3 … in the order of the city's lists. */
export const FID = 'fid';

export const defineTable = <const Columns extends Readonly<Record<string, Column>>>(
  table: Table<Columns> & { readonly key: readonly (keyof Columns & string)[] },
): Table<Columns> => table;

/** Name and type of the geometry column, undefined for tables that are attributes only. */
export function geometryColumnOf(table: Table): { readonly name: string; readonly type: ColumnType } | undefined {
  const found = Object.entries(table.columns).find(([, column]) => isGeometry(column.type));
  return found === undefined ? undefined : { name: found[0], type: found[1].type };
}

export function createTable(database: SqlDatabase, table: Table): void {
  const columns = Object.entries(table.columns).map(([name, column]) => `${quoted(name)} ${column.type}${column.required ? ' NOT NULL' : ''}`);
  database.run(`CREATE TABLE ${quoted(table.name)} (${[`${FID} INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL`, ...columns].join(', ')})`);
}

/** Checks and writes rows; throws RowFault at the first that does not fit. */
export function insertRows<Of extends Table>(database: SqlDatabase, table: Of, rows: readonly RowOf<Of>[]): void {
  const names = Object.keys(table.columns);
  const check = checkerOf(table);
  const sql = `INSERT INTO ${quoted(table.name)} (${names.map(quoted).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
  const valuesOf = function* () {
    for (const row of rows) {
      const values = names.map((name) => withoutNegativeZero((row as Record<string, SqlValue>)[name] as SqlValue));
      check(values);
      yield values;
    }
  };
  database.runForEach(sql, valuesOf());
}

/** Reads, checks and maps every row in the order of `fid`. Throws RowFault. */
export function readRows<Of extends Table, Item>(database: SqlDatabase, table: Of, map: (row: RowOf<Of>) => Item): Item[] {
  const names = Object.keys(table.columns);
  const check = checkerOf(table);
  const items: Item[] = [];
  database.eachRow(`SELECT ${names.map(quoted).join(', ')} FROM ${quoted(table.name)} ORDER BY ${FID}`, (values) => {
    check(values);
    const row = Object.fromEntries(names.map((name, index) => [name, values[index]])) as RowOf<Of>;
    try {
      items.push(map(row));
    } catch (cause) {
      if (!(cause instanceof GeometryFault)) throw cause;
      throw new RowFault(table.name, nameOfRow(table, values), geometryColumnOf(table)?.name ?? FID, cause.message);
    }
  });
  return items;
}

/** A function that checks one row's values: every column by its schema, and that no earlier row has the same key. */
function checkerOf(table: Table): (values: readonly SqlValue[]) => void {
  const columns = Object.entries(table.columns);
  const keyPlaces = table.key.map((name) => columns.findIndex(([column]) => column === name));
  const seen = new Set<string>();
  return (values) => {
    columns.forEach(([name, column], index) => {
      const checked = column.schema.safeParse(values[index]);
      if (!checked.success) throw new RowFault(table.name, nameOfRow(table, values), name, checked.error.issues.map((issue) => issue.message).join('; '));
    });
    if (keyPlaces.length === 0) return;
    const key = keyPlaces.map((place) => values[place]).join('\u0000');
    if (seen.has(key)) throw new RowFault(table.name, nameOfRow(table, values), table.key.join(' + '), 'the same key twice');
    seen.add(key);
  };
}

function nameOfRow(table: Table, values: readonly SqlValue[]): string {
  const names = Object.keys(table.columns);
  return table.key.map((name) => `${name} ${String(values[names.indexOf(name)])}`).join(', ') || 'row without key';
}

/** SQLite stores whole reals as integers and would lose the sign; without it the same city always gives the same bytes. */
const withoutNegativeZero = (value: SqlValue): SqlValue => (Object.is(value, -0) ? 0 : value);
