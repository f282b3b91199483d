import Flatbush from 'flatbush';
import type { Coordinate, MultiPolygon, Polygon, Ring } from './shapes.ts';

/**
 * Polygons out of loose rings, as shapefiles hold them. Where rings run both ways, those that run with the majority of the enclosing ones
 * (shapefile: clockwise) are outlines and a ring of the other way is a hole of the smallest outline around it; a hole that lies in no outline
 * becomes one. Where all rings run the same way, the writer did not mind directions: then a ring inside an odd number of others is a hole.
 * Rings with fewer than three different corners are kept as outlines of their own for whoever checks the shape. Order of the outlines is kept.
 */
export function polygonsFromRings(rings: readonly Ring[]): MultiPolygon {
  const [only] = rings;
  if (rings.length <= 1) return only === undefined ? [] : [[only]];
  const areas = rings.map(signedArea);
  const around = enclosing(rings, areas);
  const clockwise = areas.map((area) => area < 0);
  const oneWay = clockwise.every((way) => way === clockwise[0]);
  // the ways of rings that nothing encloses say which way outlines run in this file
  const outerWay = oneWay ? clockwise[0]! : majority(rings.flatMap((_, i) => (around[i]!.length === 0 ? [{ way: clockwise[i]!, weight: Math.abs(areas[i]!) }] : [])));
  const isHole = rings.map((_, i) => (oneWay ? around[i]!.length % 2 === 1 : clockwise[i] !== outerWay && around[i]!.some((other) => clockwise[other] === outerWay)));
  const holesOf = new Map<number, Ring[]>();
  rings.forEach((_, i) => {
    if (!isHole[i]) holesOf.set(i, []);
  });
  rings.forEach((ring, i) => {
    if (!isHole[i]) return;
    const owner = around[i]!.filter((other) => !isHole[other]).reduce((best, other) => (best < 0 || Math.abs(areas[other]!) < Math.abs(areas[best]!) ? other : best), -1);
    holesOf.get(owner)?.push(ring);
  });
  return [...holesOf].map(([outer, holes]): Polygon => [rings[outer]!, ...holes]);
}

function majority(votes: readonly { readonly way: boolean; readonly weight: number }[]): boolean {
  const weight = votes.reduce((sum, { way, weight }) => sum + (way ? weight : -weight), 0);
  return weight > 0;
}

/** For each ring the larger rings that hold it. */
function enclosing(rings: readonly Ring[], areas: readonly number[]): readonly (readonly number[])[] {
  const index = new Flatbush(rings.length);
  const boxes = rings.map((ring) => {
    let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const [x, y] of ring) {
      if (x < minX) minX = x;
      if (x > maxX) maxX = x;
      if (y < minY) minY = y;
      if (y > maxY) maxY = y;
    }
    index.add(minX, minY, maxX, maxY);
    return { minX, minY, maxX, maxY };
  });
  index.finish();
  return rings.map((ring, i) => {
    const [first] = ring;
    if (first === undefined) return [];
    const box = boxes[i]!;
    return index
      .search(first[0], first[1], first[0], first[1])
      .filter((other) => {
        const outer = boxes[other]!;
        if (other === i || outer.minX > box.minX || outer.minY > box.minY || outer.maxX < box.maxX || outer.maxY < box.maxY) return false;
        const [mine, theirs] = [Math.abs(areas[i]!), Math.abs(areas[other]!)];
        // of two equal rings the later one lies in the earlier one
        return (theirs > mine || (theirs === mine && other < i)) && ringHolds(rings[other]!, ring);
      });
  });
}

/** Whether a ring lies in another: decided by its first corner, or middle of a side, that is not on the other's line. */
function ringHolds(outer: Ring, inner: Ring): boolean {
  for (let i = 0; i < inner.length; i += 1) {
    const side = sideOf(outer, inner[i]!);
    if (side !== 'on') return side === 'in';
  }
  for (let i = 1; i < inner.length; i += 1) {
    const side = sideOf(outer, [(inner[i - 1]![0] + inner[i]![0]) / 2, (inner[i - 1]![1] + inner[i]![1]) / 2]);
    if (side !== 'on') return side === 'in';
  }
  return true;
}

function sideOf(ring: Ring, [x, y]: Coordinate): 'in' | 'out' | 'on' {
  let inside = false;
  for (let i = 1; i < ring.length; i += 1) {
    const [x1, y1] = ring[i - 1]!;
    const [x2, y2] = ring[i]!;
    const cross = (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1);
    if (cross === 0 && x >= Math.min(x1, x2) && x <= Math.max(x1, x2) && y >= Math.min(y1, y2) && y <= Math.max(y1, y2)) return 'on';
    if (y1 > y !== y2 > y && cross > 0 === y2 > y1) inside = !inside;
  }
  return inside ? 'in' : 'out';
}

/** Positive for anticlockwise rings; relative to the first corner, because large coordinates would cost digits. */
export function signedArea(ring: Ring): number {
  const origin = ring[0];
  if (origin === undefined) return 0;
  let twice = 0;
  for (let i = 1; i < ring.length; i += 1) {
    const [x1, y1] = ring[i - 1]!;
    const [x2, y2] = ring[i]!;
    twice += (x1 - origin[0]) * (y2 - origin[1]) - (x2 - origin[0]) * (y1 - origin[1]);
  }
  return twice / 2;
}
