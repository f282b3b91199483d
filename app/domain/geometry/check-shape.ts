import Flatbush from 'flatbush';
import { boundsOf } from './shape-measures.ts';
import type { Coordinate, MultiPolygon, Ring } from './shapes.ts';

/** What is wrong with an outline; `place` is where it is first met. */
export type ShapeFault = { readonly code: ShapeFaultCode; readonly count: number; readonly place: Coordinate | undefined };
export type ShapeFaultCode =
  | 'notANumber'
  | 'notClosed'
  /** Rings without three different corners, or without area. */
  | 'tooFewPoints'
  /** The line turns back on itself. */
  | 'spike'
  /** A ring crosses or runs along itself (bow tie). */
  | 'selfCrossing'
  /** Rings of one polygon cross or run along each other. */
  | 'ringsCross'
  /** A hole that lies outside its outline, or inside another hole. */
  | 'wrongNesting'
  /** Polygons of one shape cross, hold each other or share a side. */
  | 'overlappingParts';

/** Whole millimetres: the grid that overlays work on. Two places within one of its cells are the same. */
export const GRID = 1000;

/**
 * Whether an outline (metres) can be measured and overlaid as it is: closed rings that cross neither themselves nor each other, holes inside
 * their outlines, parts beside each other. Judged on a grid of millimetres. Rings may touch in single points, points may stand twice behind
 * each other, and the direction of rings does not matter. Empty for a sound shape; a shape without rings has the fault `tooFewPoints`.
 */
export function shapeFaults(shape: MultiPolygon): readonly ShapeFault[] {
  const faults = new Map<ShapeFaultCode, { count: number; place: Coordinate | undefined }>();
  const tell = (code: ShapeFaultCode, place: Coordinate | undefined) => {
    const known = faults.get(code);
    if (known === undefined) faults.set(code, { count: 1, place });
    else known.count += 1;
  };
  const result = () => [...faults].map(([code, fault]): ShapeFault => ({ code, ...fault }));
  const rings = shape.flatMap((polygon, part) => polygon.map((ring, place) => ({ ring, part, isHole: place > 0 })));
  if (rings.every(({ ring }) => ring.length === 0)) tell('tooFewPoints', undefined);
  for (const { ring } of rings) if (ring.some(([x, y]) => !Number.isFinite(x) || !Number.isFinite(y))) tell('notANumber', ring.find(([x, y]) => Number.isFinite(x) && Number.isFinite(y)));
  if (faults.has('notANumber')) return result();

  const origin = rings[0]?.ring[0] ?? [0, 0];
  const onGrid = rings.map(({ ring, part, isHole }): GridRing => {
    const [first, last] = [ring[0], ring.at(-1)];
    if (first !== undefined && last !== undefined && (first[0] !== last[0] || first[1] !== last[1])) tell('notClosed', last);
    return { points: gridRing(ring, origin), part, isHole };
  });
  for (const [i, { points }] of onGrid.entries()) if (isFlat(points)) tell('tooFewPoints', rings[i]!.ring[0]);
  const place = ([x, y]: Coordinate): Coordinate => [origin[0] + x / GRID, origin[1] + y / GRID];
  tellCrossings(onGrid, (code, at) => tell(code, place(at)));
  if (!faults.has('ringsCross') && !faults.has('overlappingParts') && !faults.has('selfCrossing')) tellNesting(onGrid, (code, at) => tell(code, place(at)));
  return result();
}

type GridRing = { readonly points: readonly Coordinate[]; readonly part: number; readonly isHole: boolean };
type Tell = (code: ShapeFaultCode, at: Coordinate) => void;

/** Whole numbers, closed, without points that stand twice behind each other. */
function gridRing(ring: Ring, [originX, originY]: Coordinate): readonly Coordinate[] {
  const points: Coordinate[] = [];
  for (const [x, y] of ring) {
    const point: Coordinate = [Math.round((x - originX) * GRID), Math.round((y - originY) * GRID)];
    const last = points.at(-1);
    if (last === undefined || last[0] !== point[0] || last[1] !== point[1]) points.push(point);
  }
  const [first, last] = [points[0], points.at(-1)];
  if (first !== undefined && last !== undefined && points.length > 1 && (first[0] !== last[0] || first[1] !== last[1])) points.push(first);
  return points;
}

