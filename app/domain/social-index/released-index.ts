import type { AreaId, IndicatorId } from '#shared/ids.ts';
import type { StatusClass, TrendClass } from '../city/city.ts';
import type { ReleasedCell } from '../confidentiality/released-cell.ts';
import type { Audience } from '../confidentiality/thresholds.ts';
import type { IndexResult } from './index-result.ts';

declare const released: unique symbol;

/**
 * An index as it may be shown: classes and reasons as they are, every number only where the shares behind it may be shown on
 * both days. Only `release-index.ts` makes one; the rooms that show, print or export get this type only.
 */
export type ReleasedIndex = Omit<IndexResult, 'areas'> & {
  readonly [released]: true;
  readonly audience: Audience;
  readonly areas: readonly ReleasedAreaIndex[];
};

export type ReleasedAreaIndex = {
  readonly area: AreaId;
  readonly status: ReleasedScore<StatusClass>;
  /** Undefined when the area has a status but no earlier value. */
  readonly trend: ReleasedScore<TrendClass> | undefined;
  /** Place by burden among the areas whose index is shown, from 1 (heaviest); undefined where it is secret. */
  readonly rank: number | undefined;
  /** Share of areas whose burden is at most as heavy, 1 = heaviest. An area with a secret index stands in the middle of its class. */
  readonly need: number;
};

export type ReleasedScore<Class> = {
  readonly class: Class;
  /** Undefined where it is secret. */
  readonly index: number | undefined;
  /** Weighted sum of the z values; undefined where it or one of its parts is secret. */
  readonly sum: number | undefined;
  readonly parts: readonly ReleasedPart[];
  /** Undefined where the index is secret: the distance would tell it. */
  readonly nextCut: NextCut<Class> | undefined;
};

export type ReleasedPart = {
  readonly indicator: IndicatorId;
  /** Status: the share. Trend: its change in the profile's unit. Undefined where secret. */
  readonly value: number | undefined;
  /** z value turned so that higher is a heavier burden; undefined where secret. */
  readonly z: number | undefined;
  /** Trend only: later minus earlier value in the indicator's own unit, since the class is relative to the other areas. */
  readonly change: ReleasedCell | undefined;
};

export type NextCut<Class> = {
  /** The class on the other side of the nearest cut. */
  readonly class: Class;
  /** The cut itself on the index's scale. */
  readonly cut: number;
  /** Distance to the cut, never negative. */
  readonly distance: number;
  /** "Kurz vor der Grenze". */
  readonly isNear: boolean;
};
