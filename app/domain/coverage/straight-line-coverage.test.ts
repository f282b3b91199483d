import { describe, expect, it } from 'vitest';
import { asDate, asId } from '#shared/ids.ts';
import { anEmptyCity, DAY, square } from '#test/builders/an-empty-city.ts';
import type { City } from '../city/city.ts';
import { releaserFor } from '../confidentiality/release.ts';
import type { CoverageRequest, CoverageResult } from './coverage.ts';
import { gapList } from './gap-list.ts';
import { releaseCoverage } from './release-coverage.ts';
import { straightLineCoverage } from './straight-line-coverage.ts';

const request = (options: Partial<CoverageRequest> = {}): CoverageRequest => ({
  categories: [asId('kita')], ageGroups: [], metres: 500, level: asId('quarter'), date: DAY, ...options,
});
const resultOf = (city: City, options: Partial<CoverageRequest> = {}): CoverageResult => {
  const answer = straightLineCoverage(city, request(options), undefined);
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value;
};
const twoQuarters = () => anEmptyCity().area('west', { shape: square(0, 0, 1000) }).area('east', { shape: square(1000, 0, 1000) });

describe('straight-line coverage', () => {
  it('reaches up to and including the distance', () => {
    const city = twoQuarters().site('kita', 100, 100).cells([[600, 100, 10], [601, 100, 5]]).build();
    expect(resultOf(city)).toMatchObject({ people: 15, reached: 10, estimate: 'cells', method: 'straightLine' });
  });

  it('counts people once where circles overlap', () => {
    const city = twoQuarters().site('a', 100, 100).site('b', 200, 100).cells([[150, 100, 7]]).build();
    expect(resultOf(city)).toMatchObject({ people: 7, reached: 7 });
  });

  it('counts a cell in the area of its centre, and apart where it lies in none', () => {
    const city = twoQuarters().site('a', 1000, 100).cells([[900, 100, 4], [1100, 100, 6], [5000, 100, 9]]).build();
    const { areas, peopleOutsideAreas, people } = resultOf(city);
    expect(areas.map(({ area, people: count }) => [area, count])).toEqual([['west', 4], ['east', 6]]);
    expect([peopleOutsideAreas, people]).toEqual([9, 19]);
  });

  it('never counts a citywide offer as located, even with an address', () => {
    const city = twoQuarters().site('near', 100, 100).site('everywhere', 1500, 100, { reach: 'citywide' }).cells([[1500, 100, 8]]).build();
    const result = resultOf(city);
    expect(result.reached).toBe(0);
    expect(result.citywide).toEqual(['everywhere']);
    expect(result.located).toEqual(['near']);
  });

  it('names offers that are closed, not open yet or without a place', () => {
    const city = twoQuarters()
      .site('open', 0, 0, { openedOn: DAY })
      .site('closed', 0, 0, { closedOn: DAY })
      .site('future', 0, 0, { openedOn: asDate('2026-01-01') })
      .site('nowhere', 0, 0, { location: undefined })
      .site('school', 0, 0, { category: asId('school') })
      .cells([[0, 0, 1]])
      .build();
    const result = resultOf(city);
    expect(result.located).toEqual(['open']);
    expect(result.leftOut).toEqual([
      { institution: 'closed', reason: 'notOpen' }, { institution: 'future', reason: 'notOpen' }, { institution: 'nowhere', reason: 'noLocation' },
    ]);
  });

  it('adds up the wanted age groups and refuses unknown ones', () => {
    const city = twoQuarters().site('a', 0, 0).cells([[10, 10, 3, 40]], ['under3', '80plus']).build();
    expect(resultOf(city, { ageGroups: [asId('under3')] }).people).toBe(3);
    expect(resultOf(city).people).toBe(43);
    const answer = straightLineCoverage(city, request({ ageGroups: [asId('teens')] }), undefined);
    expect(answer).toMatchObject({ ok: false, failure: { code: 'coverage.unknownAgeGroup', details: { group: 'teens', known: 'under3, 80plus' } } });
  });

  it('has no share where nobody lives, never 0 %', () => {
    const { areas } = resultOf(twoQuarters().site('a', 100, 100).cells([[100, 100, 5]]).build());
    expect(areas[1]).toMatchObject({ area: 'east', people: 0, share: undefined, medianDistance: undefined });
    expect(areas[0]).toMatchObject({ share: 1, medianDistance: 0, offers: 1 });
  });

  it('weights the median distance by people', () => {
    const city = twoQuarters().site('a', 0, 0).cells([[100, 0, 5], [300, 0, 1], [900, 0, 1]]).build();
    expect(resultOf(city).areas[0]?.medianDistance).toBe(100);
  });

  it('says so when there is no place or nobody is known', () => {
    expect(straightLineCoverage(twoQuarters().cells([[0, 0, 1]]).build(), request(), undefined)).toMatchObject({ failure: { code: 'coverage.noSites' } });
    expect(straightLineCoverage(twoQuarters().site('a', 0, 0).build(), request(), undefined)).toMatchObject({ failure: { code: 'coverage.noPopulation' } });
  });
});

