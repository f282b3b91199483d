import { describe, expect, it } from 'vitest';
import { runCommandLine } from '../run-command-line.ts';

const square = (x: number) => [[[x, 51.3], [x + 0.01, 51.3], [x + 0.01, 51.31], [x, 51.31], [x, 51.3]]];
const areas = JSON.stringify({ type: 'FeatureCollection', features: [9.4, 9.41].map((x, index) => ({ type: 'Feature', properties: { NR: `${index + 1}`, NAME: `Teil ${index + 1}` }, geometry: { type: 'Polygon', coordinates: square(x) } })) });
const recipe = {
  recipe: 'quartierwerk-import',
  version: 1,
  city: { bundleId: 'k', name: 'Kassel', ags: '06611000', edition: '2024' },
  files: [{ id: 'areas', path: 'geo/areas.geojson' }, { id: 'data', path: 'data.csv' }],
  levels: [{ id: 'q', name: 'Quartiere', singular: 'Quartier', plural: 'Quartiere', areas: { file: 'areas', key: { column: 'NR' }, name: { column: 'NAME' } } }],
  topics: [{ id: 't', name: 'T' }],
  indicators: [{ id: 'n', title: 'Anzahl', topic: 't' }],
  tables: [{ id: 'data', file: 'data', area: { column: 'Nr', level: 'q' }, values: [{ column: '{year}', indicator: 'n' }] }],
};

async function qw(argv: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const files = new Map(Object.entries({ '/in/recipe.json': JSON.stringify(recipe), '/in/geo/areas.geojson': areas, '/in/data.csv': 'Nr;2022\n1;5\n2;.\n', ...more }));
  const written = new Map<string, Uint8Array>();
  const out: string[] = [];
  const error: string[] = [];
  const exit = await runCommandLine(argv, {
    out: (text) => void out.push(text),
    error: (text) => void error.push(text),
    readFile: (path) => {
      const text = files.get(path);
      return text === undefined || text === '' ? Promise.reject(new Error('ENOENT')) : Promise.resolve(new TextEncoder().encode(text));
    },
    writeFile: (path, bytes) => {
      written.set(path, bytes);
      return Promise.resolve();
    },
  });
  return { exit, written, text: out.join('\n'), error: error.join('\n') };
}

describe('qw bundle build', () => {
  it('writes a bundle with paths relative to the recipe, the same bytes each time, and tells cells by mark', async () => {
    const call = ['bundle', 'build', '/in/recipe.json', '-o', '/out/k.gpkg', '--created', '2024-01-01'];
    const [one, other, json] = [await qw(call), await qw(call), await qw([...call, '--json'])];
    expect([one.exit, one.error]).toEqual([0, '']);
    expect(one.written.get('/out/k.gpkg')).toEqual(other.written.get('/out/k.gpkg'));
    expect(one.text).toContain('Werte 1, geheim 1');
    expect(JSON.parse(json.text)).toMatchObject({ status: 'built', file: '/out/k.gpkg', errors: 0, cells: { value: 1, suppressed: 1 }, report: { tables: [{ id: 'data', rows: 2 }] } });
  });

  it('only reports with --check, and takes another file for one of the recipe', async () => {
    const checked = await qw(['bundle', 'build', '/in/recipe.json', '--check', '--json', '--file', 'data=/next/data.csv'], { '/next/data.csv': 'Nr;2022;2023\n1;5;6\n2;7;8\n' });
    expect([checked.exit, checked.written.size]).toEqual([0, 0]);
    expect(JSON.parse(checked.text)).toMatchObject({ status: 'checked', cells: { value: 4 } });
    expect((await qw(['bundle', 'build', '/in/recipe.json', '--check', '--file', 'x=y'])).exit).toBe(2);
    expect((await qw(['bundle', 'build', '/in/recipe.json'])).exit).toBe(2);
  });

  it('writes nothing and names what is missing or wrong', async () => {
    const missing = await qw(['bundle', 'build', '/in/recipe.json', '-o', '/out/k.gpkg'], { '/in/data.csv': '' });
    expect([missing.exit, missing.written.size]).toEqual([1, 0]);
    expect(missing.text).toContain('„data.csv“ fehlt');
    const broken = await qw(['bundle', 'build', '/in/recipe.json', '-o', '/out/k.gpkg'], { '/in/recipe.json': JSON.stringify({ ...recipe, tabels: [] }) });
    expect(broken.exit).toBe(1);
    expect(broken.text).toContain('Gemeint ist vielleicht „tables“');
  });
});

describe('qw import inspect', () => {
  it('tells sheets, layers and a draft recipe', async () => {
    const { exit, text } = await qw(['import', 'inspect', '/in/geo/areas.geojson', '/in/data.csv']);
    expect(exit).toBe(0);
    expect(text).toContain('2 Objekte (Polygon), EPSG:4326');
    expect(text).toContain('3 Zeilen, 2 Spalten');
    expect(text).toContain('Vorschlag: ');
  });
});
