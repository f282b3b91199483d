import { worldPixels } from './view.ts';

/**
 * How finely borders are drawn. Statistics offices deliver a corner every few metres; seen as a whole, a large city has ten
 * corners per pixel. A detail leaves out the corners that would move no border by half a pixel.
 */
export type DrawnDetail = (typeof DETAILS)[number];
/** Zooms up to which a detail is fine enough; beyond the last everything is drawn as delivered. */
export const DETAILS = [9, 10, 11, 12, 13, 14, 15.5, 'full'] as const;

export const detailFor = (zoom: number): DrawnDetail => DETAILS.find((detail) => detail === 'full' || zoom <= detail) ?? 'full';

const TOLERANCE_PIXELS = 0.4;

/**
 * Closed rings (x, y, x, y … in degrees) without the corners that cannot be seen, in the order given; undefined where a ring is
 * too small to be seen at all.
 *
 * Rings are cut where three borders meet, and each stretch between is thinned once, whichever neighbour brings it. So two areas
 * still share their border afterwards: no gaps, no slivers.
 */
export function ringThinner(rings: readonly Float64Array[]): (detail: DrawnDetail) => readonly (Float64Array | undefined)[] {
  let known: Corners | undefined;
  return (detail) => (detail === 'full' ? rings : thinnedRings((known ??= cornersOf(rings)), detail));
}

function thinnedRings({ ids, corners, meeting }: Corners, detail: Exclude<DrawnDetail, 'full'>): readonly (Float64Array | undefined)[] {
  const pixels = corners.map((corner) => worldPixels(corner, detail));
  const thinned = new Map<string, readonly number[]>();
  const thin = (stretch: readonly number[]): readonly number[] => {
    const forward = isForward(stretch);
    const oneWay = forward ? stretch : [...stretch].reverse();
    const key = `${oneWay[0]} ${oneWay[1]} ${oneWay.at(-1)} ${oneWay.at(-2)}`;
    let kept = thinned.get(key);
    if (kept === undefined) thinned.set(key, (kept = withoutInvisible(oneWay, pixels)));
    return forward ? kept : [...kept].reverse();
  };
  return ids.map((ring) => {
    const kept = stretchesOf(ring, meeting).flatMap((stretch) => thin(stretch).slice(0, -1));
    if (kept.length < 3) return undefined;
    return Float64Array.from([...kept, kept[0] ?? 0].flatMap((id) => [...(corners[id] ?? [0, 0])]));
  });
}

type Corners = {
  /** Each ring as numbers of its corners, without the repeated last one. */
  readonly ids: readonly (readonly number[])[];
  readonly corners: readonly (readonly [number, number])[];
  /** Whether more or fewer than two borders meet in a corner. */
  readonly meeting: (id: number) => boolean;
};

function cornersOf(rings: readonly Float64Array[]): Corners {
  const numbers = new Map<string, number>();
  const corners: [number, number][] = [];
  const beside: Set<number>[] = [];
  const ids = rings.map((ring) => {
    const ringIds: number[] = [];
    for (let at = 0; at + 1 < ring.length; at += 2) {
      const corner: [number, number] = [ring[at] ?? 0, ring[at + 1] ?? 0];
      const key = corner.join(' ');
      let id = numbers.get(key);
      if (id === undefined) {
        numbers.set(key, (id = corners.length));
        corners.push(corner);
        beside.push(new Set());
      }
      if (ringIds.at(-1) !== id) ringIds.push(id);
    }
    if (ringIds.length > 1 && ringIds[0] === ringIds.at(-1)) ringIds.pop();
    for (const [index, id] of ringIds.entries()) {
      const next = ringIds[(index + 1) % ringIds.length] ?? id;
      beside[id]?.add(next);
      beside[next]?.add(id);
    }
    return ringIds;
  });
  return { ids, corners, meeting: (id) => beside[id]?.size !== 2 };
}