describe('gap list', () => {
  it('orders by need times unreached people; areas without need follow, full coverage is no gap', () => {
    const gaps = gapsOf(area('none', 0, 1), area('small', 10, 0.5), area('noIndex', 90, undefined), area('large', 20, 0.9));
    expect(gaps.map(({ area: id, rank }) => [id, rank])).toEqual([['large', 1], ['small', 2], ['noIndex', 3]]);
  });
  it('puts areas with a secret number last, without a rank, whatever the number is', () => {
    const others = [area('small', 10, 0.5), area('large', 20, 0.9)] as const;
    const expected = [['large', 1], ['small', 2], ['burdened', undefined], ['eased', undefined]];
    for (const [one, other] of [[98, 2], [2, 98], [1, 99]] as const) {
      const gaps = gapsOf(area('eased', other, 0.1), ...others, area('burdened', one, 1));
      expect(gaps.map(({ area: id, rank }) => [id, rank])).toEqual(expected);
    }
  });

  const area = (id: string, unreached: number, need: number | undefined) => ({
    area: asId<never>(id), people: 100, reached: 100 - unreached, unreached, share: 1 - unreached / 100, medianDistance: 0, offers: 0, status: undefined, need, gap: need === undefined ? undefined : need * unreached,
  });
  const gapsOf = (...areas: readonly ReturnType<typeof area>[]) => {
    const city = twoQuarters().site('a', 0, 0).cells([[0, 0, 1]]).build();
    return gapList(releaseCoverage({ ...resultOf(city), areas }, releaserFor(city, 'internal')));
  };
});

describe('a city with totals per area only', () => {
  const totals = () =>
    anEmptyCity()
      .area('west', { shape: square(0, 0, 1000), residential: square(0, 0, 500) })
      .area('east', { shape: square(5000, 0, 1000) })
      .count('population')
      .count('population_under3')
      .value('population', 'west', 1000)
      .value('population', 'east', 800)
      .value('population_under3', 'west', 30)
      .value('population_under3', 'east', { mark: 'suppressed' })
      .site('a', 0, 0);

  it('estimates by the share of residential land and shows the range', () => {
    const result = resultOf(totals().build(), { metres: 100 });
    const quarterCircle = (Math.PI * 100 ** 2) / 4;
    expect(result).toMatchObject({ estimate: 'areaShare', people: 1800, peopleOutsideAreas: 0 });
    expect(result.areas[0]!.reached).toBeCloseTo((1000 * quarterCircle) / 250_000, 1);
    expect(result.areas[0]!.range?.simple).toBeCloseTo((1000 * quarterCircle) / 1_000_000, 1);
    expect(result.areas[1]).toMatchObject({ reached: 0, medianDistance: undefined });
    expect(result.areas[1]?.range).toBeUndefined();
  });

  it('takes groups by the id of their count and leaves secret areas out by name', () => {
    const result = resultOf(totals().build(), { ageGroups: [asId('under3')], metres: 5000 });
    expect(result.people).toBe(30);
    expect(result.unknownAreas).toEqual(['east']);
    expect(straightLineCoverage(totals().build(), request({ ageGroups: [asId('teens')] }), undefined)).toMatchObject({ failure: { code: 'coverage.unknownAgeGroup' } });
  });
});
