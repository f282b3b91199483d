import { expect, test } from 'vitest';
import { lookupOf } from '#app/domain/city/city-lookup.ts';
import { draftRecommendation } from '#app/domain/planning/empty-sheets.ts';
import { asId } from '#shared/ids.ts';
import { aCity } from '#test/builders/a-city.ts';
import { areaForPaper } from './paper.ts';

const level = (id: string, order: number, nestsIn?: string) => ({ id: asId(id), name: id, singular: id, plural: id, order, nestsIn: nestsIn === undefined ? undefined : asId(nestsIn) }) as never;
const area = (id: string, on: string, parent?: string) => ({ id: asId(id), level: asId(on), parent: parent === undefined ? undefined : asId(parent) }) as never;
const city = aCity()
  .withLevel(level('sozialraum', 1, 'city'))
  .withLevel(level('sozialquartier', 2, 'sozialraum'))
  .withLevel(level('arbeitsmarktbezirk', 1))
  .withArea(area('north', 'sozialraum'))
  .withArea(area('south', 'sozialraum'))
  .withArea(area('s1', 'sozialquartier', 'south'))
  .withArea(area('job', 'arbeitsmarktbezirk'))
  .build();
const areas = lookupOf(city).areasOf(asId('sozialraum'));
const about = (socialArea: string) => draftRecommendation(asId(socialArea), { number: socialArea, socialArea: asId(socialArea) });
const suggested = (selected: string | undefined, ...sheets: readonly string[]) => areaForPaper(city, areas, selected === undefined ? undefined : asId(selected), sheets.map(about));

test('a new paper is about the Sozialraum of the selected area, else of the latest recommendation, else the first', () => {
  expect(suggested(undefined)).toBe('north');
  expect(suggested(undefined, 'north', 'south')).toBe('south');
  expect(suggested('s1', 'north')).toBe('south');
  expect(suggested('north', 'south')).toBe('north');
});

test('areas that have no paper are passed over', () => {
  expect(suggested('job', 'south', 'job')).toBe('south');
  expect(areaForPaper(city, [], undefined, [])).toBeUndefined();
});
