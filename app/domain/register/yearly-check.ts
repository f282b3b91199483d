import { asDate, type CategoryId, type InstitutionId, type IsoDate } from '#shared/ids.ts';
import type { Institution } from '../city/city.ts';
import { isOpen } from '../city/is-open.ts';

/** Entries are checked at least once a year. */
export const CHECK_MONTHS = 12;

/** Whether an entry needs a look: never checked, or last checked more than twelve months before `today`. */
export const isCheckDue = (verifiedOn: IsoDate | undefined, today: IsoDate): boolean => verifiedOn === undefined || verifiedOn < monthsBefore(today, CHECK_MONTHS);

/** The same day some months earlier; the last day of that month when it has no such day (31 March − 1 month is 28 or 29 February). */
export function monthsBefore(day: IsoDate, months: number): IsoDate {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const count = year * 12 + month - 1 - months;
  const [earlierYear, earlierMonth] = [Math.floor(count / 12), (count % 12) + 1];
  const last = new Date(Date.UTC(earlierYear, earlierMonth, 0)).getUTCDate();
  const two = (number: number) => String(number).padStart(2, '0');
  return asDate(`${String(earlierYear).padStart(4, '0')}-${two(earlierMonth)}-${two(Math.min(date, last))}`);
}

/** Whole days between two days; negative when `later` is earlier. */
export const daysBetween = (earlier: IsoDate, later: IsoDate): number => Math.round((Date.parse(later) - Date.parse(earlier)) / 86_400_000);

export type CheckRow = {
  readonly institution: Institution;
  /** Days since the last check; undefined when it was never checked. */
  readonly age: number | undefined;
  readonly due: boolean;
};

export type CheckProgress = { readonly total: number; readonly checked: number };
export type CheckGroup = CheckProgress & { readonly name: string };

export type YearlyCheck = {
  /** Never checked first, then the oldest check first; among equals by name and id. */
  readonly rows: readonly CheckRow[];
  readonly progress: CheckProgress;
  readonly byCategory: readonly (CheckProgress & { readonly category: CategoryId })[];
  /** Providers with what is left to do, most first. Entries without one stand under the empty name. */
  readonly byProvider: readonly CheckGroup[];
};

/**
 * The yearly check of the register (R24) as it stands on a day. Only institutions open on that day are to be checked; `progress` counts those
 * checked within the last twelve months.
 */
export function yearlyCheck(institutions: readonly Institution[], today: IsoDate): YearlyCheck {
  const names = new Intl.Collator('de-DE', { numeric: true });
  const rows = institutions
    .filter((institution) => isOpen(institution, today))
    .map((institution): CheckRow => ({ institution, age: institution.verifiedOn === undefined ? undefined : daysBetween(institution.verifiedOn, today), due: isCheckDue(institution.verifiedOn, today) }))
    .sort((a, b) => (b.age ?? Infinity) - (a.age ?? Infinity) || names.compare(a.institution.name, b.institution.name) || byId(a.institution.id, b.institution.id));
  const categories = grouped(rows, ({ institution }) => institution.category);
  const providers = grouped(rows, ({ institution }) => institution.provider.trim());
  return {
    rows,
    progress: progressOf(rows),
    byCategory: [...categories].map(([category, group]) => ({ category, ...progressOf(group) })),
    byProvider: [...providers]
      .map(([name, group]) => ({ name, ...progressOf(group) }))
      .sort((a, b) => b.total - b.checked - (a.total - a.checked) || names.compare(a.name, b.name)),
  };
}

const progressOf = (rows: readonly CheckRow[]): CheckProgress => ({ total: rows.length, checked: rows.filter(({ due }) => !due).length });

const byId = (a: InstitutionId, b: InstitutionId): number => (a < b ? -1 : a > b ? 1 : 0);

function grouped<Key>(rows: readonly CheckRow[], keyOf: (row: CheckRow) => Key): ReadonlyMap<Key, readonly CheckRow[]> {
  const groups = new Map<Key, CheckRow[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}
