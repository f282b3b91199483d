import type { AreaId, IndicatorId, ProfileId } from '#shared/ids.ts';
import type { LocalizedText } from '#shared/localized.ts';

/**
 * The method of a Sozialindex as data: stored, named, versioned, printed in the methods chapter. The
 * result carries its profile, so anybody can compute it again.
 */
export type IndexProfile = {
  readonly id: ProfileId;
  readonly version: number;
  readonly title: LocalizedText;
  readonly description: LocalizedText;
  readonly indicators: readonly ProfileIndicator[];
  /** Centre of the z value: mean of the included areas, the city's own value, or the mean weighted by population. */
  readonly reference: 'areaMean' | 'cityValue' | 'populationWeighted';
  /** Divide the squared deviations by n (`population`), n − 1 (`sample`) or weight them by population. With 27 areas the choice flips classes. */
  readonly deviation: 'population' | 'sample' | 'weighted';
  /** Divide the sum of z values by its own deviation again; otherwise the index is the weighted mean of the z values. */
  readonly restandardise: boolean;
  /** Cuts in deviations: below `high` is high; up to and including `middle` is middle; up to and including `low` is low; above is very low. */
  readonly statusCuts: { readonly high: number; readonly middle: number; readonly low: number };
  readonly trend: {
    readonly windowYears: number;
    readonly unit: 'percentagePoints' | 'relative' | 'zDifference';
    /** Below `positive` is positive, above `negative` is negative, between (inclusive) stable. */
    readonly cuts: { readonly positive: number; readonly negative: number };
  };
  /** Areas with fewer inhabitants get no class and leave mean and deviation too. */
  readonly minimumPopulation: number;
  readonly populationIndicator: IndicatorId;
  readonly exclusions: readonly { readonly area: AreaId; readonly reason: string }[];
};

export type ProfileIndicator = {
  readonly indicator: IndicatorId;
  readonly weight: number;
  readonly direction: 'higherIsWorse' | 'higherIsBetter';
  /** An indicator that already holds the change over the window, where the source publishes it; otherwise it is computed. */
  readonly changeIndicator?: IndicatorId;
};
