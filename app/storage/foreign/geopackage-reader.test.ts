import { describe, expect, it } from 'vitest';
import { aFullCity } from '#test/builders/a-full-city.ts';
import { lineBlob, pointBlob } from '../bundle/geometry/write-geometry.ts';
import { writeCityBundle } from '../bundle/write-city-bundle.ts';
import type { SqlDatabase } from '../sqlite/sqlite.ts';
import { loadSqlite } from '../sqlite/sqlite.ts';
import { geoPackageReader } from './geopackage-reader.ts';

const read = async (bytes: Uint8Array, name = 'a.gpkg') => {
  const result = await geoPackageReader.read({ name, bytes }, [], {});
  return result.ok ? result.value : { code: result.failure.code, ...result.failure.details };
};

/** A small GeoPackage with the tables a test makes. */
async function geopackage(fill: (database: SqlDatabase) => void): Promise<Uint8Array> {
  const database = (await loadSqlite()).create();
  database.run('PRAGMA application_id = 1196444487');
  database.run('CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT, organization_coordsys_id INTEGER, definition TEXT, description TEXT)');
  database.run('CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, identifier TEXT, srs_id INTEGER)');
  database.run('CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER, z INTEGER, m INTEGER)');
  fill(database);
  const bytes = database.export();
  database.close();
  return bytes;
}

const layer = (database: SqlDatabase, name: string, srs: number, columns = '') => {
  database.run(`CREATE TABLE "${name}" (fid INTEGER PRIMARY KEY, geom BLOB${columns})`);
  database.run("INSERT INTO gpkg_contents VALUES (?, 'features', ?, ?)", [name, name, srs]);
  database.run("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 'GEOMETRY', ?, 0, 0)", [name, srs]);
};

describe('a GeoPackage as a source', () => {
  it('gives its layers in its own numbers, with their attributes as they are', async () => {
    const bytes = await geopackage((database) => {
      database.run("INSERT INTO gpkg_spatial_ref_sys VALUES ('x', 25832, 'EPSG', 25832, '', '')");
      layer(database, 'Kitas', 25832, ', "key" TEXT, places INTEGER, "open" BOOLEAN, long INTEGER, photo BLOB, "__proto__" TEXT');
      database.run("INSERT INTO Kitas VALUES (1, ?, '007', 20, 1, 9007199254740993, x'00', 'p')", [pointBlob([526_000, 6_070_000], 25832)]);
      database.run("INSERT INTO Kitas VALUES (2, x'4750', '', NULL, 0, 5, NULL, '')");
    });
    expect(await read(bytes)).toEqual({
      kind: 'layers', tables: [],
      layers: [{
        name: 'Kitas', crs: { kind: 'known', code: 'EPSG:25832', from: 'geopackage' }, fields: ['fid', 'key', 'places', 'open', 'long', 'photo', '__proto__'],
        features: [
          { geometry: { type: 'Point', coordinates: [526_000, 6_070_000] }, attributes: new Map<string, unknown>([['fid', 1], ['key', '007'], ['places', 20], ['open', 'true'], ['long', '9007199254740993'], ['photo', undefined], ['__proto__', 'p']]) },
          { geometry: undefined, attributes: new Map<string, unknown>([['fid', 2], ['key', undefined], ['places', undefined], ['open', 'false'], ['long', 5], ['photo', undefined], ['__proto__', undefined]]) },
        ],
      }],
      remarks: [{ code: 'unreadableGeometries', details: { amount: 1, first: 2, layer: 'Kitas' } }, { code: 'fieldsNotRead', details: { fields: 'photo', layer: 'Kitas' } }],
    });
  });
  it('makes a layer of each kind of geometry, and a table of what has none', async () => {
    const bytes = await geopackage((database) => {
      layer(database, 'mixed', -1);
      database.run('INSERT INTO mixed VALUES (1, ?), (2, ?)', [pointBlob([1, 2], -1), lineBlob([[0, 0], [1, 1]], -1)]);
      database.run('CREATE TABLE numbers (year INTEGER, n REAL)');
      database.run("INSERT INTO gpkg_contents VALUES ('numbers', 'attributes', 'numbers', 0)");
      database.run('INSERT INTO numbers VALUES (2022, 1.5)');
    });
    expect(await read(bytes)).toMatchObject({
      kind: 'layers', layers: [{ name: 'mixed (Point)', crs: { kind: 'missing' } }, { name: 'mixed (LineString)' }], tables: [{ name: 'numbers', rows: [['year', 'n'], [2022, 1.5]] }],
    });
  });
  it.each<[string, readonly [string, number, string], object]>([
    ['by another number of the same numbers', ['EPSG', 5653, ''], { kind: 'known', code: 'EPSG:4647', from: 'geopackage' }],
    ['by its definition', ['NONE', 1, 'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]'], { kind: 'known', code: 'EPSG:4326', from: 'geopackage' }],
    ['not known', ['EPSG', 27700, 'x'], { kind: 'unknown', text: 'EPSG:27700 name' }],
  ])('system %s', async (_name, [organisation, code, definition], crs) => {
    const bytes = await geopackage((database) => {
      database.run("INSERT INTO gpkg_spatial_ref_sys VALUES ('name', 77, ?, ?, ?, '')", [organisation, code, definition]);
      layer(database, 'x', 77);
      database.run('INSERT INTO x VALUES (1, NULL)');
    });
    expect(await read(bytes)).toMatchObject({ layers: [{ crs }] });
  });
  it('reads the layers of a city bundle', async () => {
    const city = aFullCity();
    const content = await read(await writeCityBundle(city));
    if (!('layers' in content)) throw new Error('no layers');
    const areas = content.layers.find(({ name }) => name === 'area');
    expect(areas?.features.map(({ attributes }) => attributes.get('id'))).toEqual(city.areas.map(({ id }) => id));
    expect(areas?.crs).toEqual({ kind: 'known', code: 'EPSG:25832', from: 'geopackage' });
    expect(content.tables.some(({ name }) => name === 'indicator')).toBe(true);
  });
});

describe('refused or passed over', () => {
  it('a view in place of a layer is named and not run; one in place of the list of layers ends it', async () => {
    const endless = 'AS WITH RECURSIVE e(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM e) SELECT n AS fid, n AS geom FROM e';
    const bytes = await geopackage((database) => {
      layer(database, 'good', -1);
      layer(database, 'bad', -1);
      database.run('DROP TABLE bad');
      database.run(`CREATE VIEW bad ${endless}`);
    });
    expect(await read(bytes)).toMatchObject({ layers: [{ name: 'good' }], remarks: [{ code: 'skippedView', details: { table: 'bad' } }] });
    const disguised = await geopackage((database) => {
      database.run('DROP TABLE gpkg_contents');
      database.run(`CREATE VIEW gpkg_contents ${endless}`);
    });
    expect(await read(disguised)).toMatchObject({ code: 'import.damaged', fault: 'geopackageFrame', tables: 'gpkg_contents' });
  });
  it('a database that is no GeoPackage, an empty one, and bytes of something else', async () => {
    const database = (await loadSqlite()).create();
    database.run('CREATE TABLE t (a)');
    expect(await read(database.export(), 'a.sqlite')).toMatchObject({ code: 'import.unknownFormat' });
    expect(await read(await geopackage(() => undefined))).toMatchObject({ code: 'import.empty' });
    expect(await read(new Uint8Array(500))).toMatchObject({ code: 'import.damaged', fault: 'sqliteHeader' });
    expect(await read((await geopackage(() => undefined)).slice(0, 6000))).toMatchObject({ code: 'import.damaged', fault: 'sqliteLength' });
  });
});
