import type { Cell } from '#shared/cell.ts';
import type { AreaId, IndicatorId, IsoDate, LevelId } from '#shared/ids.ts';
import type { City } from '../city/city.ts';
import type { Releaser } from '../confidentiality/release.ts';
import type { ReleasedCell } from '../confidentiality/released-cell.ts';
import { matched } from './compare-items.ts';
import type { ValueChange, ValueChangeKind, ValueCounts, ValuesComparison } from './edition-comparison.ts';

type Row<Place> = { readonly indicator: IndicatorId; readonly place: Place; readonly date: IsoDate; readonly cell: Cell };
export type Edition = { readonly city: City; readonly releaser: Releaser };

/** Values of areas. What is secret in both editions is no difference, whatever lies behind: that it changed would be news about it. */
export const compareValues = (older: Edition, newer: Edition): ValuesComparison<AreaId> =>
  compareRows(
    [older, newer],
    ({ city }) => city.values.map(({ indicator, area, date, cell }) => ({ indicator, place: area, date, cell })),
    ({ releaser }, { indicator, place, date }) => releaser.cell(indicator, place, date),
  );

/** Reference values as delivered. */
export const compareReferenceValues = (older: Edition, newer: Edition): ValuesComparison<LevelId | 'city'> =>
  compareRows(
    [older, newer],
    ({ city }) => city.referenceValues.map(({ indicator, level, date, cell }) => ({ indicator, place: level, date, cell })),
    ({ releaser }, { indicator, place, date }) => (place === 'city' ? releaser.cityCell(indicator, date) : releaser.levelCell(indicator, place, date)),
  );

function compareRows<Place extends string>(
  [older, newer]: readonly [Edition, Edition],
  rowsOf: (edition: Edition) => readonly Row<Place>[],
  release: (edition: Edition, row: Row<Place>) => ReleasedCell,
): ValuesComparison<Place> {
  const { added, gone, both } = matched(rowsOf(older), rowsOf(newer), ({ indicator, place, date }) => [indicator, date, place].join('\u0000'));
  const changes: ValueChange<Place>[] = [];
  const counts = new Map<string, Counted>();
  const count = ({ indicator, date }: Row<Place>, kind: keyof ValueCounts): void => {
    const key = [indicator, date].join('\u0000');
    const known = counts.get(key) ?? { indicator, date, ...NONE };
    known[kind] += 1;
    counts.set(key, known);
  };
  const change = (row: Row<Place>, kind: ValueChangeKind, from: ReleasedCell | undefined, to: ReleasedCell | undefined): void => {
    changes.push({ indicator: row.indicator, place: row.place, date: row.date, kind, from, to });
    count(row, kind);
  };
  for (const row of gone) change(row, 'gone', release(older, row), undefined);
  for (const row of added) change(row, 'added', undefined, release(newer, row));
  for (const [before, after] of both) {
    const [from, to] = [release(older, before), release(newer, after)];
    const kind = kindOf(from, to);
    if (kind !== undefined) change(after, kind, from, to);
    else if (from.mark !== 'suppressed' && !sameCell(before.cell, after.cell)) count(after, 'finer');
  }
  const key = ({ indicator, date, place }: ValueChange<Place>): string => [indicator, date, place].join('\u0000');
  const byIndicatorAndDate = [...counts.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, counted]) => counted);
  return {
    counts: byIndicatorAndDate.reduce((sum, counted) => together(sum, counted), { ...NONE }),
    byIndicatorAndDate,
    changes: changes.map((entry) => [key(entry), entry] as const).sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry),
  };
}

type Counts = { -readonly [Kind in keyof ValueCounts]: number };
type Counted = Counts & { readonly indicator: IndicatorId; readonly date: IsoDate };
const NONE: Counts = { added: 0, gone: 0, number: 0, mark: 0, published: 0, hidden: 0, finer: 0 };

const together = (sum: Counts, more: Counts): Counts => ({
  added: sum.added + more.added,
  gone: sum.gone + more.gone,
  number: sum.number + more.number,
  mark: sum.mark + more.mark,
  published: sum.published + more.published,
  hidden: sum.hidden + more.hidden,
  finer: sum.finer + more.finer,
});

/** Undefined when both read the same. */
function kindOf(from: ReleasedCell, to: ReleasedCell): ValueChangeKind | undefined {
  if (from.mark === to.mark) return from.value === to.value ? undefined : 'number';
  const isNumber = (cell: ReleasedCell): boolean => cell.value !== undefined;
  if (from.mark === 'suppressed' && isNumber(to)) return 'published';
  if (to.mark === 'suppressed' && isNumber(from)) return 'hidden';
  return isNumber(from) && isNumber(to) && from.value !== to.value ? 'number' : 'mark';
}

function sameCell(one: Cell, other: Cell): boolean {
  const parts = (cell: Cell): readonly (number | undefined)[] =>
    cell.mark === 'value' || cell.mark === 'uncertain' ? [cell.value, cell.numerator, cell.denominator] : cell.mark === 'zero' ? [0, undefined, cell.denominator] : [];
  const others = parts(other);
  return one.mark === other.mark && parts(one).every((part, index) => part === others[index]);
}
