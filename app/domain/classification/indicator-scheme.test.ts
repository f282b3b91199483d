import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { translator } from '#shared/i18n/translator.ts';
import { asDate, asId } from '#shared/ids.ts';
import type { Cell } from '#shared/cell.ts';
import { INDICATOR_FILL } from '#shared/palette.ts';
import { aCity, DATE } from '#test/builders/a-city.ts';
import type { Indicator } from '../city/city.ts';
import { releaserFor } from '../confidentiality/release.ts';
import type { ClassScheme, MapClass } from './class-scheme.ts';
import { indicatorScheme } from './indicator-scheme.ts';

const schemeOf = (values: readonly (number | Cell)[], change: Partial<Indicator> = {}): ClassScheme => {
  const city = aCity().withQuarters(values.length).withIndicator('share', values, { precision: 1, ...change }).build();
  return indicatorScheme(city, releaserFor(city, 'internal'), asId('share'), asId('quarter'), asDate(DATE));
};
const withValues = (scheme: ClassScheme): readonly MapClass[] => scheme.classes.filter(({ hatch }) => hatch === 'none');
const words = (mapClass: MapClass | undefined, language: 'de' | 'en' = 'de'): string =>
  (mapClass?.label ?? []).map((key) => translator(language)(key, mapClass?.labelValues)).join(' ');

test('five natural classes: groups that lie together stay together, limits are values of the data', () => {
  const scheme = schemeOf([1, 1.2, 5, 5.1, 9, 9.2, 14, 14.1, 30, 31.5]);
  expect(withValues(scheme).map((mapClass) => [words(mapClass), mapClass.count])).toEqual([
    ['1,0 bis unter 5,0', 2],
    ['5,0 bis unter 9,0', 2],
    ['9,0 bis unter 14,0', 2],
    ['14,0 bis unter 30,0', 2],
    ['30,0 bis 31,5', 2],
  ]);
  expect(words(withValues(scheme)[4], 'en')).toBe('30.0 to 31.5');
});

test('the title names indicator and unit', () => {
  const scheme = schemeOf([1, 2], { title: 'Kinderarmut', unit: '%' });
  expect(translator('de')(scheme.title, scheme.titleValues)).toBe('Kinderarmut (%)');
  const bare = schemeOf([1, 2], { title: 'Index', unit: '' });
  expect(translator('de')(bare.title, bare.titleValues)).toBe('Index');
});

describe('fewer classes where there are fewer different values', () => {
  it('three values give three classes, the last of them a single value', () => {
    expect(withValues(schemeOf([3, 3, 8, 20])).map((mapClass) => words(mapClass))).toEqual(['3,0 bis unter 8,0', '8,0 bis unter 20,0', '20,0']);
  });

  it('equal values everywhere are one class in the middle of the ramp', () => {
    expect(withValues(schemeOf([7, 7, 7]))).toMatchObject([{ count: 3, fill: INDICATOR_FILL[2] }]);
  });

  it('no value at all leaves only the patterns', () => {
    const scheme = schemeOf([{ mark: 'notAvailable' }, { mark: 'suppressed' }]);
    expect(withValues(scheme)).toEqual([]);
    expect(scheme.classes.map(({ hatch, count }) => [hatch, count])).toEqual([
      ['noClass', 1],
      ['confidential', 1],
    ]);
  });

  it('values that look the same in the decimals shown are the same', () => {
    expect(withValues(schemeOf([5.01, 5.02, 5.04, 8]))).toHaveLength(2);
  });
});

test('secret and missing areas carry different patterns and never set a limit', () => {
  const scheme = schemeOf([1, 2, { mark: 'suppressed' }, { mark: 'notAvailable' }, 90]);
  expect([...scheme.classOf.values()].map(({ hatch }) => hatch)).toEqual(['none', 'none', 'confidential', 'noClass', 'none']);
});

test('dark is the heavier burden, and the higher value where nothing is judged', () => {
  const fills = (direction: Indicator['direction']) => withValues(schemeOf([1, 10, 20, 30, 40], { direction })).map(({ fill }) => fill);
  expect(fills('higherIsWorse')).toEqual(INDICATOR_FILL);
  expect(fills('neutral')).toEqual(INDICATOR_FILL);
  expect(fills('higherIsBetter')).toEqual([...INDICATOR_FILL].reverse());
  expect(schemeOf([1, 2], { direction: 'higherIsBetter' }).note).toBe('map.dark.higherIsBetter');
});

test('every area has one class that its value lies in; limits do not overlap and counts add up', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -50, max: 500, noNaN: true }), { minLength: 1, maxLength: 40 }), (raw) => {
      const values = raw.map((value) => Number(value.toFixed(1)) + 0);
      const scheme = schemeOf(values, { minimumNumerator: 0, minimumDenominator: 0 });
      const classes = withValues(scheme);
      expect(scheme.classes.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
      expect(classes).toHaveLength(Math.min(5, new Set(values).size));
      for (const [position, { labelValues, count }] of classes.entries()) {
        expect(count).toBeGreaterThan(0);
        if (position > 0) expect(Number(labelValues?.['from'])).toBe(Number(classes[position - 1]?.labelValues?.['to']));
      }
      for (const [area, { labelValues, row }] of scheme.classOf) {
        const value = values[Number(area.slice(1)) - 1] ?? Number.NaN;
        expect(value).toBeGreaterThanOrEqual(Number(labelValues?.['from']));
        const last = row === classes.length - 1;
        if (last) expect(value).toBeLessThanOrEqual(Number(labelValues?.['to']));
        else expect(value).toBeLessThan(Number(labelValues?.['to']));
      }
    }),
    { numRuns: 60 },
  );
});
