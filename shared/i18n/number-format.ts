import type { Language } from '../localized.ts';

const locales = { de: 'de-DE', en: 'en-GB' } as const;
const NO_BREAK_SPACE = '\u00a0';
const TRUE_MINUS = '\u2212';

/** A number with fixed decimals: `1.234,5`; the sign is a true minus, never a hyphen. */
export function formatNumber(value: number, precision: number, language: Language): string {
  const text = new Intl.NumberFormat(locales[language], { minimumFractionDigits: precision, maximumFractionDigits: precision }).format(
    value,
  );
  // −0,0 would read as a tiny decrease that is not there
  const negativeZero = /^-[0.,]*$/.test(text);
  return negativeZero ? text.slice(1) : text.replace('-', TRUE_MINUS);
}

/** A number with its unit, joined by a no-break space: `12,3 %`. */
export const formatWithUnit = (value: number, precision: number, unit: string, language: Language): string =>
  unit === '' ? formatNumber(value, precision, language) : `${formatNumber(value, precision, language)}${NO_BREAK_SPACE}${unit}`;

/** A difference with its sign, also for plus: `+1,2`. */
export function formatDifference(value: number, precision: number, language: Language): string {
  const text = formatNumber(value, precision, language);
  const isZero = /^[0.,]*$/.test(text);
  return isZero ? `±${text}` : value > 0 ? `+${text}` : text;
}

/** A calendar day: `31.12.2025`, `31 Dec 2025`. */
export function formatDate(isoDate: string, language: Language): string {
  const date = new Date(`${isoDate.slice(0, 10)}T00:00:00Z`);
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'medium', timeZone: 'UTC' }).format(date);
}

/** Order of names as in a German office: umlauts with their vowel, "Bezirk 2" before "Bezirk 10". */
export const nameOrder = (language: Language): Intl.Collator => new Intl.Collator(locales[language], { numeric: true });
