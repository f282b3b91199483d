import type { NumberFormat } from '../recipe/recipe-schema.ts';
import type { RawCell } from '../source/source.ts';
import { numberParts, readNumber } from './numbers.ts';

/** Why a column is read as it is; `importQuestion.format.<reason>` has the words. */
export type FormatReason = 'typed' | 'noSeparators' | 'evidence' | 'smallBesideGrouped' | 'ungrouped' | 'sameTable' | 'neighbours' | 'habit' | 'mixed' | 'noNumbers';
export type ColumnNumbers = {
  readonly format: NumberFormat;
  /** `ambiguous`: only the planner knows; `other` is the second reading. */
  readonly confidence: 'certain' | 'likely' | 'ambiguous';
  readonly reason: FormatReason;
  readonly other: NumberFormat | undefined;
  /** A text that shows the case: the evidence, or what has two readings. */
  readonly sample: string;
  /** Cells that are numbers in `format` (typed ones too), and texts with digits that are not. */
  readonly numbers: number;
  readonly unread: number;
};
/** What the rest of the table says: the format of a column that is certain, and whole numbers of columns beside this one. */
export type FormatHints = { readonly sameTable?: NumberFormat | undefined; readonly neighbours?: readonly number[] };

/** Where German offices leave nothing to see: no group separator is read that the column does not show. */
const PLAIN: NumberFormat = { decimal: ',', thousands: '' };
const GERMAN: NumberFormat = { decimal: ',', thousands: '.' };
const ENGLISH: NumberFormat = { decimal: '.', thousands: ',' };

/** What the separators of one text prove: `point1234`, `comma1234` are the two-faced forms ("1.234", "1,234"). */
type Trace = 'none' | 'decimalComma' | 'decimalPoint' | 'groupPoint' | 'groupComma' | 'german' | 'english' | 'point1234' | 'comma1234' | 'other';

