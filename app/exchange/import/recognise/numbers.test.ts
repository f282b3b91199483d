import { describe, expect, it } from 'vitest';
import type { NumberFormat } from '../recipe/recipe-schema.ts';
import { readNumber } from './numbers.ts';

const GERMAN: NumberFormat = { decimal: ',', thousands: '.' };
const ENGLISH: NumberFormat = { decimal: '.', thousands: ',' };

/** `~5` uncertain, `<5` a bound, undefined no number. */
type Expected = number | `~${number}` | `<${number}` | undefined;
/** Text, how a German column reads it, how an English one does (left out: the same). */
type Row = readonly [text: string, german: Expected, english?: Expected | 'text'];

const same = (expected: Expected, ...texts: string[]): Row[] => texts.map((text) => [text, expected]);
const notNumbers = (...texts: string[]): Row[] => same(undefined, ...texts);

/** Texts as they stand in tables of statistics offices. `'text'`: no number in the English column. */
const TABLE: readonly Row[] = [
  // whole numbers
  ...same(0, '0', ' 0 ', '-0', '0 %', '\u00a00', '0\u202f%'),
  ...same(5, '5', '+5', ' 5', '5 ', '\t5', '5 €', '5 EUR', '5%', '5 %', '5\u00a0%', '5\u202f%', '5 Personen', '5 Pers.', '5 Einwohner', '5 EW', '5 km', '5 ha', '5 m²', '5m²', '5 qm', '5 ‰', '5‰', '5 Jahre', '5 J.', '5 Tage',
    '5 Std.', '5 Fälle', '5 Kinder', '5 Haushalte', '5 WE', '5 VZÄ', '5 Prozent', '5 Prozentpunkte', '5 PP', '5 Plätze', '€ 5', '€5', '5 Euro', '5 km²', '5 min', '5 Min.', '5 BG'),
  ...same(42, '42', '42*', '42 *', '42 **', '42¹', '42²', '42 ³', '42¹⁾', '42 ²⁾', '42 1)', '42 2)', '42r', '42 r'),
  ...same(987, '987', '987 ', '\u2009987'),
  ...same(1234, '1234', '1 234', '1\u00a0234', '1\u2009234', '1\u202f234', '1\u2007234', "1'234", '1’234', '1´234', '1 234 €', '1 234 Personen', '1234 ', '1 234¹', '1 234 1)'),
  ...same(1234567, '1234567', '1 234 567', '1\u00a0234\u00a0567', '1\u202f234\u202f567', "1'234'567", '1’234’567'),
  ...same(12500, '12500', '12 500', '12\u00a0500', "12'500"),
  ...same(123456, '123456', '123 456', '123\u2009456'),
  ...same(999999, '999999', '999 999'),
  // one point or comma before three digits has two faces
  ['1.234', 1234, 1.234], ['12.345', 12345, 12.345], ['123.456', 123456, 123.456], ['9.000', 9000, 9], ['-1.234', -1234, -1.234], ['(1.234)', '~1234', '~1.234'], ['1.234 €', 1234, 1.234],
  ['1.234-', -1234, -1.234], ['< 1.000', '<1000', '<1'], ['1.234*', 1234, 1.234],
  ['1,234', 1.234, 1234], ['12,345', 12.345, 12345], ['123,456', 123.456, 123456], ['9,000', 9, 9000], ['−1,234', -1.234, -1234], ['(1,234)', '~1.234', '~1234'], ['1,234 %', 1.234, 1234],
  // German
  ['0,5', 0.5, 'text'], ['1,5', 1.5, 'text'], ['1,50', 1.5, 'text'], ['12,5', 12.5, 'text'], ['1,5 %', 1.5, 'text'], ['1,5\u00a0%', 1.5, 'text'], ['1,5%', 1.5, 'text'], ['100,0', 100, 'text'], ['0,0', 0, 'text'],
  ['0,125', 0.125, 'text'], ['-0,5', -0.5, 'text'], ['−0,5', -0.5, 'text'], ['–0,5', -0.5, 'text'], ['0,5-', -0.5, 'text'], ['0,5 -', -0.5, 'text'], ['+1,5', 1.5, 'text'], ['+ 1,5', 1.5, 'text'], ['- 1,5', -1.5, 'text'],
  ['1.234,5', 1234.5, 'text'], ['1.234,56', 1234.56, 'text'], ['1.234.567', 1234567, 'text'], ['1.234.567,89', 1234567.89, 'text'], ['12.345.678,9', 12345678.9, 'text'], ['1 234,5', 1234.5, 'text'], ['1\u00a0234,5', 1234.5, 'text'],
  ['1\u202f234,56', 1234.56, 'text'], ["1'234,50", 1234.5, 'text'], ['1.234,50 €', 1234.5, 'text'], ['1.234,50\u00a0EUR', 1234.5, 'text'], ['-1.234,5', -1234.5, 'text'], ['−1.234,5', -1234.5, 'text'], ['1.234,5-', -1234.5, 'text'],
  ['(1.234,5)', '~1234.5', 'text'], ['(5,3)', '~5.3', 'text'], ['( 5,3 )', '~5.3', 'text'], ['(5,3) %', '~5.3', 'text'], ['(5,3 %)', '~5.3', 'text'], ['ca. 5,3', '~5.3', 'text'], ['5,3 p', '~5.3', 'text'], ['5,3p', '~5.3', 'text'],
  ['5,3 s', '~5.3', 'text'], ['5,3 r', 5.3, 'text'], ['5,3r', 5.3, 'text'], ['5,3*', 5.3, 'text'], ['5,3 1)', 5.3, 'text'], ['5,3¹', 5.3, 'text'], [',5', 0.5, 'text'], ['1,5e3', 1500, 'text'], ['1,23E+05', 123000, 'text'], ['1,5E-3', 0.0015, 'text'],
  ['1,2 Mio.', 1200000, 'text'], ['1,2 Mio. €', 1200000, 'text'], ['12,5 Tsd.', 12500, 'text'], ['3,5 Mrd. €', 3500000000, 'text'], ['2,5 km²', 2.5, 'text'], ['0,7 PP', 0.7, 'text'], ['< 0,5', '<0.5', 'text'], ['<0,5 %', '<0.5', 'text'],
  // English
  ['0.5', undefined, 0.5], ['1.5', undefined, 1.5], ['1.50', undefined, 1.5], ['12.5', undefined, 12.5], ['12.5 %', undefined, 12.5], ['12.5%', undefined, 12.5], ['100.0', undefined, 100], ['0.0', undefined, 0], ['0.125', undefined, 0.125],
  ['-0.5', undefined, -0.5], ['−0.5', undefined, -0.5], ['0.5-', undefined, -0.5], ['+1.5', undefined, 1.5], ['.5', undefined, 0.5], ['-.5', undefined, -0.5], ['1,234.5', undefined, 1234.5], ['1,234,567', undefined, 1234567],
  ['1,234,567.89', undefined, 1234567.89], ['1 234.5', undefined, 1234.5], ["1'234.50", undefined, 1234.5], ['-1,234.5', undefined, -1234.5], ['(1,234.5)', undefined, '~1234.5'], ['(12.5)', undefined, '~12.5'], ['12.50 €', undefined, 12.5],
  ['1.5e3', undefined, 1500], ['1.23E+05', undefined, 123000], ['1.5E-3', undefined, 0.0015], ['54.792274', undefined, 54.792274], ['9.429929', undefined, 9.429929], ['4.22594', undefined, 4.22594], ['12.2022', undefined, 12.2022], ['< 0.5', undefined, '<0.5'],
  // exponents without a separator
  ...same(1000, '1e3', '1E3', '1E+3', '1e03', '1 Tsd.', '1 Tsd', '1 tausend', '1 T€', '1 TEUR'),
  ...same(0.001, '1e-3', '1E-03'),
  ...same(2000000, '2 Mio', '2 Mio.', '2 Millionen', '2 Mio. EUR'),
  // minus signs, before and after
  ...same(-5, '-5', '−5', '–5', '‐5', '‑5', '- 5', '− 5', '5-', '5 -', '5−', '5–', '-5 %', '−5 %', '5- %', '-5 PP'),
  ...same(-9999, '-9999', '-9 999', '9999-'),
  ...same(-1, '-1', '−1'),
  // less reliable
  ...same('~5', '(5)', '( 5 )', '(5) %', '(5 %)', 'ca. 5', 'ca 5', 'rd. 5', 'rund 5', 'etwa 5', '~5', '~ 5', '≈ 5', '5 p', '5p', '5 s', '(5)*', '(5)¹'),
  ...same('~-5', '(-5)', '(−5)'),
  ...same('~0', '(0)'),
  ...same('~1234', '(1 234)', '(1234)', 'ca. 1 234', "(1'234)"),
  // bounds
  ...same('<5', '< 5', '<5', '<\u00a05', '≤ 5', '<= 5', '<=5', 'unter 5', 'weniger als 5', '> 5', '>5', '≥ 5', '>= 5', 'über 5', 'mehr als 5', 'bis zu 5', 'höchstens 5', 'mindestens 5', '< 5 %', '< 5 Personen'),
  // days, times, ranges, ratios
  ...notNumbers('1.2.2024', '01.02.2024', '31.12.2022', '31.12.22', '31.12.', '2024-02-01', '2022/2023', '2019/20', '07:30', '07:30-16:30', '1-2', '5-10', '5–10', '1 - 3', '3 bis 5', '6-15', '1:20', '1/2', '½', '12.-14.', '1.', '2. Quartal', 'Q1 2022'),
  // keys, codes, telephone numbers, houses
  ...notNumbers('05315000', '01001000', '00', '007', '01', '01100101', '0110', '0702020', 'STGT03', '3a', '12b', '8B', '12 a', 'A1', '01B01', '030 398840', '+49 30 398840', '05 315', 'DE-123', '1234567890123456', '#12', '12-mal', '0x10', '12.345.67', '1.23.456', '1,23,456', '1 23', '12 34', '1  2345',
    '2019 2020', "1'23", '1.234 567', '1..2', '1,,2', '1.,5', '1,.5', '5,', '5.', '1,5,', '--5', '-5-', '5 5'),
  // names
  ...notNumbers('03 Nordstadt', '12 Weiche', 'Bezirk 2', '2. Änderung', '65 u. mehr', '65 und älter', 'unter 6 Jahre alt und ledig', '5 und mehr', 'Nordstadt', 'Stadtteil 10', '3 Zimmer', '1. FC'),
  // signs
  ...notNumbers('', ' ', '\u00a0', '.', '-', '–', '—', '−', '...', '…', '/', 'x', 'X', '*', '**', '()', '( )', 'k. A.', 'k.A.', 'n/a', 'NA', 'NaN', 'null', '#N/A', '#NV', '#DIV/0!', '#WERT!', '%', '€', '<', '< ', '+', 'e3', 'Infinity', '-Infinity', '∞', '1e999', '(', ')', "'", ',', '(.)', '(-)'),
];

