import type { Addresses, City } from '../city/city.ts';
import { geocoderFor, type Geocoded, type Geocoder } from './geocode-address.ts';
import { splitAddress } from './plain-address.ts';

const geocoders = new WeakMap<Addresses, Geocoder>();

/**
 * Where an address in one line ("Am Markt 3 a") lies, by the addresses of the city. `unknown` when the line is empty or the city has no addresses.
 * The table is made ready once for each city.
 */
export function placeOfAddress({ addresses }: City, line: string, postcode: string): Geocoded {
  const { street, number } = splitAddress(line);
  if (addresses === undefined || street === '') return { kind: 'unknown' };
  const known = geocoders.get(addresses) ?? geocoderFor(addresses);
  geocoders.set(addresses, known);
  return known(street, number, postcode.trim());
}
