import type { BoundingBox, Coordinate, MultiPolygon } from '#app/domain/geometry/shapes.ts';
import { coordinate } from '../svg/svg-text.ts';

export type Rectangle = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/**
 * Places metres of the city's projected system in a rectangle of the drawing: one scale for both directions (a metre is
 * the same length north and east), north up, centred.
 */
export type SheetFrame = {
  readonly rectangle: Rectangle;
  /** Drawing units per metre. */
  readonly scale: number;
  readonly place: (point: Coordinate) => Coordinate;
};

/** `padding` is kept free on every side, in drawing units. A point or line as bounds shows one kilometre around it. */
export function sheetFrame(rectangle: Rectangle, bounds: BoundingBox, padding: number): SheetFrame {
  const width = Math.max(bounds.maxX - bounds.minX, 1);
  const height = Math.max(bounds.maxY - bounds.minY, 1);
  const usable = Math.max(width, height) <= 1 ? 1000 : undefined;
  const scale = Math.min((rectangle.width - 2 * padding) / (usable ?? width), (rectangle.height - 2 * padding) / (usable ?? height));
  const middle: Coordinate = [(bounds.minX + bounds.maxX) / 2, (bounds.minY + bounds.maxY) / 2];
  return {
    rectangle,
    scale,
    place: ([x, y]) => [
      rectangle.x + rectangle.width / 2 + (x - middle[0]) * scale,
      rectangle.y + rectangle.height / 2 - (y - middle[1]) * scale,
    ],
  };
}

/** Path data of a shape. Points closer than a third of a drawing unit to the one before are left out: nobody sees them. */
export function shapePath(frame: SheetFrame, shape: MultiPolygon): string {
  return shape.map((polygon) => polygon.map((ring) => closedPath(frame, ring)).join('')).join('');
}

export const linePath = (frame: SheetFrame, line: readonly Coordinate[]): string => placedPath(line.map(frame.place));

/**
 * Rings are cut a little outside the drawing: a large city seen from one of its quarters reaches a hundred pages far, and the program that makes
 * pictures stops at such numbers. The cut edges lie where nobody sees them.
 */
function closedPath(frame: SheetFrame, ring: readonly Coordinate[]): string {
  const placed = cutRing(ring.map(frame.place), frame.rectangle);
  return placed.length === 0 ? '' : `${placedPath(placed)}Z`;
}

/** Drawing units kept around the drawing. */
const AROUND = 200;

/** The part of a ring inside a rectangle, edge by edge (Sutherland and Hodgman 1974). A ring that lies inside stays as it is. */
export function cutRing(ring: readonly Coordinate[], { x, y, width, height }: Rectangle): readonly Coordinate[] {
  const edges: readonly (readonly [axis: 0 | 1, limit: number, side: 1 | -1])[] = [[0, x - AROUND, 1], [0, x + width + AROUND, -1], [1, y - AROUND, 1], [1, y + height + AROUND, -1]];
  let cut = ring;
  for (const [axis, limit, side] of edges) {
    const isIn = (point: Coordinate): boolean => (point[axis] - limit) * side >= 0;
    if (cut.every(isIn)) continue;
    cut = cut.flatMap((point, index): Coordinate[] => {
      const before = cut[index === 0 ? cut.length - 1 : index - 1]!;
      const crossing = isIn(before) === isIn(point) ? [] : [crossingAt(before, point, axis, limit)];
      return isIn(point) ? [...crossing, point] : crossing;
    });
  }
  return cut;
}

function crossingAt(from: Coordinate, to: Coordinate, axis: 0 | 1, limit: number): Coordinate {
  const share = (limit - from[axis]) / (to[axis] - from[axis]);
  const other = axis === 0 ? 1 : 0;
  const across = from[other] + share * (to[other] - from[other]);
  return axis === 0 ? [limit, across] : [across, limit];
}

function placedPath(line: readonly Coordinate[]): string {
  let path = '';
  let lastX = Number.NaN;
  let lastY = Number.NaN;
  line.forEach((point, index) => {
    const [x, y] = point;
    const near = Math.abs(x - lastX) + Math.abs(y - lastY) < 0.3;
    if (index > 0 && near && index < line.length - 1) return;
    path += `${index === 0 ? 'M' : 'L'}${coordinate(x)} ${coordinate(y)}`;
    lastX = x;
    lastY = y;
  });
  return path;
}

/** A round length for the scale bar (1, 2 or 5 times a power of ten metres), the longest that fits into `maximum` units. */
export function scaleBarMetres(frame: SheetFrame, maximum: number): number {
  const metres = maximum / frame.scale;
  const power = 10 ** Math.floor(Math.log10(metres));
  const step = [5, 2, 1].find((candidate) => candidate * power <= metres) ?? 1;
  return step * power;
}

export const overlaps = (one: Rectangle, other: Rectangle): boolean =>
  one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height;

export const contains = (outer: Rectangle, inner: Rectangle): boolean =>
  inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.width <= outer.x + outer.width && inner.y + inner.height <= outer.y + outer.height;
