import type { AreaId } from '#shared/ids.ts';
import type { City } from '../city/city.ts';
import { lookupOf } from '../city/city-lookup.ts';
import { codeOfField } from './fields-of-action.ts';
import type { FieldOfAction } from './sheets.ts';

/** Short code of citywide sheets. */
export const CITYWIDE_CODE = 'STADT';

/**
 * Next free number of a sheet: `{Kürzel}-{HF}-{n}`, for example `MS-BIL-3`. Counts on from the highest number in use of
 * its area and field, so that a gap left by a removed sheet is not given out twice while later numbers exist.
 */
export function nextNumber(city: City, area: AreaId | undefined, field: FieldOfAction | undefined, taken: readonly string[]): string {
  return nextWithPrefix(`${areaCode(city, area)}-${codeOfField(field)}`, taken);
}

/** Number of a Maßnahmensteckbrief: like a recommendation's, with an M before the count so that the two are never confused. */
export function nextMeasureNumber(city: City, area: AreaId | undefined, field: FieldOfAction | undefined, taken: readonly string[]): string {
  return nextWithPrefix(`${areaCode(city, area)}-${codeOfField(field)}-M`, taken, '');
}

/** The number of a first draft after its Handlungsfeld changed; its area code stays. */
export function renumbered(number: string, field: FieldOfAction | undefined, taken: readonly string[]): string {
  const [code = CITYWIDE_CODE] = number.split('-');
  return nextWithPrefix(`${code}-${codeOfField(field)}`, taken);
}

/**
 * Kürzel of an area, the same for every call on a city and different for every area of a level: initials of a compound
 * name (Mitte/Styrum: MS), else its first letters (Osterfeld: OST), longer or counted where two would be alike.
 */
export function areaCode(city: City, area: AreaId | undefined): string {
  const found = area === undefined ? undefined : lookupOf(city).area(area);
  if (found === undefined) return CITYWIDE_CODE;
  const used = new Set([CITYWIDE_CODE]);
  const siblings = [...lookupOf(city).areasOf(found.level)].sort((one, other) => (one.id < other.id ? -1 : 1));
  for (const sibling of siblings) {
    const code = candidates(sibling.name).find((candidate) => !used.has(candidate)) ?? sibling.id;
    if (sibling.id === found.id) return code;
    used.add(code);
  }
  return found.id;
}

function candidates(name: string): readonly string[] {
  const words = plainLetters(name).split(/[^A-Z0-9]+/).filter((word) => word !== '');
  const whole = words.join('');
  const initials = words.length > 1 ? [words.map((word) => word[0]).join('')] : [];
  const counted = Array.from({ length: 99 }, (_, index) => `${whole.slice(0, 2)}${index + 2}`);
  return [...initials, whole.slice(0, 3), whole.slice(0, 4), whole.slice(0, 5), ...counted].filter((code) => code.length > 1);
}

/** Capital letters without umlauts, so that a number survives every keyboard and file name. */
const plainLetters = (name: string): string =>
  name.toUpperCase().replaceAll('Ä', 'AE').replaceAll('Ö', 'OE').replaceAll('Ü', 'UE').replaceAll('ß', 'SS').normalize('NFD').replaceAll(/\p{M}/gu, '');

function nextWithPrefix(prefix: string, taken: readonly string[], separator = '-'): string {
  const start = `${prefix}${separator}`;
  const counts = taken.filter((number) => number.startsWith(start)).map((number) => Number(number.slice(start.length)));
  return `${start}${Math.max(0, ...counts.filter((count) => Number.isInteger(count))) + 1}`;
}
