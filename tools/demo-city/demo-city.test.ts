import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { numberOf } from '#shared/cell.ts';
import { asDate, asId, type AgeGroupId, type AreaId, type CategoryId, type LevelId } from '#shared/ids.ts';
import { writeCityBundle } from '#app/storage/bundle/write-city-bundle.ts';
import { gapList } from '#app/domain/coverage/gap-list.ts';
import { releaserFor } from '#app/domain/confidentiality/release.ts';
import { releaseCoverage } from '#app/domain/coverage/release-coverage.ts';
import { straightLineCoverage } from '#app/domain/coverage/straight-line-coverage.ts';
import { computeIndex } from '#app/domain/social-index/compute-index.ts';
import { releaseIndex } from '#app/domain/social-index/release-index.ts';
import { sevenRiskGroupsProfile } from '#app/domain/social-index/profiles.ts';
import { signedArea, insideShape } from './ground/shapes-of-labels.ts';
import { demoCity } from './demo-city.ts';
import { riskShares } from './indicators/published-classes.ts';
import { Parts } from './streets/parts.ts';
import type { MultiPolygon } from '#app/domain/geometry/shapes.ts';

const city = demoCity();
const latest = asDate('2025-12-31');
const areasOf = (level: string) => city.areas.filter((area) => area.level === level);
const quarters = areasOf('sozialquartier');
const cells = new Map(city.values.map(({ indicator, area, date, cell }) => [`${indicator}/${area}/${date}`, cell]));
const cellOf = (indicator: string, area: AreaId, date: string = latest) => cells.get(`${indicator}/${area}/${date}`) ?? { mark: 'notAvailable' as const };
const size = (shape: MultiPolygon) => shape.flat().reduce((sum, ring) => sum + signedArea(ring), 0);
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

describe('Halmstedt', () => {
  it('is the same on every run, to the last byte', async () => {
    const [first, second] = [await writeCityBundle(city), await writeCityBundle(demoCity())];
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
    expect(first.length).toBeLessThan(25e6);
  });

  it('has the levels, areas and people that were asked for', () => {
    expect([areasOf('city').length, areasOf('sozialraum').length, quarters.length, areasOf('arbeitsmarktbezirk').length]).toEqual([1, 6, 27, 9]);
    expect(new Set(city.areas.map((area) => area.id)).size).toBe(city.areas.length);
    expect(numberOf(cellOf('population', areasOf('city')[0]?.id as AreaId))).toBeGreaterThan(205_000);
    expect(numberOf(cellOf('population', areasOf('city')[0]?.id as AreaId))).toBeLessThan(215_000);
    expect(quarters.filter((area) => (numberOf(cellOf('population', area.id)) ?? 0) < 300).length).toBe(1);
    expect(quarters.some((area) => area.name.length > 35) && quarters.some((area) => /[äöüß]/.test(area.name)) && quarters.some((area) => area.name.includes('-'))).toBe(true);
    expect(city.manifest).toMatchObject({ demo: true, edition: '2025', licence: 'CC0-1.0', crs: 'EPSG:25832' });
    expect(city.manifest.ags).toMatch(/^0\d{7}$/);
  });
});

