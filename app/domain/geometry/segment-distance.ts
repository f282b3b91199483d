/** How far along a segment (0 its start, 1 its end) the point of it nearest to a place is; 0 for a segment without length. */
export function shareAlongSegment(x: number, y: number, x1: number, y1: number, x2: number, y2: number): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const squared = dx * dx + dy * dy;
  return squared === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / squared));
}

/** Squared distance from a place to the nearest point of a segment, in square metres. */
export function squaredDistanceToSegment(x: number, y: number, x1: number, y1: number, x2: number, y2: number): number {
  const share = shareAlongSegment(x, y, x1, y1, x2, y2);
  return (x1 + share * (x2 - x1) - x) ** 2 + (y1 + share * (y2 - y1) - y) ** 2;
}
