import { describe, expect, it } from 'vitest';
import type { Cell } from '#shared/cell.ts';
import type { City } from '../city/city.ts';
import { asId } from '#shared/ids.ts';
import { anEmptyCity, DAY } from '#test/builders/an-empty-city.ts';
import { formatReleased, formatReleasedWithUnit } from './format-released.ts';
import { metres, rank } from './no-statistic.ts';
import { releaserFor } from './release.ts';
import type { Releaser } from './release.ts';

const release = (releaser: Releaser, indicator: string, area: string) => releaser.cell(asId(indicator), asId(area), DAY);
const shown = (city: City, indicator: string, areas: readonly string[]): string[] =>
  areas.map((area) => formatReleased(release(releaserFor(city, 'internal'), indicator, area), 'de'));

const rate = (numerator: number, denominator: number): Cell => ({ mark: 'value', value: (numerator / denominator) * 100, numerator, denominator });

describe('the area of the whole city', () => {
  it('is judged by its own count as well as by that of the city', () => {
    const city = anEmptyCity().level('city', { order: 0 }).area('all').level('quarter', { order: 1 }).area('a', { parent: asId('all') }).area('b', { parent: asId('all') })
      .count('cases').value('cases', 'all', 2).value('cases', 'a', 300).value('cases', 'b', 200).cityValue('cases', 500).build();
    expect(shown(city, 'cases', ['all'])).toEqual(['.']);
    expect(releaserFor(city, 'public').cityCell(asId('cases'), DAY).mark).toBe('suppressed');
  });

  it('is judged by its own rate as well', () => {
    const city = anEmptyCity().level('city', { order: 0 }).area('all').indicator('share', { minimumNumerator: 3, minimumDenominator: 10 }).value('share', 'all', rate(2, 50)).cityValue('share', rate(40, 1000)).build();
    expect(shown(city, 'share', ['all'])).toEqual(['.']);
  });
});

describe('a single value', () => {
  const city = anEmptyCity().area('a').count('cases')
    .indicator('share', { minimumNumerator: 3, minimumDenominator: 100 })
    .build();
  const withCell = (indicator: string, cell: Cell): City => ({ ...city, values: [{ indicator: asId(indicator), area: asId('a'), date: DAY, cell }] });

  it.each<[string, string, Cell, string]>([
    ['a count below three', 'cases', { mark: 'value', value: 2 }, '.'],
    ['a count of three', 'cases', { mark: 'value', value: 3 }, '3'],
    ['none', 'cases', { mark: 'zero' }, '–'],
    ['a value the source hides', 'cases', { mark: 'suppressed' }, '.'],
    ['an unknown value', 'cases', { mark: 'notAvailable' }, '...'],
    ['a value without sense', 'cases', { mark: 'notApplicable' }, 'x'],
    ['an uncertain value', 'cases', { mark: 'uncertain', value: 1200 }, '(1.200)'],
    ['an uncertain count below three', 'cases', { mark: 'uncertain', value: 2 }, '.'],
    ['a rate on two people', 'share', rate(2, 500), '.'],
    ['a rate on three people', 'share', rate(3, 500), '0,6'],
    ['a rate on too few people', 'share', rate(30, 99), '.'],
    ['all but two', 'share', rate(498, 500), '.'],
    ['everybody', 'share', rate(500, 500), '100,0'],
    ['nobody of many', 'share', { mark: 'zero', denominator: 500 }, '–'],
    ['nobody of few', 'share', { mark: 'zero', denominator: 20 }, '.'],
    ['a rate whose counts nobody delivered', 'share', { mark: 'value', value: 12.34 }, '12,3'],
  ])('%s', (_, indicator, cell, expected) => expect(shown(withCell(indicator, cell), indicator, ['a'])).toEqual([expected]));

  it('takes the counts of a rate from the indicators it is made of', () => {
    const made = anEmptyCity().area('a').count('population').count('cases').indicator('share', { numerator: asId('cases'), denominator: asId('population'), minimumNumerator: 3 })
      .value('population', 'a', 500).value('cases', 'a', 2).value('share', 'a', 0.4).build();
    expect(shown(made, 'share', ['a'])).toEqual(['.']);
  });

  it('has nothing to show of an unknown indicator', () => {
    expect(release(releaserFor(city, 'internal'), 'foreign', 'a').mark).toBe('notAvailable');
  });

  it('carries no number and no further property when it is secret', () => {
    const secret = release(releaserFor(withCell('share', rate(2, 739_117)), 'internal'), 'share', 'a');
    expect(JSON.stringify(secret)).toBe('{"mark":"suppressed","unit":"%","precision":1}');
    expect(Object.values(secret).filter((value) => typeof value === 'number')).toEqual([1]);
    expect(secret.value).toBeUndefined();
  });

  it('changes by the difference of the counted values, rounded once', () => {
    const releaser = releaserFor(withCell('share', rate(2072, 3379)), 'internal');
    const earlier = releaserFor(withCell('share', rate(2026, 3368)), 'internal');
    const secret = releaserFor(withCell('share', rate(2, 3368)), 'internal');
    const change = releaser.difference(release(releaser, 'share', 'a'), release(earlier, 'share', 'a'));
    expect(change.value).toBe(1.2);
    expect(Object.values(change)).toEqual(['value', 1.2, '%', 1]);
    expect(releaser.difference(release(releaser, 'share', 'a'), release(secret, 'share', 'a'))).toMatchObject({ mark: 'suppressed', value: undefined });
  });

  it('is rounded to the decimals that are shown', () => {
    expect(release(releaserFor(withCell('share', rate(1, 3000)), 'internal'), 'share', 'a').mark).toBe('suppressed');
    expect(release(releaserFor(withCell('share', rate(1000, 3000)), 'internal'), 'share', 'a').value).toBe(33.3);
  });

  it('is never shown to the public when it is hidden inside', () => {
    for (const cell of [rate(2, 500), rate(30, 99), rate(30, 400), rate(498, 500)]) {
      const [inside, outside] = (['internal', 'public'] as const).map((audience) => release(releaserFor(withCell('share', cell), audience), 'share', 'a').mark);
      if (inside === 'suppressed') expect(outside).toBe('suppressed');
    }
    const lax = anEmptyCity().area('a').count('cases', { minimumNumerator: 0 }).value('cases', 'a', 2).build();
    expect(release(releaserFor(lax, 'internal'), 'cases', 'a').value).toBe(2);
    expect(release(releaserFor(lax, 'public'), 'cases', 'a').mark).toBe('suppressed');
  });

  it('can be held back more strictly, never less', () => {
    const counts = withCell('cases', { mark: 'value', value: 4 });
    expect(release(releaserFor(counts, 'internal', { minimumNumerator: 5 }), 'cases', 'a').mark).toBe('suppressed');
    expect(release(releaserFor(withCell('cases', { mark: 'value', value: 2 }), 'internal', { minimumNumerator: 1 }), 'cases', 'a').mark).toBe('suppressed');
    expect(release(releaserFor(withCell('cases', { mark: 'zero' }), 'internal', { hideZeros: true }), 'cases', 'a').mark).toBe('suppressed');
  });
});

