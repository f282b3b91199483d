import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Migration } from '#app/storage/bundle/migrations/migrations.ts';
import { CURRENT_SCHEMA_VERSION, FIRST_SCHEMA_VERSION, MIGRATIONS } from '#app/storage/bundle/migrations/migrations.ts';
import { openCityBundle } from '#app/storage/bundle/open-city-bundle.ts';
import { contentHashOf, hashKeyOf, hashOfBundleTable } from '#app/storage/bundle/manifest-hash.ts';
import { writeCityBundle } from '#app/storage/bundle/write-city-bundle.ts';
import { loadSqlite } from '#app/storage/sqlite/sqlite.ts';
import { aFullCity } from '#test/builders/a-full-city.ts';

const VERSIONS = Array.from({ length: CURRENT_SCHEMA_VERSION - FIRST_SCHEMA_VERSION + 1 }, (_, index) => FIRST_SCHEMA_VERSION + index);
const fixture = (version: number) => fileURLToPath(new URL(`../fixtures/bundle-v${version}.gpkg`, import.meta.url));

describe('the formats given out so far', () => {
  it('are numbered without a gap', () => {
    expect(MIGRATIONS.map((migration) => migration.from)).toEqual(VERSIONS.slice(0, -1));
  });

  it.each(VERSIONS)('version %i has a fixture that opens, so every migration runs here', async (version) => {
    expect(existsSync(fixture(version))).toBe(true);
    const opened = await openCityBundle(new Uint8Array(readFileSync(fixture(version))), 'fixture.gpkg');
    expect(opened.status).toBe(version === CURRENT_SCHEMA_VERSION ? 'ok' : 'migrated');
  });

  it('version 2 still says what it said when it was written', async () => {
    const opened = await openCityBundle(new Uint8Array(readFileSync(fixture(2))), 'fixture.gpkg');
    if (opened.status !== 'ok' && opened.status !== 'migrated') throw new Error(opened.status);
    const { city } = opened;
    expect(city.institutions.map(({ placement }) => placement)).toEqual(['byHand', 'none']);
    expect([city.streets!.steps, city.streets!.cycleOneway].map((flags) => [...flags])).toEqual([[0, 1, 0], [0, 0, 1]]);
    expect(city.addresses).toMatchObject({ street: ['Große Straße', 'Große Straße'], houseNumber: ['1', '12 a'], postcode: ['01234', ''] });
    expect([...city.addresses!.x]).toEqual([500500, 500600.25]);
    expect(city.importRecord).toEqual({ recipe: '{"recipe":"quartierwerk-import","version":1}', report: '{"version":1}' });
  });

  it('version 1 knew given places only, no addresses, no stairs, and no import', async () => {
    const opened = await openCityBundle(new Uint8Array(readFileSync(fixture(1))), 'fixture.gpkg');
    if (opened.status !== 'migrated') throw new Error(opened.status);
    expect(opened.city.institutions.map(({ placement }) => placement)).toEqual(['given', 'none']);
    expect([opened.city.streets!.steps, opened.city.streets!.cycleOneway].map((flags) => [...flags])).toEqual([[0, 0, 0], [0, 0, 0]]);
    expect([opened.city.addresses, opened.city.importRecord]).toEqual([undefined, undefined]);
    expect(opened.city.manifest.schemaVersion).toBe(CURRENT_SCHEMA_VERSION);
  });

  it('version 1 still says what it said when it was written', async () => {
    const opened = await openCityBundle(new Uint8Array(readFileSync(fixture(1))), 'fixture.gpkg');
    if (opened.status !== 'ok' && opened.status !== 'migrated') throw new Error(opened.status);
    const { city } = opened;
    expect(city.areas.map((area) => area.id)).toEqual(['city', 'q1', 'q2', 'q3', 'q4', 'q5', '05315000']);
    expect(city.areas.at(-1)?.shape.map((polygon) => polygon.length)).toEqual([2, 1]);
    expect(city.values.filter((value) => value.indicator === 'sgb2_share').map((value) => value.cell)).toEqual([
      { mark: 'value', value: 12.34, numerator: 123.4, denominator: 1000 },
      { mark: 'zero', denominator: 1001 },
      { mark: 'suppressed' },
      { mark: 'uncertain', value: 5.5 },
      { mark: 'notApplicable' },
      { mark: 'notAvailable' },
    ]);
    expect(city.institutions[0]).toMatchObject({ id: 'kita-1', capacity: 80, languages: ['de', 'tr', 'uk'], public: false, targetGroups: ['families'] });
    expect(city.population?.counts.map((counts) => counts[3])).toEqual([3, 7.5, 3]);
    expect([...city.streets!.end]).toEqual([1, 2, 0]);
  });
});

