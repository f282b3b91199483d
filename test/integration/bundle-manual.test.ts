import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Column } from '#app/storage/bundle/column.ts';
import { isGeometry } from '#app/storage/bundle/column.ts';
import { tablesOf } from '#app/storage/bundle/schema.ts';
import { MANIFEST_KEYS } from '#app/storage/bundle/tables/manifest.ts';
import { writeCityBundle } from '#app/storage/bundle/write-city-bundle.ts';
import { aFullCity } from '#test/builders/a-full-city.ts';

const manual = readFileSync(new URL('../../docs/bundle-format.md', import.meta.url), 'utf8');
const tables = tablesOf([]);

type Described = { readonly name: string; readonly type: string; readonly required: string; readonly meaning: string; readonly example: string };

/** The column tables of the manual, by the name in the heading above them. */
const described = new Map(
  [...manual.matchAll(/^### `(\w+)`$([\s\S]*?)(?=^##)/gm)].map(([, table, body]) => [
    table!,
    [...body!.matchAll(/^\| `(\w+)` \| ([A-Z]+) \| (yes|no) \| (.*?) \| (.*?) ?\|$/gm)].map(([, name, type, required, meaning, example]): Described => ({
      name: name!, type: type!, required: required!, meaning: meaning!, example: example!.replaceAll('`', ''),
    })),
  ]),
);

describe('the manual of the bundle format', () => {
  it('describes every table of the format, in its order, and no other', () => {
    expect([...described.keys()].sort()).toEqual(tables.map((table) => table.name).sort());
  });

  it.each(tables.map((table) => [table.name, table] as const))('%s: every column with its type, and no other', (name, table) => {
    expect(described.get(name)!.map(({ name: column, type, required }) => ({ column, type, required }))).toEqual(
      Object.entries(table.columns).map(([column, { type, required }]) => ({ column, type, required: required ? 'yes' : 'no' })),
    );
  });

  it('names every allowed word', () => {
    for (const { table, column, text, definition } of columns()) {
      for (const word of definition.words ?? []) expect(text.meaning, `${table}.${column}`).toContain(`\`${word}\``);
    }
  });

  it('gives an example for every column that is no geometry, and the program would take it', () => {
    for (const { table, column, text, definition } of columns()) {
      if (isGeometry(definition.type)) continue;
      const value = definition.type === 'TEXT' || definition.type === 'DATE' ? text.example : Number(text.example);
      expect(text.example, `${table}.${column}`).not.toBe('');
      expect(definition.schema.safeParse(value).success, `${table}.${column} ${text.example}`).toBe(true);
    }
  });

  it('explains every key of the manifest', () => {
    for (const key of MANIFEST_KEYS) expect(manual).toContain(`| \`${key}\` |`);
  });
});

const hasPython = (() => {
  try {
    execFileSync('python3', ['-c', 'import sqlite3'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

describe(`the program in the manual${hasPython ? '' : ' (skipped: no Python here)'}`, () => {
  it.skipIf(!hasPython)('computes the hashes that are in the file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'qw-'));
    const code = manual.match(/```python\n([\s\S]*?)```/)![1]!.replaceAll(/^ {3}/gm, '');
    writeFileSync(join(folder, 'bundle.gpkg'), await writeCityBundle(aFullCity()));
    writeFileSync(
      join(folder, 'check.py'),
      `${code}
db = sqlite3.connect("bundle.gpkg")
entries = dict(db.execute("SELECT key, value FROM qw_manifest"))
wrong = [key for key in entries if key.startswith("sha256:") and table_hash(db, key[7:]) != entries[key]]
print(wrong, content_hash(entries) == entries["content_hash"])
`,
    );
    expect(execFileSync('python3', ['check.py'], { cwd: folder, encoding: 'utf8' }).trim()).toBe('[] True');
  });
});

function columns(): { readonly table: string; readonly column: string; readonly text: Described; readonly definition: Column }[] {
  return tables.flatMap((table) =>
    Object.entries(table.columns).map(([column, definition]) => ({
      table: table.name, column, definition, text: described.get(table.name)!.find((candidate) => candidate.name === column)!,
    })),
  );
}