describe('ground', () => {
  it('leaves no gap and no overlap between quarters, Sozialräume and Arbeitsmarktbezirke', () => {
    const whole = size(areasOf('city')[0]?.shape ?? []);
    for (const level of ['sozialraum', 'sozialquartier', 'arbeitsmarktbezirk']) {
      expect(Math.abs(total(areasOf(level).map((area) => size(area.shape))) / whole - 1)).toBeLessThan(1e-6);
    }
  });

  it('has every piece of border exactly twice, or once on the outline', () => {
    const outline = sidesOf(areasOf('city'));
    for (const level of ['sozialraum', 'sozialquartier', 'arbeitsmarktbezirk']) {
      const open = [...sidesOf(areasOf(level))].filter(([, times]) => times !== 2).map(([side]) => side);
      expect(open.every((side) => outline.has(side))).toBe(true);
      expect(open.length).toBe(outline.size);
    }
  });

  it('has simple rings: no border crosses itself', () => {
    for (const area of city.areas) for (const ring of [...area.shape, ...(area.residential ?? [])].flat()) expect(crossings(ring)).toBe(0);
  });

  it('keeps each quarter in one piece inside its Sozialraum, with homes inside the quarter', () => {
    for (const area of quarters) {
      expect(area.shape.length).toBe(1);
      expect(area.parent).toBe(area.id.slice(0, 2));
      expect(size(area.residential ?? [])).toBeGreaterThan(0);
      expect(size(area.residential ?? [])).toBeLessThanOrEqual(size(area.shape));
    }
  });

  it('lets Arbeitsmarktbezirke cut through quarters', () => {
    const population = city.population;
    const pairs = new Set<string>();
    population?.x.forEach((x, i) => {
      const at = [x, population.y[i] ?? 0] as const;
      const [quarter, labour] = [quarters.find((area) => insideShape(area.shape, at)), areasOf('arbeitsmarktbezirk').find((area) => insideShape(area.shape, at))];
      pairs.add(`${quarter?.id}/${labour?.id}`);
    });
    expect(pairs.size).toBeGreaterThan(40);
  });
});

describe('streets', () => {
  const streets = city.streets;
  const nodes = streets?.nodeX.length ?? 0;

  it('is one connected network of at least 15,000 nodes', () => {
    const parts = new Parts(nodes);
    streets?.start.forEach((start, i) => parts.merge(start, streets.end[i] ?? start));
    const sizes = new Map<number, number>();
    for (let node = 0; node < nodes; node++) sizes.set(parts.find(node), (sizes.get(parts.find(node)) ?? 0) + 1);
    expect(nodes).toBeGreaterThanOrEqual(15_000);
    expect(Math.max(...sizes.values()) / nodes).toBeGreaterThan(0.99);
  });

  it('has no street shorter than the straight line', () => {
    if (streets === undefined) throw new Error('No streets');
    const shorter: number[] = [];
    streets.start.forEach((start, i) => {
      const end = streets.end[i]!;
      const straight = Math.hypot(streets.nodeX[start]! - streets.nodeX[end]!, streets.nodeY[start]! - streets.nodeY[end]!);
      if (!(streets.metres[i]! >= straight)) shorter.push(i);
    });
    expect(streets.start.length).toBeGreaterThan(nodes);
    expect(shorter).toEqual([]);
  });

  it('crosses the river on few bridges', () => {
    const river = city.context.find((layer) => layer.kind === 'water')?.shapes[0];
    const shape = river?.type === 'area' ? river.shape : [];
    const bridges = [...(streets?.start ?? [])].filter((start, i) => {
      const end = streets?.end[i] ?? start;
      const middle = [((streets?.nodeX[start] ?? 0) + (streets?.nodeX[end] ?? 0)) / 2, ((streets?.nodeY[start] ?? 0) + (streets?.nodeY[end] ?? 0)) / 2] as const;
      return insideShape(shape, middle);
    });
    expect(bridges.length).toBeGreaterThan(4);
    expect(bridges.length).toBeLessThan(25);
  });
});

