import type { ContextLayer, ContextShape } from '#app/domain/city/city.ts';
import { transformation } from '#app/domain/geometry/crs.ts';
import type { Coordinate, MultiPolygon } from '#app/domain/geometry/shapes.ts';
import type { Geometry, Position } from 'geojson';
import { CONTEXT_RULES } from './osm/osm-context-rule.ts';
import { osmContext } from './osm/osm-context.ts';
import { plainText } from '#app/domain/source/columns.ts';
import type { Recipe } from '../recipe/recipe-schema.ts';
import type { PlacingContext } from './build-context.ts';
import { extractOf } from './build-streets.ts';
import { layerCrs } from './layer-crs.ts';
import { columnIndex, openRows } from './rows.ts';
import type { Place } from './rows.ts';

/** Metres of map ground shown around the city. */
const CONTEXT_MARGIN = 2_000;

/** The quiet map under the data: from OpenStreetMap or from layers of the surveying office. */
export const buildMapContext = (context: PlacingContext, outline: MultiPolygon): readonly ContextLayer[] =>
  context.recipe.context.flatMap((part, index) => ('osm' in part ? fromOsm(context, part, outline) : fromLayer(context, part, `context[${index}]`)));

type OsmPart = Extract<Recipe['context'][number], { osm: string }>;
type LayerPart = Exclude<Recipe['context'][number], { osm: string }>;

function fromOsm(context: PlacingContext, { osm, kinds }: OsmPart, outline: MultiPolygon): readonly ContextLayer[] {
  const extract = extractOf(context, osm, 'context');
  if (extract === undefined) return [];
  const { layers, report } = osmContext(extract, { crs: context.crs, kinds, within: outline.length === 0 ? undefined : { outline, margin: CONTEXT_MARGIN } });
  const { log } = context;
  log.decision('context', osm, 'contextBuilt', { small: report.small, outside: report.outside, tunnels: report.tunnels, yardTracks: report.yardTracks }, layers.map(({ name, shapes }) => `${name} (${shapes.length})`));
  const missing = CONTEXT_RULES.filter(({ kind }) => kinds.some((wanted) => wanted === kind) && (report.shapes[kind] ?? 0) === 0);
  if (missing.length > 0) log.warning('context', osm, 'contextMissing', {}, missing.map(({ name }) => name));
  if (report.open.length > 0) log.warning('context', osm, 'contextOpen', { count: report.open.length }, report.open);
  return layers;
}

function fromLayer(context: PlacingContext, part: LayerPart, subject: string): readonly ContextLayer[] {
  const place: Place = { part: 'context', subject };
  const source = openRows(context, part, place);
  if (source?.layer === undefined) {
    if (source !== undefined) context.log.error('context', subject, 'notALayer', { file: part.file });
    return [];
  }
  const nameAt = part.nameColumn === undefined ? undefined : columnIndex(source, part.nameColumn, context, place);
  const system = layerCrs(context, part.file, source.layer, place);
  if (system === undefined) return [];
  const toCity = transformation(system.crs, context.crs);
  const move = ([x = Number.NaN, y = Number.NaN]: Position): Coordinate => toCity(system.swapAxes ? [y, x] : [x, y]);
  const shapes = source.rows.flatMap(({ feature, cells }) => shapesOf(feature?.geometry, nameAt === undefined ? '' : plainText(cells[nameAt]), move));
  const unused = source.rows.filter(({ feature }) => shapesOf(feature?.geometry, '', move).length === 0).length;
  if (unused > 0) context.log.warning('context', subject, 'contextUnused', { count: unused });
  return shapes.length === 0 ? [] : [{ kind: part.kind, name: part.name, shapes }];
}

function shapesOf(geometry: Geometry | undefined, name: string, move: (position: Position) => Coordinate): readonly ContextShape[] {
  const isFinite = (places: readonly Coordinate[]): boolean => places.every((at) => at.every(Number.isFinite));
  const area = (polygons: readonly Position[][][]): readonly ContextShape[] => {
    const shape = polygons.map((polygon) => polygon.map((ring) => ring.map(move)));
    return shape.length > 0 && shape.every((polygon) => polygon.every((ring) => ring.length >= 4 && isFinite(ring))) ? [{ type: 'area', shape, name }] : [];
  };
  const line = (positions: readonly Position[]): readonly ContextShape[] => {
    const places = positions.map(move);
    return places.length >= 2 && isFinite(places) ? [{ type: 'line', line: places, name }] : [];
  };
  switch (geometry?.type) {
    case 'Polygon':
      return area([geometry.coordinates]);
    case 'MultiPolygon':
      return area(geometry.coordinates);
    case 'LineString':
      return line(geometry.coordinates);
    case 'MultiLineString':
      return geometry.coordinates.flatMap(line);
    case 'GeometryCollection':
      return geometry.geometries.flatMap((part) => shapesOf(part, name, move));
    default:
      return [];
  }
}
