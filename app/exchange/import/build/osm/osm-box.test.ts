import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toLongitudeLatitude } from '#app/domain/geometry/crs.ts';
import { osmBox } from './osm-box.ts';

test('every place within the margin lies in the box, and the box is little larger', () => {
  const outline = [[[[470_000, 5_470_000], [490_000, 5_470_000], [490_000, 5_490_000], [470_000, 5_490_000], [470_000, 5_470_000]] as const]];
  const box = osmBox(outline, 'EPSG:25832', 3_000)!;
  const toDegrees = toLongitudeLatitude('EPSG:25832');
  fc.assert(fc.property(fc.double({ min: 467_000, max: 493_000, noNaN: true }), fc.double({ min: 5_467_000, max: 5_493_000, noNaN: true }), (x, y) => {
    const [longitude, latitude] = toDegrees([x, y]);
    expect(longitude >= box.west && longitude <= box.east && latitude >= box.south && latitude <= box.north).toBe(true);
  }));
  // 26 km are 0.36° by 0.234° here
  expect(box.east - box.west).toBeLessThan(0.36 * 1.04);
  expect(box.north - box.south).toBeLessThan(0.234 * 1.04);
});

test('an outline without coordinates has no box', () => {
  expect(osmBox([], 'EPSG:25832')).toBeUndefined();
});
