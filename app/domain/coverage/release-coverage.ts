import type { Cell } from '#shared/cell.ts';
import type { AreaId } from '#shared/ids.ts';
import { asId } from '#shared/ids.ts';
import { institutionCount, metres, places } from '../confidentiality/no-statistic.ts';
import type { Releaser } from '../confidentiality/release.ts';
import type { ReleasedCell } from '../confidentiality/released-cell.ts';
import type { Place } from '../confidentiality/secret-cells.ts';
import { protectTotals } from '../confidentiality/secret-cells.ts';
import type { AreaCoverage, CoverageResult, FixedTermOffers } from './coverage.ts';

/**
 * A coverage as it may be shown: what was asked and which offers were counted as they are, every number of people and what
 * follows from one as released. The rooms that show, print or export get this type only.
 */
export type ReleasedCoverage = Pick<
  CoverageResult,
  'request' | 'method' | 'estimate' | 'edition' | 'contentHash' | 'populationDate' | 'located' | 'citywide' | 'leftOut' | 'outline' | 'unknownAreas'
> & {
  readonly people: ReleasedCell;
  readonly reached: ReleasedCell;
  readonly unreached: ReleasedCell;
  readonly share: ReleasedCell;
  readonly peopleOutsideAreas: ReleasedCell;
  readonly areas: ReadonlyMap<AreaId, ReleasedAreaCoverage>;
  /** Counted offers that end, and the coverage that remains without them. */
  readonly fixedTerm?: Pick<FixedTermOffers, 'offers' | 'earliestEnd'> & { readonly reachedWithout: ReleasedCell; readonly shareWithout: ReleasedCell };
  /** Places of the counted offers, where they fit the group; `withoutNumber` offers do not say how many they have. */
  readonly places?: { readonly total: ReleasedCell; readonly perHundred: ReleasedCell; readonly withoutNumber: number };
};
/** Status and need come from the index, which passes a gate of its own. */
export type ReleasedAreaCoverage = Pick<AreaCoverage, 'area' | 'status' | 'need'> & {
  readonly people: ReleasedCell;
  readonly reached: ReleasedCell;
  readonly unreached: ReleasedCell;
  readonly share: ReleasedCell;
  /** Metres, secret where the people reached are: it tells whether at least half of them are within reach. */
  readonly medianDistance: ReleasedCell;
  /** need × unreached people, secret where the people are. */
  readonly gap: ReleasedCell;
  readonly offers: ReleasedCell;
  readonly fixedTermOffers?: ReleasedCell;
  readonly places?: ReleasedCell;
  /** Places per 100 people of the group, secret where the people are. */
  readonly placesPerHundred?: ReleasedCell;
};

/**
 * Hides numbers of people below three: of an area, of those reached and of those not reached (of which either gives the other
 * away), and whatever would give a hidden one away by subtraction from the sums.
 */
