import type { AreaId, IndicatorId } from '#shared/ids.ts';
import type { StatusClass, TrendClass } from '../city/city.ts';
import type { ReleasedCell } from '../confidentiality/released-cell.ts';
import type { IndexProfile } from './index-profile.ts';
import type { NextCut, ReleasedIndex, ReleasedScore } from './released-index.ts';

/** Why an area has its class, as far as it may be told. */
export type AreaExplanation = {
  readonly area: AreaId;
  readonly status: ScoreExplanation<StatusClass>;
  readonly trend: ScoreExplanation<TrendClass> | undefined;
};

export type ScoreExplanation<Class> = {
  readonly class: Class;
  readonly index: number | undefined;
  /** What moved the index, strongest first; secret ones last. */
  readonly contributions: readonly Contribution[];
  readonly nextCut: NextCut<Class> | undefined;
};

export type Contribution = {
  readonly indicator: IndicatorId;
  /** Weight × z: what it adds to the sum, plus is a burden; undefined where it is secret. */
  readonly added: number | undefined;
  /** Trend only: later minus earlier value in the indicator's own unit, since the class is relative to the other areas. */
  readonly change: ReleasedCell | undefined;
};

/** Which indicators moved an area's index, and how far the next class is. Undefined for areas without index. */
export function explainArea(result: ReleasedIndex, area: AreaId): AreaExplanation | undefined {
  const found = result.areas.find((candidate) => candidate.area === area);
  if (!found) return undefined;
  return { area, status: explain(found.status, result.profile), trend: found.trend && explain(found.trend, result.profile) };
}

function explain<Class>(score: ReleasedScore<Class>, profile: IndexProfile): ScoreExplanation<Class> {
  const weights = new Map(profile.indicators.map(({ indicator, weight }) => [indicator, weight]));
  const contributions = score.parts.map(
    ({ indicator, z, change }): Contribution => ({ indicator, added: z === undefined ? undefined : (weights.get(indicator) ?? 1) * z, change }),
  );
  const strength = ({ added }: Contribution): number => (added === undefined ? -1 : Math.abs(added));
  return { class: score.class, index: score.index, contributions: contributions.sort((a, b) => strength(b) - strength(a)), nextCut: score.nextCut };
}
