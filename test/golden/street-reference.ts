import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { sharedFile } from '#test/shared-data.ts';

export type Row = Readonly<Record<string, string>>;

/** Rows of a shared csv, packed or not. */
export function sharedRows(path: string): readonly Row[] {
  const bytes = readFileSync(sharedFile(path)!);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data;
}

/** The reference network of Heidelberg as ways again: edges of one way follow each other. */
export function referenceWays(nodes: readonly Row[], edges: readonly Row[]) {
  const place = new Map(nodes.map((row, i) => [row['node_id']!, i]));
  const ways: { readonly id: string; readonly nodes: Uint32Array; readonly tags: ReadonlyMap<string, string> }[] = [];
  for (let from = 0; from < edges.length; ) {
    const { way_id: id, highway } = edges[from]!;
    const row = [place.get(edges[from]!['u']!)!];
    let last = edges[from]!['u'];
    let at = from;
    for (; at < edges.length && edges[at]!['way_id'] === id && edges[at]!['u'] === last; at += 1) {
      last = edges[at]!['v'];
      row.push(place.get(last!)!);
    }
    ways.push({ id: id!, nodes: Uint32Array.from(row), tags: new Map([['highway', highway!]]) });
    from = at;
  }
  return {
    place,
    streets: { nodeLongitude: Float64Array.from(nodes, (row) => Number(row['lon'])), nodeLatitude: Float64Array.from(nodes, (row) => Number(row['lat'])), nodeTags: new Map(), ways },
  };
}
