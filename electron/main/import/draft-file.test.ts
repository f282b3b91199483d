import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { draftFile } from './draft-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'quartierwerk-draft-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const now = () => '2026-01-02T03:04:05Z';

test('what was kept last comes back, until it is discarded', () => {
  const file = draftFile(folder, now);
  expect(file.read()).toBeUndefined();
  file.keep('{"a":1}', ['/data/a.csv']);
  file.keep('{"a":2}', ['/data/b.csv']);
  expect(draftFile(folder, now).read()).toEqual({ version: 1, keptAt: now(), draft: '{"a":2}', paths: ['/data/b.csv'] });
  file.discard();
  expect(file.read()).toBeUndefined();
  file.discard();
});

test('a damaged draft is put aside, not lost', () => {
  writeFileSync(join(folder, 'import-draft.json'), '{"version":1,');
  expect(draftFile(folder, now).read()).toBeUndefined();
  expect(readdirSync(folder).some((name) => name.includes('aside'))).toBe(true);
});
