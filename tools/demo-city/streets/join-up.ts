import type { Coordinate } from '#app/domain/geometry/shapes.ts';
import { Delaunay } from 'd3-delaunay';
import { distance } from '../ground/polyline.ts';
import { randomStream } from '../random.ts';
import type { Crosses } from './barriers.ts';
import type { Draft, WalkNode } from './draft.ts';
import { Parts } from './parts.ts';

/** Joins patches where they meet, first with near links, then with as few and short links as connect everything. */
export function joinUp(draft: Draft, crosses: Crosses): void {
  const random = randomStream('join');
  const candidates = neighbourPairs(draft);
  const known = new Set(draft.edges.map((edge) => key(edge.start, edge.end)));
  for (const { a, b, metres, open } of candidates) {
    const [from, to] = [draft.nodes[a] as WalkNode, draft.nodes[b] as WalkNode];
    const lot = random.unit();
    if (known.has(key(a, b)) || !open) continue;
    const loose = Math.min(draft.degree[a] ?? 0, draft.degree[b] ?? 0);
    const paths = from.patch === to.patch && (from.patch === 'green' || from.patch === 'field');
    const wanted = paths
      ? (from.patch === 'green' ? metres < 165 && lot < 0.72 : metres < 460 && lot < 0.8)
      : from.patch !== to.patch && (metres < 112 ? loose <= 1 || lot < 0.14 : metres < 190 && (from.patch === 'field' || to.patch === 'field') && lot < 0.25);
    if (!wanted || crosses(from.at, to.at)) continue;
    draft.link(a, b);
    known.add(key(a, b));
  }
  const parts = new Parts(draft.nodes.length);
  for (const edge of draft.edges) parts.merge(edge.start, edge.end);
  for (const { a, b, metres } of candidates) {
    if (metres > 500 || parts.find(a) === parts.find(b)) continue;
    if (crosses((draft.nodes[a] as WalkNode).at, (draft.nodes[b] as WalkNode).at)) continue;
    draft.link(a, b);
    parts.merge(a, b);
  }
}

type Pair = { readonly a: number; readonly b: number; readonly metres: number; readonly open: boolean };

/** Delaunay neighbours, shortest first; `open` when no third node lies in the circle over the pair (Gabriel). */
function neighbourPairs(draft: Draft): Pair[] {
  const points = draft.nodes.map((node) => node.at as [number, number]);
  const { triangles, halfedges } = Delaunay.from(points);
  const pairs: Pair[] = [];
  for (let edge = 0; edge < triangles.length; edge++) {
    const opposite = halfedges[edge] as number;
    if (opposite < edge && opposite !== -1) continue;
    const following = edge % 3 === 2 ? edge - 2 : edge + 1;
    const [a, b] = [triangles[edge] as number, triangles[following] as number];
    const thirds = [apex(triangles, edge), opposite === -1 ? undefined : apex(triangles, opposite)];
    const [from, to] = [points[a] as Coordinate, points[b] as Coordinate];
    const middle: Coordinate = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
    const metres = distance(from, to);
    const open = thirds.every((third) => third === undefined || distance(points[third] as Coordinate, middle) >= metres / 2);
    pairs.push({ a, b, metres, open });
  }
  return pairs.sort((p, q) => p.metres - q.metres || p.a - q.a || p.b - q.b);
}

const apex = (triangles: ArrayLike<number>, edge: number) => triangles[edge - (edge % 3) + ((edge + 2) % 3)];
const key = (a: number, b: number) => (a < b ? a * 65536 + b : b * 65536 + a);
