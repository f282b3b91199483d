import type { Coordinate } from '#app/domain/geometry/shapes.ts';
import type { ListedFields, ListedInstitution } from '#app/domain/register/listed-institution.ts';
import type { ListMapping, ListRole, ListSheet } from '#app/domain/register/list-sheet.ts';
import { asId, type CategoryId } from '#shared/ids.ts';
import { capacityFrom } from '../build/capacity-reader.ts';
import { postcodeText } from '../build/postcode.ts';
import { YES_NO_WORDS } from '../recognise/yes-no-words.ts';
import { placesInColumns, type CityPlace } from './list-sheets.ts';

/** Rows of a sheet as institutions of a second list, by what the planner said about its columns. Texts that say nothing are left out. */
export function listedFromSheet(sheet: ListSheet, mapping: ListMapping, category: CategoryId | undefined, city: CityPlace): readonly ListedInstitution[] {
  const text = (row: readonly string[], role: ListRole): string => {
    const column = mapping[role];
    return column === undefined ? '' : (row[column] ?? '').trim();
  };
  const places = sheet.places ?? placesInColumns(sheet.rows.map((row) => pairOf(text(row, 'x'), text(row, 'y'))), city);
  const capacityIn = capacityFrom(sheet.rows.map((row) => text(row, 'capacity')), undefined);
  return sheet.rows.map((row, index): ListedInstitution => {
    const id = text(row, 'id');
    return { key: `${index + 1}`, id: id === '' ? undefined : asId(id), name: text(row, 'name'), location: places[index], category, fields: fieldsOf(row, text, capacityIn) };
  });
}

function fieldsOf(row: readonly string[], text: (row: readonly string[], role: ListRole) => string, places: ReturnType<typeof capacityFrom>): ListedFields {
  const address = [text(row, 'address'), text(row, 'houseNumber')].filter((part) => part !== '').join(' ');
  const capacity = places(text(row, 'capacity')).value;
  const barrierFree = YES_NO_WORDS.get(text(row, 'barrierFree').toLowerCase());
  return {
    ...given('address', address),
    ...given('postcode', postcodeText(text(row, 'postcode'))),
    ...given('provider', text(row, 'provider')),
    ...given('contact', text(row, 'contact')),
    ...given('website', text(row, 'website')),
    ...given('openingHours', text(row, 'openingHours')),
    ...(capacity !== undefined && Number.isSafeInteger(capacity) ? { capacity } : {}),
    ...(barrierFree === undefined || barrierFree === 'unknown' ? {} : { barrierFree }),
  };
}

const given = <Field extends string>(field: Field, value: string): { readonly [F in Field]?: string } => (value === '' ? {} : ({ [field]: value } as { readonly [F in Field]: string }));

/** Two numbers as written: a comma or a point is the decimal sign of a coordinate, a thousands sign stands only before three digits of metres. */
function pairOf(x: string, y: string): Coordinate | undefined {
  const [first, second] = [coordinate(x), coordinate(y)];
  return first === undefined || second === undefined || (first === 0 && second === 0) ? undefined : [first, second];
}

function coordinate(text: string): number | undefined {
  if (text === '') return undefined;
  const plain = /^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(text) && !/^-?\d{1,3}\.\d{3}$/.test(text) ? text.replaceAll('.', '').replace(',', '.') : text.replace(',', '.');
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
}
