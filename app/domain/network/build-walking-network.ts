import type { ProjectedCrs, StreetNetwork } from '../city/city.ts';
import { fromLongitudeLatitude } from '../geometry/crs.ts';
import { ellipsoidDistance } from '../geometry/ellipsoid-distance.ts';
import { nearShape } from '../geometry/near-shape.ts';
import type { MultiPolygon } from '../geometry/shapes.ts';
import type { NetworkParts } from './connected-components.ts';
import { connectedComponents } from './connected-components.ts';
import { cyclingOn } from './cycling-rule.ts';
import type { Tags } from './walking-rule.ts';
import { isOpenOnFoot, isWalkable } from './walking-rule.ts';

/** Ways of a map as rows of nodes; coordinates in degrees (WGS 84). What the OpenStreetMap readers give fits. */
export type StreetWays = {
  readonly nodeLongitude: Float64Array;
  readonly nodeLatitude: Float64Array;
  readonly nodeTags: ReadonlyMap<number, Tags>;
  readonly ways: readonly { readonly nodes: Uint32Array; readonly tags: Tags }[];
};
/** `within`: only streets near this outline, metres in `crs`; without it all. */
export type StreetOptions = { readonly crs: ProjectedCrs; readonly within?: { readonly outline: MultiPolygon; readonly margin: number } | undefined };

export type BuiltStreets = {
  readonly network: StreetNetwork;
  /** What hangs together on foot. */
  readonly parts: NetworkParts;
  /** Nodes with something in the way, by kind (`gate`, `bollard` ...); `closed`: of these, where the tags forbid walkers to pass. */
  readonly barriers: ReadonlyMap<string, { readonly count: number; readonly closed: number }>;
  /** Street ways that are no part of the network, by the value of `highway`. */
  readonly waysLeftOut: ReadonlyMap<string, number>;
  /** Edges beyond the margin around the outline. */
  readonly edgesOutside: number;
};

/**
 * The network of all ways one may walk or cycle on (walking-rule.ts, cycling-rule.ts). Every node of a way becomes a node, so the shape of
 * streets is kept, places find the nearest point of a street, and distances are known at every node; an edge is one straight
 * stretch. Lengths are metres on the WGS 84 ellipsoid, coordinates metres in `crs` (so a length is not the distance of its
 * coordinates: UTM distorts by up to 0.4 per mille). Ways meet where they share a node, and nowhere else: a bridge does not meet the street
 * below. Barriers are counted and do not cut a way. Islands are kept; `parts` says how large they are.
 */
