import type { Indicator } from '../city/city.ts';

/** Who will see it. The public rules are never laxer than the internal ones. */
export type Audience = 'internal' | 'public';

/** A stricter choice of the office. It can only raise what the source and the audience ask for. */
export type StricterRules = {
  /** Counts of people below this are hidden. */
  readonly minimumNumerator?: number;
  /** Rates on fewer people than this are hidden. */
  readonly minimumDenominator?: number;
  /** Hide zeros (and 100 %) too, where "nobody" says something about everybody. */
  readonly hideZeros?: boolean;
};

export type Thresholds = { readonly minimumNumerator: number; readonly minimumDenominator: number; readonly hideZeros: boolean };

/**
 * What every count of people computed by us, and everything public, keeps at least: three cases (the standard of the Federal
 * Employment Agency), and for public rates a hundred people below the line (the rule of the federal SGB II grid map).
 */
export const PEOPLE_MINIMUM = 3;
const PUBLIC_RATE_MINIMUM = 100;

/** Thresholds for one indicator: the source's own, raised by audience and office, never lowered. */
export function thresholdsFor(indicator: Indicator, audience: Audience, stricter: StricterRules = {}): Thresholds {
  // amounts such as euros per square metre are no counts: only what the source itself asks for applies to them
  const isCount = indicator.additive || indicator.form === 'relative';
  const floor = audience === 'public' && isCount ? PEOPLE_MINIMUM : 0;
  const rateFloor = audience === 'public' && indicator.form === 'relative' ? PUBLIC_RATE_MINIMUM : 0;
  return {
    minimumNumerator: Math.max(indicator.minimumNumerator, floor, isCount ? (stricter.minimumNumerator ?? 0) : 0),
    minimumDenominator: Math.max(indicator.minimumDenominator, rateFloor, indicator.form === 'relative' ? (stricter.minimumDenominator ?? 0) : 0),
    hideZeros: stricter.hideZeros ?? false,
  };
}
