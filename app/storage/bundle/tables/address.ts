import type { Addresses, City } from '#app/domain/city/city.ts';
import type { SqlDatabase } from '../../sqlite/sqlite.ts';
import { geometry, text } from '../column.ts';
import { pointBlob } from '../geometry/write-geometry.ts';
import { RowFault } from '../row-fault.ts';
import { defineTable, insertRows } from '../table.ts';
import { srsOf } from './manifest.ts';
import { placeOfRow } from './place-of-row.ts';
import { countOf } from './streets.ts';

/** No key: large houses have several entrances under one address, each with its own place. */
export const addressTable = defineTable({
  name: 'address',
  title: 'Adressen',
  key: [],
  columns: { geom: geometry('POINT'), street: text(), house_number: text(), postcode: text() },
});

export function writeAddresses(database: SqlDatabase, city: City): void {
  const addresses = city.addresses;
  if (addresses === undefined) return;
  const srs = srsOf(city.manifest.crs);
  insertRows(database, addressTable, Array.from(addresses.x, (x, index) => ({
    geom: pointBlob([x, addresses.y[index]!], srs),
    street: addresses.street[index]!,
    house_number: addresses.houseNumber[index]!,
    postcode: addresses.postcode[index]!,
  })));
}

/** Undefined when the file holds no address. Read without the general row reader: a large city has hundreds of thousands of them. */
export function readAddresses(database: SqlDatabase, srs: number): Addresses | undefined {
  const count = countOf(database, addressTable.name);
  if (count === 0) return undefined;
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  const street: string[] = [];
  const houseNumber: string[] = [];
  const postcode: string[] = [];
  let index = 0;
  database.eachRow('SELECT fid, geom, street, house_number, postcode FROM address ORDER BY fid', (row) => {
    const fault = (column: string, reason: string) => new RowFault(addressTable.name, `fid ${String(row[0])}`, column, reason);
    const words = (place: 2 | 3 | 4, column: string): string => {
      const value = row[place];
      if (typeof value !== 'string') throw fault(column, 'not a text');
      return value;
    };
    [x[index], y[index]] = placeOfRow(row[1], srs, fault);
    street.push(words(2, 'street'));
    houseNumber.push(words(3, 'house_number'));
    postcode.push(words(4, 'postcode'));
    index += 1;
  });
  return { x, y, street, houseNumber, postcode };
}
