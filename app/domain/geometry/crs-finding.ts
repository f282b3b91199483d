import type { Geometry, Position } from 'geojson';
import type { DeclaredCrs } from '../source/source-parts.ts';
import type { KnownCrs } from './crs.ts';
import { toLongitudeLatitude } from './crs.ts';
import { isInGermany, metresBetween } from './in-germany.ts';
import type { Coordinate } from './shapes.ts';

/**
 * What the numbers say about the declared system. `suggested` is the system that would fit (the declared one where only its axes are swapped);
 * undefined where none does or nothing is to be changed. `importWorkbench.crs.<code>` has the sentence.
 */
export type CrsFinding = { readonly code: CrsFindingCode; readonly suggested: KnownCrs | undefined; readonly swapAxes: boolean; readonly details?: Readonly<Record<string, string | number>> };
export type CrsFindingCode =
  | 'fits'
  | 'missing'
  | 'unknown'
  /** The number of the zone stands before the easting, or should and does not. */
  | 'falseEasting'
  | 'swappedAxes'
  | 'metresCalledDegrees'
  | 'degreesCalledMetres'
  | 'otherZone'
  /** The numbers are those of another kind of system (Gauß-Krüger called UTM). */
  | 'otherSystem'
  /** In Germany, but far from the city. */
  | 'farAway'
  | 'outsideGermany'
  | 'noCoordinates';

/** What is known of the city: `place` in degrees, from its other layers or its key. Within `metres` of it is no mistake. */
export type Nearby = { readonly place: Coordinate; readonly metres: number };

/** Larger than the largest city, and less than a zone of Gauß-Krüger is wide. */
export const NEARBY_METRES = 75_000;

const DEGREES: ReadonlySet<KnownCrs> = new Set<KnownCrs>(['EPSG:4326', 'EPSG:4258', 'EPSG:4314']);
/** Systems that numbers without (or with a wrong) declaration are tried in, the most usual of German offices first. Not Soldner: any small numbers lie near its origin in Berlin. */
const CANDIDATES: readonly KnownCrs[] = [
  'EPSG:25832', 'EPSG:25833', 'EPSG:4326', 'EPSG:4647', 'EPSG:5650', 'EPSG:31467', 'EPSG:31468', 'EPSG:31466', 'EPSG:31469', 'EPSG:3857', 'EPSG:25831', 'EPSG:5649', 'EPSG:3035',
];
const FAMILIES: readonly (readonly KnownCrs[])[] = [
  ['EPSG:25831', 'EPSG:25832', 'EPSG:25833'], ['EPSG:32631', 'EPSG:32632', 'EPSG:32633'], ['EPSG:4647', 'EPSG:5649', 'EPSG:5650'], ['EPSG:31466', 'EPSG:31467', 'EPSG:31468', 'EPSG:31469', 'EPSG:3396', 'EPSG:3397', 'EPSG:3398', 'EPSG:3399', 'EPSG:2397', 'EPSG:2398', 'EPSG:2399'],
  [...DEGREES], ['EPSG:3857'], ['EPSG:3035'], ['EPSG:3068'],
];
const PREFIXED: ReadonlySet<KnownCrs> = new Set(FAMILIES[2]);

/**
 * Holds the declared system against the coordinates: do they lie in Germany (and near the city, where its place is known) when read so? Judged
 * by one corner of each feature, without the outermost twentieth on each side: single features far off do not decide. A declaration that
 * fits is never doubted, so the zone of UTM is only found out by the city's place: numbers of zone 33 also lie in Germany in zone 32.
 */
export function crsFinding(declared: DeclaredCrs, geometries: Iterable<Geometry | undefined>, nearby?: Nearby): CrsFinding {
  const core = coreOf(geometries);
  if (core === undefined) return { code: 'noCoordinates', suggested: undefined, swapAxes: false };
  if (declared.kind !== 'known') {
    const found = candidates(core, nearby);
    const [best, second] = found;
    return {
      code: declared.kind, suggested: best?.crs, swapAxes: best?.swapAxes ?? false,
      details: { ...(declared.kind === 'unknown' ? { text: declared.text } : {}), ...(second === undefined ? {} : { other: second.crs }) },
    };
  }
  if (fits(declared.code, core, false, nearby)) return { code: 'fits', suggested: undefined, swapAxes: false };
  const details = { declared: declared.code, ...placeWords(declared.code, core) };
  if (fits(declared.code, core, true, nearby)) return { code: 'swappedAxes', suggested: declared.code, swapAxes: true, details };
  const ranked = candidates(core, nearby).sort((a, b) => rank(declared.code, a) - rank(declared.code, b));
  const [best] = ranked;
  if (best !== undefined) return { code: mistake(declared.code, best.crs), suggested: best.crs, swapAxes: best.swapAxes, details: { ...details, suggested: best.crs } };
  const anywhere = fits(declared.code, core, false, undefined);
  return { code: anywhere ? 'farAway' : 'outsideGermany', suggested: undefined, swapAxes: false, details };
}

/** A system in which coordinates would lie in Germany (and near the city). */
export type FittingSystem = { readonly crs: KnownCrs; readonly swapAxes: boolean };

