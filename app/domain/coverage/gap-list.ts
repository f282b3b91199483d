import type { AreaCoverage, CoverageResult } from './coverage.ts';

/**
 * Areas by the size of their gap (need × unreached people), largest first. Areas without an index follow, by unreached
 * people: they cannot be ranked by need but must not vanish. Areas where everybody is reached, or nobody lives, are no gap.
 */
export function gapList(result: CoverageResult): readonly AreaCoverage[] {
  return result.areas
    .filter(({ unreached }) => unreached > 0)
    .toSorted((a, b) => (b.gap ?? -1) - (a.gap ?? -1) || b.unreached - a.unreached || (a.area < b.area ? -1 : 1));
}
