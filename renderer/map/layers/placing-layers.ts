import { PathLayer, ScatterplotLayer } from '@deck.gl/layers';
import type { Layer } from '@deck.gl/core';
import { RING } from '#shared/palette.ts';
import type { Coordinate } from '#app/domain/geometry/shapes.ts';

const CORNERS = 96;

/** Circle of "in der Nähe", drawn in the city's own metres so that it is as wide as the distances measured in it. */
export function circleLayers(circle: { readonly centre: Coordinate; readonly metres: number } | undefined, toLongitudeLatitude: (coordinate: Coordinate) => Coordinate): readonly Layer[] {
  if (circle === undefined) return [];
  const path = Array.from({ length: CORNERS + 1 }, (_, corner): [number, number] => {
    const angle = (2 * Math.PI * corner) / CORNERS;
    const [longitude, latitude] = toLongitudeLatitude([circle.centre[0] + circle.metres * Math.cos(angle), circle.centre[1] + circle.metres * Math.sin(angle)]);
    return [longitude, latitude];
  });
  const line = (part: string, colour: readonly [number, number, number], width: number): Layer =>
    new PathLayer<{ readonly path: readonly [number, number][] }>({
      id: `near-circle-${part}`, data: [{ path }], getPath: (entry) => [...entry.path], getColor: [...colour], getWidth: width, widthUnits: 'pixels', jointRounded: true,
    });
  return [line('casing', RING.selectedCasing, 4.5), line('line', RING.selected, 2)];
}

/** The mark that is being placed: a ring with a dot that shows the exact place. */
export function placingLayers(position: Coordinate | undefined): readonly Layer[] {
  if (position === undefined) return [];
  const data = [{ position }];
  const circle = (id: string, radius: number, width: number, colour: readonly [number, number, number], filled = false): Layer =>
    new ScatterplotLayer<{ readonly position: Coordinate }>({
      id: `placing-${id}`, data, getPosition: (entry) => [entry.position[0], entry.position[1]], filled, stroked: !filled, radiusUnits: 'pixels', getRadius: radius, lineWidthUnits: 'pixels', getLineWidth: width,
      getLineColor: [...colour], getFillColor: [...colour],
    });
  return [circle('casing', 13, 7, RING.selectedCasing), circle('ring', 13, 3.5, RING.selected), circle('dot-casing', 4.5, 0, RING.selectedCasing, true), circle('dot', 3, 0, RING.selected, true)];
}
