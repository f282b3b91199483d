import { distance } from 'fastest-levenshtein';
import { plainWords } from './plain-words.ts';

/** A name prepared for comparing with many others. */
export type ComparableName = { readonly plain: string; readonly sorted: string; readonly numbers: string };

export function comparableName(name: string): ComparableName {
  const words = plainWords(name.replaceAll(/\([^)]*\)/g, ' ') || name, 'pair').split(' ').filter((word) => word !== '' && !LEGAL_FORMS.has(word));
  return {
    plain: words.join(' '),
    sorted: words.toSorted((a, b) => (a < b ? -1 : 1)).join(' '),
    numbers: words.filter((word) => /\d/.test(word) || ROMAN.has(word)).toSorted((a, b) => (a < b ? -1 : 1)).join(' '),
  };
}

/** Say who carries an institution, not which one it is. */
const LEGAL_FORMS: ReadonlySet<string> = new Set(['ev', 'e', 'v', 'ggmbh', 'gmbh', 'gug', 'ag', 'kg', 'der', 'die', 'das', 'und', 'in', 'im', 'am']);
const ROMAN: ReadonlySet<string> = new Set(['i', 'ii', 'iii', 'iv', 'vi']);

/**
 * How alike two names are, from 0 to 1: one minus the edits per letter (Levenshtein), with the words as written and with the words
 * sorted, the better of both. Symmetric; 1 for names that differ in spelling only. Names that carry different numbers ("Kita 1",
 * "Kita 2") are different institutions however alike they read: 0. Two empty names say nothing: 0.
 */
export function nameLikeness(one: ComparableName, other: ComparableName): number {
  if (one.plain === '' || other.plain === '') return 0;
  if (one.numbers !== other.numbers) return 0;
  return Math.max(alike(one.plain, other.plain), alike(one.sorted, other.sorted));
}

const alike = (one: string, other: string): number => (one === other ? 1 : 1 - distance(one, other) / Math.max(one.length, other.length));
