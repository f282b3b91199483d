import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { ForeignLayer } from '#app/storage/bundle/open-bundle.ts';
import { openCityBundle } from '#app/storage/bundle/open-city-bundle.ts';
import { writeCityBundle } from '#app/storage/bundle/write-city-bundle.ts';
import { loadSqlite } from '#app/storage/sqlite/sqlite.ts';
import { aFullCity } from '#test/builders/a-full-city.ts';
import { reasonToSkip, sharedFile } from '#test/shared-data.ts';

const folder = sharedFile('data/formats/gpkg');
const corrupted = sharedFile('data/formats/gpkg-corrupted');
const hasGdal = (() => {
  try {
    execFileSync('ogrinfo', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();
const withoutGdal = hasGdal ? '' : ' (skipped: GDAL is not installed)';

const bytesOf = (path: string) => new Uint8Array(readFileSync(path));
const geopackagesIn = (path: string | undefined) => (path === undefined ? [] : readdirSync(path).filter((name) => name.endsWith('.gpkg')).sort());

async function foreign(bytes: Uint8Array) {
  const opened = await openCityBundle(bytes, 'foreign.gpkg');
  if (opened.status !== 'foreign') throw new Error(JSON.stringify(opened));
  return opened;
}

describe(`GeoPackages of others${reasonToSkip(folder)}`, () => {
  it.skipIf(folder === undefined)('all 36 end in a sensible answer, and no bytes are changed', async () => {
    const names = geopackagesIn(folder);
    expect(names.length).toBeGreaterThanOrEqual(30);
    for (const name of names) {
      const bytes = bytesOf(`${folder}/${name}`);
      const before = bytes.slice();
      const opened = await openCityBundle(bytes, name);
      if (name === 'ngageoint_test.gpkg') expect(opened).toMatchObject({ status: 'refused', problem: { code: 'bundle.notABundle' } });
      else expect(opened.status, name).toBe('foreign');
      expect(bytes).toEqual(before);
    }
  });

  it.skipIf(folder === undefined || !hasGdal)(`every layer has as many features as GDAL counts${withoutGdal}`, async () => {
    for (const name of geopackagesIn(folder)) {
      const opened = await openCityBundle(bytesOf(`${folder}/${name}`), name);
      if (opened.status !== 'foreign') continue;
      const counts = gdalCounts(bytesOf(`${folder}/${name}`));
      for (const layer of opened.layers) {
        const expected = counts.get(layer.table);
        if (expected !== undefined) expect(layer.features.length, `${name} ${layer.table}`).toBe(expected);
      }
    }
  });

  it.skipIf(folder === undefined)('places lie on the earth where the system is known', async () => {
    for (const name of geopackagesIn(folder)) {
      const opened = await openCityBundle(bytesOf(`${folder}/${name}`), name);
      if (opened.status !== 'foreign') continue;
      for (const [longitude, latitude] of opened.layers.filter((layer) => layer.placed && layer.crs.code === 3857).flatMap(positionsIn)) {
        expect(Math.abs(longitude!)).toBeLessThanOrEqual(180);
        expect(Math.abs(latitude!)).toBeLessThanOrEqual(90);
      }
    }
  });

  it.skipIf(folder === undefined)('a view is named and not run; tiles and tables without geometry are passed over', async () => {
    const view = await foreign(bytesOf(`${folder}/ets_gdal_sample_view.gpkg`));
    expect(view.skipped).toContainEqual({ table: 'sample_view', reason: 'view' });
    const tiles = await foreign(bytesOf(`${folder}/ngageoint_wgs84.gpkg`));
    expect(tiles).toMatchObject({ layers: [], skipped: [{ table: 'imagery', reason: 'tiles' }] });
    const open = await foreign(bytesOf(`${folder}/ets_gpkg-test-5208.gpkg`));
    expect(open.skipped).toContainEqual({ table: 'foreign.gpkg-wal', reason: 'writeAheadLog' });
  });

  it.skipIf(folder === undefined)('curves become lines and areas', async () => {
    const opened = await foreign(bytesOf(`${folder}/ets_gdal_sample_v1.2_spi_nonlinear_webp_elevation.gpkg`));
    const types = new Set(opened.layers.flatMap((layer) => layer.features.map((feature) => feature.geometry?.type)));
    for (const type of ['LineString', 'Polygon', 'MultiLineString', 'MultiPolygon', 'GeometryCollection']) expect(types).toContain(type);
    expect(opened.skipped.filter(({ reason }) => reason.startsWith('unreadableGeometries'))).toEqual([]);
  });

  it('an endless view as a layer, a layer that is missing and one with computed columns are passed over', async () => {
    const database = (await loadSqlite()).openForChanging(await writeCityBundle(aFullCity()));
    database.run('DROP TABLE qw_manifest');
    database.run('CREATE VIEW endless AS WITH RECURSIVE e(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM e) SELECT n AS fid, n AS geom FROM e');
    database.run('CREATE TABLE computed (fid INTEGER PRIMARY KEY, geom BLOB, bomb AS (hex(zeroblob(500000000))))');
    for (const table of ['endless', 'missing', 'computed']) {
      database.run("INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change, srs_id) VALUES (?, 'features', ?, '2024-01-01T00:00:00.000Z', 25832)", [table, table]);
      database.run("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 'POINT', 25832, 0, 0)", [table]);
    }
    const opened = await foreign(database.export());
    database.close();
    expect(opened.skipped).toEqual(expect.arrayContaining([
      { table: 'endless', reason: 'view' }, { table: 'missing', reason: 'noTable' }, { table: 'computed', reason: 'notPlain' },
    ]));
    expect(opened.layers.find((layer) => layer.table === 'area')?.placed).toBe(true);
  });
});

describe(`damaged GeoPackages${reasonToSkip(corrupted)}`, () => {
  it.skipIf(corrupted === undefined)('are refused with the reason, or shown where nothing of the content is lost', async () => {
    const endings: Record<string, string> = {};
    for (const name of geopackagesIn(corrupted)) {
      const opened = await openCityBundle(bytesOf(`${corrupted}/${name}`), name);
      endings[name] = opened.status === 'refused' ? `${opened.problem.code} ${opened.problem.details?.['tables'] ?? ''}`.trim() : opened.status;
    }
    expect(endings).toMatchObject({
      '00_valid_flensburg.gpkg': 'foreign',
      '01_truncated_half.gpkg': 'bundle.damaged SQLite-Header',
      '02_zero_length.gpkg': 'bundle.empty',
      '03_header_overwritten.gpkg': 'bundle.notABundle',
      '04_application_id_zero.gpkg': 'foreign',
      '05_no_gpkg_contents.gpkg': 'bundle.damaged gpkg_contents',
      '06_no_geometry_columns.gpkg': 'bundle.damaged gpkg_geometry_columns',
    });
  });
});

describe(`our bundle in GDAL${withoutGdal}`, () => {
  it.skipIf(!hasGdal)('opens without a warning, with every table, count and system', async () => {
    const city = aFullCity();
    const path = temporary(await writeCityBundle(city));
    const answer = gdal(['ogrinfo', '-al', '-so', path]);
    expect(answer.complaints).toBe('');
    const counts = countsIn(answer.text);
    expect(counts.size).toBe(28);
    expect(counts.get('area')).toBe(city.areas.length);
    expect(counts.get('population_cell')).toBe(city.population?.x.length);
    expect(counts.get('indicator_value')).toBe(city.values.length);
    expect(answer.text).toContain('ID["EPSG",25832]');
    expect(answer.text).toContain('age_18to64: Real');
  });

  it.skipIf(!hasGdal)('a layer copied by ogr2ogr opens as foreign, at the same place', async () => {
    const path = temporary(await writeCityBundle(aFullCity()));
    const copy = `${path}.copy.gpkg`;
    expect(gdal(['ogr2ogr', copy, path, 'area']).complaints).toBe('');
    const { layers } = await foreign(bytesOf(copy));
    expect(layers).toHaveLength(1);
    expect(layers[0]).toMatchObject({ table: 'area', placed: true, crs: { organisation: 'EPSG', code: 25832 } });
    const [longitude, latitude] = positionsIn(layers[0]!)[0]!;
    expect(longitude).toBeCloseTo(9, 1);
    expect(latitude).toBeCloseTo(53.25, 1);
    expect(layers[0]!.features.map(({ attributes }) => attributes['id'])).toContain('05315000');
  });

  it.skipIf(!hasGdal)('a whole copy by ogr2ogr, spatial indexes and triggers and all, is the same city', async () => {
    const bytes = await writeCityBundle(aFullCity());
    const path = temporary(bytes);
    const copy = `${path}.whole.gpkg`;
    gdal(['ogr2ogr', copy, path]);
    const [original, copied] = [await openCityBundle(bytes, 'original.gpkg'), await openCityBundle(bytesOf(copy), 'copy.gpkg')];
    expect(copied).toMatchObject({ status: 'ok', city: original.status === 'ok' ? original.city : undefined });
  });
});

function temporary(bytes: Uint8Array): string {
  const path = join(mkdtempSync(join(tmpdir(), 'qw-')), 'bundle.gpkg');
  writeFileSync(path, bytes);
  return path;
}

function gdal([program = '', ...args]: readonly string[]): { readonly text: string; readonly complaints: string } {
  const errors = join(mkdtempSync(join(tmpdir(), 'qw-')), 'errors.txt');
  const text = execFileSync('sh', ['-c', '"$@" 2>"$0"', errors, program, ...args], { encoding: 'utf8', maxBuffer: 1e8 });
  return { text, complaints: readFileSync(errors, 'utf8').trim() };
}

/** GDAL writes beside the file it opens, so it gets a copy; files it refuses have no counts. */
function gdalCounts(bytes: Uint8Array): ReadonlyMap<string, number> {
  try {
    return countsIn(gdal(['ogrinfo', '-ro', '-al', '-so', temporary(bytes)]).text);
  } catch {
    return new Map();
  }
}

const countsIn = (text: string): ReadonlyMap<string, number> =>
  new Map([...text.matchAll(/^Layer name: (.+)$[\s\S]*?^Feature Count: (\d+)$/gm)].map(([, name, count]) => [name!, Number(count)]));

function positionsIn(layer: ForeignLayer): readonly Position[] {
  const flat = (value: unknown): Position[] =>
    Array.isArray(value) ? (typeof value[0] === 'number' ? [value as Position] : value.flatMap(flat)) : [];
  return layer.features.flatMap(({ geometry }) => (geometry !== undefined && 'coordinates' in geometry ? flat(geometry.coordinates) : []));
}
