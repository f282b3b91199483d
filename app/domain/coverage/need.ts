import type { AreaId, LevelId } from '#shared/ids.ts';
import type { ReleasedIndex } from '../social-index/released-index.ts';
import type { StatusClass } from '../city/city.ts';

export type Need = { readonly need: number | undefined; readonly status: StatusClass | undefined };

/**
 * Need of the areas of a level from their index: the share of areas whose burden is at most as heavy (1 = heaviest). An index
 * of another level says nothing about these areas; areas without index have no need, not a small one.
 */
export function needsOf(index: ReleasedIndex | undefined, level: LevelId): (area: AreaId) => Need {
  const areas = index?.level === level ? index.areas : [];
  const needs = new Map(areas.map(({ area, need, status }) => [area, { need, status: status.class }]));
  return (area) => needs.get(area) ?? { need: undefined, status: undefined };
}
