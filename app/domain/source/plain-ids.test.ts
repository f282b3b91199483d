import { expect, test } from 'vitest';
import { freeId, idGiver, plainLetters, slug } from './plain-ids.ts';

test.each([
  ['Größe der Straße', 'groesse_der_strasse'],
  // as file names come from other systems: the letter and its dots apart
  ['Mo\u0308ltenort', 'moeltenort'],
  ['Créteil – Café', 'creteil_cafe'],
  ['  (2024) ', '2024'],
  ['___', 'x'],
  ['Ελλάδα', 'x'],
  [`${'a'.repeat(59)} b`, 'a'.repeat(59)],
  ['a'.repeat(80), 'a'.repeat(60)],
])('%s as an id', (text, id) => expect(slug(text)).toBe(id));

test('words are kept apart by what the key needs, and nothing may be left', () => {
  expect(plainLetters('Kita „Süd“, Haus 2', '-')).toBe('kita-sued-haus-2');
  expect(plainLetters('–', '-')).toBe('');
  expect(slug('–', 'indicator')).toBe('indicator');
});

test('taken ids are numbered from two on', () => {
  expect(freeId('kita', (id) => ['kita', 'kita-2'].includes(id), '-')).toBe('kita-3');
  const give = idGiver(['a']);
  expect(['a', 'a', 'b'].map(give)).toEqual(['a_2', 'a_3', 'b']);
});
