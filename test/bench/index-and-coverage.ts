/**
 * How long index and coverage take, each beside a plain way to get the same numbers, measured in the same run so that the
 * ratio means something on any machine: `node test/bench/index-and-coverage.ts`. Not part of the tests; it checks no limit.
 */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { mean, standardDeviation } from 'simple-statistics';
import type { City } from '#app/domain/city/city.ts';
import { straightLineCoverage } from '#app/domain/coverage/straight-line-coverage.ts';
import { releaserFor } from '#app/domain/confidentiality/release.ts';
import { computeIndex } from '#app/domain/social-index/compute-index.ts';
import { releaseIndex } from '#app/domain/social-index/release-index.ts';
import { BERLIN_RULE, profilesFor } from '#app/domain/social-index/profiles.ts';
import { openCityBundle } from '#app/storage/bundle/open-city-bundle.ts';
import { asId } from '#shared/ids.ts';
import { anEmptyCity, DAY, square } from '#test/builders/an-empty-city.ts';

/** Best of several runs in milliseconds; the first ones warm up. */
function milliseconds(work: () => unknown, runs = 12): number {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...times.slice(2));
}
const report = (name: string, ours: number, peer: string, theirs: number): void =>
  console.log(`${name.padEnd(44)} ${ours.toFixed(2).padStart(9)} ms   ${peer}: ${theirs.toFixed(2)} ms   ratio ${(ours / theirs).toFixed(2)}`);

/** A linear congruential sequence: the same city on every machine. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
}

/** As many areas as Berlin has planning areas, three shares, two days. */
function benchIndex(): void {
  const next = sequence(1);
  const builder = anEmptyCity().count('population', { minimumNumerator: 0 });
  const ids = ['s1', 's3', 's4'];
  for (const id of ids) builder.indicator(id);
  const columns = ids.map(() => Array.from({ length: 536 }, () => next() * 40));
  for (let i = 0; i < 536; i += 1) {
    builder.area(`plr${i}`).value('population', `plr${i}`, 5000);
    ids.forEach((id, j) => builder.value(id, `plr${i}`, columns[j]![i]!));
  }
  const city = builder.build();
  const profile = {
    ...BERLIN_RULE, id: asId<never>('bench'), title: { de: 'Bench' }, description: { de: 'Bench' }, populationIndicator: asId<never>('population'),
    indicators: ids.map((id) => ({ indicator: asId<never>(id), weight: 1, direction: 'higherIsWorse' as const })),
  };
  const peer = () => {
    const sums = Array<number>(536).fill(0);
    for (const column of columns) {
      const [centre, deviation] = [mean(column), standardDeviation(column)];
      column.forEach((value, i) => (sums[i]! += (value - centre) / deviation));
    }
    const deviation = standardDeviation(sums);
    return sums.map((sum) => sum / deviation);
  };
  report('index, 536 areas × 3 indicators', milliseconds(() => computeIndex(city, profile, asId('quarter'), DAY)), 'simple-statistics, numbers only', milliseconds(peer));
  const released = (of: typeof city) => {
    const answer = computeIndex(of, profile, asId('quarter'), DAY);
    return answer.ok ? releaseIndex(answer.value, releaserFor(of, 'public')) : undefined;
  };
  report('index, the same, past the gate', milliseconds(() => released(city)), 'simple-statistics, numbers only', milliseconds(peer));
  report('index, the same, past the gate, first use', milliseconds(() => released({ ...city })), 'simple-statistics, numbers only', milliseconds(peer));
  report('index, the same, first use of a bundle', milliseconds(() => computeIndex({ ...city }, profile, asId('quarter'), DAY)), 'simple-statistics, numbers only', milliseconds(peer));
}

function naiveReached(cells: { readonly x: Float64Array; readonly y: Float64Array; readonly people: Float64Array }, sites: readonly (readonly [number, number])[], metres: number): number {
  let reached = 0;
  for (let i = 0; i < cells.x.length; i += 1) {
    for (const [x, y] of sites) {
      if ((x - cells.x[i]!) ** 2 + (y - cells.y[i]!) ** 2 <= metres ** 2) {
        reached += cells.people[i]!;
        break;
      }
    }
  }
  return reached;
}

function benchCoverage(name: string, city: City, category: string, level: string, metres: number): void {
  const population = city.population!;
  const people = Float64Array.from(population.x, (_, i) => population.counts.reduce((sum, counts) => sum + counts[i]!, 0));
  const sites = city.institutions.filter((institution) => institution.category === category && institution.reach === 'located' && institution.location).map(({ location }) => location!);
  const request = { categories: [asId<never>(category)], ageGroups: [], metres, level: asId<never>(level), date: population.date };
  const answer = straightLineCoverage(city, request, undefined);
  const naive = naiveReached({ x: population.x, y: population.y, people }, sites, metres);
  if (!answer.ok || (sites.length === answer.value.located.length && Math.abs(answer.value.reached - naive) > 1e-6)) throw new Error('the peer counts differently');
  report(
    `coverage, ${name}: ${population.x.length} cells × ${sites.length} sites`,
    milliseconds(() => straightLineCoverage(city, request, undefined)),
    'double loop, total only',
    milliseconds(() => naiveReached({ x: population.x, y: population.y, people }, sites, metres)),
  );
}

/** A large city: 60,000 cells, 3,000 sites, 400 areas. */
function largeCity(): City {
  const next = sequence(2);
  const builder = anEmptyCity();
  for (let i = 0; i < 400; i += 1) builder.area(`q${i}`, { shape: square((i % 20) * 1500, Math.floor(i / 20) * 1500, 1500) });
  for (let i = 0; i < 3000; i += 1) builder.site(`s${i}`, next() * 30_000, next() * 30_000);
  return builder.cells(Array.from({ length: 60_000 }, () => [next() * 30_000, next() * 30_000, Math.floor(next() * 40)] as const)).build();
}

benchIndex();
benchCoverage('large city', largeCity(), 'kita', 'quarter', 300);
const demo = resolve(import.meta.dirname, '../../resources/demo/halmstedt.gpkg');
if (existsSync(demo)) {
  const opened = await openCityBundle(new Uint8Array(readFileSync(demo)), 'halmstedt.gpkg');
  if (opened.status === 'ok') {
    benchCoverage('demo city', opened.city, 'kita', 'sozialquartier', 800);
    const [profile] = profilesFor(opened.city);
    if (profile) console.log(`index, demo city: ${milliseconds(() => computeIndex(opened.city, profile, asId('sozialquartier'), asId('2025-12-31'))).toFixed(2)} ms`);
  }
} else {
  console.log('The demo city has not been generated here; its rows are left out.');
}
