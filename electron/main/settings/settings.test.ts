import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FIRST_SETTINGS, settingsFile } from './settings.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'settings-'))));
afterEach(() => rmSync(folder, { recursive: true }));
const open = () => settingsFile(folder, () => '2026-01-02');

test('a first start has the first settings and writes nothing', () => {
  expect(open().read()).toEqual(FIRST_SETTINGS);
  expect(readdirSync(folder)).toEqual([]);
});
test('what was written is read at the next start, and no temporary file stays', () => {
  const settings = { ...FIRST_SETTINGS, language: 'en' as const, panels: { inspector: { size: 320, folded: true } } };
  open().write(settings);
  expect(open().read()).toEqual(settings);
  expect(readdirSync(folder)).toEqual(['settings.json']);
});
test.each(['{ broken', '{"version":2,"language":"de"}', '[]', '{"version":1,"language":"de","theme":"light","panels":{"__proto__x y":{"size":1,"folded":true}}}'])(
  'a damaged or unknown file is kept aside, not lost: %s',
  (text) => {
    writeFileSync(join(folder, 'settings.json'), text);
    expect(open().read()).toEqual(FIRST_SETTINGS);
    expect(readFileSync(join(folder, 'settings.json.aside-2026-01-02'), 'utf8')).toBe(text);
  },
);
