import type { StreetNetwork } from '../city/city.ts';

/**
 * A network as arcs sorted by the node they leave (compressed sparse rows): the arcs of node n are `offsets[n]` to `offsets[n + 1]`. Typed
 * arrays only, so a graph can be handed to a worker without a copy.
 */
export type PathGraph = {
  readonly offsets: Uint32Array;
  readonly targets: Uint32Array;
  readonly metres: Float64Array;
  /** The edge an arc came from. */
  readonly edges: Uint32Array;
};
type Edges = { readonly start: Uint32Array; readonly end: Uint32Array; readonly metres: ArrayLike<number> };
export type ArcOptions = {
  /** Which edges count; without it all. */
  readonly uses?: (edge: number) => boolean;
  /** Which edges go from start to end only; without it none. */
  readonly oneway?: (edge: number) => boolean;
};

export function pathGraph(nodeCount: number, { start, end, metres }: Edges, { uses = () => true, oneway = () => false }: ArcOptions = {}): PathGraph {
  const offsets = new Uint32Array(nodeCount + 1);
  for (let edge = 0; edge < start.length; edge += 1) {
    if (!uses(edge)) continue;
    offsets[start[edge]! + 1]! += 1;
    if (!oneway(edge)) offsets[end[edge]! + 1]! += 1;
  }
  for (let node = 0; node < nodeCount; node += 1) offsets[node + 1]! += offsets[node]!;
  const arcs = offsets[nodeCount]!;
  const graph = { offsets, targets: new Uint32Array(arcs), metres: new Float64Array(arcs), edges: new Uint32Array(arcs) };
  const next = offsets.slice();
  const add = (from: number, to: number, edge: number): void => {
    const arc = next[from]!++;
    graph.targets[arc] = to;
    graph.metres[arc] = metres[edge]!;
    graph.edges[arc] = edge;
  };
  for (let edge = 0; edge < start.length; edge += 1) {
    if (!uses(edge)) continue;
    add(start[edge]!, end[edge]!, edge);
    if (!oneway(edge)) add(end[edge]!, start[edge]!, edge);
  }
  return graph;
}

/** Ways on foot, both directions; `withoutSteps` for wheelchairs and prams. */
export const walkingGraph = (network: StreetNetwork, { withoutSteps = false }: { readonly withoutSteps?: boolean } = {}): PathGraph =>
  pathGraph(network.nodeX.length, network, { uses: (edge) => network.walkable[edge] === 1 && !(withoutSteps && network.steps[edge] === 1) });

/** Ways by bicycle, one-way streets in their direction only. */
export const cyclingGraph = (network: StreetNetwork): PathGraph =>
  pathGraph(network.nodeX.length, network, { uses: (edge) => network.cyclable[edge] === 1, oneway: (edge) => network.cycleOneway[edge] === 1 });
