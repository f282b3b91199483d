import type { Cell } from '#shared/cell.ts';
import { asDate, asId, type AreaId, type IndicatorId, type IsoDate } from '#shared/ids.ts';

import type { Language } from '#shared/localized.ts';
import { formatReleasedWithUnit } from '../confidentiality/format-released.ts';
import type { ReleasedCell } from '../confidentiality/released-cell.ts';
import type { Releaser } from '../confidentiality/release.ts';

/** Text whose numbers are references, never typed digits: a new edition or a stricter audience changes what is shown, not what was written. */
export type BoundText = readonly TextPart[];
export type TextPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly reference: NumberReference };

/** One number of the bundle; `area: 'city'` is the city's reference value. Shown through the confidentiality gate, with its unit. */
export type NumberReference = {
  readonly indicator: IndicatorId;
  readonly area: AreaId | 'city';
  readonly date: IsoDate;
  /** Set for a figure that no bundle holds, as those of a coverage; `indicator` then only tells it apart from others. */
  readonly frozen?: FrozenFigure;
};

/** A figure kept as it was released on the day it was written, with the edition it comes from. A secret one has no number. */
export type FrozenFigure = { readonly title: string; readonly unit: string; readonly precision: number; readonly edition: string; readonly value: Cell };

/** A number as it is written while editing: `[[sgb2_share|0301|2025-12-31]]`. */
export const tokenOf = ({ indicator, area, date }: NumberReference): string => `[[${indicator}|${area}|${date}]]`;

/** Bound text as it is edited: words with tokens for the numbers. Words that would read as a token keep a mark that parsing takes off. */
export const toEditable = (text: BoundText): string =>
  text.map((part) => (part.kind === 'number' ? tokenOf(part.reference) : part.text.replaceAll('[[', '[\u2060['))).join('');

/**
 * Edited words and tokens back to bound text. Anything that only looks like a token stays words, so nothing typed is ever
 * lost; `toEditable` and `fromEditable` undo each other up to joining neighbouring words.
 */
export function fromEditable(editable: string): BoundText {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of editable.matchAll(TOKEN)) {
    parts.push(...words(editable.slice(end, match.index)));
    const [whole, indicator = '', area = '', date = ''] = match;
    parts.push({ kind: 'number', reference: { indicator: asId<IndicatorId>(indicator), area: area === 'city' ? 'city' : asId<AreaId>(area), date: asDate(date) } });
    end = match.index + whole.length;
  }
  return [...parts, ...words(editable.slice(end))];
}

/** Neighbouring words as one part. */
export const joinedText = (text: BoundText): BoundText =>
  text.reduce<readonly TextPart[]>((parts, part) => {
    const last = parts.at(-1);
    return last?.kind === 'text' && part.kind === 'text' ? [...parts.slice(0, -1), { kind: 'text', text: last.text + part.text }] : [...parts, part];
  }, []);

/** The text as it is read, every number through the confidentiality gate. */
export const renderBoundText = (text: BoundText, releaser: Pick<Releaser, 'cell' | 'cityCell' | 'frozen'>, language: Language): string =>
  text.map((part) => (part.kind === 'text' ? part.text : formatReleasedWithUnit(releasedNumber(part.reference, releaser), language))).join('');

/** One bound number, released for showing. */
export function releasedNumber({ indicator, area, date, frozen }: NumberReference, releaser: Pick<Releaser, 'cell' | 'cityCell' | 'frozen'>): ReleasedCell {
  const now = area === 'city' ? releaser.cityCell(indicator, date) : releaser.cell(indicator, area, date);
  return frozen === undefined ? now : releaser.frozen(frozen.value, now, frozen);
}

/** Every number a text refers to, in order. */
export const referencesIn = (text: BoundText): readonly NumberReference[] => text.flatMap((part) => (part.kind === 'number' ? [part.reference] : []));

/** Whether there is nothing to read: no number, and no words but blanks. */
export const isBlank = (text: BoundText): boolean => text.every((part) => part.kind === 'text' && part.text.trim() === '');

const TOKEN = /\[\[([^[\]|\n]+)\|([^[\]|\n]+)\|(\d{4}-\d{2}-\d{2})\]\]/g;
const words = (text: string): readonly TextPart[] => (text === '' ? [] : [{ kind: 'text', text: text.replaceAll('[\u2060[', '[[') }]);
