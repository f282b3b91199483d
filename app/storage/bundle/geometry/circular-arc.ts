import type { Position } from 'geojson';

/** Degrees of an arc per straight piece: at 2 km radius the line then stays within two metres of the circle. */
const DEGREES_PER_PIECE = 5;

/**
 * A chain of circular arcs as straight lines. Each arc is given by its start, a point on the way and its end, which starts the next
 * (ISO 19125 CircularString). Start and end in one place mean a whole circle whose diameter runs to the middle point; three points
 * in a row stay straight.
 */
export function straightened(points: readonly Position[]): Position[] {
  const line: Position[] = points.slice(0, 1);
  for (let index = 0; index + 2 < points.length; index += 2) line.push(...arc(points[index]!, points[index + 1]!, points[index + 2]!));
  return line;
}

/** The pieces of one arc without its start. */
function arc(start: Position, middle: Position, end: Position): Position[] {
  const isCircle = start[0] === end[0] && start[1] === end[1];
  const centre = isCircle ? [(start[0]! + middle[0]!) / 2, (start[1]! + middle[1]!) / 2] : centreThrough(start, middle, end);
  if (centre === undefined) return [middle, end];
  const [x, y] = centre as [number, number];
  const radius = Math.hypot(start[0]! - x, start[1]! - y);
  const angleOf = (point: Position) => Math.atan2(point[1]! - y, point[0]! - x);
  const from = angleOf(start);
  const toMiddle = turn(from, angleOf(middle));
  const toEnd = isCircle ? 2 * Math.PI : turn(from, angleOf(end));
  // Counter-clockwise when the middle comes before the end on that way, else the other way round.
  const sweep = toMiddle <= toEnd ? toEnd : toEnd - 2 * Math.PI;
  const pieces = Math.max(2, Math.ceil(Math.abs(sweep) / ((DEGREES_PER_PIECE * Math.PI) / 180)));
  const between = Array.from({ length: pieces - 1 }, (_, piece): Position => {
    const angle = from + (sweep * (piece + 1)) / pieces;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
  return [...between, end];
}

/** Counter-clockwise angle from one direction to another, 0 up to a full turn. */
const turn = (from: number, to: number): number => (to - from + 4 * Math.PI) % (2 * Math.PI);

function centreThrough([ax, ay]: Position, [bx, by]: Position, [cx, cy]: Position): Position | undefined {
  const [x1, y1, x2, y2] = [bx! - ax!, by! - ay!, cx! - ax!, cy! - ay!];
  const twiceArea = 2 * (x1 * y2 - y1 * x2);
  if (Math.abs(twiceArea) < 1e-12 * (x1 * x1 + y1 * y1 + x2 * x2 + y2 * y2)) return undefined;
  const [square1, square2] = [x1 * x1 + y1 * y1, x2 * x2 + y2 * y2];
  return [ax! + (y2 * square1 - y1 * square2) / twiceArea, ay! + (x1 * square2 - x2 * square1) / twiceArea];
}
