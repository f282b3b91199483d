import { readFileSync } from 'node:fs';
import { expect, describe, test } from 'vitest';
import { aFullProject, anEmptyProject } from '#test/builders/a-project.ts';
import { measured } from '#test/measured.ts';
import { loadSqlite, type SqlDatabase } from '../sqlite/sqlite.ts';
import { migrate, MIGRATIONS } from './migrations/migrations.ts';
import { openProjectFile } from './open-project-file.ts';
import { canonical, serialiseProject, serialiseVerified } from './serialise-project.ts';
import { ALL_TABLES, columnNames } from './tables.ts';
import type { Project } from '#app/project/project.ts';

const fixtureOf = (version: number) => new URL(`../../../test/fixtures/project-v${version}.qwplan`, import.meta.url);

/** The file with something done to it that no program of ours would do. */
async function spoilt(change: (database: SqlDatabase) => void, project: Project = aFullProject()): Promise<Uint8Array> {
  const sqlite = await loadSqlite();
  const database = sqlite.openForChanging(await serialiseProject(project));
  change(database);
  const bytes = database.export();
  database.close();
  return bytes;
}

describe('saving and opening', () => {
  test.each([['full', aFullProject()], ['empty', anEmptyProject()]])('a %s project comes back as it was', async (_, project) => {
    const opened = await openProjectFile(await serialiseProject(project));
    expect(opened).toEqual({ status: 'ok', project });
  });
  test('the same project gives the same bytes, whatever the order its fields were set in', async () => {
    const turned = Object.fromEntries(Object.entries(aFullProject()).reverse()) as Project;
    expect(Buffer.from(await serialiseProject(turned)).equals(Buffer.from(await serialiseProject(aFullProject())))).toBe(true);
  });
  test('verified bytes open again to the same project', async () => {
    const bytes = await serialiseVerified(aFullProject());
    expect(bytes.ok && (await openProjectFile(bytes.value)).status).toBe('ok');
  });
  test('pasted characters that SQLite cannot keep never stop a save', async () => {
    const bytes = await serialiseVerified({ ...aFullProject(), title: 'a\0b\uD800c\u{1F600}' });
    expect(bytes.ok && (await openProjectFile(bytes.value))).toMatchObject({ status: 'ok', project: { title: 'ab\uFFFDc\u{1F600}' } });
  });
  test('a project that breaks its own types is not saved and says so', async () => {
    const nan = { ...aFullProject(), profiles: [{ ...aFullProject().profiles[0]!, minimumPopulation: NaN }] };
    expect(await serialiseVerified(nan)).toMatchObject({ ok: false, failure: { code: 'save.verificationFailed' } });
    const dangling = { ...aFullProject(), coverageRuns: [] };
    expect(await serialiseVerified(dangling)).toMatchObject({ ok: false });
  });
  test('opening changes no byte', async () => {
    const bytes = await serialiseProject(aFullProject());
    const before = bytes.slice();
    await openProjectFile(bytes);
    expect(bytes).toEqual(before);
  });
});

describe('what is refused', () => {
  test.each<[string, string, () => Promise<Uint8Array>]>([
    ['nothing', 'project.notAProject', () => Promise.resolve(new Uint8Array())],
    ['a text file', 'project.notAProject', () => Promise.resolve(new TextEncoder().encode('kein Projekt'))],
    ['another SQLite file', 'project.notAProject', () => spoilt((database) => database.run('PRAGMA application_id = 1196444487'))],
    ['a newer format', 'project.tooNew', () => spoilt((database) => database.run('PRAGMA user_version = 99'))],
    ['no version', 'project.damaged', () => spoilt((database) => database.run('PRAGMA user_version = 0'))],
    ['half a file', 'project.damaged', async () => (await serialiseProject(aFullProject())).slice(0, 8192 + 100)],
    ['a view', 'project.damaged', () => spoilt((database) => database.run('CREATE VIEW v AS SELECT 1'))],
    ['a trigger', 'project.damaged', () => spoilt((database) => database.run('CREATE TRIGGER t AFTER INSERT ON paper BEGIN DELETE FROM paper; END'))],
    ['a table behind a view that never ends', 'project.damaged', () =>
      spoilt((database) => {
        database.run('DROP TABLE paper');
        database.run('CREATE VIEW paper AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x AS position, x AS id FROM n');
      })],
    ['another column', 'project.damaged', () => spoilt((database) => database.run('ALTER TABLE paper ADD COLUMN secret TEXT'))],
    ['a changed text', 'project.damaged', () => spoilt((database) => database.run("UPDATE recommendation SET title = 'anders'"))],
    ['a missing row', 'project.damaged', () => spoilt((database) => database.run('DELETE FROM measure'))],
    ['a missing hash', 'project.damaged', () => spoilt((database) => database.run("DELETE FROM table_hash WHERE table_name = 'paper'"))],
    ['a reference to nowhere', 'project.damaged', () => spoilt((database) => database.run("UPDATE recommendation SET coverage_run = 'run-9' WHERE id = 'rec-1'"))],
  ])('%s: %s', async (_, code, make) => {
    const opened = await openProjectFile(await make(), 'Plan.qwplan');
    expect(opened).toMatchObject({ status: 'refused', problem: { code, details: { file: 'Plan.qwplan' } } });
  });

  test('2,000 damaged files: none crashes, none is accepted with other content', async () => {
    const whole = await serialiseProject(aFullProject());
    const meant = canonical(aFullProject());
    let seed = 1;
    const next = (limit: number) => (seed = (seed * 48271) % 2147483647) % limit;
    const counts = { refused: 0, same: 0, other: 0 };
    for (let run = 0; run < 2000; run += 1) {
      const bytes = mutated(whole, run % 4, next);
      const opened = await openProjectFile(bytes);
      if (opened.status === 'refused') counts.refused += 1;
      else if (canonical(opened.project) === meant) counts.same += 1;
      else counts.other += 1;
    }
    measured(`2,000 damaged project files: ${counts.refused} refused, ${counts.same} opened with every value as written, ${counts.other} opened with other values`);
    expect(counts.other).toBe(0);
  });
});

