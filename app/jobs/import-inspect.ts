import type { Geometry, Position } from 'geojson';
import { crsFinding, fittingSystems } from '#app/domain/geometry/crs-finding.ts';
import type { CrsFinding } from '#app/domain/geometry/crs-finding.ts';
import { toLongitudeLatitude } from '#app/domain/geometry/crs.ts';
import type { KnownCrs } from '#app/domain/geometry/crs.ts';
import { sha256Of } from '#app/exchange/import/build/read-files.ts';
import type { ImportFile, SourceContent, SourceLayer, SourceTable } from '#app/exchange/import/source/source.ts';
import type { InspectedFile, LayerSketch, TableSketch } from './import-contract.ts';

const HEAD_ROWS = 200;
const SAMPLES = 5;
/** A map the size of a hand needs no more. */
const SKETCHED_FEATURES = 2_000;
/** Corners of all outlines of a small map together; a single area may have many, of a thousand each has few. */
const SKETCHED_CORNERS = 20_000;
const FEWEST_CORNERS = 60;
/** Corners that each of so many shapes may have. */
export const cornersOfEach = (shapes: number): number => Math.max(FEWEST_CORNERS, Math.floor(SKETCHED_CORNERS / Math.max(1, shapes)));

/** What a file holds, small enough to be shown. */
export function inspected(file: ImportFile, content: SourceContent): InspectedFile {
  const head = { name: file.name, bytes: file.bytes.byteLength, sha256: sha256Of(file.bytes), kind: content.kind, remarks: content.remarks };
  switch (content.kind) {
    case 'tables':
      return { ...head, decoding: content.decoding, tables: content.tables.map(tableSketch), layers: [] };
    case 'layers':
      return { ...head, decoding: content.decoding, tables: (content.tables ?? []).map(tableSketch), layers: content.layers.map(layerSketch) };
    case 'osm':
      return { ...head, decoding: undefined, tables: [], layers: [] };
  }
}

const tableSketch = ({ name, hidden, rows, merges }: SourceTable): TableSketch => ({
  name,
  hidden,
  rows: rows.length,
  columns: rows.reduce((width, row) => Math.max(width, row.length), 0),
  head: rows.slice(0, HEAD_ROWS),
  merges: merges.filter(({ top }) => top < HEAD_ROWS),
});

function layerSketch(layer: SourceLayer): LayerSketch {
  const finding = crsFinding(layer.crs, layer.features.map(({ geometry }) => geometry));
  return {
    name: layer.name,
    features: layer.features.length,
    geometryTypes: [...new Set(layer.features.flatMap(({ geometry }) => (geometry === undefined ? [] : [geometry.type])))],
    crs: layer.crs,
    crsFinding: finding,
    fitting: fittingSystems(layer.features.map(({ geometry }) => geometry)),
    fields: layer.fields.map((name) => ({
      name,
      samples: [...new Set(layer.features.slice(0, HEAD_ROWS).map(({ attributes }) => attributes.get(name)).filter((cell) => cell !== undefined))].slice(0, SAMPLES),
    })),
    outline: outlineOf(layer, finding),
  };
}

/** Shapes thinned for a small map, in degrees: as declared where that fits, else as suggested; nothing while the system is unknown. */
function outlineOf({ crs, features }: SourceLayer, { code, suggested, swapAxes }: CrsFinding): readonly Geometry[] {
  const system: KnownCrs | undefined = code === 'fits' && crs.kind === 'known' ? crs.code : suggested;
  if (system === undefined) return [];
  const toDegrees = toLongitudeLatitude(system);
  const move = ([x = Number.NaN, y = Number.NaN]: Position): Position => [...toDegrees(swapAxes ? [y, x] : [x, y])];
  const shown = features.slice(0, SKETCHED_FEATURES);
  return shown.flatMap(({ geometry }) => (geometry === undefined ? [] : thinned(geometry, move, cornersOfEach(shown.length))));
}

/** A geometry with at most about so many corners in each ring, moved; the outermost rings only. */
export function thinned(geometry: Geometry, move: (position: Position) => Position, corners: number): readonly Geometry[] {
  const line = (positions: readonly Position[]): Position[] => {
    const step = Math.max(1, Math.floor(positions.length / corners));
    const kept = positions.filter((_, index) => index % step === 0 || index === positions.length - 1).map(move);
    return kept.filter((at) => at.every(Number.isFinite));
  };
  switch (geometry.type) {
    case 'Point':
      return move(geometry.coordinates).every(Number.isFinite) ? [{ type: 'Point', coordinates: move(geometry.coordinates) }] : [];
    case 'MultiPoint':
      return [{ type: 'MultiPoint', coordinates: line(geometry.coordinates) }];
    case 'LineString':
      return [{ type: 'LineString', coordinates: line(geometry.coordinates) }];
    case 'MultiLineString':
      return [{ type: 'MultiLineString', coordinates: geometry.coordinates.map(line) }];
    case 'Polygon':
      return [{ type: 'Polygon', coordinates: geometry.coordinates.slice(0, 1).map(line) }];
    case 'MultiPolygon':
      return [{ type: 'MultiPolygon', coordinates: geometry.coordinates.map((polygon) => polygon.slice(0, 1).map(line)) }];
    case 'GeometryCollection':
      return geometry.geometries.flatMap((part) => thinned(part, move, corners));
  }
}