/** All systems of German offices that the coordinates fit, the most usual first, those with swapped axes last. */
export function fittingSystems(geometries: Iterable<Geometry | undefined>, nearby?: Nearby): readonly FittingSystem[] {
  const core = coreOf(geometries);
  return core === undefined ? [] : candidates(core, nearby);
}

/** The middle of the coordinates in degrees, read in this system; undefined for none, or outside its reach. */
export function middleInDegrees(crs: KnownCrs, geometries: Iterable<Geometry | undefined>): Coordinate | undefined {
  const core = coreOf(geometries);
  return core && placed(crs, core.middle, false);
}

type Core = { readonly middle: Coordinate; readonly corners: readonly Coordinate[] };

function candidates(core: Core, nearby: Nearby | undefined): FittingSystem[] {
  return [false, true].flatMap((swapAxes) => CANDIDATES.filter((crs) => fits(crs, core, swapAxes, nearby)).map((crs) => ({ crs, swapAxes })));
}

/** The same family first (another zone), with its axes as they are before swapped ones. */
function rank(declared: KnownCrs, { crs, swapAxes }: FittingSystem): number {
  return (swapAxes ? 2 : 0) + (familyOf(crs) === familyOf(declared) ? 0 : 1);
}

const familyOf = (crs: KnownCrs): readonly KnownCrs[] | undefined => FAMILIES.find((family) => family.includes(crs));

function mistake(declared: KnownCrs, right: KnownCrs): CrsFindingCode {
  if (DEGREES.has(declared) && !DEGREES.has(right)) return 'metresCalledDegrees';
  if (DEGREES.has(right) && !DEGREES.has(declared)) return 'degreesCalledMetres';
  const isUtm = (crs: KnownCrs) => FAMILIES.slice(0, 3).some((family) => family.includes(crs));
  if (isUtm(declared) && isUtm(right) && PREFIXED.has(declared) !== PREFIXED.has(right)) return 'falseEasting';
  return familyOf(declared) === familyOf(right) ? 'otherZone' : 'otherSystem';
}

function fits(crs: KnownCrs, { middle, corners }: Core, swapAxes: boolean, nearby: Nearby | undefined): boolean {
  const degrees = placed(crs, middle, swapAxes);
  if (degrees === undefined || !isInGermany(degrees)) return false;
  if (nearby !== undefined && metresBetween(degrees, nearby.place) > nearby.metres) return false;
  // a layer may reach over the border, but not around the world
  return corners.every((corner) => {
    const place = placed(crs, corner, swapAxes);
    return place !== undefined && place[0] > 3 && place[0] < 19 && place[1] > 45 && place[1] < 58;
  });
}

const FARTHEST = 1e8;
const converters = new Map<KnownCrs, (coordinate: Coordinate) => Coordinate>();

/** Degrees of numbers in a system; undefined where it does not reach. */
function placed(crs: KnownCrs, [x, y]: Coordinate, swapAxes: boolean): Coordinate | undefined {
  // formulas of projections do strange things far from the earth
  if (Math.abs(x) > FARTHEST || Math.abs(y) > FARTHEST) return undefined;
  const convert = converters.get(crs) ?? toLongitudeLatitude(crs);
  converters.set(crs, convert);
  const [longitude, latitude] = convert(swapAxes ? [y, x] : [x, y]);
  return Number.isFinite(longitude) && Number.isFinite(latitude) ? [longitude, latitude] : undefined;
}

/** Where the declared system puts the layer, for the sentence. */
function placeWords(crs: KnownCrs, { middle }: Core): Readonly<Record<string, number>> {
  const degrees = placed(crs, middle, false);
  return degrees === undefined ? {} : { longitude: Math.round(degrees[0] * 100) / 100, latitude: Math.round(degrees[1] * 100) / 100 };
}

function coreOf(geometries: Iterable<Geometry | undefined>): Core | undefined {
  const xs: number[] = [];
  const ys: number[] = [];
  for (const geometry of geometries) {
    const [x, y] = (geometry && firstPosition(geometry)) ?? [];
    if (x === undefined || y === undefined || !Number.isFinite(x) || !Number.isFinite(y)) continue;
    xs.push(x);
    ys.push(y);
  }
  if (xs.length === 0) return undefined;
  xs.sort((a, b) => a - b);
  ys.sort((a, b) => a - b);
  const at = (sorted: readonly number[], share: number) => sorted[Math.round(share * (sorted.length - 1))]!;
  const [left, right, bottom, top] = [at(xs, 0.05), at(xs, 0.95), at(ys, 0.05), at(ys, 0.95)];
  return { middle: [at(xs, 0.5), at(ys, 0.5)], corners: [[left, bottom], [right, bottom], [right, top], [left, top]] };
}

function firstPosition(geometry: Geometry): Position | undefined {
  switch (geometry.type) {
    case 'Point':
      return geometry.coordinates;
    case 'MultiPoint':
    case 'LineString':
      return geometry.coordinates[0];
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates[0]?.[0];
    case 'MultiPolygon':
      return geometry.coordinates[0]?.[0]?.[0];
    case 'GeometryCollection':
      return geometry.geometries[0] && firstPosition(geometry.geometries[0]);
  }
}
