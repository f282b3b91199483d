import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalText, shortestFloat } from './decimal-text.ts';

describe('a number in CSV', () => {
  it.each([[0, '0'], [12.5, '12,5'], [-3.25, '-3,25'], [1e-7, '0,0000001'], [-1.5e-7, '-0,00000015'], [1e21, '1000000000000000000000'], [1.25e22, '12500000000000000000000'], [123456.789, '123456,789']])(
    '%f is written %s', (value, text) => expect(decimalText(value)).toBe(text));

  it('reads as the same number again, whatever it is', () => {
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const text = decimalText(value);
      expect(text).toMatch(/^-?\d+(,\d+)?$/);
      expect(Number(text.replace(',', '.')) + 0).toBe(value + 0);
    }));
  });

  it('of 32 bits is written as short as it can be', () => {
    expect(shortestFloat(Math.fround(49.9))).toBe(49.9);
    fc.assert(fc.property(fc.float({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(Math.fround(shortestFloat(value)) + 0).toBe(value + 0);
    }));
  });
});
