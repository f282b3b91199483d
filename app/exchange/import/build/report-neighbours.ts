import type { NeighbourFault } from '#app/domain/geometry/neighbour-faults.ts';
import { neighbourFaults } from '#app/domain/geometry/neighbour-faults.ts';
import type { PlacingContext } from './build-context.ts';
import type { ShapedArea } from './shaped-area.ts';

/** Gaps and overlaps between the areas of a level: each with its size and its neighbours, those below a square metre added up. */
export function reportNeighbours({ log }: PlacingContext, level: string, areas: readonly ShapedArea[]): void {
  const { gaps, overlaps, ignored } = neighbourFaults(areas);
  const nameOf = new Map<string, string>(areas.map(({ id, name }) => [id, name]));
  const line = (sign: string) => ({ areas: ids, squareMetres }: NeighbourFault) => `${sign} ${Math.round(squareMetres)} m²: ${ids.map((id) => nameOf.get(id) ?? id).join(', ')}`;
  const total = [...gaps, ...overlaps].reduce((sum, { squareMetres }) => sum + squareMetres, 0);
  if (gaps.length + overlaps.length > 0) {
    // "−" for land that no area has, "+" for land that two have
    log.warning('areas', level, 'neighbourFaults', { gaps: gaps.length, overlaps: overlaps.length, area: Math.round(total) }, [...gaps.map(line('−')), ...overlaps.map(line('+'))]);
  }
  const slivers = ignored.gaps.count + ignored.overlaps.count;
  if (slivers > 0) log.decision('areas', level, 'neighbourSlivers', { count: slivers, area: Math.ceil(ignored.gaps.squareMetres + ignored.overlaps.squareMetres) });
}
