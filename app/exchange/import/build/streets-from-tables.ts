import type { StreetNetwork } from '#app/domain/city/city.ts';
import { plainText } from '#app/domain/source/columns.ts';
import { readNumber } from '../recognise/numbers.ts';
import type { RawCell } from '../source/source.ts';
import type { PlacingContext } from './build-context.ts';
import { columnIndex, openRows } from './rows.ts';
import type { Place, RowSource } from './rows.ts';

const PLACE: Place = { part: 'streets', subject: 'streetTables' };
const NODE_COLUMNS = ['node', 'x', 'y'] as const;
const EDGE_COLUMNS = ['start_node', 'end_node', 'metres', 'walkable', 'cyclable', 'steps', 'cycle_oneway'] as const;

/**
 * A network out of the two tables of an export, column for column as `docs/tables-export.md` has them. Rows that are not numbers, and edges to nodes that are not there, are errors
 * with their line: a network with holes would lead people astray.
 */
export function streetsFromTables(context: PlacingContext, files: { readonly nodes: string; readonly edges: string }): StreetNetwork | undefined {
  const nodes = numbersIn(context, files.nodes, NODE_COLUMNS);
  const edges = numbersIn(context, files.edges, EDGE_COLUMNS);
  if (nodes === undefined || edges === undefined) return undefined;
  const placeOf = new Map(nodes.rows.map(([node], index) => [node, index]));
  const lost = edges.rows.flatMap(([start, end], index) => (placeOf.has(start) && placeOf.has(end) ? [] : [String(edges.lines[index])]));
  if (lost.length > 0) context.log.error('streets', 'streetTables', 'streetRowsBroken', { count: lost.length }, lost);
  if (nodes.rows.length === 0) context.log.error('streets', 'streetTables', 'streetsEmpty');
  if (lost.length > 0 || nodes.rows.length === 0) return undefined;
  const flag = (column: number) => Uint8Array.from(edges.rows, (row) => (row[column] === 1 ? 1 : 0));
  return {
    nodeX: Float64Array.from(nodes.rows, (row) => row[1]!),
    nodeY: Float64Array.from(nodes.rows, (row) => row[2]!),
    start: Uint32Array.from(edges.rows, (row) => placeOf.get(row[0])!),
    end: Uint32Array.from(edges.rows, (row) => placeOf.get(row[1])!),
    metres: Float32Array.from(edges.rows, (row) => row[2]!),
    walkable: flag(3),
    cyclable: flag(4),
    steps: flag(5),
    cycleOneway: flag(6),
  };
}

type Numbers = { readonly rows: readonly (readonly number[])[]; readonly lines: readonly number[] };

function numbersIn(context: PlacingContext, file: string, columns: readonly string[]): Numbers | undefined {
  const source: RowSource | undefined = openRows(context, { file }, PLACE);
  const indexes = source && columns.map((column) => columnIndex(source, column, context, PLACE));
  if (source === undefined || indexes === undefined || indexes.some((index) => index === undefined)) return undefined;
  const unreadable: string[] = [];
  const rows = source.rows.map(({ cells, line }) => {
    const numbers = indexes.map((index) => numberOf(cells[index!]));
    if (numbers.some((number) => number === undefined)) unreadable.push(String(line));
    return numbers as number[];
  });
  if (unreadable.length === 0) return { rows, lines: source.rows.map(({ line }) => line) };
  context.log.error('streets', 'streetTables', 'streetRowsBroken', { count: unreadable.length }, unreadable);
  return undefined;
}

function numberOf(raw: RawCell): number | undefined {
  if (typeof raw === 'number') return raw;
  const reading = readNumber(plainText(raw), { decimal: ',', thousands: '' });
  return reading.kind === 'number' ? reading.value : undefined;
}