/** All corners on one line. (The measured area says nothing here: the wings of a bow tie cancel each other out.) */
function isFlat(points: readonly Coordinate[]): boolean {
  const [a, b] = points;
  return a === undefined || b === undefined || points.every((point) => turn(a, b, point) === 0);
}

type Segment = { readonly a: Coordinate; readonly b: Coordinate; readonly ring: number; readonly at: number };

function tellCrossings(rings: readonly GridRing[], tell: Tell): void {
  const segments = rings.flatMap(({ points }, ring) => points.slice(1).map((b, at): Segment => ({ a: points[at]!, b, ring, at })));
  if (segments.length === 0) return;
  const index = new Flatbush(segments.length);
  for (const { a, b } of segments) index.add(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]));
  index.finish();
  // where two rings (or parts of one) meet without crossing between corners: the directions there decide
  const meetings = new Map<string, Set<number>>();
  const meet = ([x, y]: Coordinate, ...which: readonly number[]) => {
    const key = `${x} ${y}`;
    const known = meetings.get(key) ?? new Set();
    for (const segment of which) known.add(segment);
    meetings.set(key, known);
  };
  segments.forEach((one, i) => {
    for (const j of index.search(Math.min(one.a[0], one.b[0]), Math.min(one.a[1], one.b[1]), Math.max(one.a[0], one.b[0]), Math.max(one.a[1], one.b[1]), (other) => other > i)) {
      const other = segments[j]!;
      const relation = relate(one, other);
      if (relation === 'apart') continue;
      if (relation === 'cross' || relation === 'along') {
        const isNext = one.ring === other.ring && isNeighbour(one.at, other.at, rings[one.ring]!.points.length - 1);
        tell(isNext ? 'spike' : codeOf(rings[one.ring]!, rings[other.ring]!, one.ring === other.ring), other.a);
      } else meet(relation, i, j);
    }
  });
  for (const [key, members] of meetings) {
    const at = key.split(' ').map(Number) as [number, number];
    const visits = visitsAt(at, [...members].map((member) => segments[member]!), rings);
    for (const [i, one] of visits.entries()) {
      for (const other of visits.slice(i + 1)) if (interleaved(at, one, other)) tell(codeOf(rings[one.ring]!, rings[other.ring]!, one.ring === other.ring), at);
    }
  }
}

const codeOf = (one: GridRing, other: GridRing, sameRing: boolean): ShapeFaultCode => (sameRing ? 'selfCrossing' : one.part === other.part ? 'ringsCross' : 'overlappingParts');

const isNeighbour = (one: number, other: number, count: number): boolean => Math.abs(one - other) === 1 || Math.abs(one - other) === count - 1;

/** Positive when c lies left of the line from a to b. */
const turn = (a: Coordinate, b: Coordinate, c: Coordinate): number => Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
const between = (a: Coordinate, b: Coordinate, p: Coordinate): boolean =>
  p[0] >= Math.min(a[0], b[0]) && p[0] <= Math.max(a[0], b[0]) && p[1] >= Math.min(a[1], b[1]) && p[1] <= Math.max(a[1], b[1]);
const same = (a: Coordinate, b: Coordinate): boolean => a[0] === b[0] && a[1] === b[1];

/** How two segments lie: apart, crossing between their ends, along each other for some length, or meeting in one end point (which is the answer). */
function relate({ a, b }: Segment, { a: c, b: d }: Segment): 'apart' | 'cross' | 'along' | Coordinate {
  const [toC, toD, toA, toB] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)];
  if (toC * toD < 0 && toA * toB < 0) return 'cross';
  const common: Coordinate[] = [];
  const add = (point: Coordinate) => {
    if (!common.some((known) => same(known, point))) common.push(point);
  };
  if (toC === 0 && between(a, b, c)) add(c);
  if (toD === 0 && between(a, b, d)) add(d);
  if (toA === 0 && between(c, d, a)) add(a);
  if (toB === 0 && between(c, d, b)) add(b);
  return common.length === 0 ? 'apart' : common.length > 1 ? 'along' : common[0]!;
}

