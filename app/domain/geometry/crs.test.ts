import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { measured } from '#test/measured.ts';
import { sharedFile } from '#test/shared-data.ts';
import { fromLongitudeLatitude, isKnownCrs, toLongitudeLatitude, transformation } from './crs.ts';
import { areaOf } from './shape-measures.ts';
import type { Coordinate } from './shapes.ts';

const rows = (path: string): string[][] => readFileSync(path, 'utf8').trim().split(/\r?\n/).slice(1).map((line) => line.split(','));
const cities = sharedFile('vectors/crs_germany/cities_proj_9_1.csv');
const helmert = sharedFile('vectors/crs_germany/helmert_598_results.csv');
const official = sharedFile('vectors/crs_germany/bkg_beta2007_testpoints.csv');

it('puts the central meridian of zone 32 at easting 500 km', () => {
  const [x, y] = fromLongitudeLatitude('EPSG:25832')([9, 0]);
  expect(x).toBeCloseTo(500_000, 6);
  expect(y).toBeCloseTo(0, 6);
  expect(fromLongitudeLatitude('EPSG:4647')([9, 0])[0]).toBeCloseTo(32_500_000, 6);
  expect(isKnownCrs('EPSG:25833')).toBe(true);
  expect(isKnownCrs('toString')).toBe(false);
});

it.each([
  // from gdaltransform (PROJ 9.1) with the registry's best seven parameters
  ['EPSG:3068', 13.4, 52.5, 24_691.334, 19_231.765], ['EPSG:3397', 11.03, 50.98, 4_431_984.923, 5_649_866.188], ['EPSG:3398', 12.37, 51.34, 4_525_888.04, 5_689_534.474],
  ['EPSG:3399', 13.7, 51.05, 5_408_979.914, 5_658_006.631], ['EPSG:2398', 12.1, 54.09, 4_506_670.314, 5_996_086.556],
] as const)('puts a place in %s within half a metre of PROJ', (crs, longitude, latitude, x, y) => {
  const [ourX, ourY] = fromLongitudeLatitude(crs)([longitude, latitude]);
  expect(Math.hypot(ourX - x, ourY - y)).toBeLessThan(0.5);
});

describe('against PROJ 9.1 at German places', () => {
  it.skipIf(!cities)('is within 0.1 mm (skipped when the vectors are absent)', () => {
    let worst = 0;
    let checked = 0;
    for (const [, lon, lat, epsg, x, y] of rows(cities!)) {
      const crs = `EPSG:${epsg}`;
      if (!isKnownCrs(crs)) continue;
      const [ourX, ourY] = fromLongitudeLatitude(crs)([Number(lon), Number(lat)]);
      worst = Math.max(worst, Math.hypot(ourX - Number(x), ourY - Number(y)));
      const [backLon, backLat] = toLongitudeLatitude(crs)([Number(x), Number(y)]);
      expect(Math.hypot(backLon - Number(lon), backLat - Number(lat))).toBeLessThan(5e-9);
      checked += 1;
    }
    measured(`crs: ${checked} places, worst ${worst.toExponential(2)} m`);
    expect(checked).toBeGreaterThan(100);
    expect(worst).toBeLessThan(1e-4);
  });
});

describe('DHDN by seven parameters', () => {
  const worstOf = (path: string): { worst: number; checked: number } => {
    let worst = 0;
    let checked = 0;
    for (const [from, x, y, to, toX, toY] of rows(path)) {
      const [source, target] = [`EPSG:${from}`, `EPSG:${to}`];
      if (!isKnownCrs(source) || !isKnownCrs(target)) continue;
      const [ourX, ourY] = transformation(source, target)([Number(x), Number(y)]);
      const metres = to === '4258' ? [111_320 * Math.cos((Number(toY) * Math.PI) / 180), 111_320] : [1, 1];
      worst = Math.max(worst, Math.hypot((ourX - Number(toX)) * metres[0]!, (ourY - Number(toY)) * metres[1]!));
      checked += 1;
    }
    return { worst, checked };
  };
  it.skipIf(!helmert)('equals PROJ with the same parameters to 1 mm (skipped when the vectors are absent)', () => {
    const { worst, checked } = worstOf(helmert!);
    measured(`crs: ${checked} DHDN points against PROJ, worst ${worst.toExponential(2)} m`);
    expect(checked).toBeGreaterThan(50);
    expect(worst).toBeLessThan(1e-3);
  });
  it.skipIf(!official)('is at most 3 m from the official points, as its docstring says (skipped when the vectors are absent)', () => {
    const { worst, checked } = worstOf(official!);
    measured(`crs: ${checked} official points without the grid, worst ${worst.toFixed(2)} m`);
    expect(worst).toBeLessThan(3);
  });
});

const geodesic = sharedFile('vectors/geodesic_area/expected.json');
describe('areas', () => {
  it.skipIf(!geodesic)('in UTM are those of the reference, and within 0.4 % of the ellipsoid (skipped when the vectors are absent)', () => {
    type Case = { readonly name: string; readonly ring: readonly Coordinate[]; readonly geodesic_area_m2: number; readonly planar_25832_area_m2: number };
    const { areas } = JSON.parse(readFileSync(geodesic!, 'utf8')) as { readonly areas: readonly Case[] };
    const project = fromLongitudeLatitude('EPSG:25832');
    let worst = 0;
    let worstEllipsoid = 0;
    for (const { ring, planar_25832_area_m2: planar, geodesic_area_m2: exact } of areas) {
      const ours = areaOf([[[...ring, ring[0]!].map(project)]]);
      worst = Math.max(worst, Math.abs(ours / planar - 1));
      worstEllipsoid = Math.max(worstEllipsoid, Math.abs(ours / exact - 1));
    }
    measured(`areas: ${areas.length} shapes, ${worst.toExponential(1)} from the planar reference, ${(worstEllipsoid * 100).toFixed(3)} % from the ellipsoid`);
    expect(worst).toBeLessThan(1e-6);
    expect(worstEllipsoid).toBeLessThan(0.004);
  });
});
