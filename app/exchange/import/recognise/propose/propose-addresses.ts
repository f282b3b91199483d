import type { RecipeInput } from '../../recipe/recipe-schema.ts';
import type { SourceLayer } from '../../source/source.ts';
import { plainText } from '../columns.ts';
import { coordinateSystem } from './coordinate-system.ts';
import { isPointLayer } from './proposal-parts.ts';
import type { Question } from './proposal-parts.ts';
import { fieldsOf, given } from './propose-institutions.ts';
import { placeInput } from './table-context.ts';
import type { SeenTable, TablePlace } from './table-context.ts';

type AddressesInput = NonNullable<RecipeInput['addresses']>[number];

/** Fewer rows are a list of something at addresses. */
const FEWEST = 100;

/** Recognises a file of the city's addresses: street, house number and place in most rows, and no names of institutions. */
export function proposeAddresses({ table, shape }: SeenTable, layer: SourceLayer | undefined, place: TablePlace): { readonly input: AddressesInput; readonly questions: readonly Omit<Question, 'path'>[] } | undefined {
  if (shape.header === undefined || (layer !== undefined && !isPointLayer(layer))) return undefined;
  const { name, street, houseNumber, postcode, x, y, provider, capacity } = fieldsOf(shape);
  const rows = table.rows.slice(shape.rows.from - 1, shape.rows.to);
  if (street === undefined || houseNumber === undefined || name !== undefined || provider !== undefined || capacity !== undefined || rows.length < FEWEST) return undefined;
  const system = x === undefined || y === undefined ? undefined : coordinateSystem(rows.map((row) => [row[x.index], row[y.index]] as const));
  if (layer === undefined && system === undefined) return undefined;
  const filled = rows.filter((row) => plainText(row[street.index]) !== '' && plainText(row[houseNumber.index]) !== '').length;
  if (filled < rows.length * 0.8) return undefined;
  const addition = shape.columns.find(({ header, index }) => index !== houseNumber.index && /zusatz|hsnrz|hnrz|buchstabe/i.test(header));
  return {
    input: {
      ...placeInput(place),
      ...(layer === undefined ? { header: [shape.header[0], shape.header[1]] } : {}),
      street: street.reference,
      houseNumber: addition === undefined ? houseNumber.reference : { join: [houseNumber.reference, addition.reference], with: '' },
      ...given('postcode', postcode?.reference),
      place: layer !== undefined ? { by: 'geometry' } : { by: 'coordinates', x: x!.reference, y: y!.reference, crs: system!.crs },
    },
    questions: system === undefined || system.others.length === 0 ? [] : [{ code: 'coordinateSystem', details: { file: place.fileName }, choices: [system.crs, ...system.others].map((value) => ({ value, label: 'crs', details: { crs: value } })) }],
  };
}
