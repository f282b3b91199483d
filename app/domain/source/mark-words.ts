import type { CellMark } from '#shared/cell.ts';

/**
 * What a sign of a table may mean, in the words of the recipe. A sign never means a number: 0 is read as a number and becomes `zero` for
 * counts.
 */
export const MARK_WORDS = ['zero', 'suppressed', 'notApplicable', 'notAvailable'] as const satisfies readonly CellMark[];
export type MarkWord = (typeof MARK_WORDS)[number];

/**
 * Signs of German official tables (Destatis, state offices, Federal Employment Agency). The recipe's own signs go before these. A number in
 * round brackets is `uncertain` without being listed. Upper and lower case are the same.
 */
export const DEFAULT_SIGNS: Readonly<Record<string, MarkWord>> = {
  '': 'notAvailable',
  '-': 'zero',
  '–': 'zero',
  '—': 'zero',
  '.': 'suppressed',
  '•': 'suppressed',
  '*': 'suppressed',
  '...': 'notAvailable',
  '…': 'notAvailable',
  '/': 'notAvailable',
  x: 'notApplicable',
  X: 'notApplicable',
  'k. A.': 'notAvailable',
  'k.A.': 'notAvailable',
  'n/a': 'notAvailable',
  NA: 'notAvailable',
  'N/A': 'notAvailable',
  'null': 'notAvailable',
  '#N/A': 'notAvailable',
  '#NV': 'notAvailable',
  '−': 'zero',
  '--': 'zero',
  '·': 'suppressed',
  '**': 'suppressed',
  '***': 'suppressed',
  '..': 'notAvailable',
  ':': 'notAvailable',
  '()': 'notAvailable',
  '( )': 'notAvailable',
  'keine Angabe': 'notAvailable',
  'keine Angaben': 'notAvailable',
  'n. a.': 'notAvailable',
  'n.a.': 'notAvailable',
  'n. v.': 'notAvailable',
  'n.v.': 'notAvailable',
  NaN: 'notAvailable',
};