function mutated(whole: Uint8Array, kind: number, next: (limit: number) => number): Uint8Array {
  const bytes = whole.slice();
  const at = next(bytes.length);
  switch (kind) {
    case 0:
      bytes[at] = (bytes[at] ?? 0) ^ (1 << next(8));
      return bytes;
    case 1:
      return bytes.fill(0, at, at + 1 + next(600));
    case 2:
      return bytes.slice(0, at);
    default: {
      const pages = bytes.length / 4096;
      const [from, to] = [next(pages) * 4096, next(pages) * 4096];
      bytes.copyWithin(to, from, from + 4096);
      return bytes;
    }
  }
}

describe('versions of the format', () => {
  test('a file of every version ever shipped is kept and opens', async () => {
    for (let version = 1; version <= MIGRATIONS.length; version += 1) {
      const opened = await openProjectFile(readFileSync(fixtureOf(version)));
      expect(opened).toMatchObject({ status: version === MIGRATIONS.length ? 'ok' : 'migrated', project: { id: 'project-1', recommendations: [{ id: 'rec-1' }, { id: 'rec-2' }] } });
    }
  });

  test('every migration is called by a test: files of all versions run them all', async () => {
    const called = new Set<string>();
    const watched = MIGRATIONS.map((step) => ({ ...step, run: (database: SqlDatabase) => (called.add(step.name), step.run(database)) }));
    const sqlite = await loadSqlite();
    const database = sqlite.create();
    migrate(database, watched, 0, watched.length);
    database.close();
    expect([...called]).toEqual(MIGRATIONS.map((step) => step.name));
    MIGRATIONS.forEach((step, index) => expect(step.name).toMatch(new RegExp(`^${String(index + 1).padStart(4, '0')}-[a-z-]+$`)));
  });

  test('an older file is migrated on a copy and says so', async () => {
    const bytes = await serialiseProject(aFullProject());
    const before = bytes.slice();
    const next = { name: '0004-louder', run: (database: SqlDatabase) => database.run("UPDATE paper SET title = upper(title)") };
    expect(await openProjectFile(bytes, '', { migrations: [...MIGRATIONS, next] })).toMatchObject({
      status: 'migrated', fromVersion: MIGRATIONS.length, project: { papers: [{ title: 'STRATEGIEPAPIER PAPER-1' }] },
    });
    expect(bytes).toEqual(before);
  });

  test('a migration that fails takes everything back and is a damaged file, not half a one', async () => {
    const broken = { name: '0004-broken', run: (database: SqlDatabase) => {
      database.run('DELETE FROM paper');
      database.run('SELECT nothing FROM nowhere');
    } };
    expect(await openProjectFile(await serialiseProject(aFullProject()), '', { migrations: [...MIGRATIONS, broken] })).toMatchObject({ status: 'refused', problem: { code: 'project.damaged' } });
    const sqlite = await loadSqlite();
    const database = sqlite.openForChanging(await serialiseProject(aFullProject()));
    expect(() => migrate(database, [...MIGRATIONS, broken], MIGRATIONS.length, MIGRATIONS.length + 1)).toThrow();
    expect(database.rows('SELECT count(*) FROM paper')).toEqual([[1]]);
    expect(database.rows('PRAGMA user_version')).toEqual([[MIGRATIONS.length]]);
    database.close();
  });

  test('the declared columns are those the migrations make', async () => {
    const sqlite = await loadSqlite();
    const database = sqlite.create();
    migrate(database, MIGRATIONS, 0, MIGRATIONS.length);
    for (const table of ALL_TABLES) {
      const made = database.rows('SELECT name, type, "notnull" FROM pragma_table_info(?)', [table.name]);
      expect(made.map(([name]) => name).sort()).toEqual([...columnNames(table)].sort());
    }
    database.close();
  });
});

test('the manual names every table and column', async () => {
  const manual = readFileSync(new URL('../../../docs/project-format.md', import.meta.url), 'utf8');
  const sqlite = await loadSqlite();
  const database = sqlite.create();
  migrate(database, MIGRATIONS, 0, MIGRATIONS.length);
  const made = database.rows("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").map(([name]) => String(name));
  const sections = new Map(manual.split(/^### /m).slice(1).map((section) => [section.split('\n')[0]!.replaceAll('`', '').trim(), section]));
  expect([...sections.keys()].sort()).toEqual(made);
  for (const table of made) {
    const named = [...sections.get(table)!.matchAll(/^\| `([a-z_0-9]+)` \| (\w+)( or NULL)? \|/gm)].map(([, name, type, open]) => [name, type, open === undefined]);
    const real = database.rows('SELECT name, type, "notnull" FROM pragma_table_info(?)', [table]).map(([name, type, required]) => [name, type, required === 1]);
    expect(named).toEqual(real);
  }
  expect(manual).toContain(`version ${MIGRATIONS.length}`);
  database.close();
});
