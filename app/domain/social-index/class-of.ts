import type { StatusClass, TrendClass } from '../city/city.ts';
import type { IndexProfile } from './index-profile.ts';

/**
 * An index this close to a cut lies on it: sums of decimals never hit a number exactly, and the class must not depend on the
 * order of the rows.
 */
const ON_THE_CUT = 1e-9;

/** Below `high` is high; up to and including `middle` middle; up to and including `low` low; above very low. */
export function statusClassOf(index: number, cuts: IndexProfile['statusCuts']): StatusClass {
  if (index < cuts.high - ON_THE_CUT) return 'high';
  if (index <= cuts.middle + ON_THE_CUT) return 'middle';
  return index <= cuts.low + ON_THE_CUT ? 'low' : 'veryLow';
}

/** Below `positive` is positive, above `negative` negative; both cuts themselves are stable. */
export function trendClassOf(index: number, cuts: IndexProfile['trend']['cuts']): TrendClass {
  if (index < cuts.positive - ON_THE_CUT) return 'positive';
  return index > cuts.negative + ON_THE_CUT ? 'negative' : 'stable';
}
