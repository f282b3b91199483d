import { describe, expect, it } from 'vitest';
import type { Cell } from '#shared/cell.ts';
import { asDate, asId } from '#shared/ids.ts';
import { anEmptyCity, DAY } from '#test/builders/an-empty-city.ts';
import type { City } from '../city/city.ts';
import { releaserFor } from '../confidentiality/release.ts';
import { statusClassOf, trendClassOf } from './class-of.ts';
import { comparePublished } from './compare-published.ts';
import { computeIndex } from './compute-index.ts';
import { earlierDate } from './earlier-date.ts';
import { explainArea } from './explain.ts';
import { nextCutOf, statusSteps } from './next-cut.ts';
import { releaseIndex } from './release-index.ts';
import type { IndexProfile } from './index-profile.ts';
import type { IndexResult } from './index-result.ts';
import { parseProfile, serialiseProfile } from './profile-file.ts';
import { availableIndexDates } from './available-index-dates.ts';
import { BERLIN_RULE, berlin2021Profile, profilesFor, sevenRiskGroupsProfile } from './profiles.ts';

const EARLIER = asDate('2023-12-31');
const suppressed: Cell = { mark: 'suppressed' };
const profileOf = (indicators: readonly string[], change: Partial<IndexProfile> = {}): IndexProfile => ({
  ...BERLIN_RULE,
  id: asId('test'),
  title: { de: 'Test' },
  description: { de: 'Test' },
  populationIndicator: asId('population'),
  indicators: indicators.map((id) => ({ indicator: asId(id), weight: 1, direction: 'higherIsWorse' })),
  ...change,
});
/** One quarter per row: inhabitants, then a value per indicator (undefined: none delivered). */
function cityOf(indicators: readonly string[], rows: Record<string, readonly (number | Cell | undefined)[]>, date = DAY) {
  const builder = anEmptyCity().count('population', { minimumNumerator: 0 });
  for (const id of indicators) builder.indicator(id);
  for (const [area, values] of Object.entries(rows)) {
    builder.area(area);
    ['population', ...indicators].forEach((id, i) => values[i] !== undefined && builder.value(id, area, values[i], date));
  }
  return builder;
}
function indexOf(city: City, profile: IndexProfile, date = DAY): IndexResult {
  const answer = computeIndex(city, profile, asId('quarter'), date);
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value;
}
const byArea = (result: IndexResult): Record<string, number> => Object.fromEntries(result.areas.map(({ area, status }) => [area, status.index]));

describe('the status index', () => {
  it('is the sum of z values over the deviation of the sums, divided by n', () => {
    const result = indexOf(cityOf(['poverty'], { a: [1000, 10], b: [1000, 20], c: [1000, 30] }).build(), profileOf(['poverty']));
    expect(result.areas[2]).toMatchObject({ area: 'c', status: { class: 'low', parts: [{ indicator: 'poverty', value: 30 }] } });
    expect(byArea(result)['c']).toBeCloseTo(Math.sqrt(1.5), 12);
  });

  it('turns indicators of which more is better', () => {
    const profile = profileOf(['income'], { indicators: [{ indicator: asId('income'), weight: 1, direction: 'higherIsBetter' }] });
    const result = indexOf(cityOf(['income'], { rich: [1000, 40], poor: [1000, 10] }).build(), profile);
    expect(byArea(result)).toEqual({ rich: -1, poor: 1 });
    expect(result.areas.map(({ status }) => status.class)).toEqual(['middle', 'middle']);
  });

  it('weights indicators', () => {
    const profile = profileOf(['x', 'y'], { indicators: [{ indicator: asId('x'), weight: 3, direction: 'higherIsWorse' }, { indicator: asId('y'), weight: 1, direction: 'higherIsWorse' }] });
    const result = indexOf(cityOf(['x', 'y'], { a: [1000, 0, 1], b: [1000, 1, 0] }).build(), profile);
    expect(result.areas.map(({ status }) => status.sum)).toEqual([-2, 2]);
  });

  it('has its zero at the city when the city is the reference', () => {
    const city = cityOf(['poverty'], { a: [1000, 10], b: [1000, 20], c: [1000, 30] }).cityValue('poverty', 10).build();
    const result = indexOf(city, profileOf(['poverty'], { reference: 'cityValue' }));
    expect(byArea(result)['a']).toBe(0);
    expect(byArea(result)['b']).toBeGreaterThan(0);
  });

  it('names an indicator the city has no value of when the city is the reference', () => {
    const city = cityOf(['x', 'y'], { a: [1000, 1, 5], b: [1000, 2, 9] }).cityValue('x', 1).build();
    expect(indexOf(city, profileOf(['x', 'y'], { reference: 'cityValue' })).leftOut).toContainEqual({ indicator: 'y', part: 'status', reason: 'noCityValue' });
  });

  it('flips with n − 1 near a cut (35 % of draws with 27 areas flip a class)', () => {
    const city = cityOf(['x'], { a: [1000, 0], b: [1000, 0], c: [1000, 3] }).build();
    const kinds = (['population', 'sample'] as const).map((deviation) => byArea(indexOf(city, profileOf(['x'], { deviation })))['c']!);
    expect(kinds[0]).toBeCloseTo(Math.SQRT2, 12);
    expect(kinds[1]).toBeCloseTo(2 / Math.sqrt(3), 12);
  });

  it('weights mean and deviation by population when asked', () => {
    const city = cityOf(['x'], { a: [3000, 10], b: [1000, 20] }).build();
    const { areas } = indexOf(city, profileOf(['x'], { reference: 'populationWeighted', deviation: 'weighted' }));
    expect(areas[0]!.status.parts[0]!.z).toBeCloseTo(-2.5 / Math.sqrt(18.75), 12);
  });

  it('is the weighted mean of z values when it is not standardised again', () => {
    const city = cityOf(['x', 'y'], { a: [1000, 0, 0], b: [1000, 1, 1] }).build();
    expect(byArea(indexOf(city, profileOf(['x', 'y'], { restandardise: false })))).toEqual({ a: -1, b: 1 });
  });
});

