import { asDate } from '#shared/ids.ts';
import type { IsoDate } from '#shared/ids.ts';
import { plainText } from '#app/domain/source/columns.ts';
import { dayIn, dayOfCell } from '../recognise/dates.ts';
import type { RawCell } from '../source/source.ts';

export type DayForm = 'year' | 'month' | 'quarter' | 'day';

/** The day of a cell in the form the recipe names; quarters and months are their last day. Undefined for anything else. */
export function dayInForm(raw: RawCell, form: DayForm, monthDay: string): IsoDate | undefined {
  const day = form === 'quarter' ? quarterEnd(plainText(raw)) : dayOfCell(raw, form, monthDay);
  return day === undefined ? undefined : asDate(day);
}

/** A day in a column of days; a time behind it is left out, a year or month alone is its last day. */
export function dayFrom(raw: RawCell): IsoDate | undefined {
  const text = plainText(raw).replace(/[T ]\d{1,2}:\d{2}.*$/, '');
  const found = dayIn(text);
  return found === undefined || found.rest !== '' ? undefined : asDate(found.day);
}

/** The day a header, sheet or file name speaks of; a year alone becomes its `monthDay`. */
export function dayInName(text: string, monthDay: string): IsoDate | undefined {
  const found = dayIn(text);
  if (found === undefined) return undefined;
  return asDate(found.form === 'year' ? `${found.day.slice(0, 4)}-${monthDay}` : found.day);
}

const QUARTER_END = ['03-31', '06-30', '09-30', '12-31'];

function quarterEnd(text: string): string | undefined {
  const found = /^(?<year>\d{4})\W*(?:q|quartal|vj\.?)?\W*(?<quarter>[1-4])$/i.exec(text) ?? /^(?:q\s?)?(?<quarter>[1-4])\.?\W*(?:q|quartal|vj\.?)?\W*(?<year>\d{4})$/i.exec(text);
  const { year, quarter } = found?.groups ?? {};
  return year === undefined ? undefined : `${year}-${QUARTER_END[Number(quarter) - 1]!}`;
}
