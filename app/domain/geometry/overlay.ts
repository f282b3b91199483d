import { Clipper, ClipType, EndType, FillRule, JoinType, PolyTree64 } from 'clipper2-ts';
import type { Path64, Paths64, PolyPath64 } from 'clipper2-ts';
import { areaOf, boundsOfAll, boundsOf } from './shape-measures.ts';
import type { Coordinate, MultiPolygon, Polygon } from './shapes.ts';

/** Whole numbers per metre: millimetres, counted from a corner near the shapes so that products stay exact. */
const STEPS = 1000;
const CORNERS = 64;

/**
 * A circle as a regular polygon of 64 corners with exactly the circle's area (its edge is at most 0.1 % of the radius off).
 */
export function circle([x, y]: Coordinate, radius: number): MultiPolygon {
  const step = (2 * Math.PI) / CORNERS;
  const reach = radius * Math.sqrt(step / Math.sin(step));
  const ring = Array.from({ length: CORNERS }, (_, i): Coordinate => [x + reach * Math.cos(i * step), y + reach * Math.sin(i * step)]);
  return [[[...ring, ring[0]!]]];
}

/**
 * One shape out of many, overlaps merged, holes kept. Metres in, metres out, to the millimetre. `anyWay` takes each ring for an outline as it runs,
 * for single rings that cross themselves: everything that they run around counts.
 */
export function unionOf(shapes: readonly MultiPolygon[], rings: 'byPlace' | 'anyWay' = 'byPlace'): MultiPolygon {
  return overlay(ClipType.Union, shapes.flat(), [], rings);
}

/** What is left of a shape without another. */
export const differenceOf = (shape: MultiPolygon, without: MultiPolygon): MultiPolygon => (without.length === 0 ? shape : overlay(ClipType.Difference, shape, without));

/** What two shapes have in common. */
export const intersectionOf = (one: MultiPolygon, other: MultiPolygon): MultiPolygon => overlay(ClipType.Intersection, one, other);

/** The shape with everything within so many metres of it (corners stay corners, cut off where they are very sharp). */
export function grownBy(shape: MultiPolygon, metres: number): MultiPolygon {
  const box = boundsOf(shape);
  if (!box) return [];
  const origin: Coordinate = [Math.floor(box.minX), Math.floor(box.minY)];
  const tree = new PolyTree64();
  const grown = Clipper.inflatePaths(pathsOf(shape, origin, 'byPlace'), metres * STEPS, JoinType.Miter, EndType.Polygon);
  Clipper.booleanOpWithPolyTree(ClipType.Union, grown, null, tree, FillRule.NonZero);
  return polygonsOf(tree, origin);
}

/** Share of a shape that lies inside another, between 0 and 1; undefined for a shape without extent. */
export function shareInside(shape: MultiPolygon, cover: MultiPolygon): number | undefined {
  const whole = areaOf(shape);
  if (whole <= 0) return undefined;
  return Math.min(1, areaOf(intersectionOf(shape, cover)) / whole);
}

function overlay(kind: ClipType, subject: MultiPolygon, clip: MultiPolygon, rings: 'byPlace' | 'anyWay' = 'byPlace'): MultiPolygon {
  const box = boundsOfAll([boundsOf(subject), boundsOf(clip)]);
  if (!box) return [];
  const origin: Coordinate = [Math.floor(box.minX), Math.floor(box.minY)];
  const tree = new PolyTree64();
  Clipper.booleanOpWithPolyTree(kind, pathsOf(subject, origin, rings), clip.length > 0 ? pathsOf(clip, origin, rings) : null, tree, FillRule.NonZero);
  return polygonsOf(tree, origin);
}

/** Outer rings one way round, holes the other: the non-zero rule then merges overlapping polygons and keeps their holes. */
function pathsOf(shape: MultiPolygon, [originX, originY]: Coordinate, rings: 'byPlace' | 'anyWay'): Paths64 {
  return shape.flatMap((polygon) =>
    polygon.flatMap((ring, i): Path64[] => {
      const path = withoutSpikes(ring.slice(0, -1).map(([x, y]) => ({ x: Math.round((x - originX) * STEPS), y: Math.round((y - originY) * STEPS) })));
      if (path.length < 3) return [];
      return [rings === 'anyWay' || Clipper.isPositive(path) === (i === 0) ? path : path.reverse()];
    }),
  );
}

/**
 * The line without corners at which it turns exactly back on itself, and without corners that stand twice behind each other. They enclose nothing,
 * and clipper2-ts 2.0.1 does not come to an end on some of them: (0 0, 2 7, 0 0, 3 0, 8 0).
 */
function withoutSpikes(path: Path64): Path64 {
  const kept: Path64 = [];
  const isIdle = (a: Path64[number], b: Path64[number], c: Path64[number]): boolean =>
    (a.x === b.x && a.y === b.y) || (b.x === c.x && b.y === c.y) ||
    ((b.x - a.x) * (c.y - b.y) === (b.y - a.y) * (c.x - b.x) && (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y) < 0);
  for (const point of path) {
    while (kept.length > 1 && isIdle(kept.at(-2)!, kept.at(-1)!, point)) kept.pop();
    if (kept.length !== 1 || kept[0]!.x !== point.x || kept[0]!.y !== point.y) kept.push(point);
  }
  // where the end meets the beginning
  for (;;) {
    const [last, first] = [kept.length - 1, 0];
    if (kept.length < 3) return [];
    if (isIdle(kept[last - 1]!, kept[last]!, kept[first]!)) kept.pop();
    else if (isIdle(kept[last]!, kept[first]!, kept[first + 1]!)) kept.shift();
    else return kept;
  }
}

function polygonsOf(node: PolyPath64, origin: Coordinate): MultiPolygon {
  return childrenOf(node).flatMap((outer): MultiPolygon => {
    const holes = childrenOf(outer);
    const polygon: Polygon = [outer, ...holes].map(({ poly }) => ringOf(poly ?? [], origin));
    return [polygon, ...holes.flatMap((hole) => polygonsOf(hole, origin))];
  });
}

const childrenOf = (node: PolyPath64): readonly PolyPath64[] => Array.from({ length: node.count }, (_, i) => node.child(i));

function ringOf(path: Path64, [originX, originY]: Coordinate): readonly Coordinate[] {
  const ring = path.map(({ x, y }): Coordinate => [originX + x / STEPS, originY + y / STEPS]);
  return ring.length > 0 ? [...ring, ring[0]!] : ring;
}
