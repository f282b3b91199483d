import type { AreaId } from '#shared/ids.ts';
import type { InstitutionMark } from './institution-clusters.ts';
import { markSize } from './institution-clusters.ts';
import type { Box, LabelCandidate, LabelMetrics, PlacedLabel } from './label-placement.ts';
import { boxAround, placeLabels, wordingsOf } from './label-placement.ts';
import { LABEL_LINE_HEIGHT } from './label-canvas.ts';
import type { AreaSign } from './layers/sign-layer.ts';
import { signSize } from './layers/sign-layer.ts';
import type { LevelGeometry } from './map-geometry.ts';
import { metresPerPixel } from './scale.ts';
import { worldPixels } from './view.ts';

/** Air around a name, pixels. */
const GAP = 2;

/** Labels are placed anew every quarter of a zoom step; in between they only drift apart. */
export const labelZoom = (zoom: number): number => Math.floor(zoom * 4) / 4;

/**
 * Names of the areas of a level at a zoom. Trend signs and institutions stand first, since they are data; a name stands in the
 * middle of its area, or below or above its sign.
 */
export function areaLabels(
  level: LevelGeometry,
  signs: readonly AreaSign[],
  marks: readonly InstitutionMark[],
  zoom: number,
  widthOf: (line: string) => number,
): readonly PlacedLabel<AreaId>[] {
  const signed = new Map(signs.map(({ area }) => [area.id, signSize(area, zoom)]));
  const obstacles: Box[] = [
    ...signs.map(({ area }) => {
      const [x, y] = worldPixels(area.anchor, zoom);
      const size = signSize(area, zoom);
      return boxAround(x, y, size, size);
    }),
    ...marks.map((mark) => {
      const [x, y] = worldPixels(mark.position, zoom);
      const [dx, dy] = mark.kind === 'single' ? mark.offset : [0, 0];
      return boxAround(x + dx, y + dy, markSize(mark) + 2, markSize(mark) + 2);
    }),
  ];
  const candidates = level.areas.map((area): LabelCandidate<AreaId> => {
    const [x, y] = worldPixels(area.anchor, zoom);
    const [left, bottom] = worldPixels([area.box.minX, area.box.minY], zoom);
    const [right, top] = worldPixels([area.box.maxX, area.box.maxY], zoom);
    const beside = ((signed.get(area.id) ?? 0) + LABEL_LINE_HEIGHT) / 2 + GAP + 0.5;
    const slack = Math.max(0, (bottom - top) / 2 - LABEL_LINE_HEIGHT);
    const offsets = signed.has(area.id) ? [beside, -beside] : [0, 14, -14, 26, -26];
    return {
      id: area.id,
      texts: wordingsOf(area.area.name, area.area.shortName),
      x,
      y,
      priority: area.squareMetres / metresPerPixel(area.anchor[1], zoom) ** 2,
      room: (right - left) * 1.02,
      offsets: offsets.filter((offset) => Math.abs(offset) <= Math.max(slack, beside)),
    };
  });
  const metrics: LabelMetrics = { widthOf, lineHeight: LABEL_LINE_HEIGHT, gap: GAP };
  return placeLabels(candidates, obstacles, metrics);
}
