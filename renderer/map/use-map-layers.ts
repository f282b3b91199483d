import type { Layer } from '@deck.gl/core';
import { useMemo } from 'react';
import type { CityMapProps } from './city-map-props.ts';
import { areaLabels, labelZoom } from './area-labels.ts';
import type { PlacedLabel } from './label-placement.ts';
import type { Coordinate } from '#app/domain/geometry/shapes.ts';
import type { AreaId } from '#shared/ids.ts';
import { detailFor } from './drawn-detail.ts';
import { foreignGeometry } from './foreign-geometry.ts';
import type { InstitutionClusters, InstitutionMark } from './institution-clusters.ts';
import { areaFillLayer, hatchLayer } from './layers/area-layers.ts';
import { groundLayers, orientationLayers, outsideLayer } from './layers/context-layers.ts';
import { reachGeometry, reachLayers } from './layers/coverage-layers.ts';
import { foreignLayers } from './layers/foreign-layers.ts';
import { institutionLayers } from './layers/institution-layers.ts';
import { outlineLayers } from './layers/outline-layers.ts';
import { institutionRingLayer, ringLayers } from './layers/ring-layers.ts';
import type { Rings } from './layers/ring-layers.ts';
import { circleLayers, placingLayers } from './layers/placing-layers.ts';
import { signLayer, signsOf } from './layers/sign-layer.ts';
import type { MapGeometry } from './map-geometry.ts';
import { drawSymbolAtlas } from './symbol-atlas.ts';

type MapState = Pick<CityMapProps, 'city' | 'level' | 'scheme' | 'outlineLevels' | 'coverage' | 'foreignLayers' | 'language' | 'circle'> & {
  /** Longitude and latitude of the mark that is being placed. */
  readonly placedAt: Coordinate | undefined;
  readonly geometry: MapGeometry;
  readonly zoom: number;
  readonly clusters: InstitutionClusters;
  readonly marks: readonly InstitutionMark[];
  readonly rings: Rings;
  readonly selectedInstitution: CityMapProps['selection']['institution'];
  readonly widthOf: ((line: string) => number) | undefined;
};

/**
 * The map from bottom to top. Each group is made anew only when what it shows changes: panning makes none, zooming those whose
 * sizes follow the zoom.
 */
export function useMapLayers(state: MapState): { readonly layers: readonly Layer[]; readonly labels: readonly PlacedLabel<AreaId>[] } {
  const { city, geometry, level: levelId, scheme, outlineLevels, coverage, language, marks, rings, widthOf } = state;
  const level = useMemo(() => geometry.level(levelId), [geometry, levelId]);
  const atlas = useMemo(() => drawSymbolAtlas(document), []);
  const themed = scheme !== undefined && scheme.classes.some((mapClass) => mapClass.key !== 'plain');
  const step = labelZoom(state.zoom);

  const ground = useMemo(() => groundLayers(geometry), [geometry]);
  const detail = detailFor(step);
  const fills = useMemo(() => {
    const drawn = level.drawn(detail);
    return [areaFillLayer(drawn, scheme, themed ? 1 : 0.35), hatchLayer(drawn, scheme)];
  }, [level, detail, scheme, themed]);
  const orientation = useMemo(() => orientationLayers(geometry, themed), [geometry, themed]);
  const outside = useMemo(() => outsideLayer(geometry), [geometry]);
  const outlines = useMemo(() => outlineLayers(geometry, city.levels, levelId, outlineLevels ?? [], step), [geometry, city.levels, levelId, outlineLevels, step]);
  const reach = useMemo(() => reachLayers(coverage === undefined ? undefined : reachGeometry(coverage, geometry)), [coverage, geometry]);
  const foreign = useMemo(
    () => foreignLayers(state.foreignLayers === undefined ? undefined : foreignGeometry(state.foreignLayers)),
    [state.foreignLayers],
  );
  const ringed = useMemo(() => ringLayers(geometry, rings), [geometry, rings]);
  const signs = useMemo(() => signsOf(level, scheme), [level, scheme]);
  const signing = useMemo(() => signLayer(signs, step, atlas), [signs, step, atlas]);
  const labels = useMemo(
    () => (widthOf === undefined ? [] : areaLabels(level, signs, marks, step, widthOf)),
    [level, signs, marks, step, widthOf],
  );
  const institutions = useMemo(() => institutionLayers(marks, atlas, language), [marks, atlas, language]);
  const institutionRing = useMemo(() => {
    const selected = marks.find((mark) => mark.kind === 'single' && mark.id === state.selectedInstitution);
    const elsewhere = state.selectedInstitution === undefined ? undefined : geometry.institution(state.selectedInstitution);
    return institutionRingLayer(
      selected?.kind === 'single' ? selected : elsewhere === undefined ? undefined : { position: elsewhere.position, offset: [0, 0] },
    );
  }, [marks, state.selectedInstitution, geometry]);

  const circle = useMemo(() => circleLayers(state.circle, geometry.toLongitudeLatitude), [state.circle, geometry]);
  const placing = useMemo(() => placingLayers(state.placedAt), [state.placedAt]);

  const layers = useMemo(
    () => [...ground, ...fills, ...orientation, outside, ...reach, ...outlines, ...foreign, ...ringed, ...circle, signing, ...institutionRing, ...institutions, ...placing],
    [ground, fills, orientation, outside, reach, outlines, foreign, ringed, circle, signing, institutionRing, institutions, placing],
  );
  return { layers, labels };
}
