import type { AgeGroupId, AreaId } from '#shared/ids.ts';
import type { Problem } from '#shared/problem.ts';
import type { Result } from '#shared/result.ts';
import { failure, success } from '#shared/result.ts';
import type { City, PopulationCells } from '../city/city.ts';
import type { Audience } from '../confidentiality/thresholds.ts';
import { lookupOf } from '../city/city-lookup.ts';
import { nearestPointOf } from '../geometry/nearest-point.ts';
import { circle, unionOf } from '../geometry/overlay.ts';
import type { ReleasedIndex } from '../social-index/released-index.ts';
import { weightedMedian } from '../stats/weighted-median.ts';
import { areaShareCoverage } from './area-share-coverage.ts';
import type { AreaCoverage, CoverageRequest, CoverageResult } from './coverage.ts';
import { needsOf } from './need.ts';
import type { Offers, Site } from './offers.ts';
import { endingOf, offersOf } from './offers.ts';
import { countInAreas, placesOf } from './places.ts';

/** Told now and then how many cells are done. */
export type CoverageProgress = (done: number, total: number) => void;

/**
 * Whom offers reach in a straight line ("Luftlinie"). A cell is reached when its centre is at most `metres` from any located
 * offer, bis einschließlich, in metres of the city's projected system; its people count once, in the area that holds the
 * centre. Without cells in the bundle people are estimated by the share of land (see `area-share-coverage.ts`).
 *
 * Answers `coverage.noSites` when no located offer is open, `coverage.noPopulation` and `coverage.unknownAgeGroup` when nobody
 * knows how many people of the group there are.
 */
export function straightLineCoverage(
  city: City,
  request: CoverageRequest,
  index: ReleasedIndex | undefined,
  progress: CoverageProgress = () => undefined,
  audience: Audience = 'public',
): Result<CoverageResult, Problem> {
  const offers = offersOf(city, request.categories, request.date);
  if (offers.located.length === 0) return failure({ code: 'coverage.noSites', details: { categories: request.categories.join(', ') } });
  const all = coverageBy(city, request, index, offers, progress, audience);
  return all.ok ? withSupply(city, all.value, offers, (lasting) => coverageBy(city, request, index, lasting, () => undefined, audience)) : all;
}

/** Adds what distance does not tell: which offers end, what remains without them, and how many places there are. */
function withSupply(city: City, result: CoverageResult, offers: Offers, again: (lasting: Offers) => Result<CoverageResult, Problem>): Result<CoverageResult, Problem> {
  const { ending, lasting } = endingOf(offers.located);
  const places = placesOf(city, result.request, offers.located);
  const without = ending.length === 0 || lasting.length === 0 ? undefined : again({ ...offers, located: lasting });
  if (without?.ok === false) return without;
  const ends = ending.flatMap(({ institution }) => institution.fixedTermEnd ?? []).sort();
  const endingIn = countInAreas(city, result.request, ending);
  return success({
    ...result,
    ...(places === undefined ? {} : { places: { total: places.total, withoutNumber: places.withoutNumber } }),
    ...(ending.length === 0
      ? {}
      : { fixedTerm: { offers: ending.map(({ institution }) => institution.id), earliestEnd: ends[0], reachedWithout: without?.value.reached ?? 0 } }),
    areas: result.areas.map((area) => ({
      ...area,
      ...(ending.length === 0 ? {} : { fixedTermOffers: endingIn.get(area.area) ?? 0 }),
      ...(places === undefined ? {} : { places: places.byArea.get(area.area) ?? 0 }),
    })),
  });
}