describe('areas without a class', () => {
  const rows = { a: [1000, 10], b: [1000, 20], c: [1000, 30] } as const;
  it.each<[string, readonly (number | Cell | undefined)[], string, string]>([
    ['too small', [299, 500], 'belowMinimumPopulation', 'population'],
    ['a missing value', [1000, undefined], 'missingValue', 'poverty'],
    ['a value that makes no sense', [1000, { mark: 'notApplicable' }], 'missingValue', 'poverty'],
    ['a secret value', [1000, suppressed], 'suppressedValue', 'poverty'],
    ['unknown inhabitants', [undefined, 500], 'missingValue', 'population'],
    ['secret inhabitants', [suppressed, 500], 'suppressedValue', 'population'],
  ])('%s: named, and gone from mean and deviation too', (_, row, reason, detail) => {
    const without = indexOf(cityOf(['poverty'], rows).build(), profileOf(['poverty']));
    const result = indexOf(cityOf(['poverty'], { ...rows, odd: row }).build(), profileOf(['poverty']));
    expect(result.excluded).toEqual([{ area: 'odd', reason, detail }]);
    expect(byArea(result)).toEqual(byArea(without));
  });

  it('an outlier is excluded by name with the reason that is printed', () => {
    const profile = profileOf(['poverty'], { exclusions: [{ area: asId('shelter'), reason: 'Unterkunft für Geflüchtete' }] });
    const result = indexOf(cityOf(['poverty'], { ...rows, shelter: [1000, 99] }).build(), profile);
    expect(result.excluded).toEqual([{ area: 'shelter', reason: 'named', detail: 'Unterkunft für Geflüchtete' }]);
    expect(byArea(result)).toEqual(byArea(indexOf(cityOf(['poverty'], rows).build(), profileOf(['poverty']))));
  });

  it('zero is a value, not a gap', () => {
    const result = indexOf(cityOf(['poverty'], { ...rows, none: [1000, 0] }).build(), profileOf(['poverty']));
    expect(result.excluded).toEqual([]);
    expect(byArea(result)['none']).toBeLessThan(-1);
  });

  it('a rate on two people is secret to the index as well', () => {
    const builder = anEmptyCity().count('population', { minimumNumerator: 0 }).indicator('poverty', { minimumNumerator: 3 });
    for (const [area, numerator] of [['a', 2], ['b', 50], ['c', 90]] as const) {
      builder.area(area).value('population', area, 1000).value('poverty', area, { mark: 'value', value: numerator / 10, numerator, denominator: 1000 });
    }
    expect(indexOf(builder.build(), profileOf(['poverty'])).excluded).toEqual([{ area: 'a', reason: 'suppressedValue', detail: 'poverty' }]);
  });

  it('three hundred inhabitants are enough', () => {
    expect(indexOf(cityOf(['poverty'], { ...rows, edge: [300, 15] }).build(), profileOf(['poverty'])).excluded).toEqual([]);
  });

  it('areas that do not exist on the day take no part', () => {
    const city = cityOf(['poverty'], rows).area('old', { validTo: asDate('2020-12-31') }).value('population', 'old', 900).value('poverty', 'old', 70).build();
    const result = indexOf(city, profileOf(['poverty']));
    expect([...result.areas, ...result.excluded].some(({ area }) => area === 'old')).toBe(false);
  });
});

