import type { Geometry } from 'geojson';
import { transformation } from '#app/domain/geometry/crs.ts';
import { shareInside } from '#app/domain/geometry/overlay.ts';
import { boundsOf } from '#app/domain/geometry/shape-measures.ts';
import type { Coordinate, MultiPolygon } from '#app/domain/geometry/shapes.ts';
import type { SourceLayer } from '../../source/source.ts';

/** So many areas are tried; the build checks all of them. */
const SAMPLE = 40;

/**
 * Whether areas of one layer lie inside those of another: at least 95 % of the tried ones with 95 % of their land. Shares do not depend on the unit, so layers in
 * the same system are compared as they are; systems that differ must be known.
 */
export function nestsByOverlay(child: SourceLayer, parent: SourceLayer): boolean {
  const step = Math.max(1, Math.floor(child.features.length / SAMPLE));
  const tried = child.features.filter((_, place) => place % step === 0);
  const turn = turner(child, parent);
  if (turn === undefined) return false;
  const scale = isDegrees(parent) ? 100_000 : 1;
  const parents = parent.features.map(({ geometry }) => shapeOf(geometry, (point) => [point[0] * scale, point[1] * scale]));
  const inside = tried.filter(({ geometry }) => {
    const shape = shapeOf(geometry, (point) => {
      const [x, y] = turn(point);
      return [x * scale, y * scale];
    });
    const box = boundsOf(shape);
    return box !== undefined && parents.some((candidate) => {
      const other = boundsOf(candidate);
      return other !== undefined && box.minX <= other.maxX && box.maxX >= other.minX && box.minY <= other.maxY && box.maxY >= other.minY && (shareInside(shape, candidate) ?? 0) >= 0.95;
    });
  });
  return tried.length > 0 && inside.length >= tried.length * 0.95;
}

const isDegrees = ({ crs }: SourceLayer): boolean => crs.kind === 'known' && ['EPSG:4326', 'EPSG:4258', 'EPSG:4314'].includes(crs.code);

function turner(child: SourceLayer, parent: SourceLayer): ((point: Coordinate) => Coordinate) | undefined {
  if (child.crs.kind === 'known' && parent.crs.kind === 'known') return transformation(child.crs.code, parent.crs.code);
  return child.crs.kind === parent.crs.kind ? (point) => point : undefined;
}

function shapeOf(geometry: Geometry | undefined, turn: (point: Coordinate) => Coordinate): MultiPolygon {
  const polygons = geometry?.type === 'Polygon' ? [geometry.coordinates] : geometry?.type === 'MultiPolygon' ? geometry.coordinates : [];
  return polygons.map((rings) => rings.map((ring) => ring.map(([x = 0, y = 0]) => turn([x, y]))));
}
