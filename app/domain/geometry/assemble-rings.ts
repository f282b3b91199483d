import type { Coordinate, MultiPolygon, Polygon, Ring } from './shapes.ts';

/** Rings as rows of node numbers, the first repeated at the end, and the chains that do not close. */
export type AssembledRings = { readonly rings: readonly (readonly number[])[]; readonly open: readonly (readonly number[])[] };

/**
 * Joins lines that share end nodes into closed rings, in whatever order and direction they come. Where more than two lines meet in a node, a
 * ring is closed as soon as the chain comes back to a node it has passed, so rings that touch in a point come apart. What does not close is
 * handed back as open. A line given twice counts once.
 */
export function assembleRings(lines: readonly ArrayLike<number>[]): AssembledRings {
  const rings: number[][] = [];
  const open: number[][] = [];
  const parts = [...new Map(lines.filter(({ length }) => length > 1).map((line) => [keyOf(line), Array.from(line)])).values()];
  const loose = parts.filter((line) => {
    if (line[0] !== line.at(-1)) return true;
    if (line.length > 3) rings.push(line);
    return false;
  });
  const byEnd = new Map<number, Set<number>>();
  const ends = (line: readonly number[]): readonly [number, number] => [line[0]!, line.at(-1)!];
  loose.forEach((line, i) => {
    for (const end of ends(line)) byEnd.set(end, (byEnd.get(end) ?? new Set()).add(i));
  });
  const take = (i: number): number[] => {
    for (const end of ends(loose[i]!)) byEnd.get(end)?.delete(i);
    return loose[i]!;
  };

  for (let first = 0; first < loose.length; first += 1) {
    if (!ends(loose[first]!).some((end) => byEnd.get(end)?.has(first))) continue;
    // the chain as lines in walking direction; a closed stretch is cut out of it
    const chain = [take(first)];
    const grow = (): void => {
      for (;;) {
        const tip = chain.at(-1)!.at(-1)!;
        const back = chain.findIndex((line) => line[0] === tip);
        if (back >= 0) {
          rings.push(joined(chain.splice(back)));
          if (chain.length === 0) return;
          continue;
        }
        const next = byEnd.get(tip)?.values().next().value;
        if (next === undefined) return;
        const line = take(next);
        chain.push(line[0] === tip ? line : [...line].reverse());
      }
    };
    grow();
    if (chain.length > 0) {
      // the other way from where it began
      chain.reverse().forEach((line, i) => (chain[i] = [...line].reverse()));
      grow();
    }
    if (chain.length > 0) open.push(joined(chain));
  }
  return { rings: rings.filter(({ length }) => length > 3), open };
}

const joined = (chain: readonly (readonly number[])[]): number[] => [...chain[0]!, ...chain.slice(1).flatMap((line) => line.slice(1))];
/** The same line drawn the other way has the same key. */
function keyOf(line: ArrayLike<number>): string {
  const text = Array.from(line).join();
  const reversed = Array.from(line).reverse().join();
  return text < reversed ? text : reversed;
}

/**
 * Polygons from rings: a ring that lies in no other or in a hole is an outer ring, one that lies in an outer ring is its hole. The roles
 * a map gives its rings are often wrong, so only where they lie counts. `places` gives the coordinates of node numbers.
 */
export function polygonsOfRings(rings: readonly (readonly number[])[], places: (node: number) => Coordinate): MultiPolygon {
  const drawn = rings
    .map((nodes) => ({ nodes, ring: nodes.map(places), own: new Set(nodes) }))
    .map((entry) => ({ ...entry, area: Math.abs(signedArea(entry.ring)), box: boxOf(entry.ring) }))
    .filter(({ area }) => area > 0)
    .sort((a, b) => b.area - a.area);
  const depths: number[] = [];
  const polygons: { readonly outer: number; readonly rings: Ring[] }[] = [];
  drawn.forEach((inner, i) => {
    // the smallest ring around it comes last among the larger ones
    let around = -1;
    for (let j = i - 1; j >= 0 && around < 0; j -= 1) if (liesIn(inner, drawn[j]!)) around = j;
    depths[i] = around < 0 ? 0 : depths[around]! + 1;
    if (depths[i]! % 2 === 0) polygons.push({ outer: i, rings: [inner.ring] });
    else polygons.find(({ outer }) => outer === around)!.rings.push(inner.ring);
  });
  return polygons.map(({ rings: of }): Polygon => of);
}

type Drawn = { readonly nodes: readonly number[]; readonly ring: Ring; readonly own: ReadonlySet<number>; readonly box: readonly [number, number, number, number] };

function liesIn(inner: Drawn, outer: Drawn): boolean {
  if (inner.box[0] < outer.box[0] || inner.box[1] < outer.box[1] || inner.box[2] > outer.box[2] || inner.box[3] > outer.box[3]) return false;
  const free = inner.nodes.findIndex((node) => !outer.own.has(node));
  if (free >= 0) return isInRing(inner.ring[free]!, outer.ring);
  // every corner is also one of the outer ring: the middle of a side decides
  const sides = inner.ring.slice(1).map((to, i): Coordinate => [(inner.ring[i]![0] + to[0]) / 2, (inner.ring[i]![1] + to[1]) / 2]);
  return sides.filter((middle) => isInRing(middle, outer.ring)).length * 2 > sides.length;
}

function isInRing([x, y]: Coordinate, ring: Ring): boolean {
  let inside = false;
  for (let i = 1; i < ring.length; i += 1) {
    const [[x1, y1], [x2, y2]] = [ring[i - 1]!, ring[i]!];
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
  }
  return inside;
}

function signedArea(ring: Ring): number {
  const [originX, originY] = ring[0]!;
  let twice = 0;
  for (let i = 1; i < ring.length; i += 1) twice += (ring[i - 1]![0] - originX) * (ring[i]![1] - originY) - (ring[i]![0] - originX) * (ring[i - 1]![1] - originY);
  return twice / 2;
}

function boxOf(ring: Ring): readonly [number, number, number, number] {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of ring) {
    minX = Math.min(minX, x);
    minY = Math.min(minY, y);
    maxX = Math.max(maxX, x);
    maxY = Math.max(maxY, y);
  }
  return [minX, minY, maxX, maxY];
}
