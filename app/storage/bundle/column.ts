import { z } from '#shared/zod.ts';
import type { Words } from './words.ts';

/** Column types GeoPackage 1.3 allows (table 1 of the standard) that we use. */
export type ColumnType = 'TEXT' | 'INTEGER' | 'REAL' | 'BOOLEAN' | 'DATE' | 'POINT' | 'MULTIPOLYGON' | 'GEOMETRY';

/** One column: its type in the file, and the check every value passes when written and when read. */
export type Column<Schema extends z.ZodType = z.ZodType> = {
  readonly type: ColumnType;
  readonly required: boolean;
  readonly schema: Schema;
  /** The closed list of words, where the column has one. */
  readonly words?: readonly string[];
};

// A NUL ends a text early in SQLite, half a surrogate pair cannot be stored: both would come back changed.
const storable = z.string().refine((value) => !/[\0\p{Surrogate}]/u.test(value), 'text with characters that cannot be stored');
const id = storable.min(1);
const day = z.iso.date();
const number = z.number();
const blob = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'not bytes');

const column = <Schema extends z.ZodType>(type: ColumnType, required: boolean, schema: Schema): Column<Schema> => ({ type, required, schema });

/** A key of its own table or of another one: text that is never empty (leading zeros stay). */
export const key = () => column('TEXT', true, id);
export const optionalKey = () => column('TEXT', false, id.nullable());
/** Text that may be empty. */
export const text = () => column('TEXT', true, storable);
export const integer = () => column('INTEGER', true, z.int());
/** Decimal places when shown. Beyond ten no figure of an office means anything, and number formats refuse them. */
export const decimals = () => column('INTEGER', true, z.int().min(0).max(10));
export const optionalInteger = () => column('INTEGER', false, z.int().nullable());
/** A finite number. */
export const real = () => column('REAL', true, number);
export const optionalReal = () => column('REAL', false, number.nullable());
/** Yes or no as 1 or 0. */
export const flag = () => column('BOOLEAN', true, z.literal([0, 1]));
/** A calendar day `YYYY-MM-DD`. */
export const date = () => column('DATE', true, day);
export const optionalDate = () => column('DATE', false, day.nullable());
/** One of a closed list of words. */
export const word = <Meaning extends string, Word extends string>(allowed: Words<Meaning, Word>) => ({
  ...column('TEXT', true, z.enum(allowed.list)),
  words: allowed.list,
});
export const optionalWord = <Meaning extends string, Word extends string>(allowed: Words<Meaning, Word>) => ({
  ...column('TEXT', false, z.enum(allowed.list).nullable()),
  words: allowed.list,
});
/** Several short texts as a JSON array, as GIS programs show them: `["de","tr"]`. */
export const textList = () => column('TEXT', true, storable.refine(isTextList, 'not a JSON array of texts'));
export const geometry = (type: 'POINT' | 'MULTIPOLYGON' | 'GEOMETRY') => column(type, true, blob);
export const optionalGeometry = (type: 'POINT' | 'MULTIPOLYGON' | 'GEOMETRY') => column(type, false, blob.nullable());

/** Whether a text of the manifest is a calendar day `YYYY-MM-DD`. */
export const isDay = (value: string): boolean => day.safeParse(value).success;
/** Whether a text of the manifest is a day, or a day and time, of ISO 8601. */
export const isMoment = (value: string): boolean => isDay(value) || z.iso.datetime({ offset: true, local: true }).safeParse(value).success;

export const isGeometry = (type: ColumnType): type is 'POINT' | 'MULTIPOLYGON' | 'GEOMETRY' =>
  type === 'POINT' || type === 'MULTIPOLYGON' || type === 'GEOMETRY';

function isTextList(value: string): boolean {
  try {
    const parsed: unknown = JSON.parse(value);
    return Array.isArray(parsed) && parsed.every((item) => typeof item === 'string');
  } catch {
    return false;
  }
}
