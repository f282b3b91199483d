import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { quoted } from './quoted.ts';
import type { SqlDatabase, SqlValue } from './sqlite.ts';

/**
 * SHA-256 of one table: its name, its columns in their order, then every row ascending by the column `key`, each value with a
 * letter for its kind, so that a text "1" and a number 1 differ. The manual (docs/bundle-format.md) gives the same words for others.
 */
export function hashOfTable(database: SqlDatabase, table: string, key: string): string {
  const columns = columnsOf(database, table);
  const pen = hashingPen();
  pen.text(table);
  pen.count(columns.length);
  for (const column of columns) pen.text(column);
  database.eachRow(`SELECT ${columns.map(quoted).join(', ')} FROM ${quoted(table)} ORDER BY ${quoted(key)}`, (row) => {
    for (const value of row) pen.value(value);
  });
  return pen.digest();
}

/** Names of the columns of a table, also of generated ones, in their order. */
export const columnsOf = (database: SqlDatabase, table: string): string[] =>
  database.rows(`SELECT name FROM pragma_table_xinfo(?) ORDER BY cid`, [table]).map(([name]) => String(name));

export type HashingPen = {
  readonly text: (text: string) => void;
  readonly count: (count: number) => void;
  readonly value: (value: SqlValue) => void;
  readonly digest: () => string;
};

/** Collects small pieces before they go to the hash function: one call per value would be ten times slower. */
export function hashingPen(): HashingPen {
  const hash = sha256.create();
  const buffer = new Uint8Array(64 * 1024);
  const view = new DataView(buffer.buffer);
  let used = 0;
  const flush = () => {
    hash.update(buffer.subarray(0, used));
    used = 0;
  };
  const room = (bytes: number) => {
    if (used + bytes > buffer.length) flush();
  };
  const letter = (code: number) => {
    room(1);
    buffer[used++] = code;
  };
  const count = (value: number) => {
    room(4);
    view.setUint32(used, value);
    used += 4;
  };
  const bytes = (data: Uint8Array) => {
    count(data.length);
    if (data.length > buffer.length) {
      flush();
      hash.update(data);
      return;
    }
    room(data.length);
    buffer.set(data, used);
    used += data.length;
  };
  const text = (data: string) => bytes(utf8ToBytes(data));
  return {
    text,
    count,
    value: (value) => {
      if (value === null) letter(0x4e);
      else if (typeof value === 'number') {
        letter(0x46);
        room(8);
        view.setFloat64(used, value);
        used += 8;
      } else if (typeof value === 'string') {
        letter(0x54);
        text(value);
      } else {
        letter(0x42);
        bytes(value);
      }
    },
    digest: () => {
      flush();
      return bytesToHex(hash.digest());
    },
  };
}
