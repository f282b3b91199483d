import fc from 'fast-check';
import type { Geometry } from 'geojson';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { measured } from '#test/measured.ts';
import { sharedFile } from '#test/shared-data.ts';
import type { KnownCrs } from './crs.ts';
import { fromLongitudeLatitude, isKnownCrs } from './crs.ts';
import type { CrsFinding } from './crs-finding.ts';
import { crsFinding, NEARBY_METRES } from './crs-finding.ts';
import type { Coordinate } from './shapes.ts';

const CITIES: readonly (readonly [string, Coordinate])[] = [
  ['Flensburg', [9.43, 54.78]], ['Berlin', [13.4, 52.52]], ['Aachen', [6.08, 50.77]], ['Görlitz', [14.98, 51.15]], ['Konstanz', [9.17, 47.67]], ['Passau', [13.45, 48.57]], ['Stralsund', [13.09, 54.31]], ['Emden', [7.2, 53.37]],
  ['Freiburg', [7.85, 48.0]], ['München', [11.57, 48.14]], ['Saarbrücken', [6.99, 49.24]], ['Leipzig', [12.37, 51.34]], ['Köln', [6.96, 50.94]], ['Hamburg', [10.0, 53.55]], ['Garmisch', [11.1, 47.5]], ['Lörrach', [7.66, 47.61]],
];
/** Points around a city, in a system, with the axes as given. */
const layer = ([longitude, latitude]: Coordinate, crs: KnownCrs, swapped = false): Geometry[] =>
  Array.from({ length: 30 }, (_, i) => {
    const [x, y] = fromLongitudeLatitude(crs)([longitude + ((i % 6) - 3) / 60, latitude + (Math.floor(i / 6) - 2) / 90]);
    return { type: 'Point', coordinates: swapped ? [y, x] : [x, y] };
  });
const known = (code: KnownCrs) => ({ kind: 'known', code, from: 'prj' }) as const;
const near = (place: Coordinate) => ({ place, metres: NEARBY_METRES });
const short = ({ code, suggested, swapAxes }: CrsFinding) => [code, suggested, swapAxes];
const zone = ([longitude]: Coordinate): 'EPSG:25832' | 'EPSG:25833' => (longitude < 12 ? 'EPSG:25832' : 'EPSG:25833');

describe.each(CITIES)('%s', (_name, place) => {
  const utm = zone(place);
  const prefixed = utm === 'EPSG:25832' ? 'EPSG:4647' : 'EPSG:5650';
  const gk = `EPSG:${31464 + Math.round(place[0] / 3)}` as KnownCrs;
  it('its true system fits, with and without its place', () => {
    for (const crs of [utm, prefixed, gk, 'EPSG:4326', 'EPSG:3857', 'EPSG:3035'] as const) {
      expect(crsFinding(known(crs), layer(place, crs)).code).toBe('fits');
      expect(crsFinding(known(crs), layer(place, crs), near(place)).code).toBe('fits');
    }
  });
  it('wrong declarations are named, with the system that fits', () => {
    expect(short(crsFinding(known(utm), layer(place, utm, true)))).toEqual(['swappedAxes', utm, true]);
    expect(short(crsFinding(known('EPSG:4326'), layer(place, 'EPSG:4326', true)))).toEqual(['swappedAxes', 'EPSG:4326', true]);
    expect(short(crsFinding(known(utm), layer(place, prefixed)))).toEqual(['falseEasting', prefixed, false]);
    expect(short(crsFinding(known(prefixed), layer(place, utm), near(place)))).toEqual(['falseEasting', utm, false]);
    expect(short(crsFinding(known('EPSG:4326'), layer(place, utm), near(place)))).toEqual(['metresCalledDegrees', utm, false]);
    expect(short(crsFinding(known(utm), layer(place, 'EPSG:4326')))).toEqual(['degreesCalledMetres', 'EPSG:4326', false]);
    expect(short(crsFinding(known(utm), layer(place, gk)))).toEqual(['otherSystem', gk, false]);
    expect(short(crsFinding(known(utm === 'EPSG:25832' ? 'EPSG:25833' : 'EPSG:25832'), layer(place, utm), near(place)))).toEqual(['otherZone', utm, false]);
  });
  it('without a declaration the place decides', () => {
    for (const crs of [utm, prefixed, gk, 'EPSG:4326', 'EPSG:3857'] as const) {
      expect(short(crsFinding({ kind: 'missing' }, layer(place, crs), near(place)))).toEqual(['missing', crs, false]);
      expect(crsFinding({ kind: 'unknown', text: 'Netz 77' }, layer(place, crs, true), near(place))).toMatchObject({ code: 'unknown', suggested: crs, swapAxes: true, details: { text: 'Netz 77' } });
    }
  });
});

