import type { RawCell } from '../source.ts';
import { isoFromSerial, isoTimeFromSerial } from './serial-day.ts';

/** What a number format makes of a number. `hidden`: the number is there, but the format shows a sign or nothing instead. */
export type FormattedCell = { readonly cell: RawCell; readonly hidden: boolean };
export type NumberFormat = (value: number) => FormattedCell;

const plain = (cell: RawCell): FormattedCell => ({ cell, hidden: false });
export const generalFormat: NumberFormat = plain;

/**
 * The meaning of a format code of a workbook, as far as data are concerned: days and times become ISO text, percent formats are multiplied by 100 without
 * noise (0.07 → 7), formats of nothing but zeros (`00000`) are keys and become padded text. A section without any digit shows a sign instead of the
 * number (`"."`, `/`): the sign is what the office publishes, so the sign is the cell. Zero stays zero whatever is shown for it.
 */
export function numberFormat(code: string, from1904: boolean): NumberFormat {
  const sections = splitSections(code).map((section) => readSection(section, from1904));
  if (sections.length === 0) return generalFormat;
  return (value) => {
    const section = chooseSection(sections, value);
    return section === undefined ? plain(value) : section.show(value);
  };
}

/** Codes of the format numbers that a workbook does not spell out; others are `General`. German and English dates alike. */
export function builtInFormat(id: number): string {
  if (id === 9) return '0%';
  if (id === 10) return '0.00%';
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 54) || id === 57 || id === 58) return 'yyyy-mm-dd';
  if (id === 22) return 'yyyy-mm-dd hh:mm';
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) || id === 55 || id === 56) return 'hh:mm:ss';
  return 'General';
}

type Condition = { readonly operator: string; readonly limit: number };
type Section = { readonly condition: Condition | undefined; readonly show: NumberFormat };
/** `literal` stands for itself, `token` for digits, days and the like. */
type Part = { readonly kind: 'literal' | 'token'; readonly text: string };

function chooseSection(sections: readonly Section[], value: number): Section | undefined {
  if (sections.some(({ condition }) => condition !== undefined)) {
    return sections.find(({ condition }) => condition !== undefined && holds(condition, value)) ?? sections.find(({ condition }) => condition === undefined);
  }
  if (sections.length === 1 || value > 0) return sections[0];
  return value < 0 ? sections[1] : (sections[2] ?? sections[0]);
}

function holds({ operator, limit }: Condition, value: number): boolean {
  switch (operator) {
    case '<':
      return value < limit;
    case '<=':
      return value <= limit;
    case '>':
      return value > limit;
    case '>=':
      return value >= limit;
    case '<>':
      return value !== limit;
    default:
      return value === limit;
  }
}

function readSection(section: string, from1904: boolean): Section {
  const condition = /\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]/.exec(section);
  const elapsed = /\[[hms]+\]/i.test(section);
  const parts = splitParts(section.replaceAll(/\[[^\]]*\]/g, ''));
  return { condition: condition === null ? undefined : { operator: condition[1] ?? '=', limit: Number(condition[2]) }, show: meaning(parts, elapsed, from1904) };
}

function meaning(parts: readonly Part[], elapsed: boolean, from1904: boolean): NumberFormat {
  const tokens = parts.map(({ kind, text }) => (kind === 'token' ? text : '')).join('');
  if (/general|standard|@/i.test(tokens)) return generalFormat;
  if (elapsed || /[ymdhsj]/i.test(tokens)) {
    const day = /[ydj]/i.test(tokens) || (/m/i.test(tokens) && !/[hs]/i.test(tokens));
    return (value) => plain((elapsed || !day ? isoTimeFromSerial(value) : isoFromSerial(value, from1904)) ?? value);
  }
  if (tokens.includes('%')) return (value) => plain(timesHundred(value));
  const places = tokens.match(/[0#?]/g)?.length ?? 0;
  if (places === 0) {
    const shown = parts.map(({ text }) => text).join('').trim();
    return (value) => (value === 0 ? plain(0) : { cell: shown === '' ? undefined : shown, hidden: true });
  }
  return places > 1 && /^0+$/.test(tokens) ? (value) => plain(padded(parts, places, value) ?? value) : generalFormat;
}

/** The decimal point moves, no multiplication: 0.07 × 100 would be 7.000000000000001. Fifteen digits are all a spreadsheet has. */
export function timesHundred(value: number): number {
  const [mantissa = '0', exponent = '0'] = String(Number(value.toPrecision(15))).split('e');
  return Number(`${mantissa}e${String(Number(exponent) + 2)}`);
}

/** A key in its places (`00\ 00\ 00`); a number that is no key (negative, broken, longer) is undefined. */
function padded(parts: readonly Part[], places: number, value: number): string | undefined {
  if (!Number.isSafeInteger(value) || value < 0) return undefined;
  const digits = String(value).padStart(places, '0');
  let next = digits.length - places;
  const fill = (zeros: string): string => {
    const from = next === digits.length - places ? 0 : next;
    next += zeros.length;
    return digits.slice(from, next);
  };
  return parts.map(({ kind, text }) => (kind === 'token' ? fill(text) : text)).join('');
}

/** Sections are parted by semicolons outside quotes; a fourth one is for texts. */
function splitSections(code: string): readonly string[] {
  const sections = [''];
  for (const token of code.match(/"[^"]*"?|\\[^]|[_*][^]|\[[^\]]*\]?|[^]/g) ?? []) {
    if (token === ';') sections.push('');
    else sections[sections.length - 1] = (sections.at(-1) ?? '') + token;
  }
  return code === '' ? [] : sections.slice(0, 3);
}

/** `_x` is a gap as wide as x, `*x` fills the column with x: neither is shown text. */
function splitParts(section: string): readonly Part[] {
  return (section.match(/"[^"]*"?|\\[^]|[_*][^]|general|standard|am\/pm|a\/p|[0#?.,%@]+|[ymdhsjeg]+|[^]/gi) ?? []).flatMap<Part>((token) => {
    if (token.startsWith('"')) return [{ kind: 'literal', text: token.replaceAll('"', '') }];
    if (token.length === 2 && token.startsWith('\\')) return [{ kind: 'literal', text: token.slice(1) }];
    if (token.length === 2 && (token.startsWith('_') || token.startsWith('*'))) return [];
    return [{ kind: /^(general|standard|am\/pm|a\/p|[0#?.,%@]+|[ymdhsjeg]+)$/i.test(token) ? 'token' : 'literal', text: token }];
  });
}
