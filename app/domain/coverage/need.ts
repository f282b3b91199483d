import type { AreaId, LevelId } from '#shared/ids.ts';
import type { IndexResult } from '../social-index/index-result.ts';
import type { StatusClass } from '../city/city.ts';
import { percentileRank } from '../stats/percentile-rank.ts';

export type Need = { readonly need: number | undefined; readonly status: StatusClass | undefined };

/**
 * Need of the areas of a level from their index: the share of areas whose burden is at most as heavy (1 = heaviest). An index
 * of another level says nothing about these areas; areas without index have no need, not a small one.
 */
export function needsOf(index: IndexResult | undefined, level: LevelId): (area: AreaId) => Need {
  const areas = index?.level === level ? index.areas : [];
  const all = areas.map(({ status }) => status.index);
  const needs = new Map(areas.map(({ area, status }) => [area, { need: percentileRank(all, status.index), status: status.class }]));
  return (area) => needs.get(area) ?? { need: undefined, status: undefined };
}
