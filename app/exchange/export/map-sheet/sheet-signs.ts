import type { Colour, MapClass } from '#app/domain/classification/class-scheme.ts';
import type { Coordinate } from '#app/domain/geometry/shapes.ts';
import { coordinate } from '../svg/svg-text.ts';

/**
 * The second sign of a class: a triangle (a ring where no trend is known). Dark with a light rim, on dark fills light with a
 * dark rim, so that it is read on every fill and in grey print.
 */
export function signPath({ sign, fill, hatch }: Pick<MapClass, 'sign' | 'fill' | 'hatch'>, [x, y]: Coordinate, size: number): string {
  if (sign === 'none') return '';
  const [ink, rim] = hatch === 'none' && isDark(fill) ? [LIGHT, DARK] : [DARK, LIGHT];
  if (sign === 'unknown') {
    return `<circle cx="${coordinate(x)}" cy="${coordinate(y)}" r="${coordinate(size * 0.7)}" fill="none" stroke="${rim}" stroke-width="${coordinate(size * 0.7)}"/><circle cx="${coordinate(x)}" cy="${coordinate(y)}" r="${coordinate(size * 0.7)}" fill="none" stroke="${ink}" stroke-width="${coordinate(size * 0.3)}"/>`;
  }
  const tip = sign === 'up' ? -size : size;
  const base = sign === 'up' ? size * 0.75 : -size * 0.75;
  const path = `M${coordinate(x)} ${coordinate(y + tip)}L${coordinate(x + size)} ${coordinate(y + base)}L${coordinate(x - size)} ${coordinate(y + base)}Z`;
  return `<path d="${path}" fill="${ink}" stroke="${rim}" stroke-width="${coordinate(Math.max(1.2, size * 0.28))}" stroke-linejoin="round" paint-order="stroke"/>`;
}

const DARK = '#16232b';
const LIGHT = '#ffffff';

/** Whether white stands out from the fill more than ink does, by the perceived brightness of its parts. */
const isDark = ([red, green, blue]: Colour): boolean => 0.299 * red + 0.587 * green + 0.114 * blue < 128;