describe('people', () => {
  it('live in the quarter and age group the indicators say, to the person', () => {
    const population = city.population;
    if (population === undefined) throw new Error('No population cells');
    const home = [...population.x].map((x, i) => quarters.findIndex((area) => insideShape(area.shape, [x, population.y[i] ?? 0])));
    quarters.forEach((area, q) => {
      population.ageGroups.forEach((group, g) => {
        const counted = total([...(population.counts[g] ?? [])].filter((_, i) => home[i] === q));
        expect(counted).toBe(numberOf(cellOf(`population_${group.id}`, area.id)));
      });
      expect(total(population.ageGroups.map((group) => numberOf(cellOf(`population_${group.id}`, area.id)) ?? 0))).toBe(numberOf(cellOf('population', area.id)));
    });
  });

  it('live in squares of the national grid, none in water or parks', () => {
    const quiet = city.context.filter((layer) => layer.kind === 'water' || layer.kind === 'green').flatMap((layer) => layer.shapes.filter((shape) => shape.type === 'area'));
    const boxed = quiet.flatMap((shape) => (shape.type === 'area' ? [{ shape: shape.shape, xs: shape.shape.flat(2).map(([x]) => x) }] : []));
    const ranges = boxed.map(({ shape, xs }) => ({ shape, low: Math.min(...xs), high: Math.max(...xs) }));
    city.population?.x.forEach((x, i) => {
      const y = city.population?.y[i] ?? 0;
      expect([x % 100, y % 100]).toEqual([50, 50]);
      expect(ranges.some(({ shape, low, high }) => x > low && x < high && insideShape(shape, [x, y]))).toBe(false);
    });
  });
});

describe('indicators', () => {
  it('come with a full record, at least 28 of them in six topics, for every area and year', () => {
    expect(city.indicators.length).toBeGreaterThanOrEqual(28);
    expect(new Set(city.indicators.map((indicator) => indicator.topic)).size).toBe(6);
    for (const indicator of city.indicators) {
      expect(indicator.interpretation).toMatch(/\.$/);
      expect(indicator.process).toMatch(/\.$/);
      expect(indicator).toMatchObject({ minimumNumerator: 3, minimumDenominator: 100 });
      expect(indicator.targetGroups.length).toBeGreaterThan(0);
      expect(city.sources.some((source) => source.id === indicator.source)).toBe(true);
    }
    expect(city.values.length).toBe(city.indicators.length * city.areas.length * 12);
    for (const id of riskShares) expect(city.indicators.some((indicator) => indicator.id === id)).toBe(true);
  });

  it('hold no number that is none, and rates follow from their counts', () => {
    for (const { cell } of city.values) {
      if (cell.mark !== 'value' && cell.mark !== 'uncertain') continue;
      expect(Number.isFinite(cell.value) && cell.value > 0).toBe(true);
      if (cell.numerator !== undefined && cell.denominator !== undefined) expect([1, 100, 1000].some((per) => Math.abs(cell.value - (per * (cell.numerator ?? 0)) / (cell.denominator ?? 1)) < 1e-9)).toBe(true);
    }
  });

  it('add up: every upper level is the sum of its parts', () => {
    for (const indicator of ['population', 'households', 'sgb2_recipients', 'population_under3']) {
      for (const date of ['2014-12-31', latest]) {
        const whole = numberOf(cellOf(indicator, areasOf('city')[0]?.id as AreaId, date));
        for (const level of ['sozialraum', 'sozialquartier', 'arbeitsmarktbezirk']) expect(total(areasOf(level).map((area) => numberOf(cellOf(indicator, area.id, date)) ?? 0))).toBe(whole);
      }
    }
  });

  it('rise from south to north: SGB II from about 3 to about 40 percent', () => {
    const shares = quarters.map((area) => ({ y: total(area.shape[0]?.[0]?.map(([, y]) => y) ?? []) / (area.shape[0]?.[0]?.length ?? 1), share: numberOf(cellOf('sgb2_share', area.id)) ?? 0 }));
    expect(Math.min(...shares.map(({ share }) => share))).toBeLessThan(4);
    expect(Math.max(...shares.map(({ share }) => share))).toBeGreaterThan(36);
    expect(Math.max(...shares.map(({ share }) => share))).toBeLessThan(45);
    expect(correlation(shares.map(({ y }) => y), shares.map(({ share }) => share))).toBeGreaterThan(0.45);
  });

  it('keep small numbers secret, never a single one per Sozialraum', () => {
    const hidden = city.values.filter(({ cell }) => cell.mark === 'suppressed');
    expect(hidden.length).toBeGreaterThan(20);
    const families = new Map<string, number>();
    for (const { indicator, area, date } of hidden) {
      const parent = city.areas.find((one) => one.id === area)?.parent ?? '';
      families.set(`${indicator}/${date}/${parent}`, (families.get(`${indicator}/${date}/${parent}`) ?? 0) + 1);
    }
    expect(Math.min(...families.values())).toBeGreaterThanOrEqual(2);
    for (const { cell } of city.values) if (cell.mark === 'value' && cell.numerator !== undefined) expect(cell.numerator).toBeGreaterThan(0);
  });

  it('have gaps, zeros and uncertain values', () => {
    const marks = new Set(city.values.map(({ cell }) => cell.mark));
    expect(['notAvailable', 'zero', 'uncertain', 'suppressed', 'value'].every((mark) => marks.has(mark as never))).toBe(true);
    expect(city.values.filter(({ indicator, date }) => indicator === 'debt_advice_rate' && date === '2019-12-31').every(({ cell }) => cell.mark === 'notAvailable')).toBe(true);
  });

  it('have one outlier: the refugee shelter in Overlöhn from 2023', () => {
    const share = (year: number) => numberOf(cellOf('migration_background_share', asId<AreaId>('0206'), `${year}-12-31`)) ?? 0;
    expect(share(2023) - share(2022)).toBeGreaterThan(10);
  });
});

