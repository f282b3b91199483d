import type { AreaId } from '#shared/ids.ts';
import type { City, StatusClass, TrendClass } from '../city/city.ts';
import { lookupOf } from '../city/city-lookup.ts';
import type { ReleasedIndex } from './released-index.ts';

/** The office's own classes ("amtlich") beside ours ("berechnet"), for the day and level of a result. */
export type PublishedComparison = {
  /** Areas that have a class in both. */
  readonly compared: number;
  readonly sameStatus: number;
  readonly sameTrend: number;
  readonly differences: readonly ClassDifference[];
};
export type ClassDifference = {
  readonly area: AreaId;
  readonly published: ClassPair;
  readonly computed: ClassPair;
};
export type ClassPair = { readonly status: StatusClass | undefined; readonly trend: TrendClass | undefined };

/** The classes of an index, which are no secret. */
type ComparedIndex = Pick<ReleasedIndex, 'level' | 'date'> & {
  readonly areas: readonly { readonly area: AreaId; readonly status: { readonly class: StatusClass }; readonly trend: { readonly class: TrendClass } | undefined }[];
};

/**
 * Lists every area whose published and computed classes are not the same, also those that have a class on one side only.
 * Undefined when nothing was published for the day and level. `index` chooses one of several published indices.
 */
export function comparePublished(city: City, result: ComparedIndex, index?: string): PublishedComparison | undefined {
  const areas = lookupOf(city).areasOf(result.level);
  const onLevel = new Set(areas.map(({ id }) => id));
  const rows = city.publishedClasses.filter((row) => row.date === result.date && onLevel.has(row.area) && (index === undefined || row.index === index));
  if (rows.length === 0) return undefined;
  const none: ClassPair = { status: undefined, trend: undefined };
  const published = new Map(rows.map(({ area, status, trend }) => [area, { status, trend }]));
  const computed = new Map(result.areas.map(({ area, status, trend }) => [area, { status: status.class, trend: trend?.class }]));
  const pairs = areas.map(({ id }) => ({ area: id, published: published.get(id) ?? none, computed: computed.get(id) ?? none }));
  const both = pairs.filter((pair) => pair.published.status !== undefined && pair.computed.status !== undefined);
  return {
    compared: both.length,
    sameStatus: both.filter((pair) => pair.published.status === pair.computed.status).length,
    sameTrend: both.filter((pair) => pair.published.trend === pair.computed.trend).length,
    differences: pairs.filter((pair) => pair.published.status !== pair.computed.status || pair.published.trend !== pair.computed.trend),
  };
}
