import { PathLayer, ScatterplotLayer, SolidPolygonLayer } from '@deck.gl/layers';
import type { Layer } from '@deck.gl/core';
import { REACH } from '#shared/palette.ts';
import type { Coordinate } from '#app/domain/geometry/shapes.ts';
import type { ForeignGeometry } from '../foreign-geometry.ts';
import type { FlatPolygon } from '../map-geometry.ts';
import { polygonProps } from './shared-props.ts';

/** Layers of a foreign file, all in one plain style: they carry no meaning that we know. */
export function foreignLayers(foreign: ForeignGeometry | undefined): readonly Layer[] {
  if (foreign === undefined) return [];
  return [
    new SolidPolygonLayer<FlatPolygon>({
      id: 'foreign-areas',
      data: foreign.polygons,
      ...polygonProps((polygon: FlatPolygon) => polygon),
      getFillColor: [...REACH.line, 28],
    }),
    new PathLayer<Float64Array>({
      id: 'foreign-lines',
      data: foreign.lines,
      getPath: (path) => path,
      positionFormat: 'XY',
      _pathType: 'open',
      getColor: [...REACH.line],
      getWidth: 1.4,
      widthUnits: 'pixels',
    }),
    new ScatterplotLayer<Coordinate>({
      id: 'foreign-points',
      data: foreign.points,
      getPosition: ([x, y]) => [x, y],
      radiusUnits: 'pixels',
      getRadius: 4,
      getFillColor: [...REACH.line],
      stroked: true,
      getLineColor: [...REACH.casing],
      lineWidthUnits: 'pixels',
      getLineWidth: 1.2,
    }),
  ];
}