function coverageBy(
  city: City,
  request: CoverageRequest,
  index: ReleasedIndex | undefined,
  offers: Offers,
  progress: CoverageProgress,
  audience: Audience,
): Result<CoverageResult, Problem> {
  if (!city.population) return areaShareCoverage(city, request, index, offers, audience);
  const counted = peoplePerCell(city.population, request.ageGroups);
  if (!counted.ok) return counted;

  const cells = measureCells(city, request, city.population, counted.value, offers.located, progress);
  const lookup = lookupOf(city);
  const needOf = needsOf(index, request.level);
  const sites = countBy(offers.located, ({ location }) => lookup.areaAt(request.level, location, request.date)?.id);
  const areas = lookup.areasOf(request.level, request.date).map(({ id }): AreaCoverage => {
    const { people, reached, distances, weights } = cells.byArea.get(id) ?? emptyTally();
    const { need, status } = needOf(id);
    const unreached = people - reached;
    return {
      area: id,
      people,
      reached,
      unreached,
      share: people > 0 ? reached / people : undefined,
      medianDistance: weightedMedian(distances, weights),
      offers: sites.get(id) ?? 0,
      status,
      need,
      gap: need === undefined ? undefined : need * unreached,
    };
  });
  return success({
    request,
    method: 'straightLine',
    estimate: 'cells',
    edition: city.manifest.edition,
    contentHash: city.manifest.contentHash,
    populationDate: city.population.date,
    located: offers.located.map(({ institution }) => institution.id),
    citywide: offers.citywide.map(({ id }) => id),
    leftOut: offers.leftOut,
    people: cells.people,
    reached: cells.reached,
    peopleOutsideAreas: cells.outside,
    areas,
    outline: unionOf(offers.located.map(({ location }) => circle(location, request.metres))),
  });
}

/** People of the wanted groups in each cell. */
function peoplePerCell(population: PopulationCells, groups: readonly AgeGroupId[]): Result<Float64Array, Problem> {
  const known = population.ageGroups.map(({ id }) => id);
  const unknown = groups.find((group) => !known.includes(group));
  if (unknown !== undefined) return failure({ code: 'coverage.unknownAgeGroup', details: { group: unknown, known: known.join(', ') } });
  const wanted = population.counts.filter((_, i) => groups.length === 0 || groups.includes(known[i]!));
  return success(Float64Array.from(population.x, (_, cell) => wanted.reduce((sum, counts) => sum + counts[cell]!, 0)));
}

type Tally = { people: number; reached: number; readonly distances: number[]; readonly weights: number[] };
const emptyTally = (): Tally => ({ people: 0, reached: 0, distances: [], weights: [] });

function measureCells(
  city: City,
  request: CoverageRequest,
  population: PopulationCells,
  people: Float64Array,
  sites: readonly Site[],
  progress: CoverageProgress,
): { readonly people: number; readonly reached: number; readonly outside: number; readonly byArea: ReadonlyMap<AreaId, Tally> } {
  const lookup = lookupOf(city);
  const nearest = nearestPointOf(sites.map(({ location }) => location));
  const limit = request.metres ** 2;
  const byArea = new Map<AreaId, Tally>();
  const total = { people: 0, reached: 0, outside: 0 };
  for (let cell = 0; cell < people.length; cell += 1) {
    if (cell % 2048 === 0) progress(cell, people.length);
    const count = people[cell]!;
    if (!(count > 0)) continue;
    const [x, y] = [population.x[cell]!, population.y[cell]!];
    // squares keep "bis einschließlich" exact for whole metres
    const squared = nearest(x, y);
    const reached = squared <= limit ? count : 0;
    total.people += count;
    total.reached += reached;
    const area = lookup.areaAt(request.level, [x, y], request.date)?.id;
    if (area === undefined) {
      total.outside += count;
      continue;
    }
    const tally = byArea.get(area) ?? emptyTally();
    byArea.set(area, tally);
    tally.people += count;
    tally.reached += reached;
    tally.distances.push(Math.sqrt(squared));
    tally.weights.push(count);
  }
  progress(people.length, people.length);
  return { ...total, byArea };
}

function countBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): ReadonlyMap<Key, number> {
  const counts = new Map<Key, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}
