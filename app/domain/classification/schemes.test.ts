import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asId } from '#shared/ids.ts';
import type { AreaId } from '#shared/ids.ts';
import { translator } from '#shared/i18n/translator.ts';
import type { City, StatusClass, TrendClass } from '../city/city.ts';
import { STATUS_CLASSES, TREND_CLASSES } from '../city/city.ts';
import { aCity } from '#test/builders/a-city.ts';
import { releaserFor } from '../confidentiality/release.ts';
import type { AreaCoverage, CoverageResult } from '../coverage/coverage.ts';
import { releaseCoverage } from '../coverage/release-coverage.ts';
import type { ExcludedArea } from '../social-index/index-result.ts';
import type { ReleasedAreaIndex, ReleasedIndex } from '../social-index/released-index.ts';
import type { ClassScheme } from './class-scheme.ts';
import { coverageScheme } from './coverage-scheme.ts';
import { indexScheme } from './index-scheme.ts';
import { plainScheme } from './plain-scheme.ts';

const area = (number: number): AreaId => asId(`a${number}`);
const ids = (count: number): readonly AreaId[] => Array.from({ length: count }, (_, number) => area(number));
const cityOf = (areas: readonly AreaId[]) => ({ areas: areas.map((id) => ({ id, level: asId('quarter') })) }) as unknown as City;

type Scored = readonly [AreaId, StatusClass, TrendClass | undefined];
const score = <Class>(of: Class) => ({ parts: [], sum: 0, index: 0, class: of, nextCut: undefined });
const indexOf = (scored: readonly Scored[], excluded: readonly ExcludedArea[] = []) =>
  ({
    level: asId('quarter'),
    areas: scored.map(([id, status, trend]): ReleasedAreaIndex => ({ area: id, rank: undefined, need: 1, status: score(status), trend: trend === undefined ? undefined : score(trend) })),
    excluded,
  }) as unknown as ReleasedIndex;

const counts = (scheme: ClassScheme): number => scheme.classes.reduce((sum, mapClass) => sum + mapClass.count, 0);
const found = (scheme: ClassScheme, id: AreaId) => scheme.classOf.get(id);

describe('index scheme', () => {
  it('is a grid of 4 × 3 with "Keine Zuordnung" and "geheim" below', () => {
    const scheme = indexScheme(cityOf(ids(1)), indexOf([[area(0), 'low', 'negative']]));
    expect(scheme.classes).toHaveLength(14);
    expect(found(scheme, area(0))).toMatchObject({ row: 2, column: 2, sign: 'down', hatch: 'none', count: 1, label: ['socialIndex.status.low', 'socialIndex.trend.negative'] });
    expect(scheme.classes.slice(-2).map((mapClass) => mapClass.hatch)).toEqual(['noClass', 'confidential']);
  });

  it('says "Hoch (geringes Armutsrisiko)" wherever it says "Hoch"', () => {
    const scheme = indexScheme(cityOf(ids(1)), indexOf([[area(0), 'high', 'stable']]));
    const label = found(scheme, area(0))?.label[0];
    expect(label && translator('de')(label)).toBe('Hoch (geringes Armutsrisiko)');
  });

  it('keeps secret areas apart from those without a class, and areas nobody mentioned among the latter', () => {
    const scheme = indexScheme(
      cityOf(ids(4)),
      indexOf(
        [[area(0), 'middle', 'stable']],
        [
          { area: area(1), reason: 'suppressedValue', detail: '' },
          { area: area(2), reason: 'belowMinimumPopulation', detail: '' },
        ],
      ),
    );
    expect(ids(4).map((id) => found(scheme, id)?.hatch)).toEqual(['none', 'confidential', 'noClass', 'noClass']);
  });

  it('never calls a trend stable that could not be computed', () => {
    const scheme = indexScheme(cityOf(ids(2)), indexOf([[area(0), 'middle', undefined], [area(1), 'middle', 'stable']]));
    expect(found(scheme, area(0))).toMatchObject({ column: 3, sign: 'unknown' });
    expect(found(scheme, area(1))).toMatchObject({ column: 1, sign: 'none' });
  });

  it('gives every area exactly one class, and the counts add up', () => {
    const scored = fc.tuple(fc.constantFrom(...STATUS_CLASSES), fc.constantFrom(...TREND_CLASSES, undefined));
    fc.assert(
      fc.property(fc.array(fc.option(scored, { nil: undefined }), { maxLength: 60 }), (rows) => {
        const index = indexOf(rows.flatMap((row, number): Scored[] => (row === undefined ? [] : [[area(number), row[0], row[1]]])));
        const scheme = indexScheme(cityOf(ids(rows.length)), index);
        expect(scheme.classOf.size).toBe(rows.length);
        expect(counts(scheme)).toBe(rows.length);
        for (const mapClass of scheme.classOf.values()) expect(scheme.classes).toContain(mapClass);
        expect(new Set(scheme.classes.map((mapClass) => mapClass.key)).size).toBe(scheme.classes.length);
      }),
    );
  });
});

describe('coverage scheme', () => {
  const coverageOf = (...rows: readonly (readonly [people: number, reached: number])[]) =>
    releaseCoverage(
      {
        people: rows.reduce((sum, [people]) => sum + people, 0),
        reached: rows.reduce((sum, [, reached]) => sum + reached, 0),
        peopleOutsideAreas: 0,
        areas: rows.map(([people, reached], number) => ({ area: area(number), people, reached, unreached: people - reached }) as AreaCoverage),
      } as unknown as CoverageResult,
      releaserFor(aCity().withQuarters(1).build(), 'internal'),
    );

  it.each([
    [100, 'from80'],
    [80, 'from80'],
    [79, 'from60'],
    [60, 'from60'],
    [40, 'from40'],
    [20, 'from20'],
    [19, 'below20'],
    [0, 'below20'],
  ])('%i of 100 reached is class %s', (reached, key) => {
    expect(found(coverageScheme(coverageOf([100, reached])), area(0))?.key).toBe(key);
  });

  it('an area where nobody of the group lives is not "0 % reached"', () => {
    expect(found(coverageScheme(coverageOf([0, 0])), area(0))).toMatchObject({ key: 'nobody', hatch: 'noClass' });
  });

  it('does not tell about one or two people', () => {
    expect(found(coverageScheme(coverageOf([2, 2])), area(0))).toMatchObject({ key: 'confidential', hatch: 'confidential' });
    expect(found(coverageScheme(coverageOf([3, 3])), area(0))?.key).toBe('from80');
    expect(found(coverageScheme(coverageOf([50, 49])), area(0))?.key).toBe('confidential');
    expect(found(coverageScheme(coverageOf([50, 1])), area(0))?.key).toBe('confidential');
  });

  it('hides a second area where the total would give the hidden one away', () => {
    const scheme = coverageScheme(coverageOf([2, 1], [40, 20], [400, 20]));
    expect([0, 1, 2].map((number) => found(scheme, area(number))?.key)).toEqual(['confidential', 'confidential', 'below20']);
    expect(scheme.classes.find(({ key }) => key === 'confidential')?.count).toBe(2);
  });

  it('counts add up', () => {
    expect(counts(coverageScheme(coverageOf([0, 0], [10, 3], [10, 10], [1, 1])))).toBe(4);
  });
});

it('without a theme every area of the level is plain', () => {
  const scheme = plainScheme(cityOf(ids(3)), asId('quarter'));
  expect(scheme.classes).toMatchObject([{ key: 'plain', count: 3 }]);
});
