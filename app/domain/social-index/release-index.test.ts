import { describe, expect, it } from 'vitest';
import { asDate, asId } from '#shared/ids.ts';
import { anEmptyCity, DAY } from '#test/builders/an-empty-city.ts';
import { releaserFor } from '../confidentiality/release.ts';
import { needsOf } from '../coverage/need.ts';
import { computeIndex } from './compute-index.ts';
import type { IndexProfile } from './index-profile.ts';
import { BERLIN_RULE } from './profiles.ts';
import { releaseIndex } from './release-index.ts';
import type { ReleasedIndex } from './released-index.ts';

const EARLIER = asDate('2023-12-31');
type Cases = Readonly<Record<string, readonly [now: number, then: number]>>;

/** Quarters of a thousand people; a share on two of them is secret, and its smallest neighbour with it. */
function indexOf(cases: Cases, more: { readonly other?: Cases; readonly change?: Readonly<Record<string, number>> } = {}) {
  const builder = anEmptyCity().level('district').area('north').level('quarter', { nestsIn: asId('district') });
  builder.count('population', { minimumNumerator: 0 });
  for (const [area] of Object.entries(cases)) builder.area(area, { parent: asId('north') }).value('population', area, 1000).value('population', area, 1000, EARLIER);
  const fill = (id: string, rows: Cases): void => {
    builder.count(`${id}_count`).indicator(id, { numerator: asId(`${id}_count`), denominator: asId('population'), minimumNumerator: 3 });
    [DAY, EARLIER].forEach((day, i) => {
      for (const [area, row] of Object.entries(rows)) {
        const count = row[i]!;
        builder.value(`${id}_count`, area, count, day).value(id, area, { mark: 'value', value: count / 10, numerator: count, denominator: 1000 }, day);
      }
      builder.value(`${id}_count`, 'north', Object.values(rows).reduce((sum, row) => sum + row[i]!, 0), day);
    });
  };
  fill('share', cases);
  if (more.other) fill('other', more.other);
  if (more.change) {
    builder.indicator('delta', { kind: 'change' });
    for (const [area, value] of Object.entries(more.change)) builder.value('delta', area, value);
  }
  const city = builder.build();
  const profile: IndexProfile = {
    ...BERLIN_RULE, id: asId('test'), title: { de: 'Test' }, description: { de: 'Test' }, populationIndicator: asId('population'),
    indicators: [
      { indicator: asId('share'), weight: 1, direction: 'higherIsWorse', ...(more.change ? { changeIndicator: asId('delta') } : {}) },
      ...(more.other ? [{ indicator: asId<never>('other'), weight: 1, direction: 'higherIsWorse' } as const] : []),
    ],
  };
  const raw = computeIndex(city, profile, asId('quarter'), DAY);
  if (!raw.ok) throw new Error(raw.failure.code);
  const releaser = releaserFor(city, 'internal');
  return { raw: raw.value, released: releaseIndex(raw.value, releaser), releaser };
}
const rowOf = ({ areas }: ReleasedIndex, area: string) => areas.find((row) => row.area === area)!;

/** Area a is secret by itself today, b with it. */
const today: Cases = { a: [2, 20], b: [30, 25], c: [60, 66], d: [90, 80], e: [120, 100] };
/** Area a was secret two years ago, b with it; today nothing is. */
const before: Cases = { a: [20, 2], b: [30, 25], c: [60, 66], d: [90, 80], e: [120, 100] };
const plain: Cases = { a: [20, 21], b: [35, 25], c: [60, 66], d: [90, 80], e: [120, 100] };

describe('an index past the gate', () => {
  it('is the computed one where nothing is secret', () => {
    const { raw, released } = indexOf(plain);
    expect(released.areas.map(({ status, trend }) => [status.index, status.sum, status.parts[0]!.z, trend!.index])).toEqual(raw.areas.map(({ status, trend }) => [status.index, status.sum, status.parts[0]!.z, trend!.index]));
    expect(released.areas.map(({ rank }) => rank)).toEqual([5, 4, 3, 2, 1]);
    expect(rowOf(released, 'b').trend!.parts[0]!.change?.value).toBe(1);
  });

  it('tells no change of a share that is not shown today (the change and the earlier share would give it)', () => {
    const { raw, released, releaser } = indexOf(today);
    expect(releaser.cell(asId('share'), asId('b'), DAY).mark).toBe('suppressed');
    expect(releaser.cell(asId('share'), asId('b'), EARLIER).value).toBe(2.5);
    expect(raw.areas.find(({ area }) => area === 'b')!.trend!.parts[0]!.absoluteChange).toBeCloseTo(0.5, 12);
    const { status, trend, rank } = rowOf(released, 'b');
    expect(trend!.parts[0]).toMatchObject({ value: undefined, z: undefined, change: { mark: 'suppressed', value: undefined } });
    expect([status.index, status.sum, status.parts[0]!.value, status.nextCut, trend!.index, rank]).toEqual(Array.from({ length: 6 }, () => undefined));
    expect(status.class).toBeDefined();
  });

  it('tells no trend over a share that was not shown on the earlier day', () => {
    const { released, releaser } = indexOf(before);
    expect(releaser.cell(asId('share'), asId('b'), EARLIER).mark).toBe('suppressed');
    const { status, trend } = rowOf(released, 'b');
    expect(status.index).toBeTypeOf('number');
    expect(trend).toMatchObject({ index: undefined, sum: undefined, nextCut: undefined, parts: [{ value: undefined, z: undefined, change: { mark: 'suppressed' } }] });
  });

  it('tells no delivered change beside a share of one day', () => {
    const { released } = indexOf(today, { change: { a: 1, b: 0.5, c: -0.6, d: 1, e: 2 } });
    expect(rowOf(released, 'b').trend!.parts[0]).toMatchObject({ value: undefined, z: undefined, change: { value: undefined } });
  });

  it('leaves an attacker no z value to work out from the others, which add up to nothing', () => {
    const { raw, released } = indexOf(today, { other: plain });
    const recovered = -released.areas.filter(({ area }) => area !== 'b').reduce((sum, { status }) => sum + (status.parts[0]!.z ?? Number.NaN), 0);
    expect(recovered).toBeNaN();
    expect(raw.areas.every(({ status }) => Number.isFinite(status.parts[0]!.z))).toBe(true);
    // with the sum or the other z values at full precision the withheld one would follow
    expect(released.areas.every(({ status }) => status.sum === undefined)).toBe(true);
    expect(released.areas.flatMap(({ status }) => [status.index, status.parts[1]!.z]).every((value) => value === undefined || Math.abs(value * 100 - Math.round(value * 100)) < 1e-9)).toBe(true);
    expect(rowOf(released, 'c').status.index).toBeTypeOf('number');
  });

  it('ranks and weighs an area with a secret index by its class alone', () => {
    const high = indexOf({ ...today, b: [9, 25] }, { other: { ...plain } }).released;
    const low = indexOf({ ...today, b: [11, 25] }, { other: { ...plain } }).released;
    expect(rowOf(high, 'b').status.class).toBe(rowOf(low, 'b').status.class);
    expect(rowOf(high, 'b').rank).toBeUndefined();
    const needs = (index: ReleasedIndex) => index.areas.map(({ area }) => needsOf(index, asId('quarter'))(area).need);
    expect(needs(high)).toEqual(needs(low));
    expect(high.areas.flatMap(({ rank }) => rank ?? []).sort()).toEqual(high.areas.filter(({ rank }) => rank !== undefined).map((_, i) => i + 1));
  });
});