const shown = (text: string, format: NumberFormat): Expected => {
  const reading = readNumber(text, format);
  if (reading.kind === 'text') return undefined;
  if (reading.kind === 'bound') return `<${reading.value}`;
  return reading.uncertain ? `~${reading.value}` : reading.value;
};

describe('Numbers of a table', () => {
  it('are read alike in at least 300 texts of official tables', () => {
    expect(new Set(TABLE.map(([text]) => text)).size).toBeGreaterThanOrEqual(300);
    const wrong = TABLE.flatMap(([text, german, english = german]) => {
      const wanted = [german, english === 'text' ? undefined : english];
      const read = [shown(text, GERMAN), shown(text, ENGLISH)];
      return wanted[0] === read[0] && wanted[1] === read[1] ? [] : [`${JSON.stringify(text)}: ${String(read)} instead of ${String(wanted)}`];
    });
    expect(wrong).toEqual([]);
  });

  it('keep the unit that stands behind them', () => {
    expect(readNumber('12,5\u00a0%', GERMAN)).toEqual({ kind: 'number', value: 12.5, uncertain: false, unit: '%' });
    expect(readNumber('1.234 km²', GERMAN)).toMatchObject({ value: 1234, unit: 'km²' });
  });

  it('are nothing when a format without groups meets a grouped one: no reading is a guess', () => {
    expect(readNumber('1.234', { decimal: ',', thousands: '' }).kind).toBe('text');
    expect(readNumber('1,234', { decimal: '.', thousands: '' }).kind).toBe('text');
    expect(readNumber('1234,5', { decimal: ',', thousands: '' })).toMatchObject({ value: 1234.5 });
  });

  it('stay quick for long and hostile texts', () => {
    expect(readNumber(`${'1'.repeat(100_000)},5`, GERMAN).kind).toBe('text');
    expect(readNumber(`${' '.repeat(100_000)}5`, GERMAN)).toMatchObject({ value: 5 });
  });
});
