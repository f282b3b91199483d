import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nodeIo } from '../../cli/index.ts';
import { filesAt } from '../../cli/verbs/recipe-input.ts';
import { spelledOnDisk } from './spelled-on-disk.ts';

test('the parts of "Bezirke.SHP" are found under "bezirke.dbf", by the window and by the command line', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'shapefile-'));
  try {
    for (const name of ['Bezirke.SHP', 'bezirke.dbf', 'andere.dbf']) writeFileSync(join(folder, name), name);
    expect(await spelledOnDisk(join(folder, 'Bezirke.dbf'))).toBe(join(folder, 'bezirke.dbf'));
    expect(await spelledOnDisk(join(folder, 'Bezirke.SHP'))).toBe(join(folder, 'Bezirke.SHP'));
    expect(await spelledOnDisk(join(folder, 'gone.dbf'))).toBe(join(folder, 'gone.dbf'));
    const files = await filesAt(join(folder, 'Bezirke.SHP'), 'Bezirke.SHP', nodeIo);
    expect(files.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)])).toEqual([['Bezirke.SHP', 'Bezirke.SHP'], ['Bezirke.dbf', 'bezirke.dbf']]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
