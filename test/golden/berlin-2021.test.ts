import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { StatusClass, TrendClass } from '#app/domain/city/city.ts';
import { computeIndex } from '#app/domain/social-index/compute-index.ts';
import { berlin2021Profile } from '#app/domain/social-index/profiles.ts';
import type { AreaIndex } from '#app/domain/social-index/index-result.ts';
import { asDate, asId } from '#shared/ids.ts';
import { anEmptyCity } from '#test/builders/an-empty-city.ts';
import { measured } from '#test/measured.ts';
import { sharedFile } from '#test/shared-data.ts';

/**
 * The published table of the Berlin Senate, 31.12.2020: 542 planning areas. Shares go in, and out must come the published z
 * values, sums and indices (two decimals) and every published class of status and trend.
 */
const raw = sharedFile('data/berlin-2021/mss_2021_index_indikatoren.csv');
const published = sharedFile('data/berlin-2021/mss_2021_index-indikatoren_z-werte_plr.csv');

/** Half a unit of the second decimal; the shares themselves are rounded to five, which adds a little. */
const ROUNDED = 0.005 + 2e-5;
const statusWords: Record<string, StatusClass> = { hoch: 'high', mittel: 'middle', niedrig: 'low', 'sehr niedrig': 'veryLow' };
const trendWords: Record<string, TrendClass> = { positiv: 'positive', stabil: 'stable', negativ: 'negative' };

const cellsOf = (line: string, separator: string): string[] => line.split(new RegExp(`${separator}(?=(?:[^"]*"[^"]*")*[^"]*$)`)).map((text) => text.replaceAll('"', '').trim());
const table = (path: string, separator: string): string[][] =>
  readFileSync(path, 'utf8').replace(/^\ufeff/, '').trim().split(/\r?\n/).slice(1).map((line) => cellsOf(line, separator));

const date = asDate('2020-12-31');
const shares = { s1: 5, s3: 11, s4: 14, d1: 17, d3: 23, d4: 26 } as const;

function berlin() {
  const city = anEmptyCity().level('plr').count('population', { minimumNumerator: 0 });
  for (const id of Object.keys(shares)) city.indicator(id, id.startsWith('d') ? { kind: 'change', direction: 'neutral' } : {});
  const outliers: { area: string; reason: string }[] = [];
  for (const row of table(raw!, ',')) {
    const [, id, name, population] = row as [string, string, string, string];
    city.area(id, { name }).value('population', id, Number(population), date);
    for (const [indicator, column] of Object.entries(shares)) {
      const text = row[column]!;
      if (text !== '' && text !== '-9999') city.value(indicator, id, Number(text), date);
    }
    const remark = row.at(-1)!;
    if (/Ausreißer|Ausreisser/i.test(remark)) outliers.push({ area: id, reason: remark });
  }
  return { city: city.build(), profile: { ...berlin2021Profile, exclusions: outliers.map(({ area, reason }) => ({ area: asId<never>(area), reason })) } };
}

describe.skipIf(!raw || !published)('Berlin 2021 (skipped when the published tables are absent)', () => {
  const { city, profile } = raw ? berlin() : { city: anEmptyCity().build(), profile: berlin2021Profile };
  const answer = raw ? computeIndex(city, profile, asId('plr'), date) : undefined;
  const result = answer?.ok ? answer.value : undefined;
  const expected = new Map(published ? table(published, ';').map((row) => [row[0]!, row]) : []);
  const computed = new Map<string, AreaIndex>(result?.areas.map((area) => [area.area, area]));

  it('excludes six areas, each with its reason', () => {
    expect(city.areas).toHaveLength(542);
    expect(result?.areas).toHaveLength(536);
    measured(`Berlin 2021 excluded: ${result!.excluded.map(({ area, reason, detail }) => `${area} ${reason} (${detail})`).join('; ')}`);
    expect(result?.excluded).toHaveLength(6);
    const withoutClass = [...expected.values()].filter((row) => !statusWords[row[8]!]).map((row) => row[0]!);
    expect(result!.excluded.map(({ area }) => area).sort()).toEqual(withoutClass.sort());
    expect(result!.leftOut).toEqual([]);
  });

  it('reaches the published z values, sums and indices to their rounding', () => {
    let worstZ = 0;
    let worstSum = 0;
    let worstIndex = 0;
    for (const [area, row] of expected) {
      const ours = computed.get(area);
      if (!ours) continue;
      const compare = (parts: AreaIndex['status']['parts'], from: number): void => parts.forEach((part, j) => (worstZ = Math.max(worstZ, Math.abs(part.z - Number(row[from + j])))));
      compare(ours.status.parts, 3);
      compare(ours.trend!.parts, 9);
      worstSum = Math.max(worstSum, Math.abs(ours.status.sum - Number(row[6])), Math.abs(ours.trend!.sum - Number(row[12])));
      worstIndex = Math.max(worstIndex, Math.abs(ours.status.index - Number(row[7])), Math.abs(ours.trend!.index - Number(row[13])));
    }
    measured(`Berlin 2021 worst deviation: z ${worstZ.toFixed(5)}, sum ${worstSum.toFixed(5)}, index ${worstIndex.toFixed(5)}`);
    expect(worstZ).toBeLessThanOrEqual(ROUNDED);
    expect(worstSum).toBeLessThanOrEqual(ROUNDED);
    expect(worstIndex).toBeLessThanOrEqual(ROUNDED);
  });

  it('gives every published class of status and trend', () => {
    const status = [...expected].filter(([area, row]) => computed.get(area)?.status.class === statusWords[row[8]!] && statusWords[row[8]!]);
    const trend = [...expected].filter(([area, row]) => computed.get(area)?.trend?.class === trendWords[row[14]!] && trendWords[row[14]!]);
    measured(`Berlin 2021 classes: status ${status.length}/536, trend ${trend.length}/536`);
    expect(status).toHaveLength(536);
    expect(trend).toHaveLength(536);
  });
});
