import type { TableShape } from '../table-shape.ts';

const BIRTH = /geburtsdatum|geb\.?[\s_-]?dat|geburtstag|birth[\s_-]?date|date[\s_-]?of[\s_-]?birth|^geboren/i;
const GIVEN_NAME = /^(?:vorname|rufname|first[\s_-]?name|given[\s_-]?name)/i;
const FAMILY_NAME = /^(?:nachname|familienname|zuname|last[\s_-]?name|surname|name,?\s?vorname)/i;
const FILE_NUMBER = /aktenzeichen|bg[\s_-]?nummer|kundennummer|sozialversicherungsnummer|steuer[\s_-]?id|krankenversichertennummer/i;

/** Whether the rows look like persons: a day of birth beside names or file numbers, or first and family name in columns that differ from row to row. */
export function looksLikePersons({ columns, rows }: TableShape): boolean {
  const count = rows.to - rows.from + 1;
  const has = (pattern: RegExp): boolean => columns.some(({ header, filled, distinct }) => pattern.test(header) && filled >= count * 0.3 && (count < 5 || distinct > Math.min(5, count * 0.1)));
  const birth = has(BIRTH);
  return (birth && (has(GIVEN_NAME) || has(FAMILY_NAME) || has(FILE_NUMBER) || has(/name/i) || columns.some(({ header }) => /straße|strasse|adresse|anschrift/i.test(header)))) || (has(GIVEN_NAME) && has(FAMILY_NAME)) || (birth && count >= 20);
}
