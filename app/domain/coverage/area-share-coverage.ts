import { numberOf } from '#shared/cell.ts';
import type { AreaId, IndicatorId, IsoDate } from '#shared/ids.ts';
import { asId } from '#shared/ids.ts';
import type { Problem } from '#shared/problem.ts';
import type { Result } from '#shared/result.ts';
import { failure, success } from '#shared/result.ts';
import type { City } from '../city/city.ts';
import { lookupOf } from '../city/city-lookup.ts';
import { populationIndicatorOf } from '../city/population-indicator.ts';
import { secretCellsOf } from '../confidentiality/secret-cells.ts';
import type { Audience } from '../confidentiality/thresholds.ts';
import { circle, shareInside, unionOf } from '../geometry/overlay.ts';
import type { ReleasedIndex } from '../social-index/released-index.ts';
import type { AreaCoverage, CoverageRequest, CoverageResult } from './coverage.ts';
import { needsOf } from './need.ts';
import type { Offers } from './offers.ts';

/**
 * Coverage of a city that knows people per area only: people are taken to live evenly on the residential land of their area
 * (on all of its land where the bundle has no residential land), and those whose land lies in the union of the circles count
 * as reached. Estimated area by area, never over the whole city at once. Where both kinds of land are known the result
 * carries both answers as a range.
 *
 * Groups are counts of the level, additive indicators named by the group's id (`under3` or `population_under3`); no group
 * named means all inhabitants. The figures are of the latest day up to the request's, else of the first after it. Median
 * distances cannot be told. An area with a count that the audience may not see is unknown: the coverage would tell it.
 */
export function areaShareCoverage(city: City, request: CoverageRequest, index: ReleasedIndex | undefined, offers: Offers, audience: Audience): Result<CoverageResult, Problem> {
  const indicators = countsFor(city, request);
  if (!indicators.ok) return indicators;
  const date = dayOf(city, request, indicators.value);
  if (date === undefined) return failure({ code: 'coverage.noPopulation' });

  const lookup = lookupOf(city);
  const secrets = secretCellsOf(city, audience);
  const needOf = needsOf(index, request.level);
  const outline = unionOf(offers.located.map(({ location }) => circle(location, request.metres)));
  const unknownAreas: AreaId[] = [];
  const areas = lookup.areasOf(request.level, date, indicators.value).flatMap((area): readonly AreaCoverage[] => {
    const counts = indicators.value.map((indicator) => (secrets.isSecret(indicator, area.id, date) ? undefined : numberOf(lookup.cell(indicator, area.id, date))));
    const simple = shareInside(area.shape, outline);
    if (counts.includes(undefined) || simple === undefined) {
      unknownAreas.push(area.id);
      return [];
    }
    const people = counts.reduce<number>((sum, count) => sum + count!, 0);
    const residential = area.residential && shareInside(area.residential, outline);
    const reached = people * (residential ?? simple);
    const { need, status } = needOf(area.id);
    return [
      {
        area: area.id,
        people,
        reached,
        unreached: people - reached,
        share: people > 0 ? reached / people : undefined,
        medianDistance: undefined,
        offers: offers.located.filter(({ location }) => lookup.areaAt(request.level, location, date)?.id === area.id).length,
        status,
        need,
        gap: need === undefined ? undefined : need * (people - reached),
        ...(residential === undefined ? {} : { range: { simple: people * simple, residential: people * residential } }),
      },
    ];
  });
  if (areas.length === 0) return failure({ code: 'coverage.noPopulation' });
  return success({
    request,
    method: 'straightLine',
    estimate: 'areaShare',
    edition: city.manifest.edition,
    contentHash: city.manifest.contentHash,
    populationDate: date,
    located: offers.located.map(({ institution }) => institution.id),
    citywide: offers.citywide.map(({ id }) => id),
    leftOut: offers.leftOut,
    people: areas.reduce((sum, { people }) => sum + people, 0),
    reached: areas.reduce((sum, { reached }) => sum + reached, 0),
    peopleOutsideAreas: 0,
    areas,
    outline,
    unknownAreas,
  });
}

function countsFor(city: City, request: CoverageRequest): Result<readonly IndicatorId[], Problem> {
  const lookup = lookupOf(city);
  if (request.ageGroups.length === 0) {
    const population = populationIndicatorOf(city);
    return population ? success([population]) : failure({ code: 'coverage.noPopulation' });
  }
  const found: IndicatorId[] = [];
  for (const group of request.ageGroups) {
    const indicator = [group, `population_${group}`].map((id) => lookup.indicator(asId(id))).find((candidate) => candidate?.additive);
    if (!indicator) {
      const known = city.indicators.filter(({ additive, form }) => additive && form === 'absolute').map(({ id }) => id);
      return failure({ code: 'coverage.unknownAgeGroup', details: { group, known: known.join(', ') } });
    }
    found.push(indicator.id);
  }
  return success(found);
}

function dayOf(city: City, request: CoverageRequest, indicators: readonly IndicatorId[]): IsoDate | undefined {
  const lookup = lookupOf(city);
  const [first = [], ...others] = indicators.map((indicator) => lookup.datesOf(indicator, request.level));
  const common = first.filter((date) => others.every((dates) => dates.includes(date)));
  return common.findLast((date) => date <= request.date) ?? common[0];
}
