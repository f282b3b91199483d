import { beforeAll, describe, expect, it } from 'vitest';
import { openCityBundle } from '#app/storage/bundle/open-city-bundle.ts';
import { CURRENT_SCHEMA_VERSION } from '#app/storage/bundle/migrations/migrations.ts';
import { contentHashOf, hashKeyOf, hashOfBundleTable } from '#app/storage/bundle/manifest-hash.ts';
import { writeCityBundle } from '#app/storage/bundle/write-city-bundle.ts';
import type { SqlDatabase } from '#app/storage/sqlite/sqlite.ts';
import { loadSqlite } from '#app/storage/sqlite/sqlite.ts';
import { aFullCity } from '#test/builders/a-full-city.ts';

const ENDLESS = 'WITH RECURSIVE endless(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM endless)';
let original: Uint8Array;

beforeAll(async () => {
  original = await writeCityBundle(aFullCity());
});

/** A bundle changed by SQL, as an attacker or another program would; `renewed` puts right the hashes afterwards. */
async function changed(change: (database: SqlDatabase) => void, renewed = false): Promise<Uint8Array> {
  const database = (await loadSqlite()).openForChanging(original);
  change(database);
  if (renewed) renewHashes(database);
  const bytes = database.export();
  database.close();
  return bytes;
}

function renewHashes(database: SqlDatabase): void {
  const entries = new Map(database.rows('SELECT key, value FROM qw_manifest').map(([key, value]) => [String(key), String(value)]));
  for (const key of [...entries.keys()].filter((name) => name.startsWith('sha256:'))) {
    const table = key.slice('sha256:'.length);
    const hash = hashOfBundleTable(database, table);
    entries.set(hashKeyOf(table), hash);
    database.run('UPDATE qw_manifest SET value = ? WHERE key = ?', [hash, key]);
  }
  database.run("UPDATE qw_manifest SET value = ? WHERE key = 'content_hash'", [contentHashOf(entries)]);
}

async function problemOf(bytes: Uint8Array): Promise<string> {
  const opened = await openCityBundle(bytes, 'x.gpkg');
  return opened.status === 'refused' ? `${opened.problem.code}: ${opened.problem.details?.['tables'] ?? ''}` : opened.status;
}

describe('a file that wants to run something', () => {
  const cases: readonly (readonly [string, (database: SqlDatabase) => void])[] = [
    ['a view in the place of a table', (db) => { db.run('ALTER TABLE topic RENAME TO topic_old'); db.run('CREATE VIEW topic AS SELECT * FROM topic_old'); }],
    ['an endless view in the place of a table', (db) => { db.run('DROP TABLE topic'); db.run(`CREATE VIEW topic AS ${ENDLESS} SELECT n AS fid, n AS id, n AS name, n AS topic_order FROM endless`); }],
    ['a view nobody asks for', (db) => db.run(`CREATE VIEW harmless AS ${ENDLESS} SELECT max(n) FROM endless`)],
    ['a trigger on a table', (db) => db.run("CREATE TRIGGER t AFTER INSERT ON topic BEGIN DELETE FROM topic; END")],
    ['a trigger with the name of a spatial index on a table of ours is never fired', (db) => db.run('CREATE TRIGGER rtreeX AFTER UPDATE ON area BEGIN DELETE FROM area; END')],
    ['a generated column', (db) => db.run("ALTER TABLE topic ADD COLUMN bomb TEXT GENERATED ALWAYS AS (hex(zeroblob(500000000))) VIRTUAL")],
    ['an index on an expression', (db) => db.run('CREATE INDEX bomb ON topic (hex(zeroblob(10)))')],
    ['an index with a condition', (db) => db.run('CREATE INDEX bomb ON topic (name) WHERE length(name) > 3')],
    ['a virtual table', (db) => db.run('CREATE VIRTUAL TABLE search USING fts3(name)')],
    ['two thousand columns', (db) => db.run(`CREATE TABLE wide (${Array.from({ length: 1999 }, (_, index) => `c${index}`).join(', ')})`)],
  ];
  it.each(cases)('%s is refused', async (_, change) => {
    expect(await problemOf(await changed(change))).toMatch(/^bundle\.hostile: /);
  });

  it('a CHECK that would take for ever is not run', async () => {
    const bytes = await changed((db) => {
      db.run('CREATE TABLE slow (fid INTEGER PRIMARY KEY, x CHECK (length(hex(randomblob(100000000))) > 0))');
      db.run('PRAGMA ignore_check_constraints = 1');
      db.run('INSERT INTO slow (x) VALUES (1), (2), (3)');
    });
    const opened = await openCityBundle(bytes, 'x.gpkg');
    expect(opened.status).toBe('ok');
    expect(opened.status === 'ok' && opened.warnings).toEqual([{ code: 'table.unknown', table: 'slow', detail: '' }]);
  });

  it('the R-tree a GIS adds by itself is not taken for an attack', async () => {
    const bytes = await changed((db) => {
      db.run('CREATE TRIGGER rtree_area_geom_insert AFTER INSERT ON area WHEN (new.geom NOT NULL AND NOT ST_IsEmpty(new.geom)) BEGIN SELECT 1; END');
    });
    expect(await problemOf(bytes)).toBe('ok');
  });
});

