import type { City, ContextKind, ContextLayer, ContextShape } from '#app/domain/city/city.ts';
import type { SqlDatabase } from '../../sqlite/sqlite.ts';
import { geometry, integer, text, word } from '../column.ts';
import { areaOrLineFrom } from '../geometry/city-geometry.ts';
import { lineBlob, multiPolygonBlob } from '../geometry/write-geometry.ts';
import { defineTable, insertRows, readRows } from '../table.ts';
import { words } from '../words.ts';
import { srsOf } from './manifest.ts';

const kindWords = words({
  water: 'water', green: 'green', rail: 'rail', builtUp: 'built_up', mainRoad: 'main_road', other: 'other',
} satisfies Record<ContextKind, string>);

/** The layers in their order; the shapes lie in one feature table per kind, so that a GIS can style each. */
export const contextLayerTable = defineTable({
  name: 'context_layer',
  title: 'Kartengrund: Ebenen',
  key: ['layer'],
  columns: { layer: integer(), kind: word(kindWords), name: text() },
});

const shapeTable = (kind: ContextKind, title: string) =>
  defineTable({
    name: `context_${kindWords.toDisk(kind)}`,
    title: `Kartengrund: ${title}`,
    key: [],
    columns: { geom: geometry('GEOMETRY'), layer: integer(), name: text() },
  });

const shapeTables = {
  water: shapeTable('water', 'Gewässer'),
  green: shapeTable('green', 'Grünflächen'),
  rail: shapeTable('rail', 'Bahn'),
  builtUp: shapeTable('builtUp', 'bebaute Fläche'),
  mainRoad: shapeTable('mainRoad', 'Hauptstraßen'),
  other: shapeTable('other', 'Sonstiges'),
} satisfies Record<ContextKind, ReturnType<typeof shapeTable>>;

export const contextTables = [contextLayerTable, ...Object.values(shapeTables)];

export function writeContext(database: SqlDatabase, city: City): void {
  const srs = srsOf(city.manifest.crs);
  insertRows(database, contextLayerTable, city.context.map((layer, index) => ({
    layer: index + 1, kind: kindWords.toDisk(layer.kind), name: layer.name,
  })));
  city.context.forEach((layer, index) => {
    insertRows(database, shapeTables[layer.kind], layer.shapes.map((shape) => ({
      geom: shape.type === 'area' ? multiPolygonBlob(shape.shape, srs) : lineBlob(shape.line, srs),
      layer: index + 1,
      name: shape.name,
    })));
  });
}

export function readContext(database: SqlDatabase, srs: number): ContextLayer[] {
  const shapes = new Map<string, ContextShape[]>();
  for (const [kind, table] of Object.entries(shapeTables)) {
    readRows(database, table, (row) => {
      const found = areaOrLineFrom(row.geom, srs);
      const shape: ContextShape =
        'area' in found ? { type: 'area', shape: found.area, name: row.name } : { type: 'line', line: found.line, name: row.name };
      const layer = `${kind} ${row.layer}`;
      const list = shapes.get(layer);
      if (list === undefined) shapes.set(layer, [shape]);
      else list.push(shape);
    });
  }
  return readRows(database, contextLayerTable, (row) => {
    const kind = kindWords.fromDisk(row.kind);
    return { kind, name: row.name, shapes: shapes.get(`${kind} ${row.layer}`) ?? [] };
  });
}
