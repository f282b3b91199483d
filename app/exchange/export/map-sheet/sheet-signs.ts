import type { MapClass } from '#app/domain/classification/class-scheme.ts';
import type { Coordinate } from '#app/domain/geometry/shapes.ts';
import { coordinate } from '../svg/svg-text.ts';

/** The second sign of a class: a triangle with a light rim (a ring where no trend is known), readable on every fill and in grey print. */
export function signPath(sign: MapClass['sign'], [x, y]: Coordinate, size: number): string {
  if (sign === 'none') return '';
  if (sign === 'unknown') {
    return `<circle cx="${coordinate(x)}" cy="${coordinate(y)}" r="${coordinate(size * 0.7)}" fill="none" stroke="#ffffff" stroke-width="${coordinate(size * 0.7)}"/><circle cx="${coordinate(x)}" cy="${coordinate(y)}" r="${coordinate(size * 0.7)}" fill="none" stroke="#16232b" stroke-width="${coordinate(size * 0.3)}"/>`;
  }
  const tip = sign === 'up' ? -size : size;
  const base = sign === 'up' ? size * 0.75 : -size * 0.75;
  const path = `M${coordinate(x)} ${coordinate(y + tip)}L${coordinate(x + size)} ${coordinate(y + base)}L${coordinate(x - size)} ${coordinate(y + base)}Z`;
  return `<path d="${path}" fill="#16232b" stroke="#ffffff" stroke-width="${coordinate(Math.max(1.2, size * 0.28))}" stroke-linejoin="round" paint-order="stroke"/>`;
}
