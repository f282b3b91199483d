import type { IsoDate } from '#shared/ids.ts';
import { asDate } from '#shared/ids.ts';

/** The same day some years before; the last of February for a leap day. `2020-12-31` less two years is `2018-12-31`. */
export function earlierDate(date: IsoDate, years: number): IsoDate {
  const year = String(Number(date.slice(0, 4)) - years).padStart(4, '0');
  const day = date.slice(4) === '-02-29' ? '-02-28' : date.slice(4);
  return asDate(`${year}${day}`);
}
