import type { Geometry } from 'geojson';
import { crsFinding, NEARBY_METRES } from '#app/domain/geometry/crs-finding.ts';
import { toLongitudeLatitude, transformation } from '#app/domain/geometry/crs.ts';
import type { Coordinate } from '#app/domain/geometry/shapes.ts';
import type { ProjectedCrs } from '#app/domain/city/city.ts';
import type { ListSheet } from '#app/domain/register/list-sheet.ts';
import { columnsOf, plainText } from '#app/domain/source/columns.ts';
import { tableShape } from '../recognise/table-shape.ts';
import type { SourceContent, SourceLayer, SourceTable } from '../source/source.ts';
import { suggestedMapping } from './suggested-mapping.ts';

/** Where the city lies: coordinates of a list are read in the system that puts them there. */
export type CityPlace = { readonly crs: ProjectedCrs; readonly middle: Coordinate };

/** Tables and layers of a file as sheets of texts; sheets without a row are left out, street networks have none. */
export function listSheets(content: SourceContent, city: CityPlace): readonly ListSheet[] {
  switch (content.kind) {
    case 'tables':
      return content.tables.flatMap(sheetOfTable);
    case 'layers':
      return [...content.layers.map((layer) => sheetOfLayer(layer, city)), ...(content.tables ?? []).flatMap(sheetOfTable)].filter(({ rows }) => rows.length > 0);
    case 'osm':
      return [];
  }
}

function sheetOfTable(table: SourceTable): readonly ListSheet[] {
  const shape = tableShape(table);
  // a list of texts only has no numbers to find the data by: its first row with at least two texts is the header
  const first = table.rows.findIndex((row) => row.filter((cell) => plainText(cell) !== '').length > 1);
  const header = shape?.header ?? (first < 0 ? undefined : ([first + 1, first + 1] as const));
  if (header === undefined) return [];
  const columns = columnsOf(table, header).columns.map((column) => column.header || column.letter);
  const footnotes = new Set((shape?.footnotes ?? []).map(({ row }) => row));
  const rows = table.rows
    .map((cells, index) => ({ line: index + 1, cells }))
    .filter(({ line, cells }) => line > header[1] && !footnotes.has(line) && cells.some((cell) => plainText(cell) !== ''))
    .map(({ cells }) => columns.map((_, column) => plainText(cells[column])));
  return rows.length === 0 ? [] : [{ name: table.name, columns, rows, places: undefined, suggested: suggestedMapping(columns) }];
}

function sheetOfLayer(layer: SourceLayer, city: CityPlace): ListSheet {
  const columns = layer.fields.map(plainText);
  return {
    name: layer.name,
    columns,
    rows: layer.features.map(({ attributes }) => layer.fields.map((field) => plainText(attributes.get(field)))),
    places: placesOf(layer, city),
    suggested: suggestedMapping(columns),
  };
}

/** Places in the city's metres. What the numbers say about the system goes before what the file says about it. */
function placesOf(layer: SourceLayer, { crs, middle }: CityPlace): readonly (Coordinate | undefined)[] {
  const geometries = layer.features.map(({ geometry }) => geometry);
  const finding = crsFinding(layer.crs, geometries, nearbyOf({ crs, middle }));
  const system = finding.code === 'fits' && layer.crs.kind === 'known' ? layer.crs.code : finding.suggested;
  if (system === undefined) return geometries.map(() => undefined);
  const toCity = transformation(system, crs);
  return geometries.map((geometry) => {
    const point = geometry === undefined ? undefined : middleOf(geometry);
    return point === undefined ? undefined : finite(toCity(finding.swapAxes ? [point[1], point[0]] : point));
  });
}

/** Coordinates of a table in the city's metres; undefined where the two columns hold none, or lie nowhere near the city. */
export function placesInColumns(pairs: readonly (Coordinate | undefined)[], { crs, middle }: CityPlace): readonly (Coordinate | undefined)[] {
  const points = pairs.map((pair): Geometry | undefined => (pair === undefined ? undefined : { type: 'Point', coordinates: [...pair] }));
  const { suggested, swapAxes } = crsFinding({ kind: 'missing' }, points, nearbyOf({ crs, middle }));
  if (suggested === undefined) return pairs.map(() => undefined);
  const toCity = transformation(suggested, crs);
  return pairs.map((pair) => (pair === undefined ? undefined : finite(toCity(swapAxes ? [pair[1], pair[0]] : pair))));
}

const nearbyOf = ({ crs, middle }: CityPlace) => ({ place: toLongitudeLatitude(crs)(middle), metres: NEARBY_METRES });

const finite = (point: Coordinate): Coordinate | undefined => (point.every(Number.isFinite) ? [Math.round(point[0] * 100) / 100, Math.round(point[1] * 100) / 100] : undefined);

/** A point itself; of other shapes the middle of their corners, as building outlines of a POI source have. */
function middleOf(geometry: Geometry): Coordinate | undefined {
  const corners: Coordinate[] = [];
  const visit = (part: unknown): void => {
    if (!Array.isArray(part)) return;
    if (typeof part[0] === 'number' && typeof part[1] === 'number') corners.push([part[0], part[1]]);
    else for (const inner of part) visit(inner);
  };
  if (geometry.type === 'GeometryCollection') return geometry.geometries.map(middleOf).find((point) => point !== undefined);
  visit(geometry.coordinates);
  if (corners.length === 0) return undefined;
  const sum = corners.reduce(([x, y], corner) => [x + corner[0], y + corner[1]] as const, [0, 0] as Coordinate);
  return [sum[0] / corners.length, sum[1] / corners.length];
}
