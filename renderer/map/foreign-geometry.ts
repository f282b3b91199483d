import type { Geometry, Position } from 'geojson';
import type { Coordinate, MultiPolygon } from '#app/domain/geometry/shapes.ts';
import type { FlatPolygon } from './map-geometry.ts';
import { flatLine, flatPolygons } from './map-geometry.ts';

/** A layer of a file that is not ours, in longitude and latitude: looked at, never computed with. */
export type ForeignMapLayer = { readonly title: string; readonly geometries: readonly Geometry[] };
export type ForeignGeometry = {
  readonly polygons: readonly FlatPolygon[];
  readonly lines: readonly Float64Array[];
  readonly points: readonly Coordinate[];
};

/** Polygons, lines (borders of polygons too) and points of all kinds of geometry, collections taken apart. */
export function foreignGeometry(layers: readonly ForeignMapLayer[]): ForeignGeometry {
  const polygons: FlatPolygon[] = [];
  const lines: Float64Array[] = [];
  const points: Coordinate[] = [];
  const addLine = (line: readonly Position[]): void => {
    if (line.length > 1) lines.push(flatLine(line.map(coordinate), same));
  };
  const addShape = (shape: MultiPolygon): void => {
    polygons.push(...flatPolygons(shape, same));
    for (const polygon of shape) for (const ring of polygon) lines.push(flatLine(ring, same));
  };
  const add = (geometry: Geometry): void => {
    switch (geometry.type) {
      case 'Point':
        if (geometry.coordinates.length > 1) points.push(coordinate(geometry.coordinates));
        return;
      case 'MultiPoint':
        points.push(...geometry.coordinates.map(coordinate));
        return;
      case 'LineString':
        addLine(geometry.coordinates);
        return;
      case 'MultiLineString':
        geometry.coordinates.forEach(addLine);
        return;
      case 'Polygon':
        addShape([geometry.coordinates.map((ring) => ring.map(coordinate))]);
        return;
      case 'MultiPolygon':
        addShape(geometry.coordinates.map((polygon) => polygon.map((ring) => ring.map(coordinate))));
        return;
      case 'GeometryCollection':
        geometry.geometries.forEach(add);
    }
  };
  for (const layer of layers) layer.geometries.forEach(add);
  return { polygons, lines, points };
}

const same = (position: Coordinate): Coordinate => position;
const coordinate = ([x = Number.NaN, y = Number.NaN]: Position): Coordinate => [x, y];