it('names a second possibility where the city is not known', () => {
  expect(crsFinding({ kind: 'missing' }, layer([13.4, 52.52], 'EPSG:25833'))).toMatchObject({ code: 'missing', suggested: 'EPSG:25832', details: { other: 'EPSG:25833' } });
});

it('says where a layer of another country, or of another city, lies', () => {
  expect(crsFinding(known('EPSG:4326'), layer([2.35, 48.86], 'EPSG:4326'))).toMatchObject({ code: 'outsideGermany', suggested: undefined, details: { longitude: 2.35, latitude: 48.86 } });
  expect(crsFinding(known('EPSG:4326'), layer([9.43, 54.78], 'EPSG:4326'), near([13.4, 52.5]))).toMatchObject({ code: 'farAway', suggested: undefined });
  expect(crsFinding(known('EPSG:4326'), [])).toMatchObject({ code: 'noCoordinates' });
  expect(crsFinding(known('EPSG:4326'), [undefined, { type: 'Point', coordinates: [NaN, 1] }])).toMatchObject({ code: 'noCoordinates' });
});

it('has an answer for any numbers', () => {
  const number = fc.oneof(fc.double(), fc.double({ min: -200, max: 200 }), fc.double({ min: -1e7, max: 1e8 }));
  fc.assert(fc.property(fc.constantFrom<KnownCrs>('EPSG:25832', 'EPSG:31467', 'EPSG:4326', 'EPSG:3857', 'EPSG:3035', 'EPSG:4314'), fc.array(fc.tuple(number, number), { maxLength: 5 }), (crs, points) => {
    expect(crsFinding(known(crs), points.map((coordinates) => ({ type: 'Point', coordinates }))).code).toBeTypeOf('string');
  }), { numRuns: 2000 });
});

it('single features at 0/0 do not decide', () => {
  const stray: Geometry = { type: 'Point', coordinates: [0, 0] };
  expect(crsFinding(known('EPSG:25832'), [...layer([9.43, 54.78], 'EPSG:25832'), stray])).toMatchObject({ code: 'fits' });
});

const places = sharedFile('vectors/crs_germany/cities_proj_9_1.csv');
it.skipIf(!places)('fits all places of the vectors in every system that reaches them (skipped when the vectors are absent)', () => {
  const rows = readFileSync(places!, 'utf8').trim().split(/\r?\n/).slice(1).map((line) => line.split(',')).filter(([, , , epsg]) => isKnownCrs(`EPSG:${epsg}`));
  expect(rows.length).toBeGreaterThan(100);
  const wrong = rows.filter(([, , , epsg, x, y]) => crsFinding(known(`EPSG:${epsg}` as KnownCrs), [{ type: 'Point', coordinates: [Number(x), Number(y)] }]).code !== 'fits');
  measured(`crs findings: ${rows.length} places, ${wrong.length} doubted: ${wrong.map(([name, , , epsg]) => `${name} ${epsg}`).join(', ')}`);
  expect(wrong).toEqual([]);
});
