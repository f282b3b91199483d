import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { recentFiles } from './recent-files.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'recent-'))));
afterEach(() => rmSync(folder, { recursive: true }));
let minute = 10;
const open = () => recentFiles(folder, () => `2026-01-02T10:${String(minute++)}:00.000Z`);

test('the newest comes first, once, and the list survives a restart without showing paths', () => {
  const there = join(folder, 'stadt.gpkg');
  writeFileSync(there, '');
  const first = open();
  first.remember(there, 'bundle');
  first.remember(join(folder, 'gone.qwplan'), 'project');
  first.remember(there, 'bundle');
  const listed = open().list();
  expect(listed.map(({ name, kind, missing }) => ({ name, kind, missing }))).toEqual([
    { name: 'stadt.gpkg', kind: 'bundle', missing: false },
    { name: 'gone.qwplan', kind: 'project', missing: true },
  ]);
  expect(JSON.stringify(listed)).not.toContain(folder);
  expect(open().pathOf(listed[0]!.recentId)?.path).toBe(there);
  expect(open().pathOf('0'.repeat(24))).toBeUndefined();
});
test('twelve files are kept', () => {
  const recent = open();
  for (let number = 0; number < 20; number++) recent.remember(join(folder, `${number}.gpkg`), 'bundle');
  expect(recent.list()).toHaveLength(12);
});
