import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STATUS_CLASSES } from '#app/domain/city/city.ts';
import { computeIndex } from '#app/domain/social-index/compute-index.ts';
import type { IndexProfile } from '#app/domain/social-index/index-profile.ts';
import type { IndexResult } from '#app/domain/social-index/index-result.ts';
import { BERLIN_RULE } from '#app/domain/social-index/profiles.ts';
import { asId } from '#shared/ids.ts';
import { anEmptyCity, DAY } from '#test/builders/an-empty-city.ts';

type Table = readonly (readonly number[])[];
/** Areas × three indicators, as shares with one decimal. */
const share = fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10);
const table = fc.array(fc.tuple(share, share, share), { minLength: 2, maxLength: 30 });

const kinds = fc.record({
  deviation: fc.constantFrom<IndexProfile['deviation']>('population', 'sample', 'weighted'),
  reference: fc.constantFrom<IndexProfile['reference']>('areaMean', 'populationWeighted'),
  restandardise: fc.boolean(),
});
const profileOf = (change: Partial<IndexProfile> = {}): IndexProfile => ({
  ...BERLIN_RULE, id: asId('test'), title: { de: 'Test' }, description: { de: 'Test' }, populationIndicator: asId('population'),
  indicators: ['i0', 'i1', 'i2'].map((id) => ({ indicator: asId(id), weight: 1, direction: 'higherIsWorse' })), ...change,
});
function compute(rows: Table, change: Partial<IndexProfile> = {}, names = rows.map((_, i) => `a${i}`)): IndexResult | undefined {
  const builder = anEmptyCity().count('population', { minimumNumerator: 0 });
  for (let j = 0; j < 3; j += 1) builder.indicator(`i${j}`);
  rows.forEach((row, i) => {
    builder.area(names[i]!).value('population', names[i]!, 500 + 10 * Number(names[i]!.slice(1)));
    row.forEach((value, j) => builder.value(`i${j}`, names[i]!, value));
  });
  const answer = computeIndex(builder.build(), profileOf(change), asId('quarter'), DAY);
  return answer.ok ? answer.value : undefined;
}
const close = (a: number, b: number): void => expect(Math.abs(a - b)).toBeLessThan(1e-7);

describe('the social index', () => {
  it('never answers with NaN or Infinity, whatever the method', () => {
    fc.assert(
      fc.property(table, kinds, (rows, method) => {
        for (const { status } of compute(rows, method)?.areas ?? []) {
          expect([status.sum, status.index, ...status.parts.map(({ z }) => z)].every(Number.isFinite)).toBe(true);
        }
      }),
    );
  });

  it('has mean 0, and z values and index have deviation 1', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const areas = compute(rows)?.areas ?? [];
        if (areas.length === 0) return;
        const columns = [...areas[0]!.status.parts.keys()].map((j) => areas.map(({ status }) => status.parts[j]!.z));
        const indices = areas.map(({ status }) => status.index);
        // sums that cancel have no spread to standardise
        if (indices.some((index) => index !== 0)) columns.push(indices);
        for (const column of columns) {
          close(column.reduce((sum, z) => sum + z, 0) / column.length, 0);
          close(Math.sqrt(column.reduce((sum, z) => sum + z * z, 0) / column.length), 1);
        }
      }),
    );
  });

  it('does not care about units: a + b·x gives the same index', () => {
    fc.assert(
      fc.property(table, kinds, fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 40 }), (rows, method, a, b) => {
        const [one, other] = [compute(rows, method), compute(rows.map((row) => row.map((value) => a + b * value)), method)];
        expect(other?.areas.length).toBe(one?.areas.length);
        one?.areas.forEach(({ status }, i) => close(status.index, other!.areas[i]!.status.index));
      }),
    );
  });

  it('does not care about the order of areas', () => {
    fc.assert(
      fc.property(table, kinds, (rows, method) => {
        const names = rows.map((_, i) => `a${i}`);
        const [one, other] = [compute(rows, method, names), compute([...rows].reverse(), method, [...names].reverse())];
        const classes = (result: IndexResult | undefined) => new Map(result?.areas.map(({ area, status }) => [area, status]));
        for (const [area, status] of classes(one)) {
          close(status.index, classes(other).get(area)!.index);
          expect(classes(other).get(area)!.class).toBe(status.class);
        }
      }),
    );
  });

  it('never gives a heavier index a milder class', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const ordered = (compute(rows)?.areas ?? []).toSorted((a, b) => a.status.index - b.status.index).map(({ status }) => STATUS_CLASSES.indexOf(status.class));
        expect(ordered).toEqual(ordered.toSorted((a, b) => a - b));
      }),
    );
  });

  it('names a constant indicator and computes as if it were not there', () => {
    fc.assert(
      fc.property(table, share, (rows, constant) => {
        const result = compute(rows.map(([x, y]) => [x!, y!, constant]));
        if (!result) return;
        expect(result.leftOut).toContainEqual({ indicator: 'i2', part: 'status', reason: 'noSpread' });
        const without = compute(rows, { indicators: profileOf().indicators.slice(0, 2) });
        result.areas.forEach(({ status }, i) => close(status.index, without!.areas[i]!.status.index));
      }),
    );
  });
});
