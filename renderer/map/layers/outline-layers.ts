import { PathLayer } from '@deck.gl/layers';
import type { Layer } from '@deck.gl/core';
import type { LevelId } from '#shared/ids.ts';
import type { AreaLevel } from '#app/domain/city/city.ts';
import { OUTLINE } from '#shared/palette.ts';
import { detailFor } from '../drawn-detail.ts';
import type { MapGeometry } from '../map-geometry.ts';

export type OutlineWeight = 'city' | 'coarse' | 'fine';

/**
 * Borders of the levels, fine below coarse below city. Each is a dark line on a white casing: one of the two has a contrast
 * of 3 : 1 to whatever fill it lies on (palette.test.ts).
 */
export function outlineLayers(geometry: MapGeometry, levels: readonly AreaLevel[], shown: LevelId, alsoShown: readonly LevelId[], zoom: number): readonly Layer[] {
  const wanted = levels.filter((level) => level.id === shown || level.order === 0 || alsoShown.includes(level.id));
  return [...wanted]
    .sort((a, b) => b.order - a.order)
    .flatMap((level) => {
      const borders = geometry.level(level.id).drawn(detailFor(zoom)).borders;
      const { line, casing } = outlineWidths(outlineWeight(level, shown), zoom);
      return [
        outlineLayer(`outline-casing-${level.id}`, borders, OUTLINE.casing, casing),
        outlineLayer(`outline-${level.id}`, borders, level.order === 0 ? OUTLINE.city : OUTLINE.line, line),
      ];
    });
}

export function outlineWeight(level: AreaLevel, shown: LevelId): OutlineWeight {
  if (level.order === 0) return 'city';
  return level.id === shown ? 'fine' : 'coarse';
}

/** Pixels; thinner when the whole of a large city is seen and borders lie close together. */
export function outlineWidths(weight: OutlineWeight, zoom: number): { readonly line: number; readonly casing: number } {
  const near = Math.min(1, Math.max(0, (zoom - 9.5) / 3));
  switch (weight) {
    case 'city':
      return { line: 2.4, casing: 5 };
    case 'coarse':
      return { line: 1.6 + 0.6 * near, casing: 3.6 + 1.2 * near };
    case 'fine':
      return { line: 0.9 + 0.2 * near, casing: 2 + 1 * near };
  }
}

const outlineLayer = (id: string, data: readonly Float64Array[], colour: readonly [number, number, number], width: number): Layer =>
  new PathLayer<Float64Array>({
    id,
    data,
    getPath: (path) => path,
    positionFormat: 'XY',
    _pathType: 'open',
    getColor: [...colour],
    getWidth: 1,
    widthUnits: 'pixels',
    widthScale: width,
    jointRounded: true,
    capRounded: true,
  });
