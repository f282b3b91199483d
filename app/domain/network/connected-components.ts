/**
 * Parts of a network that hang together, along the edges `uses` says yes to. `partOf` has a number for every node, parts in the order of
 * their length, the longest first; nodes without a used edge are in no part (-1).
 */
export type NetworkParts = { readonly partOf: Int32Array; readonly parts: readonly NetworkPart[] };
/** `node` is one of its nodes, the first, to find it on the map. */
export type NetworkPart = { readonly nodes: number; readonly edges: number; readonly metres: number; readonly node: number };
type Edges = { readonly start: Uint32Array; readonly end: Uint32Array; readonly metres: ArrayLike<number> };

export function connectedComponents(nodeCount: number, { start, end, metres }: Edges, uses: (edge: number) => boolean = () => true): NetworkParts {
  const leader = Uint32Array.from({ length: nodeCount }, (_, node) => node);
  const find = (node: number): number => {
    let root = node;
    while (leader[root] !== root) {
      // path halving keeps the trees flat
      leader[root] = leader[leader[root]!]!;
      root = leader[root]!;
    }
    return root;
  };
  const touched = new Uint8Array(nodeCount);
  for (let edge = 0; edge < start.length; edge += 1) {
    if (!uses(edge)) continue;
    const [one, other] = [find(start[edge]!), find(end[edge]!)];
    touched[start[edge]!] = touched[end[edge]!] = 1;
    // the smaller number leads: the same parts on every machine
    if (one < other) leader[other] = one;
    else leader[one] = other;
  }
  const sums = new Map<number, { nodes: number; edges: number; metres: number; node: number }>();
  for (let node = 0; node < nodeCount; node += 1) {
    if (touched[node] === 0) continue;
    const root = find(node);
    const sum = sums.get(root);
    if (sum === undefined) sums.set(root, { nodes: 1, edges: 0, metres: 0, node });
    else sum.nodes += 1;
  }
  for (let edge = 0; edge < start.length; edge += 1) {
    if (!uses(edge)) continue;
    const sum = sums.get(find(start[edge]!))!;
    sum.edges += 1;
    sum.metres += metres[edge]!;
  }
  const ordered = [...sums].sort(([rootA, a], [rootB, b]) => b.metres - a.metres || rootA - rootB);
  const rank = new Map(ordered.map(([root], i) => [root, i]));
  const partOf = new Int32Array(nodeCount).fill(-1);
  for (let node = 0; node < nodeCount; node += 1) if (touched[node] === 1) partOf[node] = rank.get(find(node))!;
  return { partOf, parts: ordered.map(([, sum]) => sum) };
}