describe('a file with a changed payload', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['a changed value', 'UPDATE indicator_value SET value = value + 0.01 WHERE fid = 1', 'indicator_value'],
    ['a suppressed value made zero', "UPDATE indicator_value SET mark = 'zero' WHERE mark = 'suppressed'", 'indicator_value'],
    ['a missing row', 'DELETE FROM institution WHERE fid = 1', 'institution'],
    ['another name of an area', "UPDATE area SET name = 'X' WHERE fid = 2", 'area'],
    ['a missing table', 'DROP TABLE street_edge', 'street_edge'],
    ['another edition in the manifest', "UPDATE qw_manifest SET value = '2099' WHERE key = 'edition'", 'qw_manifest'],
    ['a text where a number belongs', "UPDATE indicator_value SET value = 'viel' WHERE fid = 1", 'indicator_value'],
  ];
  it.each(cases)('%s is refused and the table named', async (_, sql, table) => {
    expect(await problemOf(await changed((db) => db.run(sql)))).toBe(`bundle.damaged: ${table}`);
  });
});

describe('a file whose hashes were made to fit', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['a text where a number belongs', "UPDATE indicator_value SET value = 'viel' WHERE fid = 1", 'indicator_value'],
    ['a number behind a secret', "UPDATE indicator_value SET value = 3 WHERE mark = 'suppressed'", 'indicator_value'],
    ['an unknown mark', "UPDATE indicator_value SET mark = 'geheim' WHERE mark = 'suppressed'", 'indicator_value'],
    ['an endless number', 'UPDATE indicator_value SET value = 9e999 WHERE fid = 1', 'indicator_value'],
    ['a key twice', "INSERT INTO topic (id, name, topic_order) SELECT id, name, 9 FROM topic", 'topic'],
    ['a day that does not exist', "UPDATE indicator_value SET date = '2024-02-30' WHERE fid = 1", 'indicator_value'],
    ['text that is not UTF-8', "UPDATE area SET parent = CAST(x'ff00' AS TEXT) WHERE fid = 1", ''],
    ['a geometry that lies about its length', "UPDATE area SET geom = x'475000010000000001060000ffffffff' WHERE fid = 1", 'area'],
    ['a geometry that is a text', "UPDATE area SET geom = 'POINT(1 1)' WHERE fid = 1", 'area'],
    ['a street edge to nowhere', 'UPDATE street_edge SET end_node = 99999 WHERE fid = 1', 'street_edge'],
    ['fewer people than none', 'UPDATE population_cell SET age_under18 = -1 WHERE fid = 1', 'population_cell'],
    ['a column name that is more than a name', `UPDATE age_group SET column_name = 'age_a", (SELECT 1) "b' WHERE fid = 1`, 'age_group'],
    ['a coordinate system of nowhere', "UPDATE qw_manifest SET value = 'EPSG:4326' WHERE key = 'crs'", 'qw_manifest'],
    ['fewer decimal places than none', 'UPDATE indicator SET decimals = -1 WHERE fid = 1', 'indicator'],
    ['more decimal places than a number has', 'UPDATE indicator SET decimals = 200 WHERE fid = 1', 'indicator'],
    ['a manifest made yesterday, in words', "UPDATE qw_manifest SET value = 'gestern' WHERE key = 'created'", 'qw_manifest'],
    ['people counted on no day', "UPDATE qw_manifest SET value = '2024' WHERE key = 'population_date'", 'qw_manifest'],
    ['languages that are no list', "UPDATE institution SET languages = '{\"a\":1}' WHERE fid = 1", 'institution'],
  ];
  it.each(cases)('%s is still refused, naming the table', async (_, sql, table) => {
    const ending = await problemOf(await changed((db) => db.run(sql), true));
    if (table === '') expect(['ok', 'bundle.damaged: area']).toContain(ending);
    else expect(ending).toBe(`bundle.damaged: ${table}`);
  });

  it('names row and column for the help desk', async () => {
    const opened = await openCityBundle(await changed((db) => db.run("UPDATE topic SET topic_order = 'x' WHERE fid = 1"), true), 'x.gpkg');
    expect(opened.status === 'refused' && opened.problem.technical).toMatch(/^topic, id transfer, column topic_order: /);
    const decimals = await openCityBundle(await changed((db) => db.run("UPDATE indicator SET decimals = -1 WHERE fid = 1"), true), 'x.gpkg');
    expect(decimals.status === 'refused' && decimals.problem.technical).toMatch(/^indicator, id \S+, column decimals: /);
  });
});

