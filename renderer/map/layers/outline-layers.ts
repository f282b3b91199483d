import { PathLayer } from '@deck.gl/layers';
import type { Layer } from '@deck.gl/core';
import type { LevelId } from '#shared/ids.ts';
import type { AreaLevel } from '#app/domain/city/city.ts';
import { OUTLINE } from '#shared/palette.ts';
import { detailFor } from '../drawn-detail.ts';
import type { LevelGeometry, MapGeometry } from '../map-geometry.ts';

export type OutlineWeight = 'city' | 'coarse' | 'fine';

/**
 * Borders of the levels, fine below coarse below city. Each is a dark line on a white casing: one of the two has a contrast
 * of 3 : 1 to whatever fill it lies on (palette.test.ts).
 */
export function outlineLayers(geometry: MapGeometry, levels: readonly AreaLevel[], shown: LevelId, alsoShown: readonly LevelId[], zoom: number): readonly Layer[] {
  const inside = levels
    .filter((level) => level.order > 0 && (level.id === shown || alsoShown.includes(level.id)))
    .sort((a, b) => b.order - a.order)
    .flatMap((level) => pair(level.id, geometry.level(level.id), OUTLINE.line, outlineWidths(outlineWeight(level, shown), zoom), zoom));
  const around = geometry.wholeCity === undefined ? [] : pair('city', geometry.wholeCity, OUTLINE.city, outlineWidths('city', zoom), zoom);
  return [...inside, ...around];
}

type Rgb = readonly [number, number, number];

function pair(id: string, level: LevelGeometry, colour: Rgb, { line, casing }: ReturnType<typeof outlineWidths>, zoom: number): readonly Layer[] {
  const { borders } = level.drawn(detailFor(zoom));
  return [outlineLayer(`outline-casing-${id}`, borders, OUTLINE.casing, casing), outlineLayer(`outline-${id}`, borders, colour, line)];
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

const outlineLayer = (id: string, data: readonly Float64Array[], colour: Rgb, width: number): Layer =>
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
