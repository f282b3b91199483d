import { expect, test } from 'vitest';
import { computeIndex } from '#app/domain/social-index/compute-index.ts';
import { asDate, asId } from '#shared/ids.ts';
import { aCity } from '#test/builders/a-city.ts';
import { faultsOf } from './check-moment.ts';
import { fitsCity } from './fits-city.ts';
import { newProject } from './new-project.ts';

const city = aCity().withQuarters(3).withIndicator('sgb2_share', [3, 8, 12]).withManifest({ contentHash: 'a' }).build();

test('a city without any burden indicator gets a sound project; only its index says why there is none', () => {
  const plain = { ...city, indicators: city.indicators.map((indicator) => ({ ...indicator, direction: 'neutral' as const })) };
  const project = newProject(plain, asId('p'));
  expect(faultsOf(project)).toEqual([]);
  expect(computeIndex(plain, project.profiles[0]!, asId('quarter'), asDate('2024-12-31'))).toMatchObject({ ok: false, failure: { code: 'index.noIndicators' } });
});

test('a project knows its own city, another edition of it and another city', () => {
  const project = newProject(city, asId('p'));
  const of = (change: object) => fitsCity(project, { manifest: { ...city.manifest, ...change } });
  expect(of({})).toBe('same');
  // two editions can carry one name; the content tells them apart
  expect(of({ contentHash: 'b' })).toBe('otherEdition');
  expect(of({ bundleId: asId('other') })).toBe('otherCity');
});
