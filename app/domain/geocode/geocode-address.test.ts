import { describe, expect, it } from 'vitest';
import { geocoderFor } from './geocode-address.ts';
import { houseNumber, splitAddress, streetKey } from './plain-address.ts';

const HOUSES: readonly [street: string, number: string, postcode: string, x: number, y: number][] = [
  ['Große Straße', '12', '24937', 100, 0],
  ['Große Straße', '12a', '24937', 110, 0],
  ['Große Straße', '20-24', '24937', 200, 0],
  ['Sankt-Jürgen-Straße', '3', '24937', 300, 300],
  ['Hauptstr.', '1', '24937', 0, 5_000],
  ['Hauptstr.', '1', '24944', 0, 15_000],
  ['Hauptstr.', '5', '24944', 0, 15_100],
  ['Ohneweg', '1', '', 50, 50],
];
const find = geocoderFor({
  street: HOUSES.map(([street]) => street),
  houseNumber: HOUSES.map(([, number]) => number),
  postcode: HOUSES.map(([, , postcode]) => postcode),
  x: Float64Array.from(HOUSES, ([, , , x]) => x),
  y: Float64Array.from(HOUSES, ([, , , , y]) => y),
});

describe('streetKey', () => {
  it.each([
    ['Große Str.', 'GROSSE STRASSE'],
    ['St.-Jürgen-Str.', 'Sankt-Juergen-Straße'],
    ['Am Marktpl.', 'Am Marktplatz'],
    ['Straße des 17. Juni', 'Strasse des 17. Juni'],
  ])('takes %s and %s for one street', (one, other) => expect(streetKey(one)).toBe(streetKey(other)));
  it('keeps other streets apart', () => expect(streetKey('Große Straße')).not.toBe(streetKey('Großer Weg')));
});

describe('house numbers', () => {
  it('are taken apart', () => {
    expect(houseNumber('12 A')).toEqual({ number: 12, letter: 'a', to: undefined });
    expect(houseNumber('20–24')).toEqual({ number: 20, letter: '', to: 24 });
    expect(houseNumber('ohne')).toBeUndefined();
  });
  it('are split off an address', () => {
    expect(splitAddress('Am Markt 3 a')).toEqual({ street: 'Am Markt', number: '3 a' });
    expect(splitAddress('Straße des 17. Juni 135, Hinterhaus')).toEqual({ street: 'Straße des 17. Juni', number: '135' });
    expect(splitAddress('Rathaus')).toEqual({ street: 'Rathaus', number: '' });
  });
});

describe('geocoderFor', () => {
  it.each([
    ['Grosse Str.', '12', '', { kind: 'address', at: [100, 0] }],
    ['Große Straße', '12 a', '', { kind: 'address', at: [110, 0] }],
    ['Große Straße', '12 c', '', { kind: 'address', at: [100, 0] }],
    ['Große Straße', '22', '', { kind: 'address', at: [200, 0] }],
    ['Große Straße', '10-14', '', { kind: 'address', at: [100, 0] }],
    ['Große Straße', '99', '', { kind: 'street', at: [110, 0] }],
    ['St. Jürgen-Straße', '3', '', { kind: 'address', at: [300, 300] }],
    ['Hauptstraße', '1', '24944', { kind: 'address', at: [0, 15_000] }],
    ['Hauptstraße', '1', '', { kind: 'unclear' }],
    ['Hauptstraße', '5', '14482', { kind: 'elsewhere', postcodes: ['24944'] }],
    ['Hauptstraße', '7', '14482', { kind: 'elsewhere', postcodes: ['24937', '24944'] }],
    ['Hauptstraße', '5', '24944 Flensburg', { kind: 'address', at: [0, 15_100] }],
    ['Große Straße', '12', 'unbekannt', { kind: 'address', at: [100, 0] }],
    ['Ohneweg', '1', '24937', { kind: 'address', at: [50, 50] }],
    ['Nirgendweg', '1', '', { kind: 'unknown' }],
  ])('finds %s %s %s', (street, number, postcode, expected) => expect(find(street, number, postcode)).toEqual(expected));
});
