import type { Geometry, Position } from 'geojson';
import { useMemo, type MouseEvent } from 'react';

export type OutlineShape = { readonly key: string; readonly name: string; readonly geometry: Geometry; readonly mark?: 'plain' | 'warning' | 'selected' };
export type OutlinePoint = { readonly key: string; readonly name: string; readonly at: readonly [longitude: number, latitude: number] };

type Properties = {
  readonly label: string;
  readonly shapes: readonly OutlineShape[];
  readonly points?: readonly OutlinePoint[];
  readonly onSelect?: ((key: string) => void) | undefined;
  /** A click on the map, [longitude, latitude]. */
  readonly onPoint?: ((at: readonly [number, number]) => void) | undefined;
};

const WIDTH = 1000;
const HEIGHT = 640;
const AIR = 16;

/** Outlines and points in degrees, north up, as large as fits: a look at whether everything lies where it belongs. */
export function OutlineMap({ label, shapes, points = [], onSelect, onPoint }: Properties) {
  const view = useMemo(() => viewOf(shapes, points), [shapes, points]);
  const drawn = useMemo(() => shapes.map((shape) => ({ ...shape, path: pathOf(shape.geometry, view.place) })), [shapes, view]);
  const onClick = (event: MouseEvent<SVGSVGElement>) => {
    const matrix = event.currentTarget.getScreenCTM();
    if (onPoint === undefined || matrix === null) return;
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
    onPoint(view.back(x, y));
  };
  return (
    <svg className={onPoint === undefined ? 'outline-map' : 'outline-map placing'} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label} onClick={onClick}>
      {drawn.map(({ key, name, path, mark }) => (
        <path key={key} d={path} className={mark ?? 'plain'} onClick={onSelect === undefined ? undefined : () => onSelect(key)}>
          <title>{name}</title>
        </path>
      ))}
      {points.map(({ key, name, at }) => {
        const [x, y] = view.place(at);
        return (
          <circle key={key} cx={x} cy={y} r="5">
            <title>{name}</title>
          </circle>
        );
      })}
    </svg>
  );
}

type View = { readonly place: (position: Position | readonly [number, number]) => readonly [number, number]; readonly back: (x: number, y: number) => readonly [number, number] };

function viewOf(shapes: readonly OutlineShape[], points: readonly OutlinePoint[]): View {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  const grow = ([x = 0, y = 0]: Position | readonly [number, number]) => {
    minX = Math.min(minX, x);
    minY = Math.min(minY, y);
    maxX = Math.max(maxX, x);
    maxY = Math.max(maxY, y);
  };
  for (const { geometry } of shapes) for (const line of linesOf(geometry)) line.forEach(grow);
  points.forEach(({ at }) => grow(at));
  if (minX > maxX) return { place: () => [0, 0], back: () => [0, 0] };
  // degrees of longitude are shorter than degrees of latitude away from the equator
  const squeeze = Math.cos((((minY + maxY) / 2) * Math.PI) / 180) || 1;
  const spanX = Math.max((maxX - minX) * squeeze, 1e-9);
  const spanY = Math.max(maxY - minY, 1e-9);
  const scale = Math.min((WIDTH - 2 * AIR) / spanX, (HEIGHT - 2 * AIR) / spanY);
  const left = (WIDTH - spanX * scale) / 2;
  const top = (HEIGHT - spanY * scale) / 2;
  return {
    place: ([x = 0, y = 0]) => [left + (x - minX) * squeeze * scale, top + (maxY - y) * scale],
    back: (x, y) => [minX + (x - left) / (squeeze * scale), maxY - (y - top) / scale],
  };
}

const pathOf = (geometry: Geometry, place: View['place']): string =>
  linesOf(geometry)
    .map((line) => line.map((position, index) => `${index === 0 ? 'M' : 'L'}${place(position).map((part) => part.toFixed(1)).join(',')}`).join(''))
    .join('');

function linesOf(geometry: Geometry): readonly (readonly Position[])[] {
  switch (geometry.type) {
    case 'Point':
      return [[geometry.coordinates, geometry.coordinates]];
    case 'MultiPoint':
      return geometry.coordinates.map((position) => [position, position]);
    case 'LineString':
      return [geometry.coordinates];
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates;
    case 'MultiPolygon':
      return geometry.coordinates.flat();
    case 'GeometryCollection':
      return geometry.geometries.flatMap(linesOf);
  }
}
