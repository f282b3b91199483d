import { PathLayer, SolidPolygonLayer } from '@deck.gl/layers';
import type { Layer } from '@deck.gl/core';
import { GROUND } from '#shared/palette.ts';
import type { ContextKind } from '#app/domain/city/city.ts';
import type { ContextGeometry, FlatPolygon, MapGeometry } from '../map-geometry.ts';
import { polygonProps } from './shared-props.ts';

/** Below the data: land use, seen where no theme covers it. */
export function groundLayers(geometry: MapGeometry): readonly Layer[] {
  return (['builtUp', 'green', 'other'] as const).map(
    (kind) =>
      new SolidPolygonLayer<FlatPolygon>({
        id: `ground-${kind}`,
        data: polygonsOf(geometry.context, kind),
        ...polygonProps((polygon: FlatPolygon) => polygon),
        getFillColor: [...GROUND[kind]],
      }),
  );
}

/** Above the fills, so that one knows where one is: water, tracks and main roads, thin and without strong colour. */
export function orientationLayers(geometry: MapGeometry, themed: boolean): readonly Layer[] {
  const { context } = geometry;
  const roads = linesOf(context, 'mainRoad');
  const tracks = linesOf(context, 'rail');
  return [
    new SolidPolygonLayer<FlatPolygon>({
      id: 'water',
      data: polygonsOf(context, 'water'),
      ...polygonProps((polygon: FlatPolygon) => polygon),
      getFillColor: [...GROUND.water],
    }),
    lines('water-lines', linesOf(context, 'water'), { colour: GROUND.water, metres: 8, least: 1, most: 6 }),
    lines('road-casing', themed ? [] : roads, { colour: GROUND.mainRoadCasing, metres: 20, least: 1.6, most: 9, opacity: 0.7 }),
    lines('road', roads, { colour: GROUND.mainRoad, metres: 12, least: 1, most: 6, opacity: themed ? 0.4 : 1 }),
    lines('rail', tracks, { colour: GROUND.rail, metres: 5, least: 1.1, most: 2.5, opacity: themed ? 0.55 : 0.9 }),
  ];
}

/** Around the city everything steps back. */
export function outsideLayer(geometry: MapGeometry): Layer {
  return new SolidPolygonLayer<FlatPolygon>({
    id: 'outside',
    data: geometry.outside === undefined ? [] : [geometry.outside],
    ...polygonProps((polygon: FlatPolygon) => polygon),
    getFillColor: [...GROUND.page, 190],
  });
}

type LineStyle = { readonly colour: readonly [number, number, number]; readonly metres: number; readonly least: number; readonly most: number; readonly opacity?: number };

const lines = (id: string, data: readonly Float64Array[], style: LineStyle): Layer =>
  new PathLayer<Float64Array>({
    id: `context-${id}`,
    data,
    getPath: (path) => path,
    positionFormat: 'XY',
    _pathType: 'open',
    getColor: [...style.colour],
    getWidth: style.metres,
    widthUnits: 'meters',
    widthMinPixels: style.least,
    widthMaxPixels: style.most,
    opacity: style.opacity ?? 1,
    capRounded: true,
    jointRounded: true,
  });

const polygonsOf = (context: readonly ContextGeometry[], kind: ContextKind): readonly FlatPolygon[] =>
  context.filter((layer) => layer.kind === kind).flatMap((layer) => layer.areas);

const linesOf = (context: readonly ContextGeometry[], kind: ContextKind): readonly Float64Array[] =>
  context.filter((layer) => layer.kind === kind).flatMap((layer) => layer.lines);
