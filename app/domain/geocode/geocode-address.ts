import type { Addresses } from '../city/city.ts';
import type { Coordinate } from '../geometry/shapes.ts';
import type { HouseNumber } from './plain-address.ts';
import { houseNumber, streetKey } from './plain-address.ts';

/**
 * Where an address lies. `address`: at the house, or at the house of the same number without its letter or within its range; `street`: the number is not
 * known, the middle house of the street is taken. `unclear`: houses of that address lie far apart (the street name occurs in two parts of the city).
 * `elsewhere`: the street is there under other postcodes only, those of the wanted house first of all.
 */
export type Geocoded =
  | { readonly kind: 'address' | 'street'; readonly at: Coordinate }
  | { readonly kind: 'unclear' | 'unknown' }
  | { readonly kind: 'elsewhere'; readonly postcodes: readonly string[] };

export type Geocoder = (street: string, number: string, postcode: string) => Geocoded;

type House = { readonly at: Coordinate; readonly house: HouseNumber | undefined; readonly postcode: string };

/** Houses of one address lie this close, in metres: entrances of a large building. */
const ONE_PLACE = 250;
/** Streets that are longer than this, or stand twice, have no middle worth taking. */
const ONE_STREET = 3_000;

/** Finds addresses in a table of addresses, without a network. Spellings of streets (Str./Straße, umlauts, hyphens, case) are made equal; nothing similar is guessed. */
export function geocoderFor(addresses: Addresses): Geocoder {
  const streets = new Map<string, House[]>();
  addresses.street.forEach((street, index) => {
    const key = streetKey(street);
    const house: House = { at: [addresses.x[index]!, addresses.y[index]!], house: houseNumber(addresses.houseNumber[index]!), postcode: postcodeIn(addresses.postcode[index]!) };
    const houses = streets.get(key);
    if (houses === undefined) streets.set(key, [house]);
    else houses.push(house);
  });
  return (street, number, postcode) => {
    const all = streets.get(streetKey(street)) ?? [];
    if (all.length === 0) return { kind: 'unknown' };
    const wanted = houseNumber(number);
    const houses = withPostcode(all, postcodeIn(postcode));
    const found = wanted === undefined ? [] : sameHouse(houses.length > 0 ? houses : all, wanted);
    if (houses.length === 0) return { kind: 'elsewhere', postcodes: [...new Set((found.length > 0 ? found : all).map((house) => house.postcode))].sort() };
    if (found.length > 0) return together(found, ONE_PLACE) ? { kind: 'address', at: found[0]!.at } : { kind: 'unclear' };
    return together(houses, ONE_STREET) ? { kind: 'street', at: middleOf(houses) } : { kind: 'unclear' };
  };
}

/** "24937" of "24937 Flensburg"; empty for what holds no postcode. */
const postcodeIn = (text: string): string => /(?<!\d)\d{5}(?!\d)/.exec(text)?.[0] ?? '';

/** Houses of that postcode, else those that say none; all of them where none is wanted. */
function withPostcode(houses: readonly House[], postcode: string): readonly House[] {
  if (postcode === '') return houses;
  const near = houses.filter((house) => house.postcode === postcode);
  return near.length > 0 ? near : houses.filter((house) => house.postcode === '');
}

/** The exact house; else the number without its letter; else the range that holds it, or the first house of the wanted range. */
function sameHouse(houses: readonly House[], wanted: HouseNumber): readonly House[] {
  const steps: readonly ((house: HouseNumber) => boolean)[] = [
    ({ number, letter }) => number === wanted.number && letter === wanted.letter,
    ({ number, letter }) => number === wanted.number && letter === '',
    ({ number }) => number === wanted.number,
    ({ number, to }) => to !== undefined && number <= wanted.number && wanted.number <= to && (wanted.number - number) % 2 === 0,
    ({ number }) => wanted.to !== undefined && number > wanted.number && number <= wanted.to && (number - wanted.number) % 2 === 0,
  ];
  for (const fits of steps) {
    const found = houses.filter(({ house }) => house !== undefined && fits(house));
    if (found.length > 0) return found;
  }
  return [];
}

function together(houses: readonly House[], metres: number): boolean {
  const xs = houses.map(({ at }) => at[0]);
  const ys = houses.map(({ at }) => at[1]);
  const spread = (values: readonly number[]): number => values.reduce((most, value) => Math.max(most, value), -Infinity) - values.reduce((least, value) => Math.min(least, value), Infinity);
  return Math.hypot(spread(xs), spread(ys)) <= metres;
}

/** The house nearest to the mean of all: a place on the street and not beside it. */
function middleOf(houses: readonly House[]): Coordinate {
  const mean = (axis: 0 | 1): number => houses.reduce((sum, { at }) => sum + at[axis], 0) / houses.length;
  const [x, y] = [mean(0), mean(1)];
  return houses.reduce((best, { at }) => (Math.hypot(at[0] - x, at[1] - y) < Math.hypot(best[0] - x, best[1] - y) ? at : best), houses[0]!.at);
}
