import { PathLayer, ScatterplotLayer } from '@deck.gl/layers';
import type { Layer } from '@deck.gl/core';
import type { AreaId } from '#shared/ids.ts';
import { RING } from '#shared/palette.ts';
import type { Coordinate } from '#app/domain/geometry/shapes.ts';
import type { AreaOutline, MapGeometry } from '../map-geometry.ts';

export type Rings = {
  readonly selected: AreaId | undefined;
  readonly hovered: AreaId | undefined;
  /** Where the keyboard is. */
  readonly cursor: AreaId | undefined;
  readonly highlighted: readonly AreaId[];
};

/** Rings around single areas: a dark line between two white ones is seen on the palest and on the darkest fill. */
export function ringLayers(geometry: MapGeometry, rings: Rings): readonly Layer[] {
  return [
    ...ring('highlighted', outlinesOf(geometry, rings.highlighted), RING.highlighted, 2.5),
    ...ring('hovered', outlinesOf(geometry, rings.hovered === undefined ? [] : [rings.hovered]), RING.hovered, 1.8),
    ...ring('cursor', outlinesOf(geometry, rings.cursor === undefined ? [] : [rings.cursor]), RING.hovered, 3),
    ...ring('selected', outlinesOf(geometry, rings.selected === undefined ? [] : [rings.selected]), RING.selected, 3.4),
  ];
}

/** Ring around the selected institution, wider than its disc. */
export function institutionRingLayer(place: { readonly position: Coordinate; readonly offset: Coordinate } | undefined): readonly Layer[] {
  const data = place === undefined ? [] : [place];
  const circle = (id: string, radius: number, width: number, colour: readonly [number, number, number]): Layer =>
    new ScatterplotLayer<{ readonly position: Coordinate }>({
      id: `institution-ring-${id}`,
      data,
      getPosition: ({ position }) => [position[0], position[1]],
      getPixelOffset: place === undefined ? [0, 0] : [place.offset[0], place.offset[1]],
      filled: false,
      stroked: true,
      radiusUnits: 'pixels',
      getRadius: radius,
      lineWidthUnits: 'pixels',
      getLineWidth: width,
      getLineColor: [...colour],
    });
  return [circle('casing', 15, 6, RING.selectedCasing), circle('line', 15, 3, RING.selected)];
}

function outlinesOf(geometry: MapGeometry, areas: readonly AreaId[]): readonly AreaOutline[] {
  return areas.flatMap((id) => {
    const area = geometry.area(id);
    return area === undefined ? [] : geometry.level(area.area.level).outlines.filter((outline) => outline.area === id);
  });
}

function ring(name: string, data: readonly AreaOutline[], colour: readonly [number, number, number], width: number): readonly Layer[] {
  const line = (part: string, lineColour: readonly [number, number, number], lineWidth: number): Layer =>
    new PathLayer<AreaOutline>({
      id: `ring-${name}-${part}`,
      data,
      getPath: (outline) => outline.path,
      positionFormat: 'XY',
      _pathType: 'loop',
      getColor: [...lineColour],
      getWidth: 1,
      widthUnits: 'pixels',
      widthScale: lineWidth,
      jointRounded: true,
    });
  return [line('casing', RING.selectedCasing, width + 3.2), line('line', colour, width)];
}
