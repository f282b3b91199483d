import type { City, StreetNetwork } from '#app/domain/city/city.ts';
import type { SqlDatabase } from '../../sqlite/sqlite.ts';
import { flag, geometry, integer, real } from '../column.ts';
import { pointBlob } from '../geometry/write-geometry.ts';
import { RowFault } from '../row-fault.ts';
import { defineTable, insertRows } from '../table.ts';
import { srsOf } from './manifest.ts';
import { placeOfRow } from './place-of-row.ts';

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
  columns: { start_node: integer(), end_node: integer(), metres: real(), walkable: flag(), cyclable: flag(), steps: flag(), cycle_oneway: flag() },
});

const FLAGS = ['walkable', 'cyclable', 'steps', 'cycle_oneway'] as const;

export function writeStreets(database: SqlDatabase, city: City): void {
  const streets = city.streets;
  if (streets === undefined) return;
  const srs = srsOf(city.manifest.crs);
  insertRows(database, streetNodeTable, Array.from(streets.nodeX, (x, node) => ({ geom: pointBlob([x, streets.nodeY[node]!], srs) })));
  insertRows(database, streetEdgeTable, Array.from(streets.start, (start, edge) => ({
    start_node: start + 1,
    end_node: streets.end[edge]! + 1,
    metres: streets.metres[edge]!,
    walkable: flagOf(streets.walkable[edge]),
    cyclable: flagOf(streets.cyclable[edge]),
    steps: flagOf(streets.steps[edge]),
    cycle_oneway: flagOf(streets.cycleOneway[edge]),
  })));
}

const flagOf = (value: number | undefined): 0 | 1 => (value === 0 ? 0 : 1);

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
    [nodeX[index], nodeY[index]] = placeOfRow(blob, srs, (column, reason) => new RowFault(streetNodeTable.name, `fid ${Number(fid)}`, column, reason));
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
    steps: new Uint8Array(edges),
    cycleOneway: new Uint8Array(edges),
  };
  let edge = 0;
  database.eachRow('SELECT fid, start_node, end_node, metres, walkable, cyclable, steps, cycle_oneway FROM street_edge ORDER BY fid', (row) => {
    const [fid, startNode, endNode, metres] = row;
    const start = indexOf.get(startNode as number);
    const end = indexOf.get(endNode as number);
    const fault = (column: string, reason: string) => new RowFault(streetEdgeTable.name, `fid ${String(fid)}`, column, reason);
    if (start === undefined) throw fault('start_node', 'no such node');
    if (end === undefined) throw fault('end_node', 'no such node');
    if (typeof metres !== 'number' || !(metres >= 0) || metres === Infinity) throw fault('metres', 'not a length');
    const flags = row.slice(4);
    const odd = flags.findIndex((value) => value !== 0 && value !== 1);
    if (odd !== -1) throw fault(FLAGS[odd]!, 'neither 0 nor 1');
    streets.start[edge] = start;
    streets.end[edge] = end;
    streets.metres[edge] = metres;
    [streets.walkable[edge], streets.cyclable[edge], streets.steps[edge], streets.cycleOneway[edge]] = flags as [number, number, number, number];
    edge += 1;
  });
  return streets;
}

export const countOf = (database: SqlDatabase, table: string): number => Number(database.rows(`SELECT count(*) FROM "${table}"`)[0]![0]);