describe('Sozialindex', () => {
  const result = computeIndex(city, sevenRiskGroupsProfile, asId('sozialquartier'), latest);
  const areas = result.ok ? result.value.areas : [];

  it('shows all four status classes and all three trends', () => {
    expect(new Set(areas.map((area) => area.status.class))).toEqual(new Set(['high', 'middle', 'low', 'veryLow']));
    expect(new Set(areas.map((area) => area.trend?.class))).toEqual(new Set(['positive', 'stable', 'negative']));
    expect(result.ok ? result.value.excluded.map(({ area, reason }) => [area, reason]) : []).toEqual([['0204', 'belowMinimumPopulation']]);
  });

  it('was published for 2023 with two classes that differ from the calculation', () => {
    const computed = computeIndex(city, sevenRiskGroupsProfile, asId('sozialquartier'), asDate('2023-12-31'));
    const byArea = new Map(computed.ok ? computed.value.areas.map((area) => [area.area, area]) : []);
    const different = city.publishedClasses.filter(({ area, status, trend }) => byArea.get(area)?.status.class !== status || byArea.get(area)?.trend?.class !== trend);
    expect(city.publishedClasses.length).toBe(26);
    expect(different.map(({ area }) => area)).toEqual(['0103', '0203']);
  });
});

describe('institutions', () => {
  const { institutions } = city;

  it('are at least 500 in ten categories, each with a name of its own and a mailbox at halmstedt.example', () => {
    expect(institutions.length).toBeGreaterThanOrEqual(500);
    expect(new Set(institutions.map(({ category }) => category)).size).toBe(10);
    expect(new Set(institutions.map(({ id }) => id)).size).toBe(institutions.length);
    expect(new Set(institutions.map(({ name }) => name)).size).toBe(institutions.length);
    for (const { contact, website } of institutions) {
      expect(contact).toMatch(/^[a-z0-9-]+@halmstedt\.example$/);
      expect(website).toContain('halmstedt.example');
    }
    expect(institutions.filter(({ category }) => category === 'kita').every(({ capacity }) => (capacity ?? 0) > 0)).toBe(true);
  });

  it('stand inside the quarter their postcode names', () => {
    for (const { location, postcode } of institutions) {
      if (location === undefined) continue;
      expect(quarters.find((area) => insideShape(area.shape, location))?.id.slice(1)).toBe(`${postcode[3]}0${postcode[4]}`);
    }
  });

  it('show what real lists hold: citywide, befristet, unknown, unverified, entered twice, closed', () => {
    expect(institutions.filter(({ reach }) => reach === 'citywide').length).toBeGreaterThan(10);
    expect(institutions.some(({ reach, location }) => reach === 'citywide' && location !== undefined)).toBe(true);
    expect(institutions.filter(({ fixedTerm, fixedTermEnd, programme }) => fixedTerm === 'yes' && fixedTermEnd !== undefined && programme !== '').length).toBeGreaterThan(20);
    expect(institutions.some(({ fixedTerm }) => fixedTerm === 'unknown')).toBe(true);
    expect(institutions.filter(({ verifiedOn }) => verifiedOn !== undefined && verifiedOn < '2024-01-01').length).toBeGreaterThan(15);
    expect(institutions.filter(({ name }) => name.endsWith('(Beratungsstelle)')).length).toBe(1);
    expect(institutions.some(({ closedOn }) => closedOn !== undefined)).toBe(true);
  });

  it('leave children in the north with fewer places than in the south', () => {
    const places = (id: string) => numberOf(cellOf('kita_places_per_100', asId<AreaId>(id))) ?? 0;
    expect(Math.max(places('0201'), places('0202'), places('0205'))).toBeLessThan(60);
    expect(places('0603')).toBeGreaterThan(90);
  });
});