describe('indicators that cannot take part', () => {
  it('are named: constant, empty, unknown; never Infinity or NaN', () => {
    const city = cityOf(['poverty', 'flat', 'empty'], { a: [1000, 10, 0.1 + 0.2], b: [1000, 20, 0.1 + 0.2], c: [1000, 30, 0.1 + 0.2] }).build();
    const result = indexOf(city, profileOf(['poverty', 'flat', 'empty', 'foreign']));
    expect(result.leftOut.filter(({ part }) => part === 'status')).toEqual([
      { indicator: 'empty', part: 'status', reason: 'noValues' },
      { indicator: 'foreign', part: 'status', reason: 'unknown' },
      { indicator: 'flat', part: 'status', reason: 'noSpread' },
    ]);
    expect(result.areas.every(({ status }) => Number.isFinite(status.index) && status.parts.length === 1)).toBe(true);
  });

  it('bring back areas that lacked only the left-out indicator', () => {
    const city = cityOf(['poverty', 'flat'], { a: [1000, 10, 5], b: [1000, 20, 5], c: [1000, 30, undefined] }).build();
    expect(indexOf(city, profileOf(['poverty', 'flat'])).areas).toHaveLength(3);
  });

  it('that cancel each other give 0 everywhere', () => {
    const profile = profileOf(['x'], { indicators: [{ indicator: asId('x'), weight: 1, direction: 'higherIsWorse' }, { indicator: asId('y'), weight: 1, direction: 'higherIsBetter' }] });
    const city = cityOf(['x', 'y'], { a: [1000, 1.1, 2.2], b: [1000, 3.3, 6.6], c: [1000, 9.9, 19.8] }).build();
    expect(byArea(indexOf(city, profile))).toEqual({ a: 0, b: 0, c: 0 });
  });

  it('answers with a problem when nothing is left', () => {
    const city = cityOf(['flat'], { a: [1000, 5], b: [1000, 5] }).build();
    expect(computeIndex(city, profileOf(['flat']), asId('quarter'), DAY)).toMatchObject({ ok: false, failure: { code: 'index.noIndicators' } });
    expect(computeIndex(city, profileOf(['foreign']), asId('quarter'), DAY)).toMatchObject({ ok: false, failure: { code: 'index.noIndicators' } });
    const lonely = cityOf(['x'], { a: [1000, 5], b: [10, 5] }).build();
    expect(computeIndex(lonely, profileOf(['x']), asId('quarter'), DAY)).toMatchObject({ ok: false, failure: { code: 'index.noAreas' } });
  });
});

