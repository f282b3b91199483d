import { useId } from 'react';
import type { MapClass } from '#app/domain/classification/class-scheme.ts';
import { HATCHES } from '#app/domain/classification/hatches.ts';
import { SIGN_BOX, SIGNS } from '#app/domain/classification/signs.ts';
import { HATCH_LINE, LETTERING, OUTLINE } from '#shared/palette.ts';

export type SwatchProps = { readonly mapClass: Pick<MapClass, 'fill' | 'hatch' | 'sign'>; readonly width?: number; readonly height?: number };

/** A sample of a class, drawn as the map draws it: fill, pattern, sign, border. */
export function Swatch({ mapClass, width = 32, height = 20 }: SwatchProps) {
  const pattern = useId();
  const sign = mapClass.sign === 'none' ? undefined : SIGNS[mapClass.sign];
  const size = 13;
  return (
    <svg className="map-swatch" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {mapClass.hatch !== 'none' && <HatchPattern id={pattern} hatch={mapClass.hatch} />}
      <rect x="0.5" y="0.5" width={width - 1} height={height - 1} rx="2" fill={css(mapClass.fill)} />
      {mapClass.hatch !== 'none' && <rect x="0.5" y="0.5" width={width - 1} height={height - 1} rx="2" fill={`url(#${pattern})`} />}
      <rect x="0.5" y="0.5" width={width - 1} height={height - 1} rx="2" fill="none" stroke={css(OUTLINE.line)} />
      {sign !== undefined && (
        <g transform={`translate(${(width - size) / 2} ${(height - size) / 2}) scale(${size / SIGN_BOX})`}>
          <path d={sign} stroke={css(LETTERING.halo)} strokeWidth="6" strokeLinejoin="round" />
          <path d={sign} fill={css(LETTERING.ink)} fillRule="evenodd" />
        </g>
      )}
    </svg>
  );
}

function HatchPattern({ id, hatch }: { readonly id: string; readonly hatch: 'confidential' | 'noClass' }) {
  if (hatch === 'noClass') {
    const { angle, stroke, gap } = HATCHES.noClass;
    const step = stroke + gap;
    return (
      <pattern id={id} width={step} height={step} patternUnits="userSpaceOnUse" patternTransform={`rotate(${-angle})`}>
        <rect width={step} height={stroke} fill={css(HATCH_LINE)} />
      </pattern>
    );
  }
  const { radius, gap } = HATCHES.confidential;
  const step = 2 * radius + gap;
  return (
    <pattern id={id} width={step} height={step} patternUnits="userSpaceOnUse">
      <circle cx={step / 2} cy={step / 2} r={radius} fill={css(HATCH_LINE)} />
    </pattern>
  );
}

export const css = ([red, green, blue]: readonly [number, number, number]): string => `rgb(${red} ${green} ${blue})`;
