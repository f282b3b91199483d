import type { Coordinate, MultiPolygon } from '#app/domain/geometry/shapes.ts';
import { roundTo } from './ground/shapes-of-labels.ts';

/** The market square of Halmstedt in EPSG:25832: a plain in Lower Saxony where no such city is. */
export const origin: Coordinate = [530_000, 5_802_000];

export const absolute = ([x, y]: Coordinate): Coordinate => [roundTo(x + origin[0]), roundTo(y + origin[1])];
export const absoluteLine = (line: readonly Coordinate[]): Coordinate[] => line.map(absolute);
export const absoluteShape = (shape: MultiPolygon): MultiPolygon => shape.map((polygon) => polygon.map((ring) => ring.map(absolute)));
