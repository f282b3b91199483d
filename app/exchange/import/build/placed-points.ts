import type { Geometry, Position } from 'geojson';
import { transformation } from '#app/domain/geometry/crs.ts';
import { labelPointOf } from '#app/domain/geometry/shape-measures.ts';
import type { Coordinate } from '#app/domain/geometry/shapes.ts';
import type { PlacingContext } from './build-context.ts';
import { layerCrs } from './layer-crs.ts';
import type { Place, RowSource, SourceRow } from './rows.ts';

/** Places of a layer's features in the city's system: points as they are, areas by a point inside. Undefined (and reported) without a usable system. */
export function placedPoints(context: PlacingContext, file: string, source: RowSource, place: Place): ((row: SourceRow) => Coordinate | undefined) | undefined {
  if (source.layer === undefined) {
    context.log.error(place.part, place.subject, 'notALayer', { file });
    return undefined;
  }
  const system = layerCrs(context, file, source.layer, place);
  if (system === undefined) return undefined;
  const toCity = transformation(system.crs, context.crs);
  const move = ([x = Number.NaN, y = Number.NaN]: Position): Coordinate => toCity(system.swapAxes ? [y, x] : [x, y]);
  return ({ feature }) => {
    const at = feature?.geometry && pointIn(feature.geometry, move);
    return at?.every(Number.isFinite) === true ? at : undefined;
  };
}

function pointIn(geometry: Geometry, move: (position: Position) => Coordinate): Coordinate | undefined {
  switch (geometry.type) {
    case 'Point':
      return geometry.coordinates.length < 2 ? undefined : move(geometry.coordinates);
    case 'MultiPoint':
      return geometry.coordinates[0] && move(geometry.coordinates[0]);
    case 'Polygon':
      return labelPointOf([geometry.coordinates.map((ring) => ring.map(move))]);
    case 'MultiPolygon':
      return labelPointOf(geometry.coordinates.map((polygon) => polygon.map((ring) => ring.map(move))));
    default:
      return undefined;
  }
}
