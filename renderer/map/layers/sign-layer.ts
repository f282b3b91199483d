import { IconLayer } from '@deck.gl/layers';
import type { Layer } from '@deck.gl/core';
import type { ClassScheme } from '#app/domain/classification/class-scheme.ts';
import type { SignName } from '#app/domain/classification/signs.ts';
import type { LevelGeometry, MapArea } from '../map-geometry.ts';
import { metresPerPixel } from '../scale.ts';
import type { SymbolAtlas } from '../symbol-atlas.ts';
import { pictureProps } from './shared-props.ts';

export type AreaSign = { readonly area: MapArea; readonly sign: SignName };

/** The areas that carry a sign of their trend. */
export const signsOf = (level: LevelGeometry, scheme: ClassScheme | undefined): readonly AreaSign[] =>
  level.areas.flatMap((area) => {
    const sign = scheme?.classOf.get(area.id)?.sign ?? 'none';
    return sign === 'none' ? [] : [{ area, sign }];
  });

/** Edge of a sign in pixels: fits its area, but is never too small to read nor larger than a name. */
export function signSize(area: MapArea, zoom: number): number {
  const edge = Math.sqrt(area.squareMetres) / metresPerPixel(area.anchor[1], zoom);
  return Math.min(22, Math.max(10, edge * 0.32));
}

export function signLayer(signs: readonly AreaSign[], zoom: number, atlas: SymbolAtlas): Layer {
  return new IconLayer<AreaSign>({
    id: 'trend-signs',
    data: signs,
    ...pictureProps(atlas),
    getIcon: ({ sign }) => `sign-${sign}`,
    getPosition: ({ area }) => [area.anchor[0], area.anchor[1]],
    sizeUnits: 'pixels',
    getSize: ({ area }) => signSize(area, zoom),
    updateTriggers: { getSize: zoom },
  });
}
