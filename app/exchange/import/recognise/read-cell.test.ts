import { describe, expect, it } from 'vitest';
import { numberOf } from '#shared/cell.ts';
import { DEFAULT_SIGNS } from '#app/domain/source/mark-words.ts';
import type { CellOptions } from './read-cell.ts';
import { readCell } from './read-cell.ts';

const count: CellOptions = { numbers: { decimal: ',', thousands: '.' }, form: 'absolute' };
const rate: CellOptions = { ...count, form: 'relative' };

describe('A cell of a table', () => {
  it('keeps every usual sign as a mark that holds no number', () => {
    for (const [sign, mark] of Object.entries(DEFAULT_SIGNS)) {
      for (const options of [count, rate]) {
        const reading = readCell(` ${sign}\u00a0`, options);
        expect(reading, sign).toEqual({ cell: { mark } });
        if ('cell' in reading && mark !== 'zero') expect(numberOf(reading.cell)).toBeUndefined();
      }
    }
    expect(readCell(undefined, count)).toEqual({ cell: { mark: 'notAvailable' } });
    expect(readCell('(.)', count)).toEqual({ cell: { mark: 'suppressed' } });
  });

  it('lets the recipe say what a sign means', () => {
    expect(readCell('-', { ...count, signs: { '-': 'suppressed' } })).toEqual({ cell: { mark: 'suppressed' } });
    expect(readCell('g', { ...count, signs: { G: 'suppressed' } })).toEqual({ cell: { mark: 'suppressed' } });
  });

  it('is zero for a count of 0 and the value 0 for a rate', () => {
    expect(readCell('0', count)).toEqual({ cell: { mark: 'zero' } });
    expect(readCell(0, count)).toEqual({ cell: { mark: 'zero' } });
    expect(readCell('0,0', rate)).toEqual({ cell: { mark: 'value', value: 0 } });
    expect(readCell(0, { ...count, form: 'standardised' })).toEqual({ cell: { mark: 'value', value: 0 } });
  });

  it('takes -9999 for missing only when told so, typed or written', () => {
    const told = { ...rate, signs: { '-9999': 'notAvailable', '999999': 'suppressed' } } as const;
    expect(readCell('-9999', rate)).toEqual({ cell: { mark: 'value', value: -9999 } });
    for (const raw of ['-9999', '-9.999', '−9999,0', -9999]) expect(readCell(raw, told)).toEqual({ cell: { mark: 'notAvailable' } });
    for (const raw of ['999.999', 999999]) expect(readCell(raw, told)).toEqual({ cell: { mark: 'suppressed' } });
  });

  it('is uncertain in brackets and suppressed behind a bound, with the text for the report', () => {
    expect(readCell('(1.234)', count)).toEqual({ cell: { mark: 'uncertain', value: 1234 } });
    expect(readCell('< 5', count)).toEqual({ cell: { mark: 'suppressed' }, bound: '< 5' });
  });

  it('is multiplied by the factor without noise in the last digit', () => {
    expect(readCell('0,07', { ...rate, factor: 100 })).toEqual({ cell: { mark: 'value', value: 7 } });
    expect(readCell(0.57, { ...rate, factor: 100 })).toEqual({ cell: { mark: 'value', value: 57 } });
  });

  it('is unreadable when it is neither number nor sign: it never becomes 0', () => {
    for (const raw of ['siehe Fußnote', '1.2.2024', '#DIV/0!', '05315000', Number.NaN]) expect(readCell(raw, count)).toHaveProperty('unreadable');
  });
});
