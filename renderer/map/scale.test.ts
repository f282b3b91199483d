import { describe, expect, it } from 'vitest';
import { fromLongitudeLatitude } from '#app/domain/geometry/crs.ts';
import { metresPerPixel, scaleBarFor } from './scale.ts';
import { distanceText } from './scale-bar.tsx';

describe('scale bar', () => {
  it.each([
    [47.6, 9.4],
    [51.5, 7.0],
    [52.4, 9.7],
    [54.8, 9.4],
  ])('is right on the ground at %f° N, %f° E, to a part in a thousand', (latitude, longitude) => {
    const zoom = 13;
    const { metres, pixels } = scaleBarFor(latitude, zoom, 120);
    const degrees = (pixels / (512 * 2 ** zoom)) * 360;
    const toMetres = fromLongitudeLatitude('EPSG:25832');
    const [x1, y1] = toMetres([longitude - degrees / 2, latitude]);
    const [x2, y2] = toMetres([longitude + degrees / 2, latitude]);
    // UTM shrinks by up to 0.04 % at its middle meridian
    expect(Math.hypot(x2 - x1, y2 - y1) / metres).toBeCloseTo(1, 2.7);
  });

  it('shows a round distance no wider than asked for, and at least 40 % of it', () => {
    for (let zoom = 5; zoom <= 18; zoom += 0.1) {
      const { metres, pixels } = scaleBarFor(51, zoom, 120);
      expect(pixels).toBeLessThanOrEqual(120);
      expect(pixels).toBeGreaterThanOrEqual(48 - 1e-9);
      expect([1, 2, 5]).toContain(Number(metres.toPrecision(1)[0]));
    }
  });

  it('halves with every zoom step', () => {
    expect(metresPerPixel(51, 10) / metresPerPixel(51, 11)).toBeCloseTo(2, 10);
  });

  it.each([
    [500, '500\u00a0m', '500\u00a0m'],
    [1000, '1\u00a0km', '1\u00a0km'],
    [0.5, '0,5\u00a0m', '0.5\u00a0m'],
    [20000, '20\u00a0km', '20\u00a0km'],
  ])('%d metres are written %s', (metres, german, english) => {
    expect(distanceText(metres, 'de')).toBe(german);
    expect(distanceText(metres, 'en')).toBe(english);
  });
});