describe('the trend', () => {
  const earlier = (later: Record<string, readonly [number, number]>) => {
    const builder = cityOf(['poverty'], Object.fromEntries(Object.entries(later).map(([area, [now]]) => [area, [1000, now]])));
    for (const [area, [, before]] of Object.entries(later)) builder.value('poverty', area, before, EARLIER);
    return builder;
  };

  it('is relative to the others; the absolute change stands beside it', () => {
    // poverty rises everywhere; least where the trend reads "positive"
    const result = indexOf(earlier({ a: [11, 10], b: [15, 10], c: [15, 10], d: [15, 10] }).build(), profileOf(['poverty']));
    expect(result.trendSince).toBe(EARLIER);
    expect(result.areas.map(({ trend }) => trend?.class)).toEqual(['positive', 'stable', 'stable', 'stable']);
    expect(result.areas[0]?.trend?.parts[0]?.absoluteChange).toBe(1);
  });

  it('leaves an area with a status but no earlier value without trend', () => {
    const city = earlier({ a: [11, 10], b: [15, 10], c: [18, 10] }).area('new').value('population', 'new', 1000).value('poverty', 'new', 12).build();
    const result = indexOf(city, profileOf(['poverty']));
    expect(result.areas.find(({ area }) => area === 'new')).toMatchObject({ trend: undefined });
    expect(result.areas).toHaveLength(4);
  });

  it('looks back the profile’s number of years', () => {
    expect(earlierDate(asDate('2020-12-31'), 2)).toBe('2018-12-31');
    expect(earlierDate(asDate('2024-02-29'), 3)).toBe('2021-02-28');
    const three = profileOf(['poverty'], { trend: { ...BERLIN_RULE.trend, windowYears: 3 } });
    expect(indexOf(earlier({ a: [11, 10], b: [15, 10] }).build(), three)).toMatchObject({ trendSince: undefined, leftOut: [{ indicator: 'poverty', part: 'trend', reason: 'noValues' }] });
  });

  it('can be relative, or the change of the z value', () => {
    const city = earlier({ a: [20, 10], b: [60, 50], c: [30, 30] }).build();
    const part = (unit: IndexProfile['trend']['unit']) => indexOf(city, profileOf(['poverty'], { trend: { ...BERLIN_RULE.trend, unit } })).areas[0]!.trend!.parts[0]!;
    expect(part('percentagePoints')).toMatchObject({ value: 10, absoluteChange: 10 });
    expect(part('relative')).toMatchObject({ value: 100, absoluteChange: 10 });
    const z = (value: number, all: readonly number[]) => {
      const mean = all.reduce((a, b) => a + b) / all.length;
      return (value - mean) / Math.sqrt(all.reduce((sum, x) => sum + (x - mean) ** 2, 0) / all.length);
    };
    expect(part('zDifference').value).toBeCloseTo(z(20, [20, 60, 30]) - z(10, [10, 50, 30]), 12);
  });

  it('has no relative change from nothing to something', () => {
    const profile = profileOf(['poverty'], { trend: { ...BERLIN_RULE.trend, unit: 'relative' } });
    const result = indexOf(earlier({ a: [5, 0], b: [15, 10], c: [18, 10] }).build(), profile);
    expect(result.areas[0]!.trend).toBeUndefined();
    expect(result.areas[1]!.trend).toBeDefined();
  });

  it('takes a delivered change before its own', () => {
    const builder = earlier({ a: [20, 10], b: [60, 50] }).indicator('delta', { kind: 'change' }).value('delta', 'a', 1).value('delta', 'b', 4);
    const profile = profileOf(['poverty'], { indicators: [{ indicator: asId('poverty'), weight: 1, direction: 'higherIsWorse', changeIndicator: asId('delta') }] });
    expect(indexOf(builder.build(), profile).areas.map(({ trend }) => trend?.parts[0]?.absoluteChange)).toEqual([1, 4]);
  });
});

describe('classes', () => {
  it('take the cut itself to the milder side: > 1.5 very low, > 1 low, < −1 high', () => {
    const cuts = BERLIN_RULE.statusCuts;
    expect([-1.0001, -1, 1, 1.0001, 1.5, 1.5001].map((index) => statusClassOf(index, cuts))).toEqual(['high', 'middle', 'middle', 'low', 'low', 'veryLow']);
    expect([-1.0001, -1, 1, 1.0001].map((index) => trendClassOf(index, BERLIN_RULE.trend.cuts))).toEqual(['positive', 'stable', 'stable', 'negative']);
    expect(statusClassOf(1 + 4e-16, cuts)).toBe('middle');
  });
});

describe('why an area has its class', () => {
  const city = cityOf(['x', 'y'], { a: [1000, 10, 3], b: [1000, 20, 1], c: [1000, 60, 2] }).build();
  it('names what moved it, strongest first', () => {
    const result = indexOf(city, profileOf(['x', 'y']));
    const released = releaseIndex(result, releaserFor(city, 'internal'));
    const explanation = explainArea(released, asId('c'))!;
    expect(explanation.status.contributions.map(({ indicator }) => indicator)).toEqual(['x', 'y']);
    expect(explanation.status.contributions.reduce((sum, { added }) => sum + added!, 0)).toBeCloseTo(result.areas[2]!.status.sum, 12);
    expect(explainArea(released, asId('elsewhere'))).toBeUndefined();
  });
  it('says when the next class is near', () => {
    const cutAt = (index: number) => nextCutOf({ index, class: statusClassOf(index, BERLIN_RULE.statusCuts) }, statusSteps(profileOf(['x'])));
    expect(cutAt(0.95)).toMatchObject({ class: 'low', isNear: true });
    expect(cutAt(0.5)).toMatchObject({ class: 'low', isNear: false });
    expect(cutAt(1.45)).toMatchObject({ class: 'veryLow', isNear: true });
    expect(cutAt(-1.02)).toMatchObject({ class: 'middle', isNear: true });
  });
});

