import type { Cell } from '#shared/cell.ts';
import { DEFAULT_SIGNS } from '#app/domain/source/mark-words.ts';
import type { MarkWord } from '#app/domain/source/mark-words.ts';
import type { NumberFormat, RecipeIndicator } from '../recipe/recipe-schema.ts';
import type { RawCell } from '../source/source.ts';
import { readNumber, withoutNoise } from './numbers.ts';

/**
 * A table's cell as a `Cell`. `bound` tells that the file gave only a side of a number ("< 5"): the value exists and is not known, so it is `suppressed`, and
 * the report lists the text. `unreadable` is neither number nor sign; it must be reported and never becomes a value.
 */
export type CellReading = { readonly cell: Cell; readonly bound?: string } | { readonly unreadable: string };

export type CellOptions = {
  readonly numbers: NumberFormat;
  /** The recipe's own signs, before the usual ones. A numeric sign ("-9999") also catches the number itself. */
  readonly signs?: Readonly<Record<string, MarkWord>>;
  readonly form: RecipeIndicator['form'];
  readonly factor?: number | undefined;
};

const normalised = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();

export type SignTable = { readonly texts: ReadonlyMap<string, MarkWord>; readonly numbers: ReadonlyMap<number, MarkWord> };

/** Signs ready for looking up; own signs go before the usual ones. Upper and lower case are the same. */
export function signTable(own: Readonly<Record<string, MarkWord>> = {}): SignTable {
  const entries = [...Object.entries(DEFAULT_SIGNS), ...Object.entries(own)];
  const numbers = Object.entries(own).flatMap(([text, mark]): [number, MarkWord][] => {
    const reading = readNumber(text, { decimal: '.', thousands: '' });
    return reading.kind === 'number' ? [[reading.value, mark]] : [];
  });
  return { texts: new Map(entries.map(([text, mark]) => [normalised(text), mark])), numbers: new Map(numbers) };
}

/** A reader for many cells of one column; see `readCell`. */
export function cellReader({ numbers, signs, form, factor = 1 }: CellOptions): (raw: RawCell) => CellReading {
  const table = signTable(signs);
  const marked = (mark: MarkWord): CellReading => ({ cell: { mark } });
  const valued = (value: number, uncertain: boolean): CellReading => {
    const sentinel = table.numbers.get(value);
    if (sentinel !== undefined) return marked(sentinel);
    if (value === 0 && form === 'absolute' && !uncertain) return marked('zero');
    return { cell: { mark: uncertain ? 'uncertain' : 'value', value: factor === 1 ? value : withoutNoise(value * factor) } };
  };
  return (raw) => {
    if (typeof raw === 'number') return Number.isFinite(raw) ? valued(raw, false) : { unreadable: String(raw) };
    const text = normalised(raw ?? '');
    const inside = /^\( ?(\D+?) ?\)$/.exec(text)?.[1];
    const sign = table.texts.get(text) ?? (inside === undefined ? undefined : table.texts.get(inside));
    if (sign !== undefined) return marked(sign);
    const reading = readNumber(raw ?? '', numbers);
    if (reading.kind === 'text') return { unreadable: (raw ?? '').trim() };
    return reading.kind === 'bound' ? { cell: { mark: 'suppressed' }, bound: (raw ?? '').trim() } : valued(reading.value, reading.uncertain);
  };
}

/**
 * One cell: signs become marks (own signs first, then those of `DEFAULT_SIGNS`), a number in brackets is `uncertain`, 0 is `zero` for counts and the value 0
 * for rates and scores. Numbers that stand for "missing" (-9999, -1) count only when they are among the signs.
 */
export const readCell = (raw: RawCell, options: CellOptions): CellReading => cellReader(options)(raw);
