import { describe, expect, it } from 'vitest';
import { ageChain, ageRangeOf } from './age-words.ts';

const shown = (header: string) => {
  const ages = ageRangeOf(header);
  return ages && `${ages.from}-${ages.to ?? ''}`;
};

describe('Ages in headers', () => {
  it.each([
    ['unter 6', '0-5'], ['unter6', '0-5'], ['< 6', '0-5'], ['inhabitants_age_below_6', '0-5'], ['age_under_18', '0-17'], ['Einwohner unter 18 Jahre', '0-17'], ['U18', '0-17'],
    ['6-15', '6-15'], ['6 - 14', '6-14'], ['inhabitants_age_6_15', '6-15'], ['6 bis unter 15', '6-14'], ['age_18_to_under_30', '18-29'], ['18 bis 24 Jahre', '18-24'],
    ['65 u. mehr', '65-'], ['65undmehr', '65-'], ['65 und älter', '65-'], ['65 <=', '65-'], ['75 <=', '75-'], ['age_80_and_above', '80-'], ['inhabitants_age_above_65', '65-'], ['65+', '65-'], ['Davon im Alter von | 80 und mehr', '80-'], ['ab 80 Jahre', '80-'],
  ])('%s', (header, ages) => expect(shown(header)).toBe(ages));

  it.each(['Einwohner', 'residents', 'S1', '2019', '2019-2020', 'year', 'Kinder', 'unter 6 Jahre alt und ledig', 'group_0_3', '500-600', 'age_ratio'])('%s names none', (header) => expect(ageRangeOf(header)).toBeUndefined());

  const chain = (...headers: string[]) => ageChain(headers.map((item) => ({ item, ages: ageRangeOf(item)! })))?.map(({ item, from, to }) => `${item}: ${from}-${to ?? ''}`);

  it('make a chain without gap or overlap, the finest there is', () => {
    expect(chain('unter 6', '6-15', '15-18', '18-27', '65 u. mehr', '27-65')).toEqual(['unter 6: 0-5', '6-15: 6-14', '15-18: 15-17', '18-27: 18-26', '27-65: 27-64', '65 u. mehr: 65-']);
    expect(chain('< 6', '6 - 14', '15 - 17', '18 - 64', '65 <=')).toEqual(['< 6: 0-5', '6 - 14: 6-14', '15 - 17: 15-17', '18 - 64: 18-64', '65 <=: 65-']);
    expect(chain('age_under_18', 'age_18_to_under_65', 'age_65_to_under_80', 'age_80_and_above', 'age_65_and_above', 'age_0_to_under_7', 'age_60_and_above')).toHaveLength(4);
    expect(chain('unter 6', '65 u. mehr')).toBeUndefined();
  });
});