/** A ring cut at its meeting corners (or at its lowest number, when there is none): stretches that share their end corners. */
function stretchesOf(ring: readonly number[], meeting: (id: number) => boolean): readonly (readonly number[])[] {
  if (ring.length === 0) return [];
  const lowest = ring.reduce((best, id, index) => (id < (ring[best] ?? Infinity) ? index : best), 0);
  const cuts = ring.flatMap((id, index) => (meeting(id) ? [index] : []));
  if (cuts.length === 0) cuts.push(lowest);
  return cuts.map((start, index) => {
    const end = cuts[index + 1] ?? (cuts[0] ?? 0) + ring.length;
    return Array.from({ length: end - start + 1 }, (_, step) => ring[(start + step) % ring.length] ?? 0);
  });
}

/** Which of its two directions a stretch is thinned in: the same whoever brings it. */
function isForward(stretch: readonly number[]): boolean {
  const first = stretch[0] ?? 0;
  const last = stretch.at(-1) ?? 0;
  return first === last ? (stretch[1] ?? 0) <= (stretch.at(-2) ?? 0) : first < last;
}

/** Douglas and Peucker's rule: a corner stays when the straight line without it would miss it by more than the tolerance. */
function withoutInvisible(stretch: readonly number[], pixels: readonly (readonly [number, number])[]): readonly number[] {
  const keep = new Uint8Array(stretch.length);
  keep[0] = 1;
  keep[stretch.length - 1] = 1;
  const open: [number, number][] = [[0, stretch.length - 1]];
  for (let span = open.pop(); span !== undefined; span = open.pop()) {
    const [from, to] = span;
    let farthest = -1;
    let distance = TOLERANCE_PIXELS;
    for (let at = from + 1; at < to; at += 1) {
      const off = distanceTo(pixels[stretch[at] ?? 0], pixels[stretch[from] ?? 0], pixels[stretch[to] ?? 0]);
      if (off > distance) [farthest, distance] = [at, off];
    }
    if (farthest < 0) continue;
    keep[farthest] = 1;
    open.push([from, farthest], [farthest, to]);
  }
  return stretch.filter((_, at) => keep[at] === 1);
}

function distanceTo(point: readonly [number, number] = [0, 0], from: readonly [number, number] = [0, 0], to: readonly [number, number] = [0, 0]): number {
  const dx = to[0] - from[0];
  const dy = to[1] - from[1];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((point[0] - from[0]) * dx + (point[1] - from[1]) * dy) / length));
  return Math.hypot(point[0] - from[0] - along * dx, point[1] - from[1] - along * dy);
}

/**
 * The lines of many rings with every stretch drawn once, although two neighbours each bring it: open lines, cut where a
 * stretch was already there.
 */
export function borderLines(rings: Iterable<Float64Array>): readonly Float64Array[] {
  const points = new Map<number, Map<number, number>>();
  let pointCount = 0;
  const pointOf = (x: number, y: number): number => {
    let row = points.get(x);
    if (row === undefined) points.set(x, (row = new Map()));
    let point = row.get(y);
    if (point === undefined) row.set(y, (point = pointCount++));
    return point;
  };
  const seen = new Map<number, Set<number>>();
  const isNew = (a: number, b: number): boolean => {
    const [low, high] = a < b ? [a, b] : [b, a];
    const others = seen.get(low);
    if (others === undefined) seen.set(low, new Set([high]));
    else if (others.has(high)) return false;
    else others.add(high);
    return true;
  };

  const lines: Float64Array[] = [];
  for (const ring of rings) {
    let start = 0;
    let before = pointOf(ring[0] ?? 0, ring[1] ?? 0);
    for (let at = 2; at + 1 < ring.length; at += 2) {
      const point = pointOf(ring[at] ?? 0, ring[at + 1] ?? 0);
      if (!isNew(before, point)) {
        if (at - start > 2) lines.push(ring.slice(start, at));
        start = at;
      }
      before = point;
    }
    if (ring.length - start > 2) lines.push(ring.slice(start));
  }
  return lines;
}
