import type { AreaId, IndicatorId } from '#shared/ids.ts';
import type { StatusClass, TrendClass } from '../city/city.ts';
import type { IndexProfile } from './index-profile.ts';
import type { IndexResult, IndexScore } from './index-result.ts';

/** Why an area has its class. */
export type AreaExplanation = {
  readonly area: AreaId;
  readonly status: ScoreExplanation<StatusClass>;
  readonly trend: ScoreExplanation<TrendClass> | undefined;
};

export type ScoreExplanation<Class> = {
  readonly class: Class;
  readonly index: number;
  /** What moved the index, strongest first. */
  readonly contributions: readonly Contribution[];
  readonly nextCut: NextCut<Class>;
};

export type Contribution = {
  readonly indicator: IndicatorId;
  readonly value: number;
  readonly z: number;
  /** Weight × z: what it adds to the sum. */
  readonly added: number;
  /** Its part of all movement, up or down, between 0 and 1; 0 for all where nothing moved. */
  readonly share: number;
  readonly towards: 'burden' | 'relief' | 'neither';
  /** Trend only: later minus earlier value in the indicator's own unit, since the class is relative to the other areas. */
  readonly absoluteChange: number | undefined;
};

export type NextCut<Class> = {
  /** The class on the other side of the nearest cut. */
  readonly class: Class;
  /** Distance to the cut on the index's scale, never negative. */
  readonly distance: number;
  /** "Kurz vor der Grenze". */
  readonly isNear: boolean;
};

/** An index closer to a cut than this is called "kurz vor der Grenze". */
export const NEAR_A_CUT = 0.1;

/** Which indicators moved an area's index, and how far the next class is. Undefined for areas without index. */
export function explainArea(result: IndexResult, area: AreaId): AreaExplanation | undefined {
  const found = result.areas.find((candidate) => candidate.area === area);
  if (!found) return undefined;
  const { statusCuts, trend } = result.profile;
  const statusSteps: Steps<StatusClass> = [['high', statusCuts.high, 'middle'], ['middle', statusCuts.middle, 'low'], ['low', statusCuts.low, 'veryLow']];
  const trendSteps: Steps<TrendClass> = [['positive', trend.cuts.positive, 'stable'], ['stable', trend.cuts.negative, 'negative']];
  return {
    area,
    status: explain(found.status, result.profile, statusSteps),
    trend: found.trend && explain(found.trend, result.profile, trendSteps),
  };
}

/** Cuts in ascending order with the class below and above each. */
type Steps<Class> = readonly (readonly [below: Class, cut: number, above: Class])[];

function explain<Class>(score: IndexScore<Class>, profile: IndexProfile, steps: Steps<Class>): ScoreExplanation<Class> {
  const weights = new Map(profile.indicators.map(({ indicator, weight }) => [indicator, weight]));
  const added = score.parts.map(({ indicator, z }) => (weights.get(indicator) ?? 1) * z);
  const movement = added.reduce((sum, amount) => sum + Math.abs(amount), 0);
  const contributions = score.parts.map(
    ({ indicator, value, z, absoluteChange }, i): Contribution => ({
      indicator,
      value,
      z,
      added: added[i]!,
      share: movement > 0 ? Math.abs(added[i]!) / movement : 0,
      towards: added[i]! > 0 ? 'burden' : added[i]! < 0 ? 'relief' : 'neither',
      absoluteChange,
    }),
  );
  return {
    class: score.class,
    index: score.index,
    contributions: contributions.sort((a, b) => Math.abs(b.added) - Math.abs(a.added)),
    nextCut: nextCutOf(score, steps),
  };
}

function nextCutOf<Class>(score: IndexScore<Class>, steps: Steps<Class>): NextCut<Class> {
  const neighbours = steps.flatMap(([below, cut, above]) => {
    const distance = Math.abs(score.index - cut);
    if (score.class === below) return [{ class: above, distance }];
    return score.class === above ? [{ class: below, distance }] : [];
  });
  const nearest = neighbours.reduce((best, next) => (next.distance < best.distance ? next : best));
  return { ...nearest, isNear: nearest.distance < NEAR_A_CUT };
}
