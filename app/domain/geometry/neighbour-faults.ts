import Flatbush from 'flatbush';
import { grownBy, intersectionOf, unionOf } from './overlay.ts';
import { areaOf, boundsOf } from './shape-measures.ts';
import type { BoundingBox, Coordinate, MultiPolygon, Polygon } from './shapes.ts';

export type Outlined<Id extends string = string> = { readonly id: Id; readonly shape: MultiPolygon };
/** A gap between areas, or an overlap of two; `squareMetres` of the whole gap or of all places where the two overlap. */
export type NeighbourFault<Id extends string = string> = { readonly areas: readonly Id[]; readonly squareMetres: number; readonly place: Coordinate };
export type NeighbourFaults<Id extends string = string> = {
  readonly gaps: readonly NeighbourFault<Id>[];
  readonly overlaps: readonly NeighbourFault<Id>[];
  /** What is smaller than `smallest`, added up. */
  readonly ignored: { readonly gaps: { readonly count: number; readonly squareMetres: number }; readonly overlaps: { readonly count: number; readonly squareMetres: number } };
};

/** Smaller ones come from rounding, m². */
const SMALLEST = 1;
/** Areas this near to a gap border it, in metres. */
const TOUCHING = 0.02;

/**
 * Where the areas of one level, in metres, do not fit together: gaps that areas enclose (a lake without area is one too, so the size is told),
 * and overlaps of two areas. Largest first. Gaps open to the outside of all areas are not found. Shapes must be sound.
 */
export function neighbourFaults<Id extends string>(areas: readonly Outlined<Id>[], smallest = SMALLEST): NeighbourFaults<Id> {
  const boxed = areas.flatMap((area) => {
    const box = boundsOf(area.shape);
    return box === undefined ? [] : [{ ...area, box }];
  });
  if (boxed.length < 2) return { gaps: [], overlaps: [], ignored: { gaps: { count: 0, squareMetres: 0 }, overlaps: { count: 0, squareMetres: 0 } } };
  const index = new Flatbush(boxed.length);
  for (const { box } of boxed) index.add(box.minX, box.minY, box.maxX, box.maxY);
  index.finish();
  const near = (box: BoundingBox, reach: number) => index.search(box.minX - reach, box.minY - reach, box.maxX + reach, box.maxY + reach).map((i) => boxed[i]!);

  const overlaps: NeighbourFault<Id>[] = boxed.flatMap((one, i) =>
    index.search(one.box.minX, one.box.minY, one.box.maxX, one.box.maxY, (other) => other > i).flatMap((j): NeighbourFault<Id>[] => {
      const other = boxed[j]!;
      const common = intersectionOf(one.shape, other.shape);
      const place = placeOf(common);
      return place === undefined ? [] : [{ areas: [one.id, other.id], squareMetres: areaOf(common), place }];
    }),
  );
  // The area alone of a hole in the union: an island of the areas inside it is a polygon of its own and is taken off.
  const union = unionOf(boxed.map(({ shape }) => shape));
  const gaps: NeighbourFault<Id>[] = union.flatMap((polygon) =>
    polygon.slice(1).map((hole): NeighbourFault<Id> => {
      const whole: MultiPolygon = [[hole]];
      const box = boundsOf(whole)!;
      const islands = union.filter(([outer]) => outer !== undefined && outer !== polygon[0] && liesIn(boundsOf([[outer]])!, box));
      const islandArea = islands.reduce((sum, island) => sum + areaOf(intersectionOf([[island[0]!]], whole)), 0);
      const rim = grownBy(whole, TOUCHING);
      const bordering = near(box, TOUCHING).filter(({ shape }) => areaOf(intersectionOf(shape, rim)) > 0);
      return { areas: bordering.map(({ id }) => id), squareMetres: areaOf(whole) - islandArea, place: placeOf(whole)! };
    }),
  );
  const [smallGaps, smallOverlaps] = [gaps, overlaps].map((all) => all.filter(({ squareMetres }) => squareMetres < smallest));
  const sum = (all: readonly NeighbourFault<Id>[]) => ({ count: all.length, squareMetres: all.reduce((total, { squareMetres }) => total + squareMetres, 0) });
  return { gaps: largestFirst(gaps, smallest), overlaps: largestFirst(overlaps, smallest), ignored: { gaps: sum(smallGaps!), overlaps: sum(smallOverlaps!) } };
}

const largestFirst = <Fault extends { readonly squareMetres: number }>(faults: readonly Fault[], smallest: number): readonly Fault[] =>
  faults.filter(({ squareMetres }) => squareMetres >= smallest).sort((a, b) => b.squareMetres - a.squareMetres);

const liesIn = (inner: BoundingBox, outer: BoundingBox): boolean => inner.minX >= outer.minX && inner.maxX <= outer.maxX && inner.minY >= outer.minY && inner.maxY <= outer.maxY;

/** The middle of the rectangle around the largest polygon, to point at it on a map. */
function placeOf(shape: MultiPolygon): Coordinate | undefined {
  const largest = shape.reduce<Polygon | undefined>((best, polygon) => (best === undefined || areaOf([polygon]) > areaOf([best]) ? polygon : best), undefined);
  const box = largest && boundsOf([largest]);
  return box && [(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2];
}