/** A ring's way through a point: where it comes from and where it goes to. */
type Visit = { readonly ring: number; readonly from: Coordinate; readonly to: Coordinate };

function visitsAt(at: Coordinate, segments: readonly Segment[], rings: readonly GridRing[]): readonly Visit[] {
  return segments.flatMap(({ a, b, ring, at: place }): Visit[] => {
    if (same(b, at)) {
      const { points } = rings[ring]!;
      return [{ ring, from: a, to: points[place + 2] ?? points[1]! }];
    }
    // the segment that begins here belongs to the visit of the one that ends here
    return same(a, at) ? [] : [{ ring, from: a, to: b }];
  });
}

/** Whether one way passes from one side of the other to its other side. */
function interleaved(at: Coordinate, one: Visit, other: Visit): boolean {
  const angle = (to: Coordinate) => Math.atan2(to[1] - at[1], to[0] - at[0]);
  const start = angle(one.from);
  const turned = (to: Coordinate) => (angle(to) - start + 4 * Math.PI) % (2 * Math.PI);
  const [end, first, second] = [turned(one.to), turned(other.from), turned(other.to)];
  // ways that leave along each other are found as segments that run along each other
  if ([first, second].some((value) => value === 0 || value === end)) return false;
  return first < end !== second < end;
}

function tellNesting(rings: readonly GridRing[], tell: Tell): void {
  const boxes = rings.map(({ points }) => boundsOf([[points]]));
  const holds = (outer: number, inner: number): boolean => {
    const [around, within] = [boxes[outer], boxes[inner]];
    if (around === undefined || within === undefined || within.minX < around.minX || within.maxX > around.maxX || within.minY < around.minY || within.maxY > around.maxY) return false;
    return liesIn(rings[inner]!.points, rings[outer]!.points);
  };
  for (const [i, inner] of rings.entries()) {
    for (const [j, outer] of rings.entries()) {
      if (i === j || inner.points.length < 4 || outer.points.length < 4) continue;
      const inside = holds(j, i);
      if (inner.part === outer.part) {
        const isWrong = inner.isHole && (outer.isHole ? inside : !inside);
        if (isWrong) tell('wrongNesting', inner.points[0]!);
      } else if (!inner.isHole && !outer.isHole && inside) {
        const inHole = rings.some((hole, k) => hole.isHole && hole.part === outer.part && holds(k, i));
        if (!inHole) tell('overlappingParts', inner.points[0]!);
      }
    }
  }
}

/** For rings that do not cross: decided by the first corner, or middle of a side, that is not on the other's line. */
function liesIn(inner: readonly Coordinate[], outer: readonly Coordinate[]): boolean {
  for (const point of inner) {
    const side = sideOf(outer, point);
    if (side !== 0) return side > 0;
  }
  for (let i = 1; i < inner.length; i += 1) {
    const side = sideOf(outer, [(inner[i - 1]![0] + inner[i]![0]) / 2, (inner[i - 1]![1] + inner[i]![1]) / 2]);
    if (side !== 0) return side > 0;
  }
  return true;
}

/** 1 inside, -1 outside, 0 on the line. */
function sideOf(ring: readonly Coordinate[], point: Coordinate): -1 | 0 | 1 {
  let inside = false;
  for (let i = 1; i < ring.length; i += 1) {
    const [a, b] = [ring[i - 1]!, ring[i]!];
    const side = turn(a, b, point);
    if (side === 0 && between(a, b, point)) return 0;
    if (a[1] > point[1] !== b[1] > point[1] && side > 0 === b[1] > a[1]) inside = !inside;
  }
  return inside ? 1 : -1;
}