it('lists where published and computed classes differ', () => {
  const builder = cityOf(['x'], { a: [1000, 10], b: [1000, 20], c: [1000, 30] });
  expect(comparePublished(builder.build(), indexOf(builder.build(), profileOf(['x'])))).toBeUndefined();
  const row = (area: string, status: 'high' | 'middle' | 'low') => builder.published({ index: 'office', area: asId(area), date: DAY, status, trend: undefined });
  row('a', 'high');
  row('b', 'low');
  const city = builder.build();
  expect(comparePublished(city, indexOf(city, profileOf(['x'])))).toMatchObject({
    compared: 2, sameStatus: 1, differences: [{ area: 'b', published: { status: 'low' }, computed: { status: 'middle' } }, { area: 'c', published: { status: undefined } }],
  });
});

describe('profiles', () => {
  it('go to a file and back', () => {
    for (const profile of [berlin2021Profile, sevenRiskGroupsProfile]) expect(parseProfile(serialiseProfile(profile), 'p.json')).toEqual({ ok: true, value: profile });
  });
  it.each<[string, unknown]>([
    ['no JSON', undefined],
    ['cuts in the wrong order', { ...berlin2021Profile, statusCuts: { high: 1, middle: -1, low: 2 } }],
    ['an indicator twice', { ...berlin2021Profile, indicators: [berlin2021Profile.indicators[0], berlin2021Profile.indicators[0]] }],
    ['a negative weight', { ...berlin2021Profile, indicators: [{ ...berlin2021Profile.indicators[0], weight: -1 }] }],
    ['an unknown field', { ...berlin2021Profile, script: 'x' }],
    ['no indicators', { ...berlin2021Profile, indicators: [] }],
  ])('are refused with %s', (_, json) => {
    expect(parseProfile(json === undefined ? '{' : JSON.stringify(json), 'p.json')).toMatchObject({ ok: false, failure: { code: 'index.profileUnreadable' } });
  });

  it('are suggested for a city nobody has made one for: complete burden shares only, topics taking turns', () => {
    const builder = anEmptyCity().count('inhabitants', { title: 'Einwohner*innen' });
    for (const area of ['a', 'b', 'c', 'd', 'e']) builder.area(area).value('inhabitants', area, 500);
    for (let i = 0; i < 10; i += 1) builder.indicator(`work${i}`, { topic: asId('work') });
    builder.indicator('health', { topic: asId('health') }).indicator('neutral', { direction: 'neutral' }).indicator('turned', { direction: 'higherIsBetter' }).indicator('rent', { unit: '€' }).indicator('migration').indicator('patchy').indicator('count', { form: 'absolute' });
    for (const area of ['a', 'b', 'c', 'd', 'e']) for (const id of ['work0', 'work1', 'work2', 'work3', 'work4', 'work5', 'work6', 'work7', 'work8', 'work9', 'health', 'neutral', 'turned', 'rent', 'migration']) builder.value(id, area, 1);
    builder.value('patchy', 'a', 1);
    const [profile] = profilesFor(builder.build());
    expect(profile?.indicators.map(({ indicator }) => indicator)).toEqual(['work0', 'health', 'work1', 'work2', 'work3', 'work4']);
    expect(profile?.title.de).toBe('Automatischer Entwurf (ungeprüft)');
    expect(profile).toMatchObject({ populationIndicator: 'inhabitants', minimumPopulation: 300 });
  });

  it('prefer the one made for the bundle, and none where nothing is a burden', () => {
    const city = cityOf(sevenRiskGroupsProfile.indicators.map(({ indicator }) => indicator), { a: [1, 1, 1, 1, 1, 1, 1, 1], b: [1, 1, 1, 1, 1, 1, 1, 1] }).build();
    expect(profilesFor(city).map(({ id }) => id)).toEqual(['seven_risk_groups', 'suggested']);
    expect(profilesFor(anEmptyCity().area('a').count('population').build())).toEqual([]);
  });

  it('offer the days on which all their indicators are there', () => {
    const city = cityOf(['x', 'y'], { a: [1000, 1, 2], b: [1000, 2, 3] }).value('x', 'a', 3, EARLIER).value('population', 'a', 1000, EARLIER).build();
    expect(availableIndexDates(city, profileOf(['x', 'y']), asId('quarter'))).toEqual([DAY]);
    expect(availableIndexDates(city, profileOf(['x']), asId('quarter'))).toEqual([EARLIER, DAY]);
  });
});
