import type { StatusClass, TrendClass } from '../city/city.ts';
import type { IndexProfile } from './index-profile.ts';
import type { NextCut } from './released-index.ts';

/** An index at most this far from a cut is called "kurz vor der Grenze". */
export const NEAR_A_CUT = 0.1;

/** Cuts in ascending order with the class below and above each. */
export type Steps<Class> = readonly (readonly [below: Class, cut: number, above: Class])[];

export const statusSteps = ({ statusCuts }: IndexProfile): Steps<StatusClass> => [['high', statusCuts.high, 'middle'], ['middle', statusCuts.middle, 'low'], ['low', statusCuts.low, 'veryLow']];
export const trendSteps = ({ trend }: IndexProfile): Steps<TrendClass> => [['positive', trend.cuts.positive, 'stable'], ['stable', trend.cuts.negative, 'negative']];

/** The cut nearest to an index among those of its own class. */
export function nextCutOf<Class>(score: { readonly class: Class; readonly index: number }, steps: Steps<Class>): NextCut<Class> {
  const neighbours = steps.flatMap(([below, cut, above]) => {
    const distance = Math.abs(score.index - cut);
    if (score.class === below) return [{ class: above, cut, distance }];
    return score.class === above ? [{ class: below, cut, distance }] : [];
  });
  const nearest = neighbours.reduce((best, next) => (next.distance < best.distance ? next : best));
  return { ...nearest, isNear: nearest.distance <= NEAR_A_CUT };
}
