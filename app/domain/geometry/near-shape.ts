import Flatbush from 'flatbush';
import { pointInShape } from './point-in-shape.ts';
import { squaredDistanceToSegment } from './segment-distance.ts';
import { boundsOf } from './shape-measures.ts';
import type { MultiPolygon } from './shapes.ts';

/** Edge of the squares the question is answered for, in metres. */
const SQUARE = 250;

/**
 * Whether places lie in a shape or up to `margin` metres outside it. The answer is given for whole squares of 250 m, each worked out once, so
 * that millions of places can be asked; it is never "no" for a place within the margin, and "yes" up to 354 m beyond. Always false for
 * a shape without coordinates.
 */
export function nearShape(shape: MultiPolygon, margin: number): (x: number, y: number) => boolean {
  const bounds = boundsOf(shape);
  if (bounds === undefined) return () => false;
  const reach = margin + (SQUARE * Math.SQRT2) / 2;
  const [minX, minY] = [bounds.minX - reach - SQUARE, bounds.minY - reach - SQUARE];
  const columns = Math.ceil((bounds.maxX + reach + SQUARE - minX) / SQUARE);
  const rows = Math.ceil((bounds.maxY + reach + SQUARE - minY) / SQUARE);
  const sides = sidesOf(shape);
  const answers = new Map<number, boolean>();
  const answerFor = (square: number): boolean => {
    const x = minX + ((square % columns) + 0.5) * SQUARE;
    const y = minY + (Math.floor(square / columns) + 0.5) * SQUARE;
    return pointInShape([x, y], shape) || sides.isWithin(x, y, reach);
  };
  return (x, y) => {
    const [column, row] = [Math.floor((x - minX) / SQUARE), Math.floor((y - minY) / SQUARE)];
    if (!(column >= 0 && column < columns && row >= 0 && row < rows)) return false;
    const square = row * columns + column;
    let answer = answers.get(square);
    if (answer === undefined) answers.set(square, (answer = answerFor(square)));
    return answer;
  };
}

function sidesOf(shape: MultiPolygon): { readonly isWithin: (x: number, y: number, reach: number) => boolean } {
  const sides = shape.flatMap((polygon) => polygon.flatMap((ring) => ring.slice(1).map((to, i) => [...ring[i]!, ...to] as const)));
  const index = new Flatbush(Math.max(sides.length, 1));
  for (const [x1, y1, x2, y2] of sides) index.add(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
  if (sides.length === 0) index.add(Infinity, Infinity);
  index.finish();
  return {
    isWithin: (x, y, reach) =>
      index.search(x - reach, y - reach, x + reach, y + reach).some((side) => {
        const [x1, y1, x2, y2] = sides[side]!;
        return squaredDistanceToSegment(x, y, x1, y1, x2, y2) <= reach * reach;
      }),
  };
}
