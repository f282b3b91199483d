import { describe, expect, it } from 'vitest';
import { columnNumberFormat } from './column-number-format.ts';

const decision = (cells: readonly (string | number | undefined)[], hints = {}) => {
  const { format, confidence, reason } = columnNumberFormat(cells, hints);
  return [format.decimal, format.thousands, confidence, reason];
};

describe('How the numbers of a column are written', () => {
  it('is certain when one cell proves it, for every other cell of the column', () => {
    expect(decision(['1.234', '987', '1.234,5'])).toEqual([',', '.', 'certain', 'evidence']);
    expect(decision(['1.234', '12.5', '3.456'])).toEqual(['.', '', 'certain', 'evidence']);
    expect(decision(['1.234', '1.234.567'])).toEqual([',', '.', 'certain', 'evidence']);
    expect(decision(['1,234', '1,234.5'])).toEqual(['.', ',', 'certain', 'evidence']);
    expect(decision(['0.123', '1.234'])).toEqual(['.', '', 'certain', 'evidence']);
    expect(decision(['12,5', '3,0', '.', '–', 'x'])).toEqual([',', '', 'certain', 'evidence']);
    expect(decision(['1234.567', '1.234'])).toEqual(['.', '', 'certain', 'evidence']);
  });

  it('knows the blanks and apostrophes that group thousands', () => {
    expect(decision(['12\u00a0500', '1\u202f234,5'])).toEqual([',', ' ', 'certain', 'evidence']);
    expect(decision(["12'500", '987'])).toEqual([',', "'", 'certain', 'noSeparators']);
    expect(decision(['1 234.567', '1.234'])).toEqual(['.', ' ', 'certain', 'evidence']);
  });

  it('reads a group where counts stand on both sides of a thousand', () => {
    expect(decision(['1.234', '987', '45'])).toEqual([',', '.', 'likely', 'smallBesideGrouped']);
    expect(decision(['1,234', '987', '45'])).toEqual(['.', ',', 'likely', 'smallBesideGrouped']);
  });

  it('reads no group where thousands stand ungrouped', () => {
    expect(decision(['1.234', '5678'])).toEqual(['.', '', 'likely', 'ungrouped']);
    expect(decision(['1,234', '5678'])).toEqual([',', '', 'likely', 'ungrouped']);
  });

  it('takes the word of other columns, and the size of counts beside it', () => {
    expect(decision(['1.234', '2.345'], { sameTable: { decimal: ',', thousands: '.' } })).toEqual([',', '.', 'likely', 'sameTable']);
    expect(decision(['1.234', '2.345'], { sameTable: { decimal: '.', thousands: '' } })).toEqual(['.', '', 'likely', 'sameTable']);
    expect(decision(['1.234', '2.345'], { neighbours: [900, 2100, 800] })).toEqual([',', '.', 'likely', 'neighbours']);
  });

  it('asks when nothing decides, and proposes what German offices mean', () => {
    const points = columnNumberFormat(['1.234', '2.345', '.']);
    expect(points).toMatchObject({ format: { decimal: ',', thousands: '.' }, other: { decimal: '.', thousands: '' }, confidence: 'ambiguous', reason: 'habit', sample: '1.234' });
    expect(decision(['1,234', '2,345'])).toEqual([',', '', 'ambiguous', 'habit']);
    // a nought is written alike both ways
    expect(decision(['1.234', '0'])).toEqual([',', '.', 'ambiguous', 'habit']);
  });

  it('says that a column mixes two ways of writing', () => {
    const mixed = columnNumberFormat(['1.234,5', '12,5', '12.5', 'Text 5']);
    expect(mixed).toMatchObject({ format: { decimal: ',', thousands: '.' }, confidence: 'ambiguous', reason: 'mixed', sample: '12.5', numbers: 2, unread: 2 });
  });

  it('has nothing to decide for typed numbers, plain counts and columns without numbers', () => {
    expect(decision([12.5, 3, undefined])).toEqual([',', '', 'certain', 'typed']);
    expect(decision(['12', '3456', '-'])).toEqual([',', '', 'certain', 'noSeparators']);
    expect(decision(['Altstadt', undefined])).toEqual([',', '', 'certain', 'noNumbers']);
    expect(columnNumberFormat([12.5, '3', 'x']).numbers).toBe(2);
  });
});
