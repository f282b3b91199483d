import type { Addresses } from '#app/domain/city/city.ts';
import type { Coordinate } from '#app/domain/geometry/shapes.ts';
import { plainText } from '#app/domain/source/columns.ts';
import type { Recipe } from '../recipe/recipe-schema.ts';
import type { PlacingContext } from './build-context.ts';
import { coordinateReader } from './coordinate-reader.ts';
import { placedPoints } from './placed-points.ts';
import { postcodeText } from './postcode.ts';
import { textReader } from './row-texts.ts';
import { columnIndex, openRows } from './rows.ts';
import type { Place, SourceRow } from './rows.ts';

/** The table of addresses with their places, for finding institutions. Rows without street or place are counted and left out. */
export function buildAddresses(context: PlacingContext): Addresses | undefined {
  const found = context.recipe.addresses.flatMap((list, index) => readAddresses(context, list, `addresses[${index}]`));
  if (found.length === 0) return undefined;
  return {
    x: Float64Array.from(found, ({ at }) => at[0]),
    y: Float64Array.from(found, ({ at }) => at[1]),
    street: found.map(({ street }) => street),
    houseNumber: found.map(({ houseNumber }) => houseNumber),
    postcode: found.map(({ postcode }) => postcode),
  };
}

type Address = { readonly at: Coordinate; readonly street: string; readonly houseNumber: string; readonly postcode: string };

function readAddresses(context: PlacingContext, list: Recipe['addresses'][number], subject: string): readonly Address[] {
  const place: Place = { part: 'institutions', subject };
  const source = openRows(context, list, place);
  const streetAt = source && columnIndex(source, list.street, context, place);
  if (source === undefined || streetAt === undefined) return [];
  const postcodeAt = list.postcode === undefined ? undefined : columnIndex(source, list.postcode, context, place);
  const numberOf = textReader(list.houseNumber, source, context, place);
  const placeOf: ((row: SourceRow) => Coordinate | undefined) | undefined = list.place.by === 'coordinates' ? coordinateReader(source, list.place, context, place) : placedPoints(context, list.file, source, place);
  if (placeOf === undefined) return [];
  const addresses = source.rows.flatMap((row): Address[] => {
    const at = placeOf(row);
    const street = plainText(row.cells[streetAt]);
    return at === undefined || street === '' ? [] : [{ at, street, houseNumber: numberOf(row), postcode: postcodeAt === undefined ? '' : postcodeText(row.cells[postcodeAt]) }];
  });
  context.log.decision('institutions', subject, 'addressesRead', { kept: addresses.length, all: source.rows.length });
  return addresses;
}