function traceOf(digits: string): Trace {
  const bare = digits.replace(/[ '’´]/g, '');
  const points = bare.split('.').length - 1;
  const commas = bare.split(',').length - 1;
  if (points === 0 && commas === 0) return 'none';
  if (points > 0 && commas > 0) {
    if (commas === 1 && bare.lastIndexOf(',') > bare.lastIndexOf('.')) return 'german';
    return points === 1 && bare.lastIndexOf('.') > bare.lastIndexOf(',') ? 'english' : 'other';
  }
  if (points > 1) return readNumber(bare, GERMAN).kind === 'number' ? 'groupPoint' : 'other';
  if (commas > 1) return readNumber(bare, ENGLISH).kind === 'number' ? 'groupComma' : 'other';
  // blanks already group the thousands, so the one point or comma is the decimal sign
  const twoFaced = bare === digits && /^[1-9]\d{0,2}[.,]\d{3}$/.test(bare);
  if (points === 1) return twoFaced ? 'point1234' : 'decimalPoint';
  return twoFaced ? 'comma1234' : 'decimalComma';
}

const GERMAN_TRACES: readonly Trace[] = ['german', 'decimalComma', 'groupPoint'];
const ENGLISH_TRACES: readonly Trace[] = ['english', 'decimalPoint', 'groupComma'];

/**
 * How the numbers of a column are written, from all of its cells at once. Certain when one cell proves it ("1.234,5", "12.5", "1.234.567"); a column of
 * two-faced numbers only ("1.234") is decided by what lies beside them and is `ambiguous` otherwise, then read as German offices mean it: grouped for a point, decimal
 * for a comma. Typed numbers of workbooks have no format.
 */
export function columnNumberFormat(cells: readonly RawCell[], hints: FormatHints = {}): ColumnNumbers {
  const texts = cells.filter((cell): cell is string => typeof cell === 'string');
  const typed = cells.filter((cell) => typeof cell === 'number').length;
  const seen = texts.flatMap((text) => {
    const parts = numberParts(text);
    return parts === undefined ? [] : [{ text: text.trim(), digits: parts.digits, trace: traceOf(parts.digits) }];
  });
  const answer = (format: NumberFormat, confidence: ColumnNumbers['confidence'], reason: FormatReason, sample = '', other?: NumberFormat): ColumnNumbers => {
    const withDigits = texts.filter((text) => /\d/.test(text));
    const read = withDigits.filter((text) => readNumber(text, format).kind !== 'text').length;
    return { format, confidence, reason, other, sample, numbers: typed + read, unread: withDigits.length - read };
  };
  if (seen.length === 0) return answer(hints.sameTable ?? PLAIN, 'certain', typed > 0 ? 'typed' : 'noNumbers');
  const blank = groupBlank(seen.map(({ digits }) => digits));
  const has = (...traces: Trace[]): boolean => seen.some(({ trace }) => traces.includes(trace));
  const first = (...traces: Trace[]): string => seen.find(({ trace }) => traces.includes(trace))?.text ?? '';
  const german: NumberFormat = { decimal: ',', thousands: has('german', 'groupPoint', 'point1234') ? '.' : blank };
  const english: NumberFormat = { decimal: '.', thousands: has('english', 'groupComma', 'comma1234') ? ',' : blank };
  const forGerman = seen.filter(({ trace }) => GERMAN_TRACES.includes(trace)).length;
  const forEnglish = seen.filter(({ trace }) => ENGLISH_TRACES.includes(trace)).length;
  if (forGerman > 0 && forEnglish > 0) {
    const mostlyGerman = forGerman >= forEnglish;
    return answer(mostlyGerman ? german : english, 'ambiguous', 'mixed', first(...(mostlyGerman ? ENGLISH_TRACES : GERMAN_TRACES)), mostlyGerman ? english : german);
  }
  if (forGerman > 0) return answer(german, 'certain', 'evidence', first(...GERMAN_TRACES));
  if (forEnglish > 0) return answer(english, 'certain', 'evidence', first(...ENGLISH_TRACES));
  const points = seen.filter(({ trace }) => trace === 'point1234');
  const commas = seen.filter(({ trace }) => trace === 'comma1234');
  if (points.length > 0 && commas.length > 0) return answer(GERMAN, 'ambiguous', 'mixed', commas[0]!.text, ENGLISH);
  const twoFaced = points.length > 0 ? points : commas;
  if (twoFaced.length === 0) return answer({ decimal: hints.sameTable?.decimal ?? ',', thousands: blank }, 'certain', 'noSeparators');
  const grouped = points.length > 0 ? GERMAN : ENGLISH;
  const decimal: NumberFormat = { decimal: points.length > 0 ? '.' : ',', thousands: blank };
  return decided(answer, grouped, decimal, twoFaced.map(({ digits }) => digits), seen.map(({ digits, trace }) => (trace === 'none' ? digits : '')), hints);
}

type Answer = (format: NumberFormat, confidence: ColumnNumbers['confidence'], reason: FormatReason, sample?: string, other?: NumberFormat) => ColumnNumbers;

/** A column whose only separators stand before exactly three digits. */
function decided(answer: Answer, grouped: NumberFormat, decimal: NumberFormat, twoFaced: readonly string[], bare: readonly string[], hints: FormatHints): ColumnNumbers {
  const sample = twoFaced[0]!;
  const whole = bare.filter((digits) => /^\d+$/.test(digits));
  // a column that writes 5678 without a separator does not group its thousands
  if (whole.some((digits) => digits.length > 3 && !digits.startsWith('0'))) return answer(decimal, 'likely', 'ungrouped', sample, grouped);
  // 987 beside 1.234: counts on both sides of a thousand; among fractions of three places a whole number is one in a thousand
  const counted = whole.map(Number).filter((count) => count > 0);
  if (counted.length > 1 || counted.some((count) => count >= 10)) return answer(grouped, 'likely', 'smallBesideGrouped', sample, decimal);
  if (hints.sameTable !== undefined && hints.sameTable.decimal === decimal.decimal) return answer(decimal, 'likely', 'sameTable', sample, grouped);
  if (hints.sameTable !== undefined && hints.sameTable.decimal === grouped.decimal && hints.sameTable.thousands === grouped.thousands) return answer(grouped, 'likely', 'sameTable', sample, decimal);
  const size = median((hints.neighbours ?? []).filter((count) => count > 0));
  if (size !== undefined) {
    const asGrouped = median(twoFaced.map((digits) => Number(digits.replace(/[.,]/, ''))))!;
    const near = (value: number): boolean => value <= size * 20 && value >= size / 20;
    if (near(asGrouped) && !near(asGrouped / 1000)) return answer(grouped, 'likely', 'neighbours', sample, decimal);
  }
  const pointMeansGroup = grouped.thousands === '.';
  return pointMeansGroup ? answer(grouped, 'ambiguous', 'habit', sample, decimal) : answer(decimal, 'ambiguous', 'habit', sample, grouped);
}

function groupBlank(digits: readonly string[]): '' | ' ' | "'" {
  if (digits.some((text) => /\d['’´]\d{3}/.test(text))) return "'";
  return digits.some((text) => /\d \d{3}/.test(text)) ? ' ' : '';
}

function median(values: readonly number[]): number | undefined {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
