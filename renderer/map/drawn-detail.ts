import { worldPixels } from './view.ts';

/**
 * How finely borders are drawn. Statistics offices deliver a corner every few metres; seen as a whole, a large city has ten
 * corners per pixel. A detail draws corners on a grid of half a pixel, so that nothing visible is lost.
 */
export type DrawnDetail = (typeof DETAILS)[number];
/** Zooms up to which a detail is fine enough; beyond the last everything is drawn as delivered. */
export const DETAILS = [9, 10, 11, 12, 13, 'full'] as const;

export const detailFor = (zoom: number): DrawnDetail => DETAILS.find((detail) => detail === 'full' || zoom <= detail) ?? 'full';

const GRID_PIXELS = 0.5;

/**
 * A ring (x, y, x, y … in degrees, closed) with its corners on the grid of the detail, without repeated corners and without
 * corners in the middle of a straight line; undefined when nothing is left of it.
 *
 * Where a corner goes depends on that corner alone. So two areas still share their border afterwards: no gaps, no slivers.
 */
export function drawnRing(ring: Float64Array, detail: DrawnDetail): Float64Array | undefined {
  const line = drawnLine(ring, detail);
  return line !== undefined && line.length >= 8 ? line : undefined;
}

/** The same for an open line. */
export function drawnLine(line: Float64Array, detail: DrawnDetail): Float64Array | undefined {
  if (detail === 'full') return line;
  const scale = 1 / GRID_PIXELS;
  const kept: number[] = [];
  const keptGrid: number[] = [];
  for (let at = 0; at + 1 < line.length; at += 2) {
    const [worldX, worldY] = worldPixels([line[at] ?? 0, line[at + 1] ?? 0], detail);
    const x = Math.round(worldX * scale);
    const y = Math.round(worldY * scale);
    const count = keptGrid.length;
    if (count >= 2 && keptGrid[count - 2] === x && keptGrid[count - 1] === y) continue;
    if (count >= 4 && inLine(keptGrid[count - 4] ?? 0, keptGrid[count - 3] ?? 0, keptGrid[count - 2] ?? 0, keptGrid[count - 1] ?? 0, x, y)) {
      keptGrid.length -= 2;
      kept.length -= 2;
    }
    keptGrid.push(x, y);
    const [longitude, latitude] = degrees(x / scale, y / scale, detail);
    kept.push(longitude, latitude);
  }
  return kept.length >= 4 ? Float64Array.from(kept) : undefined;
}

/** Whether the middle corner lies on the straight way from the first to the last. */
function inLine(x1: number, y1: number, x2: number, y2: number, x3: number, y3: number): boolean {
  const cross = (x2 - x1) * (y3 - y2) - (y2 - y1) * (x3 - x2);
  const forward = (x2 - x1) * (x3 - x2) + (y2 - y1) * (y3 - y2);
  return cross === 0 && forward > 0;
}

/** Back from the plane of `worldPixels`. */
function degrees(x: number, y: number, zoom: number): readonly [number, number] {
  const world = 512 * 2 ** zoom;
  const longitude = (x / world - 0.5) * 360;
  const latitude = (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / world))) * 180) / Math.PI;
  return [longitude, latitude];
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
