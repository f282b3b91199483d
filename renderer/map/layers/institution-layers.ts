import { IconLayer, TextLayer } from '@deck.gl/layers';
import type { Layer } from '@deck.gl/core';
import { INSTITUTION } from '#shared/palette.ts';
import { formatNumber } from '#shared/i18n/number-format.ts';
import type { Language } from '#shared/localized.ts';
import type { InstitutionMark } from '../institution-clusters.ts';
import { markSize } from '../institution-clusters.ts';
import type { SymbolAtlas } from '../symbol-atlas.ts';
import { pictureProps } from './shared-props.ts';
import { LABEL_FONT } from '../label-canvas.ts';

const BADGE_SIZE = 17;
const BADGE_OFFSET: [number, number] = [10, -9];

/** Institutions by symbol; several of one kind as their symbol with a number, several kinds as a ring with a number. */
export function institutionLayers(marks: readonly InstitutionMark[], atlas: SymbolAtlas, language: Language): readonly Layer[] {
  const clusters = marks.filter((mark) => mark.kind === 'cluster');
  const badges = clusters.filter((mark) => mark.symbol !== undefined);
  return [
    new IconLayer<InstitutionMark>({
      id: 'institutions',
      data: marks,
      ...pictureProps(atlas),
      getIcon: (mark) => (mark.symbol === undefined ? 'cluster' : `institution-${mark.symbol}`),
      getPosition: ({ position }) => [position[0], position[1]],
      getPixelOffset: (mark) => (mark.kind === 'single' ? [mark.offset[0], mark.offset[1]] : [0, 0]),
      sizeUnits: 'pixels',
      getSize: markSize,
    }),
    new IconLayer<InstitutionMark>({
      id: 'institution-badges',
      data: badges,
      ...pictureProps(atlas),
      getIcon: () => 'badge',
      getPosition: ({ position }) => [position[0], position[1]],
      getPixelOffset: BADGE_OFFSET,
      sizeUnits: 'pixels',
      getSize: BADGE_SIZE,
    }),
    new TextLayer<(typeof clusters)[number]>({
      id: 'institution-counts',
      data: clusters,
      getText: (mark) => formatNumber(mark.count, 0, language),
      getPosition: ({ position }) => [position[0], position[1]],
      getPixelOffset: (mark) => (mark.symbol === undefined ? [0, 0] : BADGE_OFFSET),
      getSize: (mark) => (mark.symbol === undefined ? 12 : mark.count < 100 ? 10 : 8),
      sizeUnits: 'pixels',
      getColor: [...INSTITUTION.disc],
      fontFamily: LABEL_FONT,
      fontWeight: 700,
      characterSet: '0123456789.,',
      getTextAnchor: 'middle',
      getAlignmentBaseline: 'center',
    }),
  ];
}
