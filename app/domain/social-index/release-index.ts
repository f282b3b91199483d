import type { AreaId, IndicatorId } from '#shared/ids.ts';
import { roundTo } from '#shared/round-to.ts';
import type { StatusClass } from '../city/city.ts';
import { STATUS_CLASSES } from '../city/city.ts';
import type { Releaser } from '../confidentiality/release.ts';
import type { ReleasedCell } from '../confidentiality/released-cell.ts';
import { mean } from '../stats/mean.ts';
import { percentileRank } from '../stats/percentile-rank.ts';
import type { AreaIndex, IndexResult, IndexScore } from './index-result.ts';
import type { Steps } from './next-cut.ts';
import { nextCutOf, statusSteps, trendSteps } from './next-cut.ts';
import type { NextCut, ReleasedAreaIndex, ReleasedIndex, ReleasedPart, ReleasedScore } from './released-index.ts';

/**
 * Lets an index out through the gate. An index is made of shares, and some of them take part although they are not shown,
 * because with them a neighbour's secret could be worked out. Therefore:
 *
 * - an area with a share that is not shown (for the trend: on either day) has no index, sum, rank or distance to a cut, and no
 *   z value of that share; its class stays
 * - z values add up to nothing and have a known spread: where one or two areas of an indicator are secret, theirs would follow
 *   from the others', and so nobody's z value of that indicator is shown, nor a sum; with no indicator left, no index either
 * - where anything is secret, the other numbers are rounded to two decimals
 */
export function releaseIndex(result: IndexResult, releaser: Releaser): ReleasedIndex {
  const read = readersFor(result, releaser);
  const status = releaseScores(result.areas.map(({ area, status: score }) => ({ area, score })), read.status, statusSteps(result.profile));
  const trended = result.areas.flatMap(({ area, trend: score }) => (score ? [{ area, score }] : []));
  const trend = releaseScores(trended, read.trend, trendSteps(result.profile));
  const isShown = ({ area }: AreaIndex): boolean => status.get(area)?.index !== undefined;
  const ranked = result.areas.filter(isShown).sort((a, b) => b.status.index - a.status.index).map(({ area }) => area);
  const rankOf = new Map(ranked.map((area, i) => [area, i + 1]));
  const burdenOf = burdensFor(result, isShown);
  const burdens = result.areas.map(burdenOf);
  const areas: readonly ReleasedAreaIndex[] = result.areas.map(
    (row): ReleasedAreaIndex => ({
      area: row.area,
      status: status.get(row.area)!,
      trend: trend.get(row.area),
      rank: rankOf.get(row.area),
      need: percentileRank(burdens, burdenOf(row)) ?? 0,
    }),
  );
  return { ...result, areas, audience: releaser.audience } as ReleasedIndex;
}

/** What the gate says of an indicator's part in an area's score. */
type Reading = { readonly secret: boolean; readonly value: number | undefined; readonly change: ReleasedCell | undefined };
type Reader = (indicator: IndicatorId, area: AreaId, value: number) => Reading;

function readersFor({ profile, date, trendSince }: IndexResult, releaser: Releaser): { readonly status: Reader; readonly trend: Reader } {
  const changeIndicators = new Map(profile.indicators.map(({ indicator, changeIndicator }) => [indicator, changeIndicator]));
  return {
    status(indicator, area) {
      const cell = releaser.cell(indicator, area, date);
      return { secret: cell.mark === 'suppressed', value: cell.value, change: undefined };
    },
    trend(indicator, area, value) {
      if (trendSince === undefined) return { secret: true, value: undefined, change: undefined };
      const computed = releaser.difference(releaser.cell(indicator, area, date), releaser.cell(indicator, area, trendSince));
      const changeIndicator = changeIndicators.get(indicator);
      const delivered = changeIndicator && releaser.cell(changeIndicator, area, date);
      // a delivered change beside the value of one day gives the other day away
      if (computed.mark === 'suppressed' || delivered?.mark === 'suppressed') {
        return { secret: true, value: undefined, change: computed.mark === 'suppressed' ? computed : delivered };
      }
      return { secret: false, value, change: delivered && profile.trend.unit === 'percentagePoints' ? delivered : computed };
    },
  };
}

type Scored<Class> = { readonly area: AreaId; readonly score: IndexScore<Class> };

/** Fewer secret areas than this follow from the others' z values, by their sum and their spread. */
const UNDETERMINED = 3;

function releaseScores<Class>(scored: readonly Scored<Class>[], read: Reader, steps: Steps<Class>): ReadonlyMap<AreaId, ReleasedScore<Class>> {
  const readings = scored.map(({ area, score }) => score.parts.map(({ indicator, value }) => read(indicator, area, value)));
  const columns = scored[0]?.score.parts.map((_, j) => readings.filter((row) => row[j]!.secret).length) ?? [];
  const isWithheld = columns.map((secret) => secret > 0 && secret < UNDETERMINED);
  const anySecret = columns.some((secret) => secret > 0);
  const number = (value: number | undefined): number | undefined => (value === undefined || !anySecret ? value : roundTo(value, 2));
  return new Map(
    scored.map(({ area, score }, i) => {
      const own = readings[i]!;
      const isIndexSecret = own.some(({ secret }) => secret) || (isWithheld.length > 0 && isWithheld.every(Boolean));
      const parts = score.parts.map(({ indicator, z }, j): ReleasedPart => {
        const { secret, value, change } = own[j]!;
        return { indicator, value: number(value), z: secret || isWithheld[j] ? undefined : number(z), change };
      });
      return [
        area,
        {
          class: score.class,
          index: isIndexSecret ? undefined : number(score.index),
          sum: isIndexSecret || isWithheld.some(Boolean) ? undefined : number(score.sum),
          parts,
          nextCut: isIndexSecret ? undefined : releasedCut(score, steps, number),
        },
      ];
    }),
  );
}

function releasedCut<Class>(score: IndexScore<Class>, steps: Steps<Class>, number: (value: number) => number | undefined): NextCut<Class> {
  const cut = nextCutOf(score, steps);
  return { ...cut, distance: number(cut.distance) ?? cut.distance };
}

/** Burdens to compare areas by: the index where it is shown, else the mean of the shown ones of the same class. */
function burdensFor({ areas, profile }: IndexResult, isShown: (row: AreaIndex) => boolean): (row: AreaIndex) => number {
  const { high, middle, low } = profile.statusCuts;
  const edges: Readonly<Record<StatusClass, number>> = { high: high - 1, middle: (high + middle) / 2, low: (middle + low) / 2, veryLow: low + 1 };
  const middles = new Map(
    STATUS_CLASSES.map((status) => [status, mean(areas.filter((row) => row.status.class === status && isShown(row)).map((row) => row.status.index)) ?? edges[status]]),
  );
  return (row) => (isShown(row) ? row.status.index : middles.get(row.status.class)!);
}
