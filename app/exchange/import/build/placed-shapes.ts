import type { Geometry, Position } from 'geojson';
import { transformation } from '#app/domain/geometry/crs.ts';
import { unionOf } from '#app/domain/geometry/overlay.ts';
import { areaOf } from '#app/domain/geometry/shape-measures.ts';
import type { Coordinate, MultiPolygon } from '#app/domain/geometry/shapes.ts';
import type { SourceFeature, SourceLayer } from '../source/source.ts';
import type { PlacingContext } from './build-context.ts';
import { layerCrs } from './layer-crs.ts';
import type { Place } from './rows.ts';

type Order = {
  readonly file: string;
  readonly layer: SourceLayer;
  readonly features: readonly SourceFeature[];
  readonly labelOf: (index: number) => string;
  readonly repair: boolean;
};
/** One shape per feature, in metres of the city's system; undefined for those that are reported as unusable. */
export type PlacedShapes = { readonly shapes: readonly (MultiPolygon | undefined)[]; readonly repaired: number };

/** Areas of a layer in the city's system, checked and repaired. Features that are no areas, and those beyond repair, are errors by name. */
export function placedShapes(context: PlacingContext, { file, layer, features, labelOf, repair }: Order, place: Place): PlacedShapes | undefined {
  const system = layerCrs(context, file, layer, place);
  if (system === undefined) return undefined;
  const toCity = transformation(system.crs, context.crs);
  const move = ([x = Number.NaN, y = Number.NaN]: Position): Coordinate => toCity(system.swapAxes ? [y, x] : [x, y]);
  const [shapeless, broken, repaired]: [string[], string[], string[]] = [[], [], []];
  const shapes = features.map(({ geometry }, index): MultiPolygon | undefined => {
    const polygons = geometry && polygonsIn(geometry);
    if (polygons === undefined || polygons.length === 0) {
      shapeless.push(labelOf(index));
      return undefined;
    }
    const moved = polygons.map((polygon) => polygon.map((ring) => ring.map(move)));
    const checked = checkedShape(moved);
    if (checked === undefined || (checked.repaired && !repair)) {
      broken.push(labelOf(index));
      return undefined;
    }
    if (checked.repaired) repaired.push(labelOf(index));
    return checked.shape;
  });
  const { log } = context;
  if (shapeless.length > 0) log.error(place.part, place.subject, 'shapeMissing', {}, shapeless);
  if (broken.length > 0) log.error(place.part, place.subject, repair ? 'shapeBroken' : 'shapeInvalid', {}, broken);
  if (repaired.length > 0) log.warning(place.part, place.subject, 'shapeRepaired', {}, repaired);
  return { shapes, repaired: repaired.length };
}

function polygonsIn(geometry: Geometry): readonly Position[][][] {
  switch (geometry.type) {
    case 'Polygon':
      return [geometry.coordinates];
    case 'MultiPolygon':
      return geometry.coordinates;
    case 'GeometryCollection':
      return geometry.geometries.flatMap(polygonsIn);
    default:
      return [];
  }
}

/** Part of the area by which a valid outline may differ from the one put together anew: rounding to millimetres. */
const ROUNDING = 1e-6;

/** A shape as it is when its rings are closed and cross nowhere, otherwise put together anew; undefined when nothing is left of it. */
function checkedShape(shape: MultiPolygon): { readonly shape: MultiPolygon; readonly repaired: boolean } | undefined {
  const usable = shape.map((polygon) => polygon.filter((ring) => ring.length >= 4)).filter(([outer]) => outer !== undefined);
  if (usable.some((polygon) => polygon.some((ring) => ring.some(([x, y]) => !Number.isFinite(x) || !Number.isFinite(y))))) return undefined;
  const closed = usable.map((polygon) => polygon.map((ring) => (isClosed(ring) ? ring : [...ring, ring[0]!])));
  const complete = usable.length === shape.length && shape.every((polygon) => polygon.every(isClosed));
  const anew = unionOf([closed]);
  const [before, after] = [areaOf(closed), areaOf(anew)];
  if (after < 1) return undefined;
  if (Math.abs(before - after) <= Math.max(0.5, before * ROUNDING)) return { shape: closed, repaired: !complete };
  return { shape: anew, repaired: true };
}

function isClosed(ring: readonly Coordinate[]): boolean {
  const [first, last] = [ring[0], ring.at(-1)];
  return ring.length >= 4 && first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1];
}
