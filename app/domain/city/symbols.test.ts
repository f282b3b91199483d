import { expect, it } from 'vitest';
import { SYMBOL_BOX, SYMBOL_NAMES, SYMBOLS, symbolOf } from './symbols.ts';

it.each(SYMBOL_NAMES)('%s stays within its box and is closed', (name) => {
  const path = SYMBOLS[name];
  expect(path.endsWith('Z')).toBe(true);
  for (const number of path.match(/-?\d+(\.\d+)?/g) ?? []) {
    expect(Number(number)).toBeGreaterThanOrEqual(0);
    expect(Number(number)).toBeLessThanOrEqual(SYMBOL_BOX);
  }
});

it('no two symbols look the same', () => {
  expect(new Set(Object.values(SYMBOLS)).size).toBe(SYMBOL_NAMES.length);
});

it('a category with an unknown symbol is still shown', () => {
  expect(symbolOf({ symbol: 'rocket' })).toBe('other');
  expect(symbolOf({ symbol: 'toString' })).toBe('other');
  expect(symbolOf(undefined)).toBe('other');
  expect(symbolOf({ symbol: 'kita' })).toBe('kita');
});
