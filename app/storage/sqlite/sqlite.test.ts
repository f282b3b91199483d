import { describe, expect, it } from 'vitest';
import { loadSqlite } from './sqlite.ts';

const pragma = (name: string) => `SELECT * FROM pragma_${name}`;

describe('SQLite as the house uses it', () => {
  it('is loaded once', async () => {
    expect(loadSqlite()).toBe(loadSqlite(new ArrayBuffer(0)));
    await loadSqlite();
  });

  it('does not trust the file, and stays that way after an export', async () => {
    const sqlite = await loadSqlite();
    const database = sqlite.create();
    database.run('CREATE TABLE a (b)');
    for (let round = 0; round < 2; round++) {
      expect(database.rows(pragma('trusted_schema'))).toEqual([[0]]);
      expect(database.rows(pragma('cell_size_check'))).toEqual([[1]]);
      expect(database.rows(pragma('ignore_check_constraints'))).toEqual([[1]]);
      expect(database.rows('PRAGMA hard_heap_limit')).toEqual([[256 * 1024 * 1024]]);
      database.export();
    }
    expect(() => {
      database.run('BEGIN');
      database.run('INSERT INTO a VALUES (1)');
      database.export();
    }).toThrow();
    database.close();
  });

  it('cannot change what it reads, nor the bytes it was given', async () => {
    const sqlite = await loadSqlite();
    const writer = sqlite.create();
    writer.run('CREATE TABLE a (b)');
    const bytes = writer.export();
    const before = bytes.slice();
    const reader = sqlite.openForReading(bytes);
    expect(() => reader.run('INSERT INTO a VALUES (1)')).toThrow('readonly');
    reader.close();
    expect(bytes).toEqual(before);
  });

  it('ends a statement that wants too much memory, and goes on working', async () => {
    const database = (await loadSqlite()).create();
    expect(() => database.rows('SELECT hex(zeroblob(400000000))')).toThrow();
    expect(database.rows('SELECT 1 + 1')).toEqual([[2]]);
    database.close();
  });

  it('has no R-Tree: the day it has one, bundles may get a spatial index', async () => {
    const database = (await loadSqlite()).create();
    expect(() => database.run('CREATE VIRTUAL TABLE r USING rtree(id, a, b)')).toThrow('no such module: rtree');
    database.close();
  });

  it('gives back every kind of value as it was', async () => {
    const database = (await loadSqlite()).create();
    database.run('CREATE TABLE kinds (n, i, r, t, b)');
    database.runForEach('INSERT INTO kinds VALUES (?, ?, ?, ?, ?)', [[null, 2 ** 40, 0.1, 'Straße „ß“ 🏠', new Uint8Array([0, 255])]]);
    expect(database.rows('SELECT * FROM kinds')).toEqual([[null, 2 ** 40, 0.1, 'Straße „ß“ 🏠', new Uint8Array([0, 255])]]);
    expect(database.rows('SELECT t FROM kinds WHERE i = ?', [2 ** 40])).toEqual([['Straße „ß“ 🏠']]);
    database.close();
  });
});
