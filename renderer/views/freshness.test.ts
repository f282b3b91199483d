import { expect, test } from 'vitest';
import { asDate } from '#shared/ids.ts';
import { isStale } from './freshness.ts';

const today = new Date('2026-03-10T12:00:00Z');

test('an entry is stale once it is older than twelve months, or was never checked', () => {
  expect(isStale(asDate('2025-03-10'), today)).toBe(false);
  expect(isStale(asDate('2025-03-09'), today)).toBe(true);
  expect(isStale(undefined, today)).toBe(true);
});
