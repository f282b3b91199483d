import Flatbush from 'flatbush';
import { shareAlongSegment } from '../geometry/segment-distance.ts';
import type { PathSource } from './shortest-paths.ts';

/** The point of the network nearest to a place. */
export type PlaceOnEdge = {
  readonly edge: number;
  /** Metres along the edge from its start, measured as the edge's own length is. */
  readonly along: number;
  /** Metres from the place to the edge, in a straight line. */
  readonly away: number;
  readonly x: number;
  readonly y: number;
};
/** Undefined when no edge is within `maximum` metres. */
export type SnapToEdge = (x: number, y: number, maximum?: number) => PlaceOnEdge | undefined;
export type DrawnEdges = { readonly nodeX: Float64Array; readonly nodeY: Float64Array; readonly start: Uint32Array; readonly end: Uint32Array; readonly metres: ArrayLike<number> };

/** Metres of the first look around a place; streets are rarely farther. */
const FIRST_LOOK = 50;

/**
 * Finds the nearest point ON an edge, not the nearest node: on a long street the difference is half a block. `uses` says which edges
 * count. Of equally near edges the one with the lowest number is taken. The index is built once; a search looks at the edges in a
 * square around the place and doubles it until none outside can be nearer.
 */
export function snapToEdge({ nodeX, nodeY, start, end, metres }: DrawnEdges, uses: (edge: number) => boolean = () => true): SnapToEdge {
  const edges: number[] = [];
  for (let edge = 0; edge < start.length; edge += 1) if (uses(edge)) edges.push(edge);
  if (edges.length === 0) return () => undefined;
  const index = new Flatbush(edges.length);
  for (const edge of edges) {
    const [x1, y1, x2, y2] = [nodeX[start[edge]!]!, nodeY[start[edge]!]!, nodeX[end[edge]!]!, nodeY[end[edge]!]!];
    index.add(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
  }
  index.finish();

  const nearestWithin = (x: number, y: number, look: number): PlaceOnEdge | undefined => {
    let nearest: PlaceOnEdge | undefined;
    let nearestSquared = Infinity;
    for (const item of index.search(x - look, y - look, x + look, y + look)) {
      const edge = edges[item]!;
      const [x1, y1, x2, y2] = [nodeX[start[edge]!]!, nodeY[start[edge]!]!, nodeX[end[edge]!]!, nodeY[end[edge]!]!];
      const share = shareAlongSegment(x, y, x1, y1, x2, y2);
      const [onX, onY] = [x1 + share * (x2 - x1), y1 + share * (y2 - y1)];
      const squared = (onX - x) ** 2 + (onY - y) ** 2;
      if (squared > nearestSquared || (squared === nearestSquared && edge > nearest!.edge)) continue;
      nearestSquared = squared;
      nearest = { edge, along: share * metres[edge]!, away: Math.sqrt(squared), x: onX, y: onY };
    }
    return nearest;
  };

  return (x, y, maximum = Infinity) => {
    if (!Number.isFinite(x) || !Number.isFinite(y)) return undefined;
    // from here a square holds every edge there is
    const whole = Math.max(Math.abs(x - index.minX), Math.abs(x - index.maxX), Math.abs(y - index.minY), Math.abs(y - index.maxY));
    const farthest = Math.min(maximum, 2 * whole + 1);
    for (let look = Math.min(FIRST_LOOK, farthest); ; look = Math.min(look * 2, farthest)) {
      const nearest = nearestWithin(x, y, look);
      // an edge found farther away than the square reaches may be beaten by one outside the square
      if (nearest !== undefined && nearest.away <= look) return nearest;
      if (look >= farthest) return nearest !== undefined && nearest.away <= maximum ? nearest : undefined;
    }
  };
}

/** A place on an edge as sources of a search: both ends of the edge, with the way to them. For ways that go in both directions. */
export const sourcesAt = ({ start, end, metres }: Pick<DrawnEdges, 'start' | 'end' | 'metres'>, { edge, along }: PlaceOnEdge): readonly [PathSource, PathSource] => [
  { node: start[edge]!, metres: along },
  { node: end[edge]!, metres: Math.max(metres[edge]! - along, 0) },
];

/**
 * Distance along the network between two places on edges, from what a search from the first one found: over either end of the second
 * one's edge, or straight along a common edge. Infinity when there is no way within the search's limit.
 */
export function distanceBetween({ start, end, metres }: Pick<DrawnEdges, 'start' | 'end' | 'metres'>, from: PlaceOnEdge, to: PlaceOnEdge, distance: Float64Array): number {
  const over = Math.min(distance[start[to.edge]!]! + to.along, distance[end[to.edge]!]! + Math.max(metres[to.edge]! - to.along, 0));
  return from.edge === to.edge ? Math.min(over, Math.abs(from.along - to.along)) : over;
}
