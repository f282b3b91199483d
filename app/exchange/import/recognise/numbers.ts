import type { NumberFormat } from '../recipe/recipe-schema.ts';

/**
 * What one text of a table is as a number. `uncertain` numbers stand in brackets or carry "ca.", "p" or "s"; a `bound` says only on which
 * side of a number the value lies ("< 5"); `text` is everything else: keys, dates, ranges, words, signs.
 */
export type NumberReading =
  | { readonly kind: 'number'; readonly value: number; readonly uncertain: boolean; readonly unit: string }
  | { readonly kind: 'bound'; readonly value: number }
  | { readonly kind: 'text' };

const TEXT: NumberReading = { kind: 'text' };

/** What stands around the digits, taken off once for every format. `digits` still has its separators; `undefined` for what is no number in any format. */
export type NumberParts = {
  readonly digits: string;
  readonly negative: boolean;
  readonly uncertain: boolean;
  readonly bound: boolean;
  readonly unit: string;
  readonly scale: number;
  readonly exponent: number;
};

const MINUS = '[-−–‐‑]';
/** Every blank that typesetters and spreadsheets put between groups of digits, as a plain space. */
const plainBlanks = (text: string): string => text.replace(/[\s\u00a0\u2007\u2008\u2009\u200a\u202f\u2060\ufeff]+/g, ' ').trim();

/** Words after a number that measure it and change nothing. Any other word makes the text a name ("12 Weiche"). */
const UNITS = new Set(
  ('% ‰ € eur euro km km² qkm m m² m2 qm ha min min. std. std h tage tag jahre jahr j. monate personen pers. pers einwohner einwohnerinnen einw. ew fälle kinder haushalte '
    + 'wohnungen we plätze punkte prozent prozentpunkte pp %-punkte vzä stunden bg frauen männer schüler schülerinnen betten stück ew/km² ew/ha').split(' '),
);
const SCALES: ReadonlyMap<string, number> = new Map([
  ['tsd', 1e3], ['tsd.', 1e3], ['tausend', 1e3], ['t€', 1e3], ['teur', 1e3], ['mio', 1e6], ['mio.', 1e6], ['millionen', 1e6], ['mrd', 1e9], ['mrd.', 1e9],
]);
const BOUND = /^(?:<=?|>=?|≤|≥|unter |über |weniger als |mehr als |bis zu |höchstens |mindestens )\s*/i;
const ABOUT = /^(?:ca\.?|rd\.?|rund|etwa|~|≈)\s*/i;

/**
 * Takes sign, brackets, unit, footnote and exponent off. Signs: a minus of any length before or after the number; footnotes: raised digits, "1)" after a
 * blank, a star; state of the number as in official tables: p (vorläufig), s (geschätzt) → uncertain, r (berichtigt) → certain.
 */