describe('coverage', () => {
  it('finds the gaps in the burdened north first', () => {
    const index = computeIndex(city, sevenRiskGroupsProfile, asId('sozialquartier'), latest);
    const request = { categories: [asId<CategoryId>('youth_centre')], ageGroups: [asId<AgeGroupId>('10to17')], metres: 800, level: asId<LevelId>('sozialquartier'), date: latest };
    const result = straightLineCoverage(city, request, index.ok ? releaseIndex(index.value, releaserFor(city, 'internal')) : undefined);
    const first = result.ok ? gapList(releaseCoverage(result.value, releaserFor(city, 'internal'))).slice(0, 4).map(({ area }) => city.areas.find(({ id }) => id === area)?.name) : [];
    expect(first).toContain('Lindenhof');
    expect(first).toContain('Ziegelei-Siedlung');
  });
});

describe('source', () => {
  it('uses no clock and no chance of its own', () => {
    const files = readdirSync(import.meta.dirname, { recursive: true }).map(String).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'generate.ts');
    for (const file of files) expect(readFileSync(`${import.meta.dirname}/${file}`, 'utf8')).not.toMatch(/Math\.random|Date\.now|new Date\(\)/);
  });
});

/** How often each side of a border occurs, whatever its direction. */
function sidesOf(areas: readonly { readonly shape: MultiPolygon }[]): Map<string, number> {
  const sides = new Map<string, number>();
  for (const ring of areas.flatMap((area) => area.shape.flat())) {
    for (let i = 0; i + 1 < ring.length; i++) {
      const key = [String(ring[i]), String(ring[i + 1])].sort().join(' ');
      sides.set(key, (sides.get(key) ?? 0) + 1);
    }
  }
  return sides;
}

/** Pairs of sides of a ring that cross. */
function crossings(ring: readonly (readonly [number, number])[]): number {
  let found = 0;
  for (let i = 0; i + 1 < ring.length; i++) for (let j = i + 2; j + 1 < ring.length; j++) {
    if (i === 0 && j === ring.length - 2) continue;
    const [a, b, c, d] = [ring[i], ring[i + 1], ring[j], ring[j + 1]] as [readonly [number, number], readonly [number, number], readonly [number, number], readonly [number, number]];
    if (Math.max(a[0], b[0]) < Math.min(c[0], d[0]) || Math.max(c[0], d[0]) < Math.min(a[0], b[0])) continue;
    const turn = (p: typeof a, q: typeof a, r: typeof a) => Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
    if (turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0) found++;
  }
  return found;
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]) => total(values) / values.length;
  const [ma, mb] = [mean(a), mean(b)];
  const covariance = total(a.map((value, i) => (value - ma) * ((b[i] ?? 0) - mb)));
  return covariance / Math.sqrt(total(a.map((value) => (value - ma) ** 2)) * total(b.map((value) => (value - mb) ** 2)));
}

