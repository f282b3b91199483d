import type { BuiltStreets } from './build-walking-network.ts';

/** Parts of the network shorter than this are counted as one line in a report; all are in the network. */
const SMALL_PART_METRES = 500;

export type NetworkReport = {
  readonly nodes: number;
  /** Straight stretches, and how many of them one may walk and cycle on. */
  readonly edges: number;
  readonly walkableEdges: number;
  readonly cyclableEdges: number;
  /** Length of the ways one may walk on, of those one may cycle on, and of stairs. */
  readonly metres: number;
  readonly cyclableMetres: number;
  readonly stepsMetres: number;
  /** Parts that hang together on foot; the share of the longest in the length, 0 to 1 (1 for a network without edges: nothing is cut off). */
  readonly components: number;
  readonly largestShare: number;
  /** All other parts of at least 500 m, the longest first, with a place in each (metres in the city's system). */
  readonly islands: readonly { readonly nodes: number; readonly metres: number; readonly x: number; readonly y: number }[];
  /** The rest: parts under 500 m. */
  readonly smallIslands: { readonly count: number; readonly metres: number };
  readonly barriers: readonly { readonly kind: string; readonly count: number; readonly closed: number }[];
  readonly barrierCount: number;
  readonly edgesOutside: number;
  readonly waysLeftOut: readonly { readonly highway: string; readonly count: number }[];
};

/** What a planner should know of a street network before trusting its distances. */
export function networkReport({ network, parts: { parts }, barriers, waysLeftOut, edgesOutside }: BuiltStreets): NetworkReport {
  const { nodeX, nodeY, metres, walkable, cyclable, steps } = network;
  const sum = { walkableEdges: 0, cyclableEdges: 0, metres: 0, cyclableMetres: 0, stepsMetres: 0 };
  for (let edge = 0; edge < metres.length; edge += 1) {
    const length = metres[edge]!;
    if (walkable[edge] === 1) {
      sum.walkableEdges += 1;
      sum.metres += length;
    }
    if (cyclable[edge] === 1) {
      sum.cyclableEdges += 1;
      sum.cyclableMetres += length;
    }
    if (steps[edge] === 1) sum.stepsMetres += length;
  }
  const others = parts.slice(1);
  const small = others.filter((part) => part.metres < SMALL_PART_METRES);
  return {
    nodes: nodeX.length,
    edges: metres.length,
    ...sum,
    components: parts.length,
    largestShare: sum.metres === 0 ? 1 : parts[0]!.metres / sum.metres,
    islands: others.filter((part) => part.metres >= SMALL_PART_METRES).map((part) => ({ nodes: part.nodes, metres: part.metres, x: nodeX[part.node]!, y: nodeY[part.node]! })),
    smallIslands: { count: small.length, metres: small.reduce((total, part) => total + part.metres, 0) },
    barriers: [...barriers].map(([kind, counts]) => ({ kind, ...counts })),
    barrierCount: [...barriers.values()].reduce((total, { count }) => total + count, 0),
    edgesOutside,
    waysLeftOut: [...waysLeftOut].map(([highway, count]) => ({ highway, count })),
  };
}
