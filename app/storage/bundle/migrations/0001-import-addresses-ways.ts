import type { Migration } from './migrations.ts';

/**
 * Version 2: how an edition was imported, addresses, how institutions were placed, stairs and one-way cycling. Version 1 knew no other
 * places than given ones, and every way was level and open in both directions. New columns are the last of their tables. SQL is written
 * out here and borrows nothing from the tables of today: those move on, this step does not.
 */
export const importAddressesWays: Migration = {
  from: 1,
  name: '0001-import-addresses-ways',
  run: (database) => {
    database.run("ALTER TABLE institution ADD COLUMN placement TEXT NOT NULL DEFAULT 'none'");
    database.run("UPDATE institution SET placement = 'given' WHERE geom IS NOT NULL");
    database.run('ALTER TABLE street_edge ADD COLUMN steps BOOLEAN NOT NULL DEFAULT 0');
    database.run('ALTER TABLE street_edge ADD COLUMN cycle_oneway BOOLEAN NOT NULL DEFAULT 0');
    database.run('CREATE TABLE address (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POINT NOT NULL, street TEXT NOT NULL, house_number TEXT NOT NULL, postcode TEXT NOT NULL)');
    database.run('CREATE TABLE qw_import (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL)');
    const [contents] = database.rows("SELECT srs_id, last_change FROM gpkg_contents WHERE table_name = 'institution'");
    database.run("INSERT INTO gpkg_contents VALUES ('address', 'features', 'address', 'Adressen', ?, NULL, NULL, NULL, NULL, ?)", [contents![1]!, contents![0]!]);
    database.run("INSERT INTO gpkg_geometry_columns VALUES ('address', 'geom', 'POINT', ?, 0, 0)", [contents![0]!]);
    database.run("INSERT INTO gpkg_contents VALUES ('qw_import', 'attributes', 'qw_import', 'Import: Rezept und Bericht', ?, NULL, NULL, NULL, NULL, NULL)", [contents![1]!]);
  },
};