export function releaseCoverage(result: CoverageResult, releaser: Releaser): ReleasedCoverage {
  const isSecret = (count: number): boolean => releaser.people(count).mark === 'suppressed';
  const sumOf = (of: (area: AreaCoverage) => number): number => result.areas.reduce((sum, area) => sum + of(area), 0);
  const unreached = result.people - result.reached;
  const people: Counts = { total: result.people, outside: result.peopleOutsideAreas, of: (area) => area.people };
  const reached: Counts = { total: result.reached, outside: result.reached - sumOf((area) => area.reached), of: (area) => area.reached };
  const missed: Counts = { total: unreached, outside: unreached - sumOf((area) => area.unreached), of: (area) => area.unreached };
  const secretIn = (tables: readonly Counts[]): ReadonlySet<Place> =>
    new Set<Place>([
      ...result.areas.filter((area) => tables.some(({ of }) => isSecret(of(area)))).map(({ area }) => area),
      ...(tables.some(({ outside }) => isSecret(outside)) ? [OUTSIDE] : []),
      ...(tables.some(({ total }) => isSecret(total)) ? (['city'] as const) : []),
    ]);
  const secretPeople = protectedPlaces(result.areas, secretIn([people]), [people], releaser.peopleMinimum);
  const secretParts = protectedPlaces(result.areas, new Set([...secretPeople, ...secretIn([reached, missed])]), [reached, missed], releaser.peopleMinimum);
  const hidden = releaser.withheld('');
  const perHundred = (count: number, people: ReleasedCell): ReleasedCell => releaser.ratio(releaser.plain(places(count)), people);
  const allPeople = secretPeople.has('city') ? hidden : releaser.people(result.people);
  const areas = result.areas.map((area): readonly [AreaId, ReleasedAreaCoverage] => {
    const noPeople = secretPeople.has(area.area);
    const people = noPeople ? hidden : releaser.people(area.people);
    const noParts = secretParts.has(area.area);
    return [
      area.area,
      {
        area: area.area,
        status: area.status,
        need: area.need,
        people,
        reached: noParts ? hidden : releaser.people(area.reached),
        unreached: noParts ? hidden : releaser.people(area.unreached),
        share: noParts ? releaser.withheld('%') : releaser.share(area.reached, area.people),
        medianDistance: noParts ? releaser.withheld('m') : releaser.plain(metres(area.medianDistance)),
        gap: releaser.scaled(noParts ? hidden : releaser.people(area.unreached), area.need, 0),
        offers: releaser.plain(institutionCount(area.offers)),
        ...(area.fixedTermOffers === undefined ? {} : { fixedTermOffers: releaser.plain(institutionCount(area.fixedTermOffers)) }),
        ...(area.places === undefined ? {} : { places: releaser.plain(places(area.places)), placesPerHundred: perHundred(area.places, people) }),
      },
    ];
  });
  return {
    request: result.request,
    method: result.method,
    estimate: result.estimate,
    edition: result.edition,
    contentHash: result.contentHash,
    populationDate: result.populationDate,
    located: result.located,
    citywide: result.citywide,
    leftOut: result.leftOut,
    outline: result.outline,
    ...(result.unknownAreas === undefined ? {} : { unknownAreas: result.unknownAreas }),
    people: allPeople,
    reached: secretParts.has('city') ? hidden : releaser.people(result.reached),
    unreached: secretParts.has('city') ? hidden : releaser.people(unreached),
    share: secretParts.has('city') ? releaser.withheld('%') : releaser.share(result.reached, result.people),
    peopleOutsideAreas: secretPeople.has(OUTSIDE) ? hidden : releaser.people(result.peopleOutsideAreas),
    areas: new Map(areas),
    ...(result.fixedTerm === undefined ? {} : { fixedTerm: releasedTerm(result, result.fixedTerm, releaser, secretParts.has('city')) }),
    ...(result.places === undefined
      ? {}
      : { places: { total: releaser.plain(places(result.places.total)), perHundred: perHundred(result.places.total, allPeople), withoutNumber: result.places.withoutNumber } }),
  };
}

/** The second run stands beside the first: where fewer than three people make the difference, it is secret. */
function releasedTerm(result: CoverageResult, { offers, earliestEnd, reachedWithout }: FixedTermOffers, releaser: Releaser, totalSecret: boolean): NonNullable<ReleasedCoverage['fixedTerm']> {
  const share = releaser.share(reachedWithout, result.people);
  const isHidden = totalSecret || share.mark === 'suppressed' || releaser.people(result.reached - reachedWithout).mark === 'suppressed';
  return { offers, earliestEnd, reachedWithout: isHidden ? releaser.withheld('') : releaser.people(reachedWithout), shareWithout: isHidden ? releaser.withheld('%') : share };
}

/** People outside every area of the level, a part of the total like an area. */
const OUTSIDE = asId<AreaId>('(outside)');

type Counts = { readonly total: number; readonly outside: number; readonly of: (area: AreaCoverage) => number };

/** Hides further areas (and at last the total) until nobody can work a hidden one out from any of these sums. */
function protectedPlaces(areas: readonly AreaCoverage[], secret: ReadonlySet<Place>, tables: readonly Counts[], minimum: number): ReadonlySet<Place> {
  const hidden = new Set(secret);
  const totals = [{ total: 'city', parts: [...areas.map(({ area }) => area), OUTSIDE] }] as const;
  let before = -1;
  while (hidden.size !== before) {
    before = hidden.size;
    for (const { total, outside, of } of tables) {
      const counts = new Map<Place, number>([...areas.map((area) => [area.area, of(area)] as const), [OUTSIDE, outside], ['city', total]]);
      protectTotals(hidden, totals, (place) => countCell(Math.round(counts.get(place) ?? 0)), minimum);
    }
  }
  return hidden;
}

const countCell = (count: number): Cell => (count <= 0 ? { mark: 'zero' } : { mark: 'value', value: count });
