import type { ReleasedAreaCoverage, ReleasedCoverage } from './release-coverage.ts';

export type GapRow = ReleasedAreaCoverage & {
  /** Place in the list, from 1; undefined where the number of people not reached is secret. */
  readonly rank: number | undefined;
};

/**
 * Areas by the size of their gap (need × unreached people), largest first. Areas without an index follow, by unreached
 * people: they cannot be ranked by need but must not vanish. Areas where everybody is reached, or nobody lives, are no gap.
 *
 * Areas with a secret number come last, all of them and by need alone: a place among the others, or being left out, would
 * tell about the number.
 */
export function gapList(coverage: ReleasedCoverage): readonly GapRow[] {
  const areas = [...coverage.areas.values()];
  const ranked = areas.filter(({ unreached }) => (unreached.value ?? 0) > 0).sort((a, b) => size(b) - size(a) || (b.unreached.value ?? 0) - (a.unreached.value ?? 0) || byName(a, b));
  const secret = areas.filter(({ unreached }) => unreached.mark === 'suppressed').sort((a, b) => (b.need ?? -1) - (a.need ?? -1) || byName(a, b));
  return [...ranked.map((row, position) => ({ ...row, rank: position + 1 })), ...secret.map((row) => ({ ...row, rank: undefined }))];
}

/** From the numbers that are shown, so that the order says nothing beyond them. */
const size = ({ need, unreached }: ReleasedAreaCoverage): number => (need === undefined ? -1 : need * (unreached.value ?? 0));
const byName = (a: ReleasedAreaCoverage, b: ReleasedAreaCoverage): number => (a.area < b.area ? -1 : 1);
