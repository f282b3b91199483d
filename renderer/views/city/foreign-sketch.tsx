import type { Geometry, Position } from 'geojson';
import { useMemo } from 'react';
import type { ForeignLayer } from '#app/storage/bundle/open-bundle.ts';

const WIDTH = 1000;
const HEIGHT = 640;
const AIR = 24;

/** A layer in outline, north up, as large as fits. A file that is not ours is looked at, not styled. */
export function ForeignSketch({ layer }: { readonly layer: ForeignLayer }) {
  const { lines, points } = useMemo(() => sketchOf(layer), [layer]);
  return (
    <svg className="foreign-sketch" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={layer.title}>
      <path d={lines} />
      {points.map(([x, y], index) => (
        <circle key={index} cx={x} cy={y} r="3" />
      ))}
    </svg>
  );
}

function sketchOf(layer: ForeignLayer): { readonly lines: string; readonly points: readonly (readonly [number, number])[] } {
  const lines: (readonly Position[])[] = [];
  const points: Position[] = [];
  for (const { geometry } of layer.features) if (geometry !== undefined) collect(geometry, lines, points);
  const all = [...points, ...lines.flat()];
  const bounds = all.reduce<readonly [number, number, number, number]>(
    ([minX, minY, maxX, maxY], [x = 0, y = 0]) => [Math.min(minX, x), Math.min(minY, y), Math.max(maxX, x), Math.max(maxY, y)],
    [Infinity, Infinity, -Infinity, -Infinity],
  );
  const [minX, minY, maxX, maxY] = bounds;
  // degrees of longitude are shorter than degrees of latitude away from the equator
  const squeeze = layer.placed ? Math.cos((((minY + maxY) / 2) * Math.PI) / 180) : 1;
  const spanX = (maxX - minX) * squeeze;
  const scale = Math.min((WIDTH - 2 * AIR) / Math.max(spanX, Number.EPSILON), (HEIGHT - 2 * AIR) / Math.max(maxY - minY, Number.EPSILON));
  const left = (WIDTH - spanX * scale) / 2;
  const top = (HEIGHT - (maxY - minY) * scale) / 2;
  const place = ([x = 0, y = 0]: Position): readonly [number, number] => [left + (x - minX) * squeeze * scale, top + (maxY - y) * scale];
  const path = lines.map((line) => line.map((position, index) => `${index === 0 ? 'M' : 'L'}${place(position).map((part) => part.toFixed(1)).join(',')}`).join('')).join('');
  return { lines: path, points: points.map(place) };
}

function collect(geometry: Geometry, lines: (readonly Position[])[], points: Position[]): void {
  switch (geometry.type) {
    case 'Point':
      points.push(geometry.coordinates);
      return;
    case 'MultiPoint':
      points.push(...geometry.coordinates);
      return;
    case 'LineString':
      lines.push(geometry.coordinates);
      return;
    case 'MultiLineString':
    case 'Polygon':
      lines.push(...geometry.coordinates);
      return;
    case 'MultiPolygon':
      lines.push(...geometry.coordinates.flat());
      return;
    case 'GeometryCollection':
      for (const inner of geometry.geometries) collect(inner, lines, points);
  }
}