export function numberParts(text: string): NumberParts | undefined {
  // nearly every cell is only digits and separators
  const plain = /^(-?)(\d[\d.,]{0,40}(?<=\d))$/.exec(text);
  if (plain) return { digits: plain[2]!, negative: plain[1] === '-', uncertain: false, bound: false, unit: '', scale: 1, exponent: 0 };
  let rest = plainBlanks(text);
  // nobody writes a number this long, and long texts would only cost time
  if (rest.length === 0 || rest.length > 60 || !/\d/.test(rest)) return undefined;
  const bound = BOUND.test(rest);
  if (bound) rest = rest.replace(BOUND, '');
  const about = ABOUT.test(rest);
  if (about) rest = rest.replace(ABOUT, '');
  rest = rest.replace(/(?<!m)\s?[¹²³⁰⁴-⁹]+[⁾)]?$/u, '').replace(/\s\d\)$/, '').replace(/\s?\*{1,3}\)?$/, '').trim();
  const inBrackets = /^\((.+)\)(\s?[%‰])?$/.exec(rest);
  if (inBrackets) rest = `${inBrackets[1]!.trim()}${inBrackets[2] ?? ''}`;
  const state = /^(.*\d)\s?([prs])$/.exec(rest);
  if (state) rest = state[1]!.trim();
  rest = rest.replace(/^€\s?/, '');
  const signBefore = new RegExp(`^(${MINUS}|\\+)\\s?`).exec(rest);
  if (signBefore) rest = rest.slice(signBefore[0].length);
  const measured = /^([\d.,' ’´]*\d)(?:\s?([^\d\s].*))?$/u.exec(rest);
  if (!measured) return undefined;
  const [, digits = '', tail = ''] = measured;
  const after = readTail(tail);
  if (after === undefined || (after.negative && signBefore)) return undefined;
  return {
    digits,
    negative: after.negative || (signBefore !== null && signBefore[1] !== '+'),
    uncertain: inBrackets !== null || about || state?.[2] === 'p' || state?.[2] === 's',
    bound,
    unit: after.unit,
    scale: after.scale,
    exponent: after.exponent,
  };
}

function readTail(tail: string): { negative: boolean; unit: string; scale: number; exponent: number } | undefined {
  const exponent = /^e([+-]?\d{1,3})$/i.exec(tail);
  if (exponent) return { negative: false, unit: '', scale: 1, exponent: Number(exponent[1]) };
  const minus = new RegExp(`^${MINUS}(?=$|\\s|%|€)\\s?`).exec(tail);
  const words = (minus ? tail.slice(minus[0].length) : tail).trim().split(' ').filter((word) => word !== '');
  let scale = 1;
  const unit: string[] = [];
  for (const word of words) {
    const size = SCALES.get(word.toLowerCase());
    if (size !== undefined) scale *= size;
    else if (!UNITS.has(word.toLowerCase())) return undefined;
    unit.push(word);
  }
  return { negative: minus !== null, unit: unit.join(' '), scale, exponent: 0 };
}

/**
 * A number in the given format. Blanks and apostrophes between full groups of three are read in every format, because they never mean a decimal sign; point
 * and comma only as the format says: what does not fit it exactly is `text`, never a guess. Whole numbers with a leading zero ("05315000") and those
 * longer than 15 digits are keys, so text; days and times are text.
 */
export function readNumber(text: string, format: NumberFormat): NumberReading {
  const parts = numberParts(text);
  const amount = parts && amountIn(parts.digits, format);
  if (parts === undefined || amount === undefined) return TEXT;
  const raised = parts.exponent === 0 ? (parts.scale === 1 ? amount : withoutNoise(amount * parts.scale)) : withoutNoise(Number(`${amount}e${parts.exponent}`));
  if (!Number.isFinite(raised)) return TEXT;
  const value = parts.negative && raised !== 0 ? -raised : raised;
  return parts.bound ? { kind: 'bound', value } : { kind: 'number', value, uncertain: parts.uncertain, unit: parts.unit };
}

/** 15 digits: what a multiplication of decimal fractions adds in the 16th is not in the file. */
export const withoutNoise = (value: number): number => Number(value.toPrecision(15));

function amountIn(digits: string, { decimal, thousands }: NumberFormat): number | undefined {
  const [whole = '', fraction, ...more] = digits.split(decimal);
  if (more.length > 0 || (fraction !== undefined && !/^\d+$/.test(fraction))) return undefined;
  const plain = wholeNumber(whole, thousands);
  if (plain === undefined || (/^0\d/.test(plain))) return undefined;
  // ",5" is read as German offices write it; "." alone before digits likewise
  const text = `${plain === '' ? '0' : plain}.${fraction ?? '0'}`;
  return plain.length > 15 ? undefined : Number(text);
}

function wholeNumber(text: string, thousands: NumberFormat['thousands']): string | undefined {
  if (/^\d*$/.test(text)) return text;
  const separator = /[^\d]/.exec(text)![0];
  if ((separator === '.' || separator === ',') && separator !== thousands) return undefined;
  const groups = text.split(separator);
  const apart = groups.slice(1).every((group) => /^\d{3}$/.test(group)) && /^[1-9]\d{0,2}$/.test(groups[0]!);
  return apart ? groups.join('') : undefined;
}
