import type { IndicatorValue, ReferenceValue } from '#app/domain/city/city.ts';
import type { Cell } from '#shared/cell.ts';
import { numberOf } from '#shared/cell.ts';
import { asDate, asId } from '#shared/ids.ts';
import type { FigureOrder } from './figure-order.ts';

/** Stands for the whole city among the areas; no key of an area can be it, because keys are not empty. */
export const CITY = '';

/** A figure's place: indicator, area (or the city) and day. */
export type Slot = { readonly indicator: string; readonly area: string; readonly date: string };
export type Part = 'value' | 'numerator' | 'denominator';

type Entry = { readonly slot: Slot; readonly parts: Partial<Record<Part, Cell>>; readonly tables: string[] };

/** Figures by indicator, area and day, in the order in which they were first met. */
export type ValueStore = {
  /** Puts a part of a figure in its place; answers what is there already, and changes nothing then. */
  readonly put: (slot: Slot, part: Part, cell: Cell, table: string) => Cell | undefined;
  readonly cellAt: (slot: Slot) => Cell | undefined;
  readonly has: (slot: Slot) => boolean;
  readonly hasValue: (slot: Slot) => boolean;
  /** Figures (of one indicator) of which only counts are known. */
  readonly withoutValue: (indicator?: string) => readonly { readonly slot: Slot; readonly numerator: Cell | undefined; readonly denominator: Cell | undefined }[];
  readonly slots: () => readonly Slot[];
  /** Days on which the indicator has a figure in one of the areas. */
  readonly datesOf: (indicator: string, areas: ReadonlySet<string>) => readonly string[];
  readonly tableOf: (slot: Slot) => string | undefined;
  /** Figures whose value the files give although one of their counts is secret; they are secret here. */
  readonly hiddenByCounts: () => readonly Slot[];
};

const keyOf = ({ indicator, area, date }: Slot): string => JSON.stringify([indicator, area, date]);

export function valueStore(): ValueStore {
  const entries = new Map<string, Entry>();
  const datesByIndicator = new Map<string, Map<string, Set<string>>>();
  const entryAt = (slot: Slot, table: string): Entry => {
    const key = keyOf(slot);
    const known = entries.get(key);
    if (known !== undefined) return known;
    const entry: Entry = { slot, parts: {}, tables: [table] };
    entries.set(key, entry);
    const dates = datesByIndicator.get(slot.indicator) ?? new Map<string, Set<string>>();
    datesByIndicator.set(slot.indicator, dates);
    dates.set(slot.date, (dates.get(slot.date) ?? new Set()).add(slot.area));
    return entry;
  };
  return {
    put: (slot, part, cell, table) => {
      const { parts } = entryAt(slot, table);
      if (parts[part] !== undefined) return parts[part];
      parts[part] = cell;
      return undefined;
    },
    cellAt: (slot) => {
      const entry = entries.get(keyOf(slot));
      return entry && joined(entry.parts);
    },
    has: (slot) => entries.has(keyOf(slot)),
    hasValue: (slot) => entries.get(keyOf(slot))?.parts.value !== undefined,
    withoutValue: (indicator) => [...entries.values()].filter(({ slot, parts }) => parts.value === undefined && (indicator === undefined || slot.indicator === indicator)).map(({ slot, parts: { numerator, denominator } }) => ({ slot, numerator, denominator })),
    slots: () => [...entries.values()].map(({ slot }) => slot),
    datesOf: (indicator, areas) =>
      [...(datesByIndicator.get(indicator) ?? [])].filter(([, at]) => [...at].some((area) => areas.has(area))).map(([date]) => date).sort(),
    tableOf: (slot) => entries.get(keyOf(slot))?.tables[0],
    hiddenByCounts: () => [...entries.values()].filter(({ parts }) => isToldByValue(parts)).map(({ slot }) => slot),
  };
}

/** A secret count beside a published value would be told by it and the other count. */
const isToldByValue = ({ value, numerator, denominator }: Entry['parts']): boolean =>
  value !== undefined && numberOf(value) !== undefined && (numerator?.mark === 'suppressed' || denominator?.mark === 'suppressed');

/** Value, numerator and denominator of one figure in one cell; a secret count makes the figure secret, as with rates that are computed. A figure of which only the parts are known has no value yet. */
function joined(parts: Entry['parts']): Cell {
  if (isToldByValue(parts)) return { mark: 'suppressed' };
  const { value, numerator, denominator } = parts;
  const [above, below] = [numerator && numberOf(numerator), denominator && numberOf(denominator)];
  const cell = value ?? { mark: 'notAvailable' };
  switch (cell.mark) {
    case 'value':
    case 'uncertain':
      return { ...cell, ...(above === undefined ? {} : { numerator: above }), ...(below === undefined ? {} : { denominator: below }) };
    case 'zero':
      return below === undefined ? cell : { mark: 'zero', denominator: below };
    default:
      return cell;
  }
}

/** The store's figures as the city holds them: those of areas, and those of the city itself. */
export function figuresOf(store: ValueStore, order: FigureOrder): { readonly values: readonly IndicatorValue[]; readonly references: readonly ReferenceValue[] } {
  const values: IndicatorValue[] = [];
  const references: ReferenceValue[] = [];
  for (const slot of [...store.slots()].sort(order.figures)) {
    const cell = store.cellAt(slot)!;
    const [indicator, date] = [asId<IndicatorValue['indicator']>(slot.indicator), asDate(slot.date)];
    if (slot.area === CITY) references.push({ indicator, level: 'city', date, cell });
    else values.push({ indicator, area: asId(slot.area), date, cell });
  }
  return { values, references };
}
