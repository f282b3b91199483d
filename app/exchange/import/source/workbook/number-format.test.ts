import { describe, expect, test } from 'vitest';
import { builtInFormat, numberFormat } from './number-format.ts';

const cell = (code: string, value: number, from1904 = false) => numberFormat(code, from1904)(value).cell;

describe('numbers stay numbers', () => {
  test.each(['General', 'Standard', '0', '#,##0', '#,##0.00', '0.0;\\–\\ 0.0', '###\\ ###\\ ###\\ \\ ', '_-* #,##0.00\\ "€"_-;-* #,##0.00\\ "€"_-;_-* "-"??\\ "€"_-;_-@_-', '@', '0.00E+00', '# ?/?', '[Red]0', '[$-407]0.0', '0" Einwohner"', '0"%"'])('%s', (code) => {
    expect(cell(code, 1234)).toBe(1234);
    expect(cell(code, 0)).toBe(0);
    expect(cell(code, -2.5)).toBe(-2.5);
  });
});

describe('percent formats are multiplied without noise', () => {
  test.each([
    [0.125, 12.5],
    [0.07, 7],
    [0.57, 57],
    [1.1, 110],
    [0.1 + 0.2, 30],
    [0.123456789012345, 12.3456789012345],
    [1e-9, 1e-7],
    [-0.035, -3.5],
    [0, 0],
  ])('%s → %s', (value, expected) => expect(cell('0.0%', value)).toBe(expected));
  test('a percent sign that is only written is not multiplied', () => expect(cell('0.0\\ \\%', 12.5)).toBe(12.5));
});

describe('formats of zeros are keys', () => {
  test.each([
    ['00000', 1101, '01101'],
    ['00', 10, '10'],
    ['00', 7, '07'],
    ['00000000', 5_315_000, '05315000'],
    ['00\\ 00\\ 00', 10203, '01 02 03'],
    ['00"-"000', 123456, '123-456'],
    ['00', 123, '123'],
  ])('%s of %s', (code, value, expected) => expect(cell(code, value)).toBe(expected));
  test('but not of broken or negative numbers', () => {
    expect(cell('000', 1.5)).toBe(1.5);
    expect(cell('000', -1)).toBe(-1);
    expect(cell('0', 5)).toBe(5);
  });
});

describe('a sign shown instead of a number is the cell, and zero stays zero', () => {
  test.each([
    ['"."', 3, '.', true],
    ['[<3]"/";0', 2, '/', true],
    ['[<3]"/";0', 3, 3, false],
    ['[=1]"x ";[>100]0.0;General', 1, 'x', true],
    ['#,##0;\\–\\ #,##0;\\–', 0, 0, false],
    ['#,##0;\\–\\ #,##0;\\–', -5, -5, false],
    ['###;;\\-', -5, undefined, true],
    [';;;', 7, undefined, true],
    ['0;-0;;@', 0, 0, false],
  ])('%s of %s', (code, value, expected, hidden) => expect(numberFormat(code, false)(value)).toEqual({ cell: expected, hidden }));
});

describe('days and times are ISO text', () => {
  test.each([
    ['dd.mm.yyyy', 45291, '2023-12-31'],
    ['TT.MM.JJJJ', 45291, '2023-12-31'],
    ['mmm yy', 44927, '2023-01-01'],
    ['[$-407]d. mmmm yyyy;@', 45291, '2023-12-31'],
    ['dd.mm.yyyy hh:mm', 45291.354166666664, '2023-12-31T08:30'],
    ['dd.mm.yyyy', 45291.354166666664, '2023-12-31T08:30'],
    ['hh:mm', 0.3541666666666667, '08:30'],
    ['h:mm AM/PM', 0.75, '18:00'],
    ['[h]:mm', 1.5, '36:00'],
    ['mm:ss.0', 0.0006944444, '00:01'],
    ['yyyy', 1, '1900-01-01'],
    ['yyyy', 59, '1900-02-28'],
    ['yyyy', 60, '1900-02-29'],
    ['yyyy', 61, '1900-03-01'],
    ['yyyy', -1, -1],
    ['yyyy', 2_958_466, 2_958_466],
  ])('%s of %s', (code, value, expected) => expect(cell(code, value)).toBe(expected));
  test('files that count from 1904', () => {
    expect(cell('dd.mm.yyyy', 43829, true)).toBe('2023-12-31');
    expect(cell('dd.mm.yyyy', 0, true)).toBe('1904-01-01');
  });
});

test('formats that a workbook does not spell out', () => {
  expect([14, 22, 20, 9, 10, 1, 49].map((id) => cell(builtInFormat(id), 0.5))).toEqual(['12:00', '12:00', '12:00', 50, 50, 0.5, 0.5]);
  expect(cell(builtInFormat(14), 45291)).toBe('2023-12-31');
});
