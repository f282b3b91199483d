import type { AreaId } from '#shared/ids.ts';
import { institutionCount, metres } from '../confidentiality/no-statistic.ts';
import type { Releaser } from '../confidentiality/release.ts';
import type { ReleasedCell } from '../confidentiality/released-cell.ts';
import type { AreaCoverage, CoverageResult } from './coverage.ts';

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
};

/**
 * Hides numbers of people below three: of an area, of those reached and of those not reached (of which either gives the other
 * away). Where exactly one area would be hidden the one with the fewest people is hidden too, or the total would tell.
 */
export function releaseCoverage(result: CoverageResult, releaser: Releaser): ReleasedCoverage {
  const isSecret = (count: number): boolean => releaser.people(count).mark === 'suppressed';
  const secretPeople = withSecond(result.areas, ({ people }) => isSecret(people), isSecret(result.peopleOutsideAreas));
  const secretParts = withSecond(result.areas, ({ area, reached, unreached }) => secretPeople.has(area) || isSecret(reached) || isSecret(unreached), false);
  // a secret count is released as a count too small to show: the gate decides on the sign
  const hidden = releaser.people(1);
  const unreached = result.people - result.reached;
  const areas = result.areas.map((area): readonly [AreaId, ReleasedAreaCoverage] => {
    const noPeople = secretPeople.has(area.area);
    const noParts = secretParts.has(area.area);
    return [
      area.area,
      {
        area: area.area,
        status: area.status,
        need: area.need,
        people: noPeople ? hidden : releaser.people(area.people),
        reached: noParts ? hidden : releaser.people(area.reached),
        unreached: noParts ? hidden : releaser.people(area.unreached),
        share: noParts ? hidden : releaser.share(area.reached, area.people),
        medianDistance: noParts ? hidden : releaser.plain(metres(area.medianDistance)),
        gap: releaser.scaled(noParts ? hidden : releaser.people(area.unreached), area.need, 0),
        offers: releaser.plain(institutionCount(area.offers)),
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
    people: releaser.people(result.people),
    reached: releaser.people(result.reached),
    unreached: releaser.people(unreached),
    share: releaser.share(result.reached, result.people),
    peopleOutsideAreas: releaser.people(result.peopleOutsideAreas),
    areas: new Map(areas),
  };
}

/** Secret areas; where there is just one (and nothing else hidden in the same total), the smallest shown one besides. */
function withSecond(areas: readonly AreaCoverage[], isSecret: (area: AreaCoverage) => boolean, isOutsideHidden: boolean): ReadonlySet<AreaId> {
  const secret = new Set(areas.filter(isSecret).map(({ area }) => area));
  const hidden = secret.size + (isOutsideHidden ? 1 : 0);
  if (hidden !== 1) return secret;
  const second = areas.filter(({ area, people }) => !secret.has(area) && people > 0).sort((a, b) => a.people - b.people || (a.area < b.area ? -1 : 1))[0];
  if (second) secret.add(second.area);
  return secret;
}
