import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeCityBundle } from '#app/storage/bundle/write-city-bundle.ts';
import { aFullCity } from '#test/builders/a-full-city.ts';
import { runCommandLine } from '../run-command-line.ts';

async function run(...args: readonly string[]) {
  const bundle = await writeCityBundle(aFullCity());
  const written = new Map<string, Uint8Array>();
  const folders: string[] = [];
  const out: string[] = [];
  const exit = await runCommandLine(['bundle', 'export', 'city.gpkg', ...args], {
    out: (text) => void out.push(text),
    error: (text) => void out.push(text),
    readFile: () => Promise.resolve(bundle),
    writeFile: (path, bytes) => Promise.resolve(void written.set(path, bytes)),
    makeFolder: (path) => Promise.resolve(void folders.push(path)),
  });
  return { exit, out: out.join('\n'), written, folders, bundle };
}

describe('qw bundle export', () => {
  it('writes a folder of tables and says what it is', async () => {
    const { exit, out, written, folders } = await run('--format', 'csv', '-o', 'out');
    expect([exit, folders]).toEqual([0, ['out']]);
    expect([...written.keys()]).toContain(join('out', 'recipe.json'));
    expect(out).toContain('Nicht veröffentlichen');
  });

  it('writes one file for a workbook, and the bundle as it is', async () => {
    expect([...(await run('--format', 'xlsx', '-o', 't.xlsx')).written.keys()]).toEqual(['t.xlsx']);
    const { written, bundle, folders } = await run('--format', 'gpkg', '-o', 'copy.gpkg');
    expect(written.get('copy.gpkg')).toEqual(bundle);
    expect(folders).toEqual([]);
  });

  it('for the public holds no recipe, no private institution and no bundle', async () => {
    const { written } = await run('--format', 'csv', '--public', '-o', 'out');
    expect([...written.keys()].filter((path) => path.endsWith('.json') || path.includes('wkt') || path.includes('population'))).toEqual([]);
    expect(new TextDecoder().decode(written.get(join('out', 'institution.csv')))).not.toContain('Kita Regenbogen');
    expect((await run('--format', 'gpkg', '--public', '-o', 'x.gpkg')).exit).toBe(2);
  });

  it('knows no other formats', async () => {
    const { exit, written } = await run('--format', 'pdf', '-o', 'x');
    expect([exit, written.size]).toEqual([2, 0]);
  });
});
