import type { Nearby } from '#app/domain/geometry/crs-finding.ts';
import type { RecipeInput } from '../../recipe/recipe-schema.ts';
import type { SourceLayer } from '../../source/source.ts';
import { plainText } from '#app/domain/source/columns.ts';
import { coordinateSystem } from './coordinate-system.ts';
import { isPointLayer } from './proposal-parts.ts';
import type { Question } from './proposal-parts.ts';
import { fieldsOf, given } from './propose-institutions.ts';
import { placeInput } from './table-context.ts';
import type { SeenTable, TablePlace } from './table-context.ts';

type AddressesInput = NonNullable<RecipeInput['addresses']>[number];

/** Fewer rows are a list of something at addresses, unless every column is part of an address. */
const FEWEST = 100;
const FEWEST_PURE = 5;
const PART_OF_ADDRESS = /^(?:gemeinde|stadt|ort|ortsname|wohnort|city|town|land|kreis|ortsteil|stadtteil|stadtbezirk|bezirk|quartier|gemarkung|adresse|anschrift)(?:name|nr\.?|nummer)?$|zusatz|h(?:s|aus)?nrz|^hnz$|^adz$|buchstabe|schl(?:ü|ue)ssel|(?:^|[^a-zäöü])(?:id|fid|gid|oid|uuid|key|code|ags|stn|objectid|nr\.?|nummer|qualit(?:ä|ae)t|hoehe|höhe|z|epsg|crs|srs|stand|datum)(?:$|[^a-zäöü])/i;

/** Recognises a file of the city's addresses: street, house number and place in most rows, and no names of institutions. */
export function proposeAddresses({ table, shape }: SeenTable, layer: SourceLayer | undefined, place: TablePlace, nearby: Nearby | undefined): { readonly input: AddressesInput; readonly questions: readonly Omit<Question, 'path'>[] } | undefined {
  if (shape.header === undefined || (layer !== undefined && !isPointLayer(layer))) return undefined;
  const { name, street, houseNumber, postcode, x, y, provider, capacity, key } = fieldsOf(shape);
  const rows = table.rows.slice(shape.rows.from - 1, shape.rows.to);
  if (street === undefined || houseNumber === undefined || name !== undefined || provider !== undefined || capacity !== undefined || rows.length < FEWEST_PURE) return undefined;
  const system = x === undefined || y === undefined ? undefined : coordinateSystem(rows.map((row) => [row[x.index], row[y.index]] as const), nearby);
  if (layer === undefined && system === undefined) return undefined;
  const own = new Set([street, houseNumber, postcode, x, y, key].map((column) => column?.index));
  const pure = shape.columns.every(({ index, kind, header }) => kind === 'empty' || own.has(index) || PART_OF_ADDRESS.test(header.replaceAll('_', ' ')));
  if (rows.length < FEWEST && !pure) return undefined;
  const filled = rows.filter((row) => plainText(row[street.index]) !== '' && plainText(row[houseNumber.index]) !== '').length;
  if (filled < rows.length * 0.8) return undefined;
  const addition = shape.columns.find(({ header, index }) => index !== houseNumber.index && /zusatz|h(?:s|aus)?nrz|^hnz$|^adz$|buchstabe/i.test(header));
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
