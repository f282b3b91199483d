import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { City } from '#app/domain/city/city.ts';
import type { CoverageResult } from '#app/domain/coverage/coverage.ts';
import { straightLineCoverage } from '#app/domain/coverage/straight-line-coverage.ts';
import { asId } from '#shared/ids.ts';
import { anEmptyCity, DAY, square } from '#test/builders/an-empty-city.ts';

const metre = fc.integer({ min: 0, max: 3000 });
const points = (max: number) => fc.array(fc.tuple(metre, metre), { minLength: 1, maxLength: max });
const cells = fc.array(fc.tuple(metre, metre, fc.integer({ min: 0, max: 50 })), { maxLength: 60 });
const radius = fc.integer({ min: 0, max: 2500 });

type Point = readonly [number, number];
/** Four quarters that leave the upper and right rim of the map uncovered. */
function cityOf(sites: readonly Point[], people: readonly (readonly [number, number, number])[]): City {
  const builder = anEmptyCity();
  for (const [x, y] of [[0, 0], [1000, 0], [0, 1000], [1000, 1000]] as const) builder.area(`q${x}-${y}`, { shape: square(x, y, 1000) });
  sites.forEach(([x, y], i) => builder.site(`s${i}`, x, y));
  return builder.cells(people).build();
}
function cover(city: City, metres: number): CoverageResult {
  const answer = straightLineCoverage(city, { categories: [asId('kita')], ageGroups: [], metres, level: asId('quarter'), date: DAY }, undefined);
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value;
}
const people = ({ areas, ...rest }: CoverageResult) => ({ people: rest.people, reached: rest.reached, outside: rest.peopleOutsideAreas, areas });

describe('straight-line coverage', () => {
  it('equals counting every pair', () => {
    fc.assert(
      fc.property(points(12), cells, radius, (sites, population, metres) => {
        const expected = population.filter(([x, y]) => sites.some(([sx, sy]) => (sx - x) ** 2 + (sy - y) ** 2 <= metres ** 2)).reduce((sum, [, , count]) => sum + count, 0);
        expect(cover(cityOf(sites, population), metres).reached).toBe(expected);
      }),
    );
  });

  it('never loses anybody with a larger radius', () => {
    fc.assert(
      fc.property(points(8), cells, radius, radius, (sites, population, one, other) => {
        const city = cityOf(sites, population);
        const [near, far] = [cover(city, Math.min(one, other)), cover(city, Math.max(one, other))];
        near.areas.forEach(({ reached }, i) => expect(far.areas[i]!.reached).toBeGreaterThanOrEqual(reached));
      }),
    );
  });

  it('does not care about the order of sites or cells', () => {
    fc.assert(
      fc.property(points(8), cells, radius, (sites, population, metres) => {
        const [one, other] = [cover(cityOf(sites, population), metres), cover(cityOf([...sites].reverse(), [...population].reverse()), metres)];
        expect(people(other)).toEqual(people(one));
      }),
    );
  });

  it('accounts for everybody: areas and outside add up, nobody is reached twice', () => {
    fc.assert(
      fc.property(points(8), cells, radius, (sites, population, metres) => {
        const result = cover(cityOf(sites, population), metres);
        expect(result.areas.reduce((sum, area) => sum + area.people, 0) + result.peopleOutsideAreas).toBe(result.people);
        expect(result.people).toBe(population.reduce((sum, [, , count]) => sum + count, 0));
        for (const { people: all, reached, unreached, share } of result.areas) {
          expect(reached).toBeLessThanOrEqual(all);
          expect(reached + unreached).toBe(all);
          if (share !== undefined) expect(share).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
