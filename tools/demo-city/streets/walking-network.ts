import type { Coordinate } from '#app/domain/geometry/shapes.ts';
import { Delaunay } from 'd3-delaunay';
import { roundTo } from '../ground/shapes-of-labels.ts';
import { distance } from '../ground/polyline.ts';
import type { Ground } from '../ground/ground.ts';
import { footCrossings } from '../names/landscape.ts';
import { randomStream } from '../random.ts';
import { barriersOf, type Crosses } from './barriers.ts';
import { localStreets } from './local-streets.ts';

/** The walking network while it is built. `street` is the name an address at the node carries. */
export type WalkNode = { readonly at: Coordinate; readonly patch: string; readonly street: string | undefined; readonly number: number };
export type WalkEdge = { readonly start: number; readonly end: number; readonly cyclable: boolean };
export type Walk = { readonly nodes: readonly WalkNode[]; readonly edges: readonly WalkEdge[] };

/** Main roads, local streets, paths through parks and fields; river and railway are crossed on main roads and footbridges only. */
export function walkingNetwork(ground: Ground): Walk {
  const crosses = barriersOf([ground.river, ground.rail]);
  const draft = new Draft();
  layMainRoads(draft, ground);
  layFootCrossings(draft);
  localStreets(draft, ground, crosses);
  scatterPaths(draft, ground);
  joinUp(draft, crosses);
  return largestPart(draft);
}

export class Draft {
  readonly nodes: WalkNode[] = [];
  readonly edges: WalkEdge[] = [];
  readonly degree: number[] = [];
  private readonly bins = new Map<string, number[]>();

  add(node: WalkNode): number {
    const index = this.nodes.length;
    this.nodes.push({ ...node, at: [roundTo(node.at[0]), roundTo(node.at[1])] });
    this.degree.push(0);
    const bin = binOf(node.at);
    this.bins.set(bin, [...(this.bins.get(bin) ?? []), index]);
    return index;
  }

  link(start: number, end: number, cyclable = true): void {
    if (start === end) return;
    this.edges.push({ start, end, cyclable });
    this.degree[start] = (this.degree[start] ?? 0) + 1;
    this.degree[end] = (this.degree[end] ?? 0) + 1;
  }

  /** The nearest node within `metres` (at most 100). */
  near(at: Coordinate, metres: number): number | undefined {
    let best: number | undefined;
    let least = metres;
    for (let dx = -100; dx <= 100; dx += 100) for (let dy = -100; dy <= 100; dy += 100) {
      for (const index of this.bins.get(binOf([at[0] + dx, at[1] + dy])) ?? []) {
        const gap = distance(at, (this.nodes[index] as WalkNode).at);
        if (gap < least) [best, least] = [index, gap];
      }
    }
    return best;
  }
}

const binOf = (at: Coordinate) => `${Math.floor(at[0] / 100)},${Math.floor(at[1] / 100)}`;

function layMainRoads(draft: Draft, ground: Ground): void {
  for (const road of ground.roads) {
    let before: number | undefined;
    const own: number[] = [];
    road.line.forEach((at, i) => {
      if (ground.quarterAt(...at) === undefined) return (before = undefined);
      const met = draft.near(at, 36);
      const node = met !== undefined && !own.includes(met) ? met : draft.add({ at, patch: 'main', street: road.name, number: i * 3 + 1 });
      if (before !== undefined) draft.link(before, node);
      own.splice(0, Math.max(0, own.length - 3));
      own.push(node);
      before = node;
      return undefined;
    });
  }
}

function layFootCrossings(draft: Draft): void {
  footCrossings.forEach(([a, b], i) => {
    const patch = `crossing-${i}`;
    draft.link(draft.add({ at: a, patch, street: undefined, number: 0 }), draft.add({ at: b, patch, street: undefined, number: 0 }), false);
  });
}

/** Loose points in parks and fields; `joinUp` makes paths of them. */
function scatterPaths(draft: Draft, ground: Ground): void {
  const random = randomStream('paths');
  for (let x = -6500; x < 6500; x += 92) for (let y = -7200; y < 7200; y += 92) {
    const at: Coordinate = [x + random.between(-34, 34), y + random.between(-34, 34)];
    const lot = random.unit();
    const land = ground.landAt(...at);
    const share = land === 'green' ? 0.85 : land === 'field' ? 0.1 : 0;
    if (lot < share && draft.near(at, 45) === undefined) draft.add({ at, patch: land === 'green' ? 'green' : 'field', street: undefined, number: 0 });
  }
}

/** Joins patches where they meet, first with near links, then with as few and short links as connect everything. */
function joinUp(draft: Draft, crosses: Crosses): void {
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

/** Connected parts (union–find). */
export class Parts {
  private readonly parent: Int32Array;
  constructor(size: number) {
    this.parent = Int32Array.from({ length: size }, (_, i) => i);
  }
  find(node: number): number {
    let root = node;
    while (this.parent[root] !== root) root = this.parent[root] as number;
    for (let step = node; step !== root; ) {
      const above = this.parent[step] as number;
      this.parent[step] = root;
      step = above;
    }
    return root;
  }
  merge(a: number, b: number): void {
    this.parent[this.find(a)] = this.find(b);
  }
}

/** Leaves out the few nodes no path reaches. */
function largestPart(draft: Draft): Walk {
  const parts = new Parts(draft.nodes.length);
  for (const edge of draft.edges) parts.merge(edge.start, edge.end);
  const sizes = new Map<number, number>();
  draft.nodes.forEach((_, node) => sizes.set(parts.find(node), (sizes.get(parts.find(node)) ?? 0) + 1));
  const main = [...sizes].sort((a, b) => b[1] - a[1])[0]?.[0];
  const renumbered = new Map<number, number>();
  draft.nodes.forEach((_, node) => {
    if (parts.find(node) === main) renumbered.set(node, renumbered.size);
  });
  const edges: WalkEdge[] = [];
  for (const edge of draft.edges) {
    const [start, end] = [renumbered.get(edge.start), renumbered.get(edge.end)];
    if (start !== undefined && end !== undefined) edges.push({ ...edge, start, end });
  }
  return { nodes: draft.nodes.filter((_, node) => renumbered.has(node)), edges };
}