describe('values that follow from others', () => {
  const nested = (values: Record<string, number>, options: { readonly total?: number } = {}) => {
    const builder = anEmptyCity().level('district').area('north').level('quarter', { nestsIn: asId('district') });
    for (const area of Object.keys(values)) builder.area(area, { parent: asId('north') });
    builder.count('cases');
    for (const [area, value] of Object.entries(values)) builder.value('cases', area, value);
    const total = options.total ?? Object.values(values).reduce((sum, value) => sum + value, 0);
    return builder.value('cases', 'north', total);
  };

  it('hide the smallest shown one beside a single secret part', () => {
    expect(shown(nested({ a: 2, b: 10, c: 7, d: 0 }).build(), 'cases', ['a', 'b', 'c', 'd', 'north'])).toEqual(['.', '10', '.', '–', '19']);
  });
  it('leave two secret parts alone when neither follows', () => {
    expect(shown(nested({ a: 2, b: 2, c: 7 }).build(), 'cases', ['a', 'b', 'c'])).toEqual(['.', '.', '7']);
  });
  it('hide a third when two ones would follow from their sum', () => {
    expect(shown(nested({ a: 1, b: 1, c: 7, d: 9 }).build(), 'cases', ['a', 'b', 'c', 'd'])).toEqual(['.', '.', '.', '9']);
  });
  it('hide the total when there is no other part', () => {
    expect(shown(nested({ a: 2, b: 0 }).build(), 'cases', ['a', 'north'])).toEqual(['.', '.']);
  });
  it('protect a value the source hid alone', () => {
    const city = nested({ b: 10, c: 7 }, { total: 19 }).area('a', { parent: asId('north') }).value('cases', 'a', { mark: 'suppressed' }).build();
    expect(shown(city, 'cases', ['a', 'b', 'c'])).toEqual(['.', '10', '.']);
  });
  it('hide the rate of a hidden count, and the count of a hidden rate', () => {
    const made = anEmptyCity().level('district').area('north').level('quarter').area('a', { parent: asId('north') }).area('b', { parent: asId('north') })
      .count('population').count('cases').indicator('share', { numerator: asId('cases'), denominator: asId('population'), minimumNumerator: 3 });
    for (const [area, population, cases] of [['a', 500, 2], ['b', 400, 40]] as const) {
      made.value('population', area, population).value('cases', area, cases).value('share', area, rate(cases, population));
    }
    const city = made.value('population', 'north', 900).value('cases', 'north', 42).value('share', 'north', rate(42, 900)).build();
    expect(shown(city, 'cases', ['a', 'b', 'north'])).toEqual(['.', '.', '42']);
    expect(shown(city, 'share', ['a', 'b', 'north'])).toEqual(['.', '.', '4,7']);
  });
});

describe('figures counted by ourselves', () => {
  const releaser = releaserFor(anEmptyCity().build(), 'internal');
  it('of people: below three secret', () => {
    expect([0, 1, 2, 3, 1234].map((count) => formatReleased(releaser.people(count), 'de'))).toEqual(['–', '.', '.', '3', '1.234']);
  });
  it('as a share: secret where part or rest is small, no sense of nobody', () => {
    const cases: readonly (readonly [number, number])[] = [[0, 10], [2, 10], [8, 10], [9, 10], [10, 10], [5, 10], [0, 0]];
    expect(cases.map(([part, whole]) => formatReleasedWithUnit(releaser.share(part, whole), 'de'))).toEqual(['0,0\u00a0%', '.', '.', '.', '100,0\u00a0%', '50,0\u00a0%', 'x']);
  });
  it('of metres or places are plain', () => {
    expect(formatReleasedWithUnit(releaser.plain(metres(1)), 'de')).toBe('1\u00a0m');
    expect(formatReleased(releaser.plain(metres(undefined)), 'de')).toBe('...');
    expect(formatReleased(releaser.plain(rank(-0.4)), 'de')).toBe('0');
  });
});
