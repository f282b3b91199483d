import { expect, test } from 'vitest';
import type { BoundText, NumberReference } from '#app/domain/planning/bound-text.ts';
import { asDate, asId } from '#shared/ids.ts';
import { withNumberAt, type CaretPlace } from './chip-parts.ts';

const reference: NumberReference = { indicator: asId('i'), area: 'city', date: asDate('2024-12-31') };
const shown = (text: BoundText): string => text.map((part) => (part.kind === 'text' ? part.text : '#')).join('');

test.each<[string, BoundText, CaretPlace, string]>([
  ['in an empty text', [], undefined, '#'],
  ['at the end, set apart', [{ kind: 'text', text: 'Quote:' }], undefined, 'Quote: #'],
  ['inside words', [{ kind: 'text', text: 'Quote in der Stadt' }], { part: 0, offset: 6 }, 'Quote # in der Stadt'],
  ['before a full stop', [{ kind: 'text', text: 'Es sind .' }], { part: 0, offset: 8 }, 'Es sind #.'],
  ['behind another number', [{ kind: 'number', reference }], { part: 0, offset: 1 }, '# #'],
  ['at a place that is gone', [{ kind: 'text', text: 'a ' }], { part: 7, offset: 2 }, 'a #'],
])('a number is put %s', (_, text, caret, expected) => {
  expect(shown(withNumberAt(text, caret, reference))).toBe(expected);
});
