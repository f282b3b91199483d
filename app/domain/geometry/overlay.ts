import { Clipper, ClipType, FillRule, PolyTree64 } from 'clipper2-ts';
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

/** One shape out of many, overlaps merged, holes kept. Metres in, metres out, to the millimetre. */
export function unionOf(shapes: readonly MultiPolygon[]): MultiPolygon {
  return overlay(ClipType.Union, shapes.flat(), []);
}

/** What two shapes have in common. */
export const intersectionOf = (one: MultiPolygon, other: MultiPolygon): MultiPolygon => overlay(ClipType.Intersection, one, other);

/** Share of a shape that lies inside another, between 0 and 1; undefined for a shape without extent. */
export function shareInside(shape: MultiPolygon, cover: MultiPolygon): number | undefined {
  const whole = areaOf(shape);
  if (whole <= 0) return undefined;
  return Math.min(1, areaOf(intersectionOf(shape, cover)) / whole);
}

function overlay(kind: ClipType, subject: MultiPolygon, clip: MultiPolygon): MultiPolygon {
  const box = boundsOfAll([boundsOf(subject), boundsOf(clip)]);
  if (!box) return [];
  const origin: Coordinate = [Math.floor(box.minX), Math.floor(box.minY)];
  const tree = new PolyTree64();
  Clipper.booleanOpWithPolyTree(kind, pathsOf(subject, origin), clip.length > 0 ? pathsOf(clip, origin) : null, tree, FillRule.NonZero);
  return polygonsOf(tree, origin);
}

/** Outer rings one way round, holes the other: the non-zero rule then merges overlapping polygons and keeps their holes. */
function pathsOf(shape: MultiPolygon, [originX, originY]: Coordinate): Paths64 {
  return shape.flatMap((polygon) =>
    polygon.map((ring, i): Path64 => {
      const path = ring.slice(0, -1).map(([x, y]) => ({ x: Math.round((x - originX) * STEPS), y: Math.round((y - originY) * STEPS) }));
      return Clipper.isPositive(path) === (i === 0) ? path : path.reverse();
    }),
  );
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
