import type { PathSearch, PathSource } from './shortest-paths.ts';
import type { DrawnEdges, PlaceOnEdge } from './snap-to-edge.ts';
import { sourcesAt } from './snap-to-edge.ts';

/**
 * How much of a street lies within a walk of given lengths. `from` and `to` are metres along the edge from its start; the stretch between them
 * is reached within `limits[band]` metres and not within the limit before (band 0: within the first).
 */
export type ReachedStretch = { readonly edge: number; readonly from: number; readonly to: number; readonly band: number };

/**
 * The streets within a walk, cut where the walk ends: every point of an edge is as far as the shorter of the ways over its two ends (or from a
 * starting place on the edge itself). Of an edge that is reached from both ends but not in its middle two stretches come back. `limits` ascend,
 * in metres; `starts` are places on edges, the nearest of which counts. `uses` says which edges count, as in the graph of the search; the graph must let
 * these be walked in both directions. Stretches come in the order of their edges; none overlap; together they are all that is within the
 * last limit. Throws for limits that do not ascend.
 */
export function reachedStretches(network: DrawnEdges, search: PathSearch, starts: readonly PlaceOnEdge[], limits: readonly number[], uses: (edge: number) => boolean = () => true): readonly ReachedStretch[] {
  if (limits.some((limit, i) => !(limit >= 0) || (i > 0 && limit <= limits[i - 1]!))) throw new RangeError('limits must ascend');
  const last = limits.at(-1);
  if (last === undefined) return [];
  const sources: PathSource[] = starts.flatMap((place) => sourcesAt(network, place));
  const { distance } = search(sources, last);
  const startsOn = new Map<number, number[]>();
  for (const { edge, along } of starts) startsOn.set(edge, [...(startsOn.get(edge) ?? []), along]);

  const stretches: ReachedStretch[] = [];
  for (let edge = 0; edge < network.start.length; edge += 1) {
    if (!uses(edge)) continue;
    const atStart = distance[network.start[edge]!]!;
    const atEnd = distance[network.end[edge]!]!;
    const own = startsOn.get(edge);
    if (atStart === Infinity && atEnd === Infinity && own === undefined) continue;
    const length = network.metres[edge]!;
    let inner: readonly Interval[] = [];
    limits.forEach((limit, band) => {
      const within = intervalsWithin(limit, length, atStart, atEnd, own ?? []);
      for (const [from, to] of without(within, inner)) stretches.push({ edge, from, to, band });
      inner = within;
    });
  }
  return stretches;
}

type Interval = readonly [from: number, to: number];

/** Stretches of one edge within one limit, ascending and apart. */
function intervalsWithin(limit: number, length: number, atStart: number, atEnd: number, own: readonly number[]): readonly Interval[] {
  const reached: Interval[] = [];
  if (atStart <= limit) reached.push([0, Math.min(length, limit - atStart)]);
  if (atEnd <= limit) reached.push([Math.max(0, length - (limit - atEnd)), length]);
  for (const along of own) reached.push([Math.max(0, along - limit), Math.min(length, along + limit)]);
  reached.sort(([a], [b]) => a - b);
  const apart: [number, number][] = [];
  for (const [from, to] of reached) {
    const before = apart.at(-1);
    if (before !== undefined && from <= before[1]) before[1] = Math.max(before[1], to);
    else apart.push([from, to]);
  }
  return apart;
}

/** What `outer` has beyond `inner`, which lies in it. Stretches of no length are left out. */
function without(outer: readonly Interval[], inner: readonly Interval[]): readonly Interval[] {
  return outer.flatMap(([from, to]) => {
    const pieces: Interval[] = [];
    let at = from;
    for (const [innerFrom, innerTo] of inner) {
      if (innerTo < at || innerFrom > to) continue;
      if (innerFrom > at) pieces.push([at, innerFrom]);
      at = Math.max(at, innerTo);
    }
    if (at < to) pieces.push([at, to]);
    return pieces;
  });
}

/** Metres of street within each of the limits, the earlier ones included. */
export function reachedMetres(stretches: readonly ReachedStretch[], limits: readonly number[]): readonly number[] {
  const bands = limits.map(() => 0);
  for (const { from, to, band } of stretches) bands[band]! += to - from;
  let sum = 0;
  return bands.map((metres) => (sum += metres));
}