/** A past that never was: the version before the present one called the name of a topic `label`. */
const BEFORE = CURRENT_SCHEMA_VERSION - 1;
const fromBefore: Migration = { from: BEFORE, name: 'topic-name', run: (database) => database.run('ALTER TABLE topic RENAME COLUMN label TO name') };

async function versionBefore(): Promise<Uint8Array> {
  const database = (await loadSqlite()).openForChanging(await writeCityBundle(aFullCity()));
  database.run('ALTER TABLE topic RENAME COLUMN name TO label');
  database.run(`UPDATE qw_manifest SET value = '${BEFORE}' WHERE key = 'schema_version'`);
  database.run('UPDATE qw_manifest SET value = ? WHERE key = ?', [hashOfBundleTable(database, 'topic'), hashKeyOf('topic')]);
  const entries = new Map(database.rows('SELECT key, value FROM qw_manifest').map(([key, value]) => [String(key), String(value)]));
  database.run("UPDATE qw_manifest SET value = ? WHERE key = 'content_hash'", [contentHashOf(entries)]);
  const bytes = database.export();
  database.close();
  return bytes;
}

async function hashIn(bytes: Uint8Array): Promise<unknown> {
  const database = (await loadSqlite()).openForReading(bytes);
  const [row] = database.rows("SELECT value FROM qw_manifest WHERE key = 'content_hash'");
  database.close();
  return row![0];
}

describe('a bundle of an older format', () => {
  it('is brought to the present one in memory; the file stays as it is', async () => {
    const bytes = await versionBefore();
    const before = bytes.slice();
    const opened = await openCityBundle(bytes, 'old.gpkg', { firstVersion: BEFORE, migrations: [fromBefore] });
    const present = await openCityBundle(await writeCityBundle(aFullCity()), 'new.gpkg');
    expect(opened).toMatchObject({ status: 'migrated', fromVersion: BEFORE });
    if (opened.status !== 'migrated' || present.status !== 'ok') throw new Error(present.status);
    // projects know the edition by the hash that is in the file
    expect(opened.city.manifest.contentHash).toBe(await hashIn(bytes));
    expect({ ...opened.city, manifest: { ...opened.city.manifest, contentHash: present.city.manifest.contentHash } }).toEqual(present.city);
    expect(bytes).toEqual(before);
  });

  it('is refused as damaged when it was changed, before anything is migrated', async () => {
    const database = (await loadSqlite()).openForChanging(await versionBefore());
    database.run("UPDATE topic SET label = 'anders'");
    const ran: number[] = [];
    const spy: Migration = { ...fromBefore, run: () => void ran.push(1) };
    const opened = await openCityBundle(database.export(), 'old.gpkg', { firstVersion: BEFORE, migrations: [spy] });
    expect(opened).toMatchObject({ status: 'refused', problem: { code: 'bundle.damaged', details: { tables: 'topic' } } });
    expect(ran).toEqual([]);
  });

  it('is refused with the step when a step fails half way', async () => {
    const broken: Migration = { ...fromBefore, run: (database) => { database.run('DELETE FROM area'); database.run('SELECT gone FROM nowhere'); } };
    const bytes = await versionBefore();
    const opened = await openCityBundle(bytes, 'old.gpkg', { firstVersion: BEFORE, migrations: [broken] });
    expect(opened).toMatchObject({ status: 'refused', problem: { code: 'bundle.damaged', technical: expect.stringContaining('nowhere') as string } });
    expect((await openCityBundle(bytes, 'old.gpkg', { firstVersion: BEFORE, migrations: [fromBefore] })).status).toBe('migrated');
  });

  it('is refused as too new by a program that does not know its format', async () => {
    const opened = await openCityBundle(await writeCityBundle(aFullCity()), 'new.gpkg', { firstVersion: BEFORE, migrations: [] });
    expect(opened).toMatchObject({ status: 'refused', problem: { code: 'bundle.tooNew', details: { version: CURRENT_SCHEMA_VERSION, known: BEFORE } } });
  });

  it('is not migrated by steps that do not follow one another', async () => {
    const opened = await openCityBundle(await versionBefore(), 'old.gpkg', { firstVersion: BEFORE, migrations: [{ ...fromBefore, from: 3 }] });
    expect(opened.status).toBe('refused');
  });
});
