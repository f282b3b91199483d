import type { Coordinate } from '#app/domain/geometry/shapes.ts';
import { distance } from '../ground/polyline.ts';
import { roundTo } from '../ground/shapes-of-labels.ts';

/** The walking network while it is built. `street` is the name an address at the node carries. */
export type WalkNode = { readonly at: Coordinate; readonly patch: string; readonly street: string | undefined; readonly number: number };
export type WalkEdge = { readonly start: number; readonly end: number; readonly cyclable: boolean };
export type Walk = { readonly nodes: readonly WalkNode[]; readonly edges: readonly WalkEdge[] };

/** A network being drawn: nodes and links can be added, and near nodes found. */
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
