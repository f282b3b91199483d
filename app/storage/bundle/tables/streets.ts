import type { City, StreetNetwork } from '#app/domain/city/city.ts';
import type { SqlDatabase } from '../../sqlite/sqlite.ts';
import { flag, geometry, integer, real } from '../column.ts';
import { GeometryFault } from '../geometry/geometry-fault.ts';
import { pointFrom } from '../geometry/city-geometry.ts';
import { pointBlob } from '../geometry/write-geometry.ts';
import { RowFault } from '../row-fault.ts';
import { defineTable, insertRows } from '../table.ts';
import { srsOf } from './manifest.ts';

export const streetNodeTable = defineTable({
  name: 'street_node',
  title: 'Wegenetz: Knoten',
  key: [],
  columns: { geom: geometry('POINT') },
});

/** `start_node` and `end_node` are the `fid` of a node; edges carry no geometry of their own to stay small. */
export const streetEdgeTable = defineTable({
  name: 'street_edge',
  title: 'Wegenetz: Kanten',
  key: [],
  columns: { start_node: integer(), end_node: integer(), metres: real(), walkable: flag(), cyclable: flag() },
});

export function writeStreets(database: SqlDatabase, city: City): void {
  const streets = city.streets;
  if (streets === undefined) return;
  const srs = srsOf(city.manifest.crs);
  insertRows(database, streetNodeTable, Array.from(streets.nodeX, (x, node) => ({ geom: pointBlob([x, streets.nodeY[node]!], srs) })));
  insertRows(database, streetEdgeTable, Array.from(streets.start, (start, edge) => ({
    start_node: start + 1,
    end_node: streets.end[edge]! + 1,
    metres: streets.metres[edge]!,
    walkable: streets.walkable[edge] === 0 ? 0 as const : 1 as const,
    cyclable: streets.cyclable[edge] === 0 ? 0 as const : 1 as const,
  })));
}

/** Undefined when the file holds no nodes. */
export function readStreets(database: SqlDatabase, srs: number): StreetNetwork | undefined {
  const nodes = countOf(database, streetNodeTable.name);
  if (nodes === 0) return undefined;
  const edges = countOf(database, streetEdgeTable.name);
  const nodeX = new Float64Array(nodes);
  const nodeY = new Float64Array(nodes);
  const indexOf = new Map<number, number>();
  database.eachRow('SELECT fid, geom FROM street_node ORDER BY fid', ([fid, blob]) => {
    const index = indexOf.size;
    [nodeX[index], nodeY[index]] = nodePlace(blob, Number(fid), srs);
    indexOf.set(Number(fid), index);
  });
  const streets = {
    nodeX,
    nodeY,
    start: new Uint32Array(edges),
    end: new Uint32Array(edges),
    metres: new Float32Array(edges),
    walkable: new Uint8Array(edges),
    cyclable: new Uint8Array(edges),
  };
  let edge = 0;
  database.eachRow('SELECT fid, start_node, end_node, metres, walkable, cyclable FROM street_edge ORDER BY fid', (row) => {
    const [fid, startNode, endNode, metres, walkable, cyclable] = row;
    const start = indexOf.get(startNode as number);
    const end = indexOf.get(endNode as number);
    const fault = (column: string, reason: string) => new RowFault(streetEdgeTable.name, `fid ${String(fid)}`, column, reason);
    if (start === undefined) throw fault('start_node', 'no such node');
    if (end === undefined) throw fault('end_node', 'no such node');
    if (typeof metres !== 'number' || !(metres >= 0) || metres === Infinity) throw fault('metres', 'not a length');
    if (walkable !== 0 && walkable !== 1) throw fault('walkable', 'neither 0 nor 1');
    if (cyclable !== 0 && cyclable !== 1) throw fault('cyclable', 'neither 0 nor 1');
    streets.start[edge] = start;
    streets.end[edge] = end;
    streets.metres[edge] = metres;
    streets.walkable[edge] = walkable;
    streets.cyclable[edge] = cyclable;
    edge += 1;
  });
  return streets;
}

export const countOf = (database: SqlDatabase, table: string): number => Number(database.rows(`SELECT count(*) FROM "${table}"`)[0]![0]);

function nodePlace(blob: unknown, fid: number, srs: number): readonly [number, number] {
  if (!(blob instanceof Uint8Array)) throw new RowFault(streetNodeTable.name, `fid ${fid}`, 'geom', 'not a geometry');
  try {
    return pointFrom(blob, srs);
  } catch (cause) {
    if (!(cause instanceof GeometryFault)) throw cause;
    throw new RowFault(streetNodeTable.name, `fid ${fid}`, 'geom', cause.message);
  }
}
