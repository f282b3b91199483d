import type { Geometry, Position } from 'geojson';
import { transformation } from '#app/domain/geometry/crs.ts';
import type { ShapeFault, ShapeFaultCode } from '#app/domain/geometry/check-shape.ts';
import { repairShape } from '#app/domain/geometry/repair-shape.ts';
import type { Coordinate, MultiPolygon } from '#app/domain/geometry/shapes.ts';
import type { SourceFeature, SourceLayer } from '../source/source.ts';
import type { PlacingContext } from './build-context.ts';
import type { ReportCode } from './build-log.ts';
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
  const [shapeless, broken]: [string[], string[]] = [[], []];
  const repaired: Repair[] = [];
  const shapes = features.map(({ geometry }, index): MultiPolygon | undefined => {
    const polygons = geometry && polygonsIn(geometry);
    if (polygons === undefined || polygons.length === 0) {
      shapeless.push(labelOf(index));
      return undefined;
    }
    const checked = repairShape(polygons.map((polygon) => polygon.map((ring) => ring.map(move))));
    if (checked.status === 'sound') return checked.shape;
    if (checked.status === 'refused' || !repair) {
      broken.push(labelOf(index));
      return undefined;
    }
    repaired.push({ label: labelOf(index), ...checked });
    return checked.shape;
  });
  const { log } = context;
  if (shapeless.length > 0) log.error(place.part, place.subject, 'shapeMissing', {}, shapeless);
  if (broken.length > 0) log.error(place.part, place.subject, repair ? 'shapeBroken' : 'shapeInvalid', {}, broken);
  reportRepairs(context, place, repaired);
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

/** What was done to outlines, by fault: each repaired one is listed under every fault it had, with its area before and after where that changed. */
function reportRepairs({ log }: PlacingContext, place: Place, repairs: readonly Repair[]): void {
  const byFault = new Map<ShapeFaultCode, string[]>();
  for (const { label, faults, areaBefore, areaAfter } of repairs) {
    const [before, after] = [areaBefore, areaAfter].map((area) => area.toFixed(0));
    const line = before === after ? label : `${label}: ${before} m² → ${after} m²`;
    for (const { code } of faults) byFault.set(code, [...(byFault.get(code) ?? []), line]);
  }
  for (const [code, list] of byFault) log.warning(place.part, place.subject, REPAIRED[code], { count: list.length }, list);
}

type Repair = { readonly label: string; readonly faults: readonly ShapeFault[]; readonly areaBefore: number; readonly areaAfter: number };
const REPAIRED = {
  notANumber: 'shapeBroken', notClosed: 'shapeNotClosed', tooFewPoints: 'shapeTooFewPoints', spike: 'shapeSpike', selfCrossing: 'shapeSelfCrossing', ringsCross: 'shapeRingsCross', wrongNesting: 'shapeWrongNesting',
  overlappingParts: 'shapeOverlappingParts',
} as const satisfies Record<ShapeFaultCode, ReportCode>;
