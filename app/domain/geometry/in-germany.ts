import type { Coordinate } from './shapes.ts';

/** Germany's outline in degrees, drawn generously by hand (10 to 30 km outside the border), to tell a plausible place from a wrong system. */
const OUTLINE: readonly Coordinate[] = [
  [5.7, 50.7], [5.7, 52.1], [6.5, 52.3], [6.4, 53.9], [7.6, 54.4], [8.1, 55.2], [10.0, 55.1], [11.5, 54.7], [12.6, 54.8], [13.9, 54.85], [14.6, 53.9], [14.6, 53.0], [15.0, 52.4], [15.2, 51.2],
  [15.0, 50.7], [14.4, 50.7], [13.0, 50.2], [12.5, 50.0], [12.9, 49.4], [14.0, 48.9], [14.0, 48.4], [13.1, 48.1], [13.3, 47.4], [12.2, 47.4], [11.0, 47.2], [10.1, 47.1], [9.4, 47.4], [7.4, 47.4], [7.4, 48.3], [7.9, 48.75],
  [6.9, 49.0], [6.2, 49.3], [5.9, 50.1],
];

/** Whether a place in degrees lies in Germany, or less than about 30 km beyond its border. */
export function isInGermany([longitude, latitude]: Coordinate): boolean {
  let inside = false;
  for (let i = 0, previous = OUTLINE.length - 1; i < OUTLINE.length; previous = i, i += 1) {
    const [x1, y1] = OUTLINE[previous]!;
    const [x2, y2] = OUTLINE[i]!;
    if (y1 > latitude !== y2 > latitude && longitude < ((x2 - x1) * (latitude - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}

const EARTH_RADIUS = 6_371_000;

/** Great-circle distance of two places in degrees, in metres, on a sphere (0.5 % off at most). */
export function metresBetween([lon1, lat1]: Coordinate, [lon2, lat2]: Coordinate): number {
  const radians = Math.PI / 180;
  const [a, b] = [lat1 * radians, lat2 * radians];
  const haversine = Math.sin((b - a) / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(((lon2 - lon1) * radians) / 2) ** 2;
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(haversine)));
}
