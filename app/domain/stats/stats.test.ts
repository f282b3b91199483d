import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sharedFile } from '#test/shared-data.ts';
import { mean } from './mean.ts';
import { median } from './median.ts';
import { percentileRank } from './percentile-rank.ts';
import { standardDeviation } from './standard-deviation.ts';
import { weightedMean } from './weighted-mean.ts';
import { weightedMedian } from './weighted-median.ts';
import { zScores } from './z-scores.ts';

describe('worked examples of the docstrings', () => {
  it('mean', () => expect(mean([2, 4, 9])).toBe(5));
  it('weighted mean', () => expect(weightedMean([10, 20], [3, 1])).toBe(12.5));
  it('standard deviation', () => expect(standardDeviation([2, 4, 4, 4, 5, 5, 7, 9], 'population')).toBe(2));
  it('z scores', () => expect(zScores([1, 2, 3], 2, 1)).toEqual([-1, 0, 1]));
  it('median', () => expect(median([1, 2, 3, 10])).toBe(2.5));
  it('weighted median', () => expect(weightedMedian([100, 200, 900], [5, 1, 1])).toBe(100));
  it('percentile rank', () => expect(percentileRank([1, 2, 2, 4], 2)).toBe(0.75));
});

describe('degenerate answers', () => {
  it('of no values', () => {
    expect([mean([]), median([]), weightedMean([], []), weightedMedian([], []), percentileRank([], 1), standardDeviation([], 'population')]).toEqual(
      Array<undefined>(6).fill(undefined),
    );
  });
  it('of a single value', () => {
    expect(standardDeviation([3], 'population')).toBe(0);
    expect(standardDeviation([3], 'sample')).toBeUndefined();
  });
  it('of a constant, whatever its rounding', () => {
    const constant = Array<number>(27).fill(0.1 + 0.2);
    expect(standardDeviation(constant, 'population')).toBe(0);
    expect(standardDeviation(constant, 'weighted', constant)).toBe(0);
    expect(zScores(constant, mean(constant), standardDeviation(constant, 'sample'))).toBeUndefined();
    expect(zScores(constant, 0.3, 1e-17)).toBeUndefined();
  });
  it('of weights that are all zero', () => {
    expect(weightedMean([1, 2], [0, 0])).toBeUndefined();
    expect(standardDeviation([1, 2], 'weighted', [0, 0])).toBeUndefined();
    expect(weightedMedian([1, 2], [0, 0])).toBeUndefined();
  });
});

it('weighting by whole numbers is repeating the values', () => {
  expect(standardDeviation([1, 5, 9], 'weighted', [2, 3, 1])).toBeCloseTo(standardDeviation([1, 1, 5, 5, 5, 9], 'population')!, 12);
  expect(weightedMedian([1, 5, 9], [3, 2, 1])).toBe(median([1, 1, 1, 5, 5, 9]));
});

const raw = sharedFile('vectors/coinr_asem/stage_5_treated.csv');
const normalised = sharedFile('vectors/coinr_asem/normalised_n_zscore.csv');
it.skipIf(!raw || !normalised)('z scores with the sample deviation equal those of COINr (skipped when the vectors are absent)', () => {
  const table = (path: string): Map<string, Map<string, number>> => {
    const [header, ...rows] = readFileSync(path, 'utf8').trim().split(/\r?\n/).map((line) => line.replaceAll('"', '').split(','));
    return new Map(header!.map((name, column) => [name, new Map(rows.map((row) => [row[header!.indexOf('uCode')]!, row[column] === 'NA' || row[column] === '' ? Number.NaN : Number(row[column])]))]));
  };
  const [from, to] = [table(raw!), table(normalised!)];
  let compared = 0;
  for (const [indicator, expected] of to) {
    const given = from.get(indicator);
    const present = given && [...given].filter(([, value]) => Number.isFinite(value));
    if (!present || present.length === 0) continue;
    const values = present.map(([, value]) => value);
    const z = zScores(values, mean(values), standardDeviation(values, 'sample'))!;
    for (const [i, [unit]] of present.entries()) {
      // COINr writes indicators whose high values are bad with the opposite sign
      expect(Math.abs(z[i]!)).toBeCloseTo(Math.abs(expected.get(unit)!), 5);
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(500);
});
