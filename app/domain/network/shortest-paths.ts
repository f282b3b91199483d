import type { PathGraph } from './path-graph.ts';

/** Where a search begins: a node, reached with `metres` already walked (a place in the middle of an edge gives two, see snap-to-edge.ts). */
export type PathSource = { readonly node: number; readonly metres: number };

/**
 * What a search found. `reached` lists the nodes within the limit, the nearest first. `distance` is Infinity and `source` -1 for all
 * others. All three are views of the search's own memory and change with its next run.
 */
export type ReachedNodes = {
  readonly reached: Uint32Array;
  readonly distance: Float64Array;
  /** Which source (its place in the list given) the shortest way comes from. */
  readonly source: Int32Array;
};
/** Metres up to and including `limit` count. Sources beyond the limit, or with a negative or unknown distance, are no sources. */
export type PathSearch = (sources: readonly PathSource[], limit?: number) => ReachedNodes;

/**
 * Dijkstra's algorithm (1959) over a graph with lengths of 0 or more, from one source or many at once. The memory is taken once and only
 * what a run touched is cleared, so thousands of short searches in a large city cost what they reach. The queue is a heap of four
 * children per place that knows where each node stands, so a node is never in it twice. Two ways of equal length: the first found
 * stays, which is the same on every machine for the same graph.
 */
export function pathSearch({ offsets, targets, metres }: PathGraph): PathSearch {
  const nodeCount = offsets.length - 1;
  const distance = new Float64Array(nodeCount).fill(Infinity);
  const source = new Int32Array(nodeCount).fill(-1);
  const reached = new Uint32Array(nodeCount);
  const heap = new Uint32Array(nodeCount);
  /** Place of a node in the heap; -1: not yet seen. */
  const place = new Int32Array(nodeCount).fill(-1);
  const touched = new Uint32Array(nodeCount);
  let [heapSize, touchedCount] = [0, 0];

  const moveUp = (node: number, from: number): void => {
    const key = distance[node]!;
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 2;
      const other = heap[parent]!;
      if (distance[other]! <= key) break;
      heap[at] = other;
      place[other] = at;
      at = parent;
    }
    heap[at] = node;
    place[node] = at;
  };
  const takeNearest = (): number => {
    const nearest = heap[0]!;
    const node = heap[--heapSize]!;
    if (heapSize > 0) {
      const key = distance[node]!;
      let at = 0;
      for (let child = 1; child < heapSize; child = 4 * at + 1) {
        const last = Math.min(child + 3, heapSize - 1);
        let smallest = child;
        let smallestKey = distance[heap[child]!]!;
        for (let other = child + 1; other <= last; other += 1) {
          const otherKey = distance[heap[other]!]!;
          if (otherKey < smallestKey) [smallest, smallestKey] = [other, otherKey];
        }
        if (smallestKey >= key) break;
        const moved = heap[smallest]!;
        heap[at] = moved;
        place[moved] = at;
        at = smallest;
      }
      heap[at] = node;
      place[node] = at;
    }
    return nearest;
  };
  const reach = (node: number, along: number, from: number): void => {
    if (along >= distance[node]!) return;
    distance[node] = along;
    source[node] = from;
    if (place[node] === -1) {
      touched[touchedCount++] = node;
      moveUp(node, heapSize++);
    } else moveUp(node, place[node]!);
  };

  return (sources, limit = Infinity) => {
    for (let i = 0; i < touchedCount; i += 1) {
      const node = touched[i]!;
      distance[node] = Infinity;
      source[node] = -1;
      place[node] = -1;
    }
    [heapSize, touchedCount] = [0, 0];
    sources.forEach(({ node, metres: along }, i) => {
      if (node < nodeCount && along >= 0 && along <= limit) reach(node, along, i);
    });
    let count = 0;
    while (heapSize > 0) {
      const node = takeNearest();
      reached[count++] = node;
      const along = distance[node]!;
      const from = source[node]!;
      for (let arc = offsets[node]!, end = offsets[node + 1]!; arc < end; arc += 1) {
        const next = along + metres[arc]!;
        if (next <= limit) reach(targets[arc]!, next, from);
      }
    }
    return { reached: reached.subarray(0, count), distance, source };
  };
}

/** Distances in metres from the nearest of the sources to every node; Infinity where there is no way within the limit. */
export function shortestPaths(graph: PathGraph, sources: readonly PathSource[], limit = Infinity): { readonly distance: Float64Array; readonly source: Int32Array } {
  const { distance, source } = pathSearch(graph)(sources, limit);
  return { distance, source };
}
