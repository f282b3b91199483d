import type { SqlValue } from '../sqlite/sqlite.ts';
import { z } from '#shared/zod.ts';

/** How one field of a record lies in the file: its SQL type, and the way in and out with the check of both. */
export type Column<Value> = {
  readonly sql: 'TEXT' | 'INTEGER' | 'REAL';
  readonly required: boolean;
  readonly write: (value: Value) => SqlValue;
  /** Throws when the stored value is not what the column promises. */
  readonly read: (value: SqlValue) => Value;
};

/** One column for every field of a record; a field without one does not compile. */
export type ColumnsOf<Row> = { readonly [Field in keyof Row]-?: Column<Row[Field]> };

export const text = <Value extends string = string>(): Column<Value> => checked<Value>('TEXT', z.string() as unknown as z.ZodType<Value>);
export const key = <Value extends string>(): Column<Value> => checked<Value>('TEXT', z.string().min(1) as unknown as z.ZodType<Value>);
export const date = <Value extends string>(): Column<Value> => checked<Value>('TEXT', z.iso.date() as unknown as z.ZodType<Value>);
export const word = <const Value extends string>(words: readonly Value[]): Column<Value> => checked<Value>('TEXT', z.enum(words as readonly [Value, ...Value[]]) as unknown as z.ZodType<Value>);
export const integer = (): Column<number> => checked('INTEGER', z.int());
export const real = (): Column<number> => checked('REAL', z.number());
export const flag = (): Column<boolean> => ({
  sql: 'INTEGER',
  required: true,
  write: (value) => (z.boolean().parse(value) ? 1 : 0),
  read: (value) => z.literal([0, 1]).parse(value) === 1,
});

/** A field that may be undefined; NULL in the file. */
export const optional = <Value>(column: Column<Value>): Column<Value | undefined> => ({
  sql: column.sql,
  required: false,
  write: (value) => (value === undefined ? null : column.write(value)),
  read: (value) => (value === null ? undefined : column.read(value)),
});

/** A nested value as a JSON text. */
export const json = <Value>(schema: z.ZodType): Column<Value> => ({
  sql: 'TEXT',
  required: true,
  write: (value) => JSON.stringify(schema.parse(value)),
  read: (value) => schema.parse(JSON.parse(z.string().parse(value))) as Value,
});

function checked<Value extends string | number>(sql: Column<Value>['sql'], schema: z.ZodType<Value>): Column<Value> {
  return { sql, required: true, write: (value) => schema.parse(value), read: (value) => schema.parse(value) };
}
