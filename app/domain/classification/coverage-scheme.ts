import { NEUTRAL_FILL, REACHED_FILL } from '#shared/palette.ts';
import type { AreaCoverage, CoverageResult } from '../coverage/coverage.ts';
import type { ClassScheme } from './class-scheme.ts';
import { countedScheme } from './counted-scheme.ts';
import type { UncountedClass } from './counted-scheme.ts';

/**
 * Share of people reached, in five fixed classes from "80 % and more" to "below 20 %" (lower bound inclusive), so that two
 * runs can be compared by eye. An area where nobody of the group lives is a class of its own and never "0 %"; where fewer than
 * `MINIMUM_PEOPLE` live the class itself would tell about single people and stays confidential.
 */
export function coverageScheme(result: CoverageResult): ClassScheme {
  const byArea = new Map(result.areas.map((area) => [area.area, area]));
  return countedScheme('map.reachedShare', classes, [...byArea.keys()], (area) => classKey(byArea.get(area)));
}

/** Smallest number of people whose share reached may be shown; the same threshold as for counts we compute ourselves. */
export const MINIMUM_PEOPLE = 3;

function classKey(area: AreaCoverage | undefined): string {
  if (area?.share === undefined) return 'nobody';
  if (area.people < MINIMUM_PEOPLE) return 'confidential';
  return reachedKeys.find((key) => (area.share ?? 0) >= lowerBound[key]) ?? 'below20';
}

const reachedKeys = ['from80', 'from60', 'from40', 'from20', 'below20'] as const;
const lowerBound = { from80: 0.8, from60: 0.6, from40: 0.4, from20: 0.2, below20: 0 } as const satisfies Record<(typeof reachedKeys)[number], number>;

const classes: readonly UncountedClass[] = [
  ...reachedKeys.map((key, row): UncountedClass => ({ key, row, column: 0, label: [`map.reached.${key}`], fill: REACHED_FILL[key], sign: 'none', hatch: 'none' })),
  { key: 'nobody', row: reachedKeys.length, column: 0, label: ['map.reached.nobody'], fill: NEUTRAL_FILL.nobody, sign: 'none', hatch: 'noClass' },
  { key: 'confidential', row: reachedKeys.length + 1, column: 0, label: ['common.mark.suppressed'], fill: NEUTRAL_FILL.confidential, sign: 'none', hatch: 'confidential' },
];
