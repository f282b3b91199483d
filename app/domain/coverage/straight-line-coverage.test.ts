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
    return gapList(releaseCoverage({ ...resultOf(city), areas, people: areas.length * 100, reached: areas.reduce((sum, { reached }) => sum + reached, 0) }, releaserFor(city, 'internal')));
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

describe('a coverage past the gate', () => {
  const district = (...people: readonly number[]) => {
    const builder = anEmptyCity();
    people.forEach((_, i) => builder.area(`q${i}`, { shape: square(i * 1000, 0, 1000) }));
    return builder.site('a', 0, 0);
  };
  const released = (people: readonly number[], metres: number) => {
    const city = district(...people).cells(people.map((count, i) => [i * 1000 + 500, 500, count])).build();
    return releaseCoverage(resultOf(city, { metres }), releaserFor(city, 'public'));
  };

  it('leaves no hidden areas whose people follow from the total: 42 less 40 shared by two', () => {
    const coverage = released([1, 1, 40], 1);
    const shown = [...coverage.areas.values()].filter(({ people }) => people.value !== undefined);
    expect(coverage.people.value === undefined || shown.length === 0).toBe(true);
  });

  it('hides no more than that where the sum leaves room', () => {
    const coverage = released([1, 2, 40, 60, 90], 1);
    expect([...coverage.areas.values()].map(({ people }) => people.mark)).toEqual(['suppressed', 'suppressed', 'suppressed', 'value', 'value']);
    expect(coverage.people.value).toBe(193);
  });

  it('protects people reached like people: the sum of the reached less the shown ones is never a hidden one', () => {
    for (const people of [[2, 40, 50], [1, 1, 40, 50], [3, 2, 1, 7], [0, 2, 90], [5, 5, 5]]) {
      for (const metres of [1, 800, 1600, 9000]) {
        const coverage = released(people, metres);
        for (const key of ['people', 'reached', 'unreached'] as const) {
          const hidden = [...coverage.areas.values()].filter((area) => area[key].mark === 'suppressed');
          if (hidden.length === 0 || coverage[key].value === undefined) continue;
          const rest = coverage[key].value - [...coverage.areas.values()].reduce((sum, area) => sum + (area[key].value ?? 0), 0);
          expect({ people, metres, key, hidden: hidden.length > 1, room: rest === 0 || rest - hidden.length + 1 >= 3 }).toEqual({ people, metres, key, hidden: true, room: true });
        }
      }
    }
  });

  it('estimates nothing from a count the source keeps secret below ten', () => {
    const city = district(1, 1, 1, 1).count('population_under3', { minimumNumerator: 10 })
      .value('population_under3', 'q0', 7).value('population_under3', 'q1', 50).value('population_under3', 'q2', 8).value('population_under3', 'q3', 60).build();
    for (const audience of ['internal', 'public'] as const) {
      const answer = straightLineCoverage(city, request({ ageGroups: [asId('under3')], metres: 800 }), undefined, undefined, audience);
      if (!answer.ok) throw new Error(answer.failure.code);
      expect(answer.value.unknownAreas).toEqual(expect.arrayContaining(['q0', 'q2']));
      expect(JSON.stringify([...releaseCoverage(answer.value, releaserFor(city, audience)).areas.values()])).not.toMatch(/"value":[78]\b/);
    }
  });
});

it('counts people in the area in force on the day, not in the dissolved one on the same ground', () => {
  const city = anEmptyCity()
    .area('old', { shape: square(0, 0, 1000), validTo: asDate('2020-12-31') }).area('new', { shape: square(0, 0, 1000), validFrom: asDate('2021-01-01') })
    .site('a', 500, 500).cells([[500, 500, 1000]]).build();
  expect(resultOf(city).areas.map(({ area, people, offers }) => [area, people, offers])).toEqual([['new', 1000, 1]]);
  expect(resultOf(city, { date: asDate('2020-06-30') }).areas.map(({ area, people }) => [area, people])).toEqual([['old', 1000]]);
});
