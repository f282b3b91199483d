import type { AreaId, IndicatorId, IsoDate, LevelId } from '#shared/ids.ts';
import type { StatusClass, TrendClass } from '../city/city.ts';
import type { IndexProfile } from './index-profile.ts';

export type IndexResult = {
  readonly profile: IndexProfile;
  readonly edition: string;
  readonly contentHash: string;
  readonly level: LevelId;
  readonly date: IsoDate;
  /** Start of the trend window; undefined when no trend could be computed. */
  readonly trendSince: IsoDate | undefined;
  readonly areas: readonly AreaIndex[];
  readonly excluded: readonly ExcludedArea[];
  readonly leftOut: readonly LeftOutIndicator[];
};

export type AreaIndex = {
  readonly area: AreaId;
  readonly status: IndexScore<StatusClass>;
  /** Undefined when the area has a status but no earlier value. */
  readonly trend: IndexScore<TrendClass> | undefined;
};

export type IndexScore<Class> = {
  /** One entry per indicator that took part, in the profile's order. */
  readonly parts: readonly IndexPart[];
  /** Weighted sum of the z values. */
  readonly sum: number;
  /**
   * The index: the sum divided by its deviation when the profile standardises again, otherwise by the sum of the weights;
   * 0 is the profile's reference. Higher is a heavier burden.
   */
  readonly index: number;
  readonly class: Class;
};

export type IndexPart = {
  readonly indicator: IndicatorId;
  /** For the status the share itself, for the trend its change in the profile's unit. */
  readonly value: number;
  /** z value turned so that higher is a heavier burden. */
  readonly z: number;
  /**
   * Trend only: later minus earlier value in the indicator's own unit, shown beside the relative trend. Undefined where only
   * a change of another unit was delivered.
   */
  readonly absoluteChange?: number;
};

export type ExcludedArea = {
  readonly area: AreaId;
  readonly reason: 'belowMinimumPopulation' | 'missingValue' | 'suppressedValue' | 'named';
  /** The indicator that is missing, or the reason written in the profile. */
  readonly detail: string;
};

export type LeftOutIndicator = {
  readonly indicator: IndicatorId;
  readonly part: 'status' | 'trend';
  readonly reason: 'noSpread' | 'noValues' | 'noCityValue' | 'unknown';
};
