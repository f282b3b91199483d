import { PathLayer } from '@deck.gl/layers';
import type { Layer } from '@deck.gl/core';
import type { LevelId } from '#shared/ids.ts';
import type { AreaLevel } from '#app/domain/city/city.ts';
import { OUTLINE } from '#shared/palette.ts';
import type { AreaOutline, MapGeometry } from '../map-geometry.ts';

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
      const outlines = geometry.level(level.id).outlines;
      const { line, casing } = outlineWidths(outlineWeight(level, shown), zoom);
      return [
        outlineLayer(`outline-casing-${level.id}`, outlines, OUTLINE.casing, casing),
        outlineLayer(`outline-${level.id}`, outlines, level.order === 0 ? OUTLINE.city : OUTLINE.line, line),
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
      return { line: 2, casing: 4.5 };
    case 'coarse':
      return { line: 1.3 + 0.5 * near, casing: 3.2 + 1.2 * near };
    case 'fine':
      return { line: 0.5 + 0.3 * near, casing: 1.3 + 0.9 * near };
  }
}

const outlineLayer = (id: string, data: readonly AreaOutline[], colour: readonly [number, number, number], width: number): Layer =>
  new PathLayer<AreaOutline>({
    id,
    data,
    getPath: (outline) => outline.path,
    positionFormat: 'XY',
    _pathType: 'loop',
    getColor: [...colour],
    getWidth: 1,
    widthUnits: 'pixels',
    widthScale: width,
    jointRounded: true,
  });
