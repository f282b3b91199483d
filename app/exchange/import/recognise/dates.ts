import type { RawCell } from '../source/source.ts';
import { plainText } from '#app/domain/source/columns.ts';

/** A day, month or year found in a text; `day` is its last day ("2022" → 2022-12-31), `rest` the text without it. */
export type DayFound = { readonly day: string; readonly form: 'year' | 'month' | 'day'; readonly rest: string };

const MONTHS = ['jan', 'feb', 'mär', 'apr', 'mai', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dez'];
const OTHER_MONTHS: ReadonlyMap<string, number> = new Map([['mae', 3], ['mar', 3], ['may', 5], ['oct', 10], ['dec', 12], ['mrz', 3]]);
const YEAR = '(?:19[5-9]\\d|20[0-5]\\d)';
const MONTH = '(?:0[1-9]|1[0-2])';
const MONTH_NAME = '(?<word>jan|feb|mär|mae|mar|mrz|apr|mai|may|jun|jul|aug|sep|okt|oct|nov|dez|dec)[a-zä]*\\.?';

const PATTERNS: readonly { readonly form: DayFound['form']; readonly pattern: RegExp }[] = [
  { form: 'day', pattern: new RegExp(`(?<!\\d)(?<year>${YEAR})[-_./](?<month>${MONTH})[-_./](?<day>[0-3]\\d)(?!\\d)`) },
  { form: 'day', pattern: new RegExp(`(?<!\\d)(?<day>[0-3]?\\d)\\.\\s?(?<month>0?[1-9]|1[0-2])\\.\\s?(?<year>${YEAR})(?!\\d)`) },
  { form: 'day', pattern: new RegExp(`(?<!\\d)(?<year>${YEAR})(?<month>${MONTH})(?<day>[0-3]\\d)(?!\\d)`) },
  { form: 'day', pattern: new RegExp(`(?<!\\d)(?<day>[0-3]?\\d)\\.?[ _](?:${MONTH_NAME})[ _]?(?<year>${YEAR})(?!\\d)`, 'i') },
  { form: 'month', pattern: new RegExp(`(?<![a-zäöü])(?:${MONTH_NAME})[ _-]?(?<year>${YEAR})(?!\\d)`, 'i') },
  { form: 'month', pattern: new RegExp(`(?<!\\d)(?<year>${YEAR})[-_/]?(?<month>${MONTH})(?!\\d)`) },
  { form: 'month', pattern: new RegExp(`(?<!\\d)(?<month>${MONTH})[-_./](?<year>${YEAR})(?!\\d)`) },
  { form: 'year', pattern: new RegExp(`(?<!\\d)(?<year>${YEAR})(?!\\d)`) },
];
/** "seit 2000", "2015 bis 2024", "2019/20": a span is not a day. */
const SINCE = new RegExp(`(?:^|[^a-zäöü])(?:seit|ab|since|from)[\\s_]+${YEAR}(?!\\d)`, 'i');
const SPAN = new RegExp(`(?<!\\d)${YEAR}\\s?(?:[-–/_]|bis)\\s?(?:${YEAR}|\\d\\d)(?!\\d)`);

/** The one day a title, header, sheet or file name speaks of; undefined for none, for a span of years and for several different years. */
export function dayIn(text: string): DayFound | undefined {
  for (const { form, pattern } of PATTERNS) {
    const found = pattern.exec(text);
    if (!found?.groups) continue;
    const year = Number(found.groups['year']);
    const month = form === 'year' ? 12 : (monthNamed(found.groups['word']) ?? Number(found.groups['month']));
    const last = lastDay(year, month);
    const day = form === 'day' ? Number(found.groups['day']) : last;
    if (day < 1 || day > last) continue;
    if (form !== 'day' && SPAN.test(text) && !monthPattern(text, form)) return undefined;
    const rest = joined(text.slice(0, found.index), text.slice(found.index + found[0].length));
    if (form === 'year' && (SINCE.test(text) || dayIn(rest) !== undefined)) return undefined;
    return { day: `${year}-${two(month)}-${two(day)}`, form, rest };
  }
  return undefined;
}

/** "2020-06" looks like the span "2019-20" but is a month. */
const monthPattern = (text: string, form: DayFound['form']): boolean => form === 'month' && !new RegExp(`${YEAR}\\s?(?:[-–/_]|bis)\\s?${YEAR}`).test(text);

const monthNamed = (word: string | undefined): number | undefined => {
  if (word === undefined) return undefined;
  const place = MONTHS.indexOf(word.toLowerCase());
  return place >= 0 ? place + 1 : OTHER_MONTHS.get(word.toLowerCase());
};

const DAY_WORDS = /(?:(?<![a-zäöüß])(?:date|datum|datenstand|stand|stichtag|zum|vom|per|am|im|jahr|as of|year)[\s:_.]*)+$/i;

/** What is left of a text around its day, without the words that only introduce the day. */
const joined = (before: string, after: string): string =>
  plainText(`${before.replace(DAY_WORDS, '')} ${after}`).replace(/[([]\s*[)\]]/g, ' ').replace(/_\s+_/g, '_').replace(/\s+/g, ' ').replace(/^[\s_:;,|–-]+|[\s_:;,|–(-]+$/g, '');

const two = (part: number): string => String(part).padStart(2, '0');
/** Days of a month, without a clock: leap years by the calendar's rule. */
const lastDay = (year: number, month: number): number => (month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31);

/**
 * The day of a cell in a date column. `year`: "2022", 2022, "2022,0"; `month`: "202212", "2022-12", "12/2022", "Dez. 2022"; `day`: ISO, "31.12.2022", "20221231".
 * Years become their `monthDay` (29 February becomes the 28th outside leap years), months their last day. Undefined for anything else.
 */
export function dayOfCell(raw: RawCell, form: DayFound['form'], monthDay = '12-31'): string | undefined {
  const text = plainText(raw).replace(/^(\d{4})[.,]0+$/, '$1');
  const found = dayIn(text);
  if (found === undefined || found.form !== form || found.rest !== '') return undefined;
  if (form !== 'year') return found.day;
  const [month, day] = monthDay.split('-').map(Number) as [number, number];
  return `${found.day.slice(0, 4)}-${two(month)}-${two(Math.min(day, lastDay(Number(found.day.slice(0, 4)), month)))}`;
}
