import { TextLayer } from '@deck.gl/layers';
import type { Layer } from '@deck.gl/core';
import { LETTERING } from '#shared/palette.ts';
import type { AreaId } from '#shared/ids.ts';
import type { PlacedLabel } from '../label-placement.ts';
import type { MapGeometry } from '../map-geometry.ts';

export const LABEL_FONT = '"Inter Variable", Inter, system-ui, sans-serif';
export const LABEL_WEIGHT = 600;
export const LABEL_SIZE = 12;
export const LABEL_LINE_HEIGHT = 14;

/** Names of areas, dark on a white halo, where `placeLabels` found room for them. */
export function labelLayer(labels: readonly PlacedLabel<AreaId>[], geometry: MapGeometry): Layer {
  return new TextLayer<PlacedLabel<AreaId>>({
    id: 'area-names',
    data: labels,
    getText: (label) => label.text,
    getPosition: (label) => {
      const anchor = geometry.area(label.id)?.anchor ?? [0, 0];
      return [anchor[0], anchor[1]];
    },
    getPixelOffset: (label) => [0, label.dy],
    getSize: LABEL_SIZE,
    sizeUnits: 'pixels',
    lineHeight: LABEL_LINE_HEIGHT / LABEL_SIZE,
    getColor: [...LETTERING.ink],
    outlineColor: [...LETTERING.halo, 235],
    outlineWidth: 4,
    fontFamily: LABEL_FONT,
    fontWeight: LABEL_WEIGHT,
    fontSettings: { sdf: true, fontSize: 48, buffer: 10, radius: 16, cutoff: 0.22, smoothing: 0.14 },
    characterSet: 'auto',
    getTextAnchor: 'middle',
    getAlignmentBaseline: 'center',
  });
}
