import { PathLayer } from '@deck.gl/layers';
import type { Layer } from '@deck.gl/core';
import type { ReleasedCoverage } from '#app/domain/coverage/release-coverage.ts';
import { REACH } from '#shared/palette.ts';
import type { MapGeometry } from '../map-geometry.ts';
import { flatLine } from '../map-geometry.ts';

export type ReachGeometry = { readonly lines: readonly Float64Array[] };

export const reachGeometry = (coverage: ReleasedCoverage, geometry: MapGeometry): ReachGeometry => ({
  lines: coverage.outline.flatMap((polygon) => polygon.map((ring) => flatLine(ring, geometry.toLongitudeLatitude))),
});

/** How far the offers reach as the crow flies: the border of all circles together. No fill inside: a veil would change the colours that the legend explains. */
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
    line('casing', REACH.casing, 4.5),
    line('line', REACH.line, 2),
  ];
}
