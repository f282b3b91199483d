import type { AreaId, InstitutionId, LevelId } from '#shared/ids.ts';
import type { Area, City, ContextKind, Institution } from '#app/domain/city/city.ts';
import { cityOutline } from '#app/domain/city/city-outline.ts';
import { baseOf } from '#app/domain/city/with-institutions.ts';
import { toLongitudeLatitude } from '#app/domain/geometry/crs.ts';
import { areaOf, boundsOf, boundsOfAll, labelPointOf } from '#app/domain/geometry/shape-measures.ts';
import type { BoundingBox, Coordinate, MultiPolygon, Polygon, Ring } from '#app/domain/geometry/shapes.ts';
import type { DrawnDetail } from './drawn-detail.ts';
import { borderLines, ringThinner } from './drawn-detail.ts';

/**
 * A city ready for drawing: longitude and latitude in flat arrays, converted once per city (levels when they are first shown).
 * Measuring stays in metres in the core; nothing is measured on these numbers.
 */
export type MapGeometry = {
  readonly level: (level: LevelId) => LevelGeometry;
  readonly context: readonly ContextGeometry[];
  readonly institutions: readonly PlacedInstitution[];
  readonly institution: (id: InstitutionId) => PlacedInstitution | undefined;
  readonly area: (id: AreaId) => MapArea | undefined;
  /** The rectangle around the city's areas. */
  readonly bounds: BoundingBox;
  /** The city as one shape; undefined for a city without areas. */
  readonly wholeCity: LevelGeometry | undefined;
  /** Everything around the city, to dim it; undefined for a city without areas. */
  readonly outside: FlatPolygon | undefined;
  readonly toLongitudeLatitude: (coordinate: Coordinate) => Coordinate;
};

export type LevelGeometry = {
  readonly areas: readonly MapArea[];
  /** All borders of an area as delivered. */
  readonly outlines: readonly AreaOutline[];
  /** What is drawn of the whole level, as fine as the zoom asks for. */
  readonly drawn: (detail: DrawnDetail) => DrawnLevel;
};
export type DrawnLevel = {
  readonly parts: readonly AreaPart[];
  /** Borders of the level, each stretch once. */
  readonly borders: readonly Float64Array[];
};
export type MapArea = {
  readonly id: AreaId;
  readonly area: Area;
  /** Where the name and the sign of the area are put. */
  readonly anchor: Coordinate;
  readonly box: BoundingBox;
  readonly squareMetres: number;
};
/** One polygon of an area. */
export type AreaPart = { readonly area: AreaId; readonly polygon: FlatPolygon };
/** One closed line of an area, outer or hole. */
export type AreaOutline = { readonly area: AreaId; readonly path: Float64Array };
/** Rings one after the other as x, y, x, y …; `holeIndices` say where in `positions` each hole begins. */
export type FlatPolygon = { readonly positions: Float64Array; readonly holeIndices: readonly number[] };

export type ContextGeometry = { readonly kind: ContextKind; readonly areas: readonly FlatPolygon[]; readonly lines: readonly Float64Array[] };
export type PlacedInstitution = { readonly institution: Institution; readonly position: Coordinate };

const geometries = new WeakMap<City, MapGeometry>();

export function mapGeometryOf(city: City): MapGeometry {
  const known = geometries.get(city);
  if (known) return known;
  const base = baseOf(city);
  const geometry = base === city ? buildGeometry(city) : { ...mapGeometryOf(base), ...placedInstitutions(city) };
  geometries.set(city, geometry);
  return geometry;
}

/** What moves when the register changes; the rest of the map stays as it is. */
function placedInstitutions(city: City): Pick<MapGeometry, 'institutions' | 'institution'> {
  const convert = toLongitudeLatitude(city.manifest.crs);
  const institutions = city.institutions.flatMap((institution) => (institution.location === undefined ? [] : [{ institution, position: convert(institution.location) }]));
  const placed = new Map(institutions.map((entry) => [entry.institution.id, entry]));
  return { institutions, institution: (id) => placed.get(id) };
}

type Convert = (coordinate: Coordinate) => Coordinate;

function buildGeometry(city: City): MapGeometry {
  const convert = toLongitudeLatitude(city.manifest.crs);
  const levels = new Map<LevelId, LevelGeometry>();
  const levelOf = new Map(city.areas.map((area) => [area.id, area.level]));
  const areas = new Map<AreaId, MapArea>();

  const level = (id: LevelId): LevelGeometry => {
    const known = levels.get(id);
    if (known) return known;
    const built = levelGeometry(city.areas.filter((area) => area.level === id), convert);
    levels.set(id, built);
    for (const area of built.areas) areas.set(area.id, area);
    return built;
  };
  const whole = wholeCity(city);
  return {
    level,
    wholeCity: whole === undefined ? undefined : levelGeometry([whole], convert),
    context: city.context.map((layer) => ({
      kind: layer.kind,
      areas: layer.shapes.flatMap((shape) => (shape.type === 'area' ? flatPolygons(shape.shape, convert) : [])),
      lines: layer.shapes.flatMap((shape) => (shape.type === 'line' && shape.line.length > 1 ? [flatLine(shape.line, convert)] : [])),
    })),
    ...placedInstitutions(city),
    area: (id) => {
      const levelId = levelOf.get(id);
      if (levelId !== undefined) level(levelId);
      return areas.get(id);
    },
    bounds: convertedBox(boundsOfAll(city.areas.map((area) => boundsOf(area.shape))), convert) ?? GERMANY,
    outside: whole === undefined ? undefined : outsideOf(whole.shape, convert),
    toLongitudeLatitude: convert,
  };
}

