import { NEUTRAL_FILL, REACHED_FILL } from '#shared/palette.ts';
import type { ReleasedAreaCoverage, ReleasedCoverage } from '../coverage/release-coverage.ts';
import type { ClassScheme } from './class-scheme.ts';
import { countedScheme } from './counted-scheme.ts';
import type { UncountedClass } from './counted-scheme.ts';

/**
 * Share of people reached, in five fixed classes from "80 % and more" to "below 20 %" (lower bound inclusive), so that two
 * runs can be compared by eye. An area where nobody of the group lives is a class of its own and never "0 %". The classes are
 * those of the shares as released: a secret share has no colour but the pattern for it, or colour and legend would tell it.
 */
export function coverageScheme(coverage: ReleasedCoverage): ClassScheme {
  return { ...countedScheme('map.reachedShare', classes, [...coverage.areas.keys()], (area) => classKey(coverage.areas.get(area))), note: 'map.dark.coverage' };
}

function classKey(area: ReleasedAreaCoverage | undefined): string {
  if (area?.share.mark === 'suppressed') return 'confidential';
  const perCent = area?.share.value;
  if (perCent === undefined) return 'nobody';
  return reachedKeys.find((key) => perCent >= lowerBound[key]) ?? 'below20';
}

const reachedKeys = ['from80', 'from60', 'from40', 'from20', 'below20'] as const;
/** Per cent. */
const lowerBound = { from80: 80, from60: 60, from40: 40, from20: 20, below20: 0 } as const satisfies Record<(typeof reachedKeys)[number], number>;

const classes: readonly UncountedClass[] = [
  ...reachedKeys.map((key, row): UncountedClass => ({ key, row, column: 0, label: [`map.reached.${key}`], fill: REACHED_FILL[key], sign: 'none', hatch: 'none' })),
  { key: 'nobody', row: reachedKeys.length, column: 0, label: ['map.reached.nobody'], fill: NEUTRAL_FILL.nobody, sign: 'none', hatch: 'noClass' },
  { key: 'confidential', row: reachedKeys.length + 1, column: 0, label: ['common.mark.suppressed'], fill: NEUTRAL_FILL.confidential, sign: 'none', hatch: 'confidential' },
];
