import { expect, test } from 'vitest';
import { ellipsoidDistance } from './ellipsoid-distance.ts';

/** Vincenty's inverse solution (Survey Review 1975), good to a tenth of a millimetre: the yardstick. */
function vincenty(longitudeA: number, latitudeA: number, longitudeB: number, latitudeB: number): number {
  const [a, f, radians] = [6378137, 1 / 298.257223563, Math.PI / 180];
  const b = a * (1 - f);
  const L = (longitudeB - longitudeA) * radians;
  const [U1, U2] = [Math.atan((1 - f) * Math.tan(latitudeA * radians)), Math.atan((1 - f) * Math.tan(latitudeB * radians))];
  let lambda = L;
  for (let i = 0; i < 50; i += 1) {
    const sinSigma = Math.hypot(Math.cos(U2) * Math.sin(lambda), Math.cos(U1) * Math.sin(U2) - Math.sin(U1) * Math.cos(U2) * Math.cos(lambda));
    if (sinSigma === 0) return 0;
    const cosSigma = Math.sin(U1) * Math.sin(U2) + Math.cos(U1) * Math.cos(U2) * Math.cos(lambda);
    const sigma = Math.atan2(sinSigma, cosSigma);
    const sinAlpha = (Math.cos(U1) * Math.cos(U2) * Math.sin(lambda)) / sinSigma;
    const cos2Alpha = 1 - sinAlpha ** 2;
    const cos2M = cos2Alpha === 0 ? 0 : cosSigma - (2 * Math.sin(U1) * Math.sin(U2)) / cos2Alpha;
    const C = (f / 16) * cos2Alpha * (4 + f * (4 - 3 * cos2Alpha));
    const next = L + (1 - C) * f * sinAlpha * (sigma + C * sinSigma * (cos2M + C * cosSigma * (2 * cos2M ** 2 - 1)));
    if (Math.abs(next - lambda) < 1e-15 || i === 49) {
      const u2 = (cos2Alpha * (a ** 2 - b ** 2)) / b ** 2;
      const A = 1 + (u2 / 16384) * (4096 + u2 * (-768 + u2 * (320 - 175 * u2)));
      const B = (u2 / 1024) * (256 + u2 * (-128 + u2 * (74 - 47 * u2)));
      const delta = B * sinSigma * (cos2M + (B / 4) * (cosSigma * (2 * cos2M ** 2 - 1) - (B / 6) * cos2M * (4 * sinSigma ** 2 - 3) * (4 * cos2M ** 2 - 3)));
      return b * A * (sigma - delta);
    }
    lambda = next;
  }
  throw new Error('no solution');
}

test('the yardstick gives a published line: Flinders Peak to Buninyong, 54 972.271 m', () => {
  expect(vincenty(144.42486788888888, -37.95103341666667, 143.92649552777777, -37.65282113888889)).toBeCloseTo(54_972.271, 2);
});

test.each([[100, 0.00001], [1_000, 0.0001], [5_000, 0.002], [10_000, 0.02]])('%d m in any direction anywhere in Germany differ by less than %d m', (metres, tolerance) => {
  let worst = 0;
  for (let latitude = 47; latitude <= 55; latitude += 0.5) {
    for (let bearing = 0; bearing < 360; bearing += 7.5) {
      const north = (metres * Math.cos((bearing * Math.PI) / 180)) / 111_200;
      const east = (metres * Math.sin((bearing * Math.PI) / 180)) / (111_320 * Math.cos((latitude * Math.PI) / 180));
      worst = Math.max(worst, Math.abs(ellipsoidDistance(9, latitude, 9 + east, latitude + north) - vincenty(9, latitude, 9 + east, latitude + north)));
    }
  }
  expect(worst).toBeLessThan(tolerance);
  expect(worst).toBeGreaterThan(0);
});

test('a place is 0 m from itself', () => {
  expect(ellipsoidDistance(9, 50, 9, 50)).toBe(0);
});