/** Shown for a city without any area, so that the map has somewhere to be. */
const GERMANY: BoundingBox = { minX: 5.9, minY: 47.3, maxX: 15.1, maxY: 55.1 };

function levelGeometry(areas: readonly Area[], convert: Convert): LevelGeometry {
  const shapes = areas.map((area) => ({
    area: area.id,
    polygons: area.shape.filter((polygon) => (polygon[0]?.length ?? 0) > 2).map((polygon) => polygon.map((ring) => flatLine(ring, convert))),
  }));
  const thinned = ringThinner(shapes.flatMap(({ polygons }) => polygons.flat()));
  const drawnLevels = new Map<DrawnDetail, DrawnLevel>();
  return {
    areas: areas.flatMap((area) => mapArea(area, convert) ?? []),
    outlines: shapes.flatMap(({ area, polygons }) => polygons.flat().map((path) => ({ area, path }))),
    drawn: (detail) => {
      const known = drawnLevels.get(detail);
      if (known) return known;
      const drawn = drawnLevel(shapes, thinned(detail));
      drawnLevels.set(detail, drawn);
      return drawn;
    },
  };
}

type FlatShape = { readonly area: AreaId; readonly polygons: readonly (readonly Float64Array[])[] };

/** `all` holds the rings of all shapes in their order. */
function drawnLevel(shapes: readonly FlatShape[], all: readonly (Float64Array | undefined)[]): DrawnLevel {
  let next = 0;
  const drawn = shapes.flatMap(({ area, polygons }) =>
    polygons.flatMap((polygon) => {
      const [outer, ...holes] = polygon.map(() => all[next++]);
      return outer === undefined ? [] : [{ area, rings: [outer, ...holes.filter((hole) => hole !== undefined)] }];
    }),
  );
  return {
    parts: drawn.map(({ area, rings }) => ({ area, polygon: joinedRings(rings) })),
    borders: borderLines(drawn.flatMap(({ rings }) => rings)),
  };
}

function joinedRings(rings: readonly Float64Array[]): FlatPolygon {
  const positions = new Float64Array(rings.reduce((length, ring) => length + ring.length, 0));
  const holeIndices: number[] = [];
  let at = 0;
  for (const [index, ring] of rings.entries()) {
    if (index > 0) holeIndices.push(at);
    positions.set(ring, at);
    at += ring.length;
  }
  return { positions, holeIndices };
}

function mapArea(area: Area, convert: Convert): MapArea | undefined {
  const anchor = labelPointOf(area.shape);
  const box = convertedBox(boundsOf(area.shape), convert);
  if (anchor === undefined || box === undefined) return undefined;
  return { id: area.id, area, anchor: convert(anchor), box, squareMetres: areaOf(area.shape) };
}

export const flatPolygons = (shape: MultiPolygon, convert: Convert): readonly FlatPolygon[] =>
  shape.filter((polygon) => (polygon[0]?.length ?? 0) > 2).map((polygon) => flatPolygon(polygon, convert));

const flatPolygon = (polygon: Polygon, convert: Convert): FlatPolygon => joinedRings(polygon.map((ring) => flatLine(ring, convert)));

export function flatLine(line: Ring, convert: Convert): Float64Array {
  const positions = new Float64Array(line.length * 2);
  for (const [index, coordinate] of line.entries()) positions.set(convert(coordinate), index * 2);
  return positions;
}

/** All four corners count: north is not up to the pixel in UTM. */
function convertedBox(box: BoundingBox | undefined, convert: Convert): BoundingBox | undefined {
  if (box === undefined) return undefined;
  const corners = [convert([box.minX, box.minY]), convert([box.maxX, box.minY]), convert([box.maxX, box.maxY]), convert([box.minX, box.maxY])];
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return { minX: Math.min(...xs), minY: Math.min(...ys), maxX: Math.max(...xs), maxY: Math.max(...ys) };
}

/** The outline as an area of its own, so that it is thinned and drawn like the others. */
function wholeCity(city: City): Area | undefined {
  const shape = cityOutline(city);
  const any = city.areas[0];
  return any === undefined || shape.length === 0 ? undefined : { ...any, shape };
}

/** A wide frame with the city cut out. Only outer rings of the city are cut: an enclave belongs to its surroundings and is rare. */
function outsideOf(shapes: MultiPolygon, convert: Convert): FlatPolygon | undefined {
  const box = convertedBox(boundsOf(shapes), convert);
  if (shapes.length === 0 || box === undefined) return undefined;
  const margin = 4;
  const frame: Ring = [
    [box.minX - margin, box.minY - margin],
    [box.maxX + margin, box.minY - margin],
    [box.maxX + margin, box.maxY + margin],
    [box.minX - margin, box.maxY + margin],
    [box.minX - margin, box.minY - margin],
  ];
  const rings = [frame, ...shapes.flatMap((polygon) => (polygon[0] ? [polygon[0].map(convert)] : []))];
  return flatPolygon(rings, (coordinate) => coordinate);
}
