import { describe, expect, it } from 'vitest';
import { dayIn, dayOfCell } from './dates.ts';

describe('The day a text speaks of', () => {
  it.each([
    ['2019', '2019-12-31', 'year', ''],
    ['31.12.2019', '2019-12-31', 'day', ''],
    ['DATE_2019-12-31', '2019-12-31', 'day', ''],
    ['Einwohner 2019', '2019-12-31', 'year', 'Einwohner'],
    ['EW_2019', '2019-12-31', 'year', 'EW'],
    ['EW 31.12.2020', '2020-12-31', 'day', 'EW'],
    ['Arbeitslose (Stand: 30.06.2021)', '2021-06-30', 'day', 'Arbeitslose'],
    ['Einwohnende am 1. Januar 2022', '2022-01-01', 'day', 'Einwohnende'],
    ['einwohnerbestand_06-2022_plr', '2022-06-30', 'month', 'einwohnerbestand_plr'],
    ['202012', '2020-12-31', 'month', ''],
    ['2020-02', '2020-02-29', 'month', ''],
    ['Dez. 2022', '2022-12-31', 'month', ''],
    ['20221231', '2022-12-31', 'day', ''],
    ['Haushalte | 2018', '2018-12-31', 'year', 'Haushalte'],
  ])('%s', (text, day, form, rest) => {
    expect(dayIn(text)).toEqual({ day, form, rest });
  });

  it.each(['Einwohner', 'ewr_plr_2015_2024_dezember', '2019/2020', '2019/20', '1234', '12019', '2019 und 2021', 'Einwohner seit 2000', ''])('is none in %j', (text) => {
    expect(dayIn(text)).toBeUndefined();
  });

  it('is read from cells in the form of the column only', () => {
    expect(dayOfCell(2022, 'year')).toBe('2022-12-31');
    expect(dayOfCell('2022.0', 'year', '06-30')).toBe('2022-06-30');
    expect(dayOfCell('2023', 'year', '02-29')).toBe('2023-02-28');
    expect(dayOfCell(202012, 'month')).toBe('2020-12-31');
    expect(dayOfCell('1.2.2024', 'day')).toBe('2024-02-01');
    expect(dayOfCell('31.02.2024', 'day')).toBeUndefined();
    expect(dayOfCell('2022', 'day')).toBeUndefined();
    expect(dayOfCell('rund 2022', 'year')).toBeUndefined();
  });
});
