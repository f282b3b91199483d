import { FillStyleExtension } from '@deck.gl/extensions';
import type { FillStyleExtensionProps } from '@deck.gl/extensions';
import { SolidPolygonLayer } from '@deck.gl/layers';
import type { Layer } from '@deck.gl/core';
import type { ClassScheme } from '#app/domain/classification/class-scheme.ts';
import { HATCHES } from '#app/domain/classification/hatches.ts';
import { HATCH_LINE, NEUTRAL_FILL } from '#shared/palette.ts';
import type { AreaPart, DrawnLevel } from '../map-geometry.ts';
import { polygonProps } from './shared-props.ts';

/** Areas in the colour of their class; an area the scheme does not know stays plain. `opacity` lets the ground shine through. */
export function areaFillLayer(level: DrawnLevel, scheme: ClassScheme | undefined, opacity: number): Layer {
  return new SolidPolygonLayer<AreaPart>({
    id: 'area-fill',
    data: level.parts,
    ...polygonProps((part: AreaPart) => part.polygon),
    getFillColor: (part) => [...(scheme?.classOf.get(part.area)?.fill ?? NEUTRAL_FILL.plain)],
    opacity,
    updateTriggers: { getFillColor: scheme },
  });
}

const pattern = new FillStyleExtension({ proceduralPattern: true });

/** The patterns of areas without a class, computed in the shader: no picture is loaded. */
export function hatchLayer(level: DrawnLevel, scheme: ClassScheme | undefined): Layer {
  const hatchOf = (part: AreaPart) => scheme?.classOf.get(part.area)?.hatch ?? 'none';
  return new SolidPolygonLayer<AreaPart, FillStyleExtensionProps<AreaPart>>({
    id: 'area-hatch',
    data: level.parts.filter((part) => hatchOf(part) !== 'none'),
    ...polygonProps((part: AreaPart) => part.polygon),
    getFillColor: [...HATCH_LINE],
    extensions: [pattern],
    fillPatternMapping: {
      noClass: { type: 'hatch', angle: HATCHES.noClass.angle, strokeWidth: HATCHES.noClass.stroke, gap: HATCHES.noClass.gap },
      confidential: { type: 'dots', radius: HATCHES.confidential.radius, gap: HATCHES.confidential.gap },
    },
    fillPatternSizeUnits: 'pixels',
    fillPatternMask: true,
    getFillPattern: hatchOf,
    updateTriggers: { getFillPattern: scheme },
  });
}
