import { PathLayer, SolidPolygonLayer } from '@deck.gl/layers';
import type { Layer } from '@deck.gl/core';
import type { CoverageResult } from '#app/domain/coverage/coverage.ts';
import { REACH } from '#shared/palette.ts';
import type { FlatPolygon, MapGeometry } from '../map-geometry.ts';
import { flatLine, flatPolygons } from '../map-geometry.ts';
import { polygonProps } from './shared-props.ts';

export type ReachGeometry = { readonly polygons: readonly FlatPolygon[]; readonly lines: readonly Float64Array[] };

export const reachGeometry = (coverage: CoverageResult, geometry: MapGeometry): ReachGeometry => ({
  polygons: flatPolygons(coverage.outline, geometry.toLongitudeLatitude),
  lines: coverage.outline.flatMap((polygon) => polygon.map((ring) => flatLine(ring, geometry.toLongitudeLatitude))),
});

/** How far the offers reach as the crow flies: the border of all circles together, with a hint of fill inside. */
export function reachLayers(reach: ReachGeometry | undefined): readonly Layer[] {
  const line = (id: string, colour: readonly [number, number, number], width: number): Layer =>
    new PathLayer<Float64Array>({
      id: `reach-${id}`,
      data: reach?.lines ?? [],
      getPath: (path) => path,
      positionFormat: 'XY',
      _pathType: 'loop',
      getColor: [...colour],
      getWidth: width,
      widthUnits: 'pixels',
      jointRounded: true,
    });
  return [
    new SolidPolygonLayer<FlatPolygon>({
      id: 'reach-fill',
      data: reach?.polygons ?? [],
      ...polygonProps((polygon: FlatPolygon) => polygon),
      getFillColor: [...REACH.casing, 46],
    }),
    line('casing', REACH.casing, 4.5),
    line('line', REACH.line, 2),
  ];
}
