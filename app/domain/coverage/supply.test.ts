import { describe, expect, it } from 'vitest';
import { asDate, asId } from '#shared/ids.ts';
import { anEmptyCity, DAY, square } from '#test/builders/an-empty-city.ts';
import type { City } from '../city/city.ts';
import { formatReleased, formatReleasedWithUnit } from '../confidentiality/format-released.ts';
import { releaserFor } from '../confidentiality/release.ts';
import type { CoverageRequest } from './coverage.ts';
import type { ReleasedCoverage } from './release-coverage.ts';
import { releaseCoverage } from './release-coverage.ts';
import { straightLineCoverage } from './straight-line-coverage.ts';

const twoQuarters = () => anEmptyCity().area('west', { shape: square(0, 0, 1000) }).area('east', { shape: square(1000, 0, 1000) });
/** Cells know children under three and everybody else. */
const withAges = (city: City): City => ({
  ...city,
  population: city.population && { ...city.population, ageGroups: [{ id: asId('under3'), name: 'unter 3', from: 0, to: 2 }, { id: asId('older'), name: 'ab 3', from: 3, to: undefined }] },
});
const released = (city: City, options: Partial<CoverageRequest> = {}): ReleasedCoverage => {
  const answer = straightLineCoverage(city, { categories: [asId('kita')], ageGroups: [asId('under3')], metres: 200, level: asId('quarter'), date: DAY, ...options }, undefined);
  if (!answer.ok) throw new Error(answer.failure.code);
  return releaseCoverage(answer.value, releaserFor(city, 'internal'));
};
const cells = [[100, 100, 40, 9], [1500, 100, 60, 9]] as const;

describe('places of the offers', () => {
  it('stand per 100 of the group beside the area and the city', () => {
    const city = withAges(twoQuarters().site('a', 100, 100, { capacity: 30 }).site('b', 150, 100).cells(cells, ['under3', 'older']).build());
    const { areas, places } = released(city);
    expect(formatReleased(areas.get(asId('west'))!.placesPerHundred!, 'de')).toBe('75,0');
    expect(formatReleased(areas.get(asId('east'))!.placesPerHundred!, 'de')).toBe('0,0');
    expect([formatReleased(places!.total, 'de'), formatReleased(places!.perHundred, 'de'), places!.withoutNumber]).toEqual(['30', '30,0', 1]);
  });

  it('are not set against a group that the offers are not made for, nor without any number of places', () => {
    const city = withAges(twoQuarters().site('a', 100, 100, { capacity: 30 }).cells(cells, ['under3', 'older']).build());
    expect(released(city, { ageGroups: [asId('older')] }).places).toBeUndefined();
    expect(released(city, { ageGroups: [] }).places).toBeUndefined();
    expect(released(withAges(twoQuarters().site('a', 100, 100).cells(cells, ['under3', 'older']).build())).places).toBeUndefined();
  });

  it('are no way to a secret number of people', () => {
    const few = [[100, 100, 2, 9], [1500, 100, 60, 9], [1600, 100, 60, 9]] as const;
    const city = withAges(twoQuarters().site('a', 100, 100, { capacity: 30 }).cells(few, ['under3', 'older']).build());
    expect(released(city).areas.get(asId('west'))!.placesPerHundred!.mark).toBe('suppressed');
  });
});

describe('offers that end', () => {
  const end = (day: string) => ({ fixedTerm: 'yes', fixedTermEnd: asDate(day) }) as const;

  it('are named with the first end, and the coverage without them is counted again', () => {
    const city = withAges(twoQuarters().site('a', 100, 100).site('b', 1500, 100, end('2026-07-31')).site('c', 1500, 150, end('2027-01-31')).cells(cells, ['under3', 'older']).build());
    const { fixedTerm, share, areas } = released(city);
    expect(formatReleasedWithUnit(share, 'de')).toBe('100,0\u00a0%');
    expect([fixedTerm!.offers, fixedTerm!.earliestEnd, formatReleased(fixedTerm!.shareWithout, 'de')]).toEqual([['b', 'c'], '2026-07-31', '40,0']);
    expect(areas.get(asId('east'))!.fixedTermOffers!.value).toBe(2);
  });

  it('leave nobody where no other offer is counted', () => {
    const city = withAges(twoQuarters().site('a', 100, 100, end('2026-07-31')).cells(cells, ['under3', 'older']).build());
    expect(formatReleasedWithUnit(released(city).fixedTerm!.shareWithout, 'de')).toBe('0,0\u00a0%');
  });

  it('hide the second share where fewer than three people make the difference', () => {
    const few = [[100, 100, 40, 9], [1500, 100, 2, 9], [1500, 900, 20, 9]] as const;
    const city = withAges(twoQuarters().site('a', 100, 100).site('b', 1500, 100, end('2026-07-31')).cells(few, ['under3', 'older']).build());
    expect(released(city).fixedTerm!.shareWithout.mark).toBe('suppressed');
  });

  it('are not spoken of where there are none', () => {
    expect(released(withAges(twoQuarters().site('a', 100, 100).cells(cells, ['under3', 'older']).build())).fixedTerm).toBeUndefined();
  });
});

it('a share of nobody is 0,0 % and never the sign for nothing', () => {
  const { areas } = released(withAges(twoQuarters().site('a', 100, 100).cells(cells, ['under3', 'older']).build()));
  expect(formatReleasedWithUnit(areas.get(asId('east'))!.share, 'de')).toBe('0,0\u00a0%');
  expect(formatReleased(areas.get(asId('east'))!.reached, 'de')).toBe('–');
});
