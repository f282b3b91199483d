import type { WebMercatorViewport } from '@deck.gl/core';
import { LETTERING } from '#shared/palette.ts';
import type { AreaId } from '#shared/ids.ts';
import type { PlacedLabel } from './label-placement.ts';
import type { MapGeometry } from './map-geometry.ts';

export const LABEL_FONT = '"Inter Variable", Inter, system-ui, sans-serif';
export const LABEL_WEIGHT = 600;
export const LABEL_SIZE = 12;
export const LABEL_LINE_HEIGHT = 14;
export const LABEL_CSS_FONT = `${LABEL_WEIGHT} ${LABEL_SIZE}px ${LABEL_FONT}`;

const HALO = 3.6;

/**
 * Writes the names into a canvas above the map. The browser sets type with hinting and kerning, which letters from a texture
 * do not have; at 12 pixels that is the difference between reading and guessing.
 */
export function writeLabels(
  canvas: HTMLCanvasElement,
  labels: readonly PlacedLabel<AreaId>[],
  geometry: MapGeometry,
  viewport: Pick<WebMercatorViewport, 'project' | 'width' | 'height'>,
  pixelRatio: number,
): void {
  const width = Math.round(viewport.width * pixelRatio);
  const height = Math.round(viewport.height * pixelRatio);
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  const pen = canvas.getContext('2d');
  if (pen === null) return;
  pen.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  pen.clearRect(0, 0, viewport.width, viewport.height);
  pen.font = LABEL_CSS_FONT;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.lineJoin = 'round';
  pen.lineWidth = HALO;
  pen.strokeStyle = css(LETTERING.halo);
  pen.fillStyle = css(LETTERING.ink);
  const lines = labels.flatMap((label) => visibleLines(label, geometry, viewport, pixelRatio));
  // all halos first, so that none covers a neighbour's letters
  for (const line of lines) pen.strokeText(line.text, line.x, line.y);
  for (const line of lines) pen.fillText(line.text, line.x, line.y);
}

function visibleLines(label: PlacedLabel<AreaId>, geometry: MapGeometry, viewport: Pick<WebMercatorViewport, 'project' | 'width' | 'height'>, pixelRatio: number) {
  const anchor = geometry.area(label.id)?.anchor;
  if (anchor === undefined) return [];
  const [x = 0, y = 0] = viewport.project([anchor[0], anchor[1]]);
  const half = (label.box.right - label.box.left) / 2;
  if (x < -half || x > viewport.width + half || y < -60 || y > viewport.height + 60) return [];
  const texts = label.text.split('\n');
  const top = y + label.dy - ((texts.length - 1) * LABEL_LINE_HEIGHT) / 2;
  return texts.map((text, index) => ({ text, x: onPixel(x, pixelRatio), y: onPixel(top + index * LABEL_LINE_HEIGHT, pixelRatio) }));
}

/** Letters on whole pixels are sharp. */
const onPixel = (value: number, pixelRatio: number): number => Math.round(value * pixelRatio) / pixelRatio;

const css = ([red, green, blue]: readonly [number, number, number]): string => `rgb(${red} ${green} ${blue})`;