describe('a file that is something else', () => {
  it('empty', async () => expect(await problemOf(new Uint8Array())).toBe('bundle.empty: '));
  it('text', async () => expect(await problemOf(new TextEncoder().encode('id;name\n1;Nord'))).toBe('bundle.notABundle: '));
  it('a plain SQLite file', async () => {
    const database = (await loadSqlite()).create();
    database.run('CREATE TABLE a (b)');
    expect(await problemOf(database.export())).toBe('bundle.notABundle: ');
  });
  it('cut off', async () => expect(await problemOf(original.slice(0, original.length / 2))).toBe('bundle.damaged: SQLite-Header'));
  it('with something behind its end', async () => {
    const longer = new Uint8Array(original.length + 4096);
    longer.set(original);
    expect(await problemOf(longer)).toBe('bundle.damaged: SQLite-Header');
  });
  it('of a future version', async () => {
    const bytes = await changed((db) => db.run("UPDATE qw_manifest SET value = '7' WHERE key = 'schema_version'"), true);
    const opened = await openCityBundle(bytes, 'x.gpkg');
    expect(opened.status === 'refused' && opened.problem).toEqual({ code: 'bundle.tooNew', details: { file: 'x.gpkg', version: 7, known: CURRENT_SCHEMA_VERSION }, technical: undefined });
  });
  it('with another application id', async () => {
    expect(await problemOf(await changed((db) => db.run('PRAGMA application_id = 1')))).toBe('bundle.damaged: application_id');
  });
  it('left open by its writer (write-ahead log): read, and said so', async () => {
    const bytes = original.slice();
    bytes[18] = 2;
    bytes[19] = 2;
    const opened = await openCityBundle(bytes, 'x.gpkg');
    expect(opened.status === 'ok' && opened.warnings).toEqual([{ code: 'file.writeAheadLog', table: '', detail: 'x.gpkg-wal' }]);
  });
  it('larger than memory allows', async () => {
    const huge = { length: 600 * 1024 * 1024 } as unknown as Uint8Array;
    const opened = await openCityBundle(huge, 'x.gpkg');
    expect(opened.status === 'refused' && opened.problem).toMatchObject({ code: 'bundle.tooBig', details: { size: 600, limit: 512 } });
  });
});
