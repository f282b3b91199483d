import type { MultiPolygon } from '#app/domain/geometry/shapes.ts';
import type { Area, AreaLevel, City } from '#app/domain/city/city.ts';
import type { AreaId } from '#shared/ids.ts';
import { asDate, asId } from '#shared/ids.ts';
import type { SqlDatabase } from '../../sqlite/sqlite.ts';
import { geometry, integer, key, optionalDate, optionalKey, text } from '../column.ts';
import { multiPolygonFrom } from '../geometry/city-geometry.ts';
import { multiPolygonBlob } from '../geometry/write-geometry.ts';
import { defineTable, insertRows, readRows } from '../table.ts';
import { srsOf } from './manifest.ts';

export const areaLevelTable = defineTable({
  name: 'area_level',
  title: 'Raumebenen',
  key: ['id'],
  columns: { id: key(), name: text(), singular: text(), plural: text(), level_order: integer(), nests_in: optionalKey() },
});

export const areaTable = defineTable({
  name: 'area',
  title: 'Gebiete',
  key: ['id'],
  columns: {
    geom: geometry('MULTIPOLYGON'),
    id: key(),
    level: key(),
    name: text(),
    short_name: text(),
    parent: optionalKey(),
    valid_from: optionalDate(),
    valid_to: optionalDate(),
  },
});

/** A feature table holds one geometry only, so where people live inside an area is a table of its own. */
export const areaResidentialTable = defineTable({
  name: 'area_residential',
  title: 'Gebiete: bewohnte Fläche',
  key: ['area'],
  columns: { geom: geometry('MULTIPOLYGON'), area: key() },
});

export function writeAreas(database: SqlDatabase, city: City): void {
  const srs = srsOf(city.manifest.crs);
  insertRows(database, areaLevelTable, city.levels.map((level) => ({
    id: level.id,
    name: level.name,
    singular: level.singular,
    plural: level.plural,
    level_order: level.order,
    nests_in: level.nestsIn ?? null,
  })));
  insertRows(database, areaTable, city.areas.map((area) => ({
    geom: multiPolygonBlob(area.shape, srs),
    id: area.id,
    level: area.level,
    name: area.name,
    short_name: area.shortName,
    parent: area.parent ?? null,
    valid_from: area.validFrom ?? null,
    valid_to: area.validTo ?? null,
  })));
  insertRows(database, areaResidentialTable, city.areas.flatMap((area) =>
    area.residential === undefined ? [] : [{ geom: multiPolygonBlob(area.residential, srs), area: area.id }],
  ));
}

export const readLevels = (database: SqlDatabase): AreaLevel[] =>
  readRows(database, areaLevelTable, (row) => ({
    id: asId(row.id),
    name: row.name,
    singular: row.singular,
    plural: row.plural,
    order: row.level_order,
    nestsIn: row.nests_in === null ? undefined : asId(row.nests_in),
  }));

export function readAreas(database: SqlDatabase, srs: number): Area[] {
  const residential = new Map<AreaId, MultiPolygon>(
    readRows(database, areaResidentialTable, (row) => [asId<AreaId>(row.area), multiPolygonFrom(row.geom, srs)] as const),
  );
  return readRows(database, areaTable, (row) => ({
    id: asId(row.id),
    level: asId(row.level),
    name: row.name,
    shortName: row.short_name,
    parent: row.parent === null ? undefined : asId(row.parent),
    validFrom: row.valid_from === null ? undefined : asDate(row.valid_from),
    validTo: row.valid_to === null ? undefined : asDate(row.valid_to),
    shape: multiPolygonFrom(row.geom, srs),
    residential: residential.get(asId(row.id)),
  }));
}
