import { expect, test } from 'vitest';
import { aCity } from '#test/builders/a-city.ts';
import { placeOfAddress } from './place-of-address.ts';

const city = {
  ...aCity().withQuarters(1).build(),
  addresses: { street: ['Am Markt', 'Am Markt'], houseNumber: ['3', '92'], postcode: ['13009', '13009'], x: Float64Array.of(500_010, 500_030), y: Float64Array.of(6_000_010, 6_000_020) },
};

test('a line with street and number lies at the house', () => {
  expect(placeOfAddress(city, 'Am Markt 92', '13009')).toEqual({ kind: 'address', at: [500_030, 6_000_020] });
});
test('a number nobody knows lies in the middle of its street', () => {
  expect(placeOfAddress(city, 'Am Markt 14', '13009').kind).toBe('street');
});
test('without the street, without a line and without addresses nothing is guessed', () => {
  for (const found of [placeOfAddress(city, 'Hauptstraße 1', '13009'), placeOfAddress(city, ' ', ''), placeOfAddress({ ...city, addresses: undefined }, 'Am Markt 92', '13009')]) expect(found).toEqual({ kind: 'unknown' });
});
