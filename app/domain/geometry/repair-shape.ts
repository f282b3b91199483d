import type { ShapeFault, ShapeFaultCode } from './check-shape.ts';
import { shapeFaults } from './check-shape.ts';
import { differenceOf, unionOf } from './overlay.ts';
import { signedArea } from './ring-nesting.ts';
import { areaOf } from './shape-measures.ts';
import type { Coordinate, MultiPolygon, Polygon, Ring } from './shapes.ts';

/** What became of an outline. Areas in m²; the one before is what its rings enclose when simply measured, which for crossing rings is too small. */
export type RepairedShape =
  | { readonly status: 'sound'; readonly shape: MultiPolygon }
  | { readonly status: 'repaired'; readonly shape: MultiPolygon; readonly faults: readonly ShapeFault[]; readonly areaBefore: number; readonly areaAfter: number }
  /** Coordinates that are no numbers, or nothing with an area. */
  | { readonly status: 'refused'; readonly reason: 'notANumber' | 'noArea'; readonly faults: readonly ShapeFault[] };

/** Crumbs that remain where lines crossed are dropped below this, in m². */
const CRUMB = 0.01;
/**
 * Rounding to millimetres may leave lines that cross by less than one, and stay so however often they are overlaid. Moving all corners to a coarser grid,
 * in metres, ends that; one in a hundred of badly crossed outlines needs it.
 */
const COARSER_GRIDS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1];

/**
 * Makes an outline (metres) sound; a sound one is returned as it is. What rings enclose is kept, however often they run around it: a bow tie keeps
 * both its wings, a loop its inside, parts that overlap become one. Holes are taken off; a "hole" that lies outside its outline is a part
 * of its own, and a part that runs the other way inside another is a hole. Rings without area vanish. New corners lie on millimetres.
 */
export function repairShape(shape: MultiPolygon): RepairedShape {
  const faults = shapeFaults(shape);
  if (faults.length === 0) return { status: 'sound', shape };
  if (has(faults, 'notANumber')) return { status: 'refused', reason: 'notANumber', faults };
  let repaired = rebuilt(closed(shape), has(faults, 'wrongNesting', 'overlappingParts'));
  for (const grid of COARSER_GRIDS) {
    if (repaired.length === 0 || shapeFaults(repaired).length === 0) break;
    repaired = rebuilt(onGrid(repaired, grid), false);
  }
  const areaAfter = areaOf(repaired);
  if (areaAfter < CRUMB || shapeFaults(repaired).length > 0) return { status: 'refused', reason: 'noArea', faults };
  return { status: 'repaired', shape: repaired, faults, areaBefore: areaOf(shape), areaAfter };
}

const has = (faults: readonly ShapeFault[], ...codes: readonly ShapeFaultCode[]): boolean => faults.some(({ code }) => codes.includes(code));

function closed(shape: MultiPolygon): MultiPolygon {
  const close = (ring: Ring): Ring => {
    const [first, last] = [ring[0], ring.at(-1)];
    return first === undefined || last === undefined || (first[0] === last[0] && first[1] === last[1]) ? ring : [...ring, first];
  };
  // a polygon whose outline has no corners has nothing that its holes could be taken off
  return shape.map((polygon) => polygon.map(close)).filter((polygon) => (polygon[0]?.length ?? 0) > 3);
}

function rebuilt(shape: MultiPolygon, nest: boolean): MultiPolygon {
  const parts = (nest ? nested(shape) : shape).map(([outer, ...holes]) => differenceOf(enclosed(outer!), unionOf(holes.map(enclosed))));
  return unionOf(parts).filter((polygon) => areaOf([polygon]) >= CRUMB).map((polygon): Polygon => [polygon[0]!, ...polygon.slice(1).filter((hole) => Math.abs(signedArea(hole)) >= CRUMB)]);
}

const onGrid = (shape: MultiPolygon, grid: number): MultiPolygon =>
  shape.map((polygon) => polygon.map((ring) => ring.map(([x, y]): Coordinate => [Math.round(x / grid) * grid, Math.round(y / grid) * grid])));

/** Everything that a ring runs around, whichever way and however often. */
const enclosed = (ring: Ring): MultiPolygon => unionOf([[[ring]]], 'anyWay');

/** Holes that lie outside become parts, parts that run the other way inside another become its holes. */
function nested(shape: MultiPolygon): MultiPolygon {
  const parts = shape.flatMap(([outer, ...holes]): { outer: Ring; holes: Ring[] }[] => {
    const inside = holes.filter((hole) => reaches(outer!, hole));
    return [{ outer: outer!, holes: inside }, ...holes.filter((hole) => !inside.includes(hole)).map((hole) => ({ outer: hole, holes: [] }))];
  });
  const isHoleOf = (inner: Ring, outer: Ring) => inner !== outer && signedArea(inner) > 0 !== signedArea(outer) > 0 && Math.abs(signedArea(inner)) < Math.abs(signedArea(outer)) && inner.every((point) => holds(outer, point));
  const result: { outer: Ring; holes: Ring[] }[] = [];
  for (const part of parts) {
    const owner = parts.find(({ outer, holes }) => isHoleOf(part.outer, outer) && !holes.some((hole) => part.outer.every((point) => holds(hole, point))));
    if (owner === undefined || part.holes.length > 0) result.push(part);
    else owner.holes.push(part.outer);
  }
  return result.map(({ outer, holes }): Polygon => [outer, ...holes]);
}

/** Whether any corner of a ring lies in or on another. */
const reaches = (outer: Ring, inner: Ring): boolean => inner.some((point) => holds(outer, point));

function holds(ring: Ring, [x, y]: Coordinate): boolean {
  let inside = false;
  for (let i = 1; i < ring.length; i += 1) {
    const [x1, y1] = ring[i - 1]!;
    const [x2, y2] = ring[i]!;
    const cross = (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1);
    if (cross === 0 && x >= Math.min(x1, x2) && x <= Math.max(x1, x2) && y >= Math.min(y1, y2) && y <= Math.max(y1, y2)) return true;
    if (y1 > y !== y2 > y && cross > 0 === y2 > y1) inside = !inside;
  }
  return inside;
}