export function buildWalkingNetwork(streets: StreetWays, { crs, within }: StreetOptions): BuiltStreets {
  const { nodeLongitude, nodeLatitude } = streets;
  const used = streets.ways.map(({ tags }) => usesOf(tags));
  const isNear = within === undefined ? undefined : nearShape(within.outline, within.margin);
  const project = fromLongitudeLatitude(crs);
  const place = new Int32Array(nodeLongitude.length).fill(-1);
  const x = new Float64Array(nodeLongitude.length);
  const y = new Float64Array(nodeLongitude.length);
  const near = new Uint8Array(nodeLongitude.length);
  const projected = new Uint8Array(nodeLongitude.length);
  const isNodeNear = (node: number): boolean => {
    if (projected[node] === 0) {
      [x[node], y[node]] = project([nodeLongitude[node]!, nodeLatitude[node]!]) as [number, number];
      // half a world away the projection has no answer
      const isPlace = Number.isFinite(x[node]) && Number.isFinite(y[node]);
      near[node] = isPlace && (isNear === undefined || isNear(x[node]!, y[node]!)) ? 1 : 0;
      projected[node] = 1;
    }
    return near[node] === 1;
  };

  const capacity = streets.ways.reduce((sum, { nodes }, way) => sum + (used[way] === undefined ? 0 : Math.max(nodes.length - 1, 0)), 0);
  const columns = edgeColumns(capacity);
  /** Nodes of the network in its order, as places in the given ones. */
  const originals = new Uint32Array(nodeLongitude.length);
  let nodeCount = 0;
  const placeOf = (node: number): number => {
    if (place[node] === -1) {
      place[node] = nodeCount;
      originals[nodeCount++] = node;
    }
    return place[node]!;
  };
  let edges = 0;
  let edgesOutside = 0;
  streets.ways.forEach(({ nodes }, way) => {
    const uses = used[way];
    if (uses === undefined) return;
    for (let i = 1; i < nodes.length; i += 1) {
      const [from, to] = uses.cycling === 'against' ? [nodes[i]!, nodes[i - 1]!] : [nodes[i - 1]!, nodes[i]!];
      if (from === to) continue;
      // an edge belongs to the city when one of its ends does
      const [fromIsNear, toIsNear] = [isNodeNear(from), isNodeNear(to)];
      if ((!fromIsNear && !toIsNear) || !Number.isFinite(x[from]! + y[from]! + x[to]! + y[to]!)) {
        edgesOutside += 1;
        continue;
      }
      columns.start[edges] = placeOf(from);
      columns.end[edges] = placeOf(to);
      columns.metres[edges] = ellipsoidDistance(nodeLongitude[from]!, nodeLatitude[from]!, nodeLongitude[to]!, nodeLatitude[to]!);
      columns.walkable[edges] = uses.walkable ? 1 : 0;
      columns.cyclable[edges] = uses.cycling === 'none' ? 0 : 1;
      columns.steps[edges] = uses.steps ? 1 : 0;
      columns.cycleOneway[edges] = uses.cycling === 'along' || uses.cycling === 'against' ? 1 : 0;
      edges += 1;
    }
  });
  const nodes = originals.subarray(0, nodeCount);
  const network: StreetNetwork = { nodeX: Float64Array.from(nodes, (node) => x[node]!), nodeY: Float64Array.from(nodes, (node) => y[node]!), ...firstRows(columns, edges) };
  return {
    network,
    parts: connectedComponents(nodeCount, network, (edge) => network.walkable[edge] === 1),
    barriers: barriersOf(nodes, streets.nodeTags),
    waysLeftOut: leftOut(streets, used),
    edgesOutside,
  };
}

type Uses = { readonly walkable: boolean; readonly cycling: ReturnType<typeof cyclingOn>; readonly steps: boolean };

/** Undefined for a way that is of no use to walkers and cyclists. */
function usesOf(tags: Tags): Uses | undefined {
  const walkable = isWalkable(tags);
  const cycling = cyclingOn(tags);
  return walkable || cycling !== 'none' ? { walkable, cycling, steps: tags.get('highway') === 'steps' } : undefined;
}

const edgeColumns = (capacity: number) => ({
  start: new Uint32Array(capacity),
  end: new Uint32Array(capacity),
  metres: new Float32Array(capacity),
  walkable: new Uint8Array(capacity),
  cyclable: new Uint8Array(capacity),
  steps: new Uint8Array(capacity),
  cycleOneway: new Uint8Array(capacity),
});

/** Copies, so that the memory of edges left out goes. */
const firstRows = (columns: ReturnType<typeof edgeColumns>, edges: number): ReturnType<typeof edgeColumns> => ({
  start: columns.start.slice(0, edges),
  end: columns.end.slice(0, edges),
  metres: columns.metres.slice(0, edges),
  walkable: columns.walkable.slice(0, edges),
  cyclable: columns.cyclable.slice(0, edges),
  steps: columns.steps.slice(0, edges),
  cycleOneway: columns.cycleOneway.slice(0, edges),
});

function barriersOf(nodes: Uint32Array, nodeTags: ReadonlyMap<number, Tags>): BuiltStreets['barriers'] {
  const barriers = new Map<string, { count: number; closed: number }>();
  for (const node of nodes) {
    const tags = nodeTags.get(node);
    const kind = tags?.get('barrier');
    if (tags === undefined || kind === undefined) continue;
    const entry = barriers.get(kind) ?? { count: 0, closed: 0 };
    entry.count += 1;
    if (!isOpenOnFoot(tags)) entry.closed += 1;
    barriers.set(kind, entry);
  }
  return new Map([...barriers].sort(([kindA, a], [kindB, b]) => b.count - a.count || (kindA < kindB ? -1 : 1)));
}

function leftOut({ ways }: StreetWays, used: readonly (Uses | undefined)[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  ways.forEach(({ tags }, way) => {
    const highway = tags.get('highway');
    if (highway !== undefined && used[way] === undefined) counts.set(highway, (counts.get(highway) ?? 0) + 1);
  });
  return new Map([...counts].sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1)));
}
