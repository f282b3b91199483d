import { numberOf } from '#shared/cell.ts';
import type { AreaId, IsoDate, LevelId } from '#shared/ids.ts';
import type { Problem } from '#shared/problem.ts';
import type { Result } from '#shared/result.ts';
import { failure, success } from '#shared/result.ts';
import type { City, TrendClass } from '../city/city.ts';
import { lookupOf } from '../city/city-lookup.ts';
import { secretCellsOf } from '../confidentiality/secret-cells.ts';
import type { TrendWindow } from './changes.ts';
import { changesOver, cityChangeOver } from './changes.ts';
import { statusClassOf, trendClassOf } from './class-of.ts';
import { earlierDate } from './earlier-date.ts';
import type { LeftOut } from './inclusion.ts';
import { settle, sourceOf, usableIndicators, weightsOf, withPopulation } from './inclusion.ts';
import type { IndexProfile } from './index-profile.ts';
import type { AreaIndex, ExcludedArea, IndexPart, IndexResult, IndexScore, LeftOutIndicator } from './index-result.ts';
import type { Scored } from './score.ts';
import { score } from './score.ts';

/**
 * The Sozialindex of all areas of a level on one day, by the rule of the profile.
 *
 * An area without every value has no class: it is listed with its reason and leaves mean and deviation too. Values that are
 * secret (by the source or as too small) count as missing, since a published index would give them away. Indicators that
 * cannot tell areas apart are left out and named. Trends are relative to the other areas; the absolute change stands beside.
 *
 * Answers `index.noIndicators` when no indicator is usable and `index.noAreas` when fewer than two areas remain.
 */
export function computeIndex(city: City, profile: IndexProfile, level: LevelId, date: IsoDate): Result<IndexResult, Problem> {
  const lookup = lookupOf(city);
  const source = sourceOf(lookup, secretCellsOf(city, 'internal'));
  const areas = lookup.areasOf(level, date, [profile.populationIndicator, ...profile.indicators.map(({ indicator }) => indicator)]);
  const inhabited = withPopulation(areas.map(({ id }) => id), profile, source, date);

  const usable = usableIndicators(profile.indicators, lookup, inhabited.kept, (indicator, area) => source(indicator.indicator, area, date).number);
  const status = settle(
    usable.kept,
    inhabited.kept,
    profile,
    inhabited.population,
    (indicator, area) => source(indicator.indicator, area, date),
    (indicator) => numberOf(lookup.cityCell(indicator.indicator, date)),
  );
  const leftOut: LeftOutIndicator[] = [...usable.leftOut, ...status.leftOut].map((entry) => ({ ...entry, part: 'status' }));
  if (status.areas.length < 2) return failure({ code: usable.kept.length === 0 ? 'index.noIndicators' : 'index.noAreas', details: { date, level } });
  if (status.columns.length === 0) return failure({ code: 'index.noIndicators', details: { date, level } });

  const { population } = inhabited;
  const trend = trendOver({ profile, lookup, source, status, population, date, since: earlierDate(date, profile.trend.windowYears) });
  const scored = score(status.areas, status.columns, weightsOf(status.areas, population), profile);
  return success({
    profile,
    edition: city.manifest.edition,
    contentHash: city.manifest.contentHash,
    level,
    date,
    trendSince: trend.since,
    areas: status.areas.map(
      (area, i): AreaIndex => ({
        area,
        status: { ...scored[i]!, class: statusClassOf(scored[i]!.index, profile.statusCuts) },
        trend: trend.scores.get(area),
      }),
    ),
    excluded: inBundleOrder([...inhabited.excluded, ...status.excluded], areas.map(({ id }) => id)),
    leftOut: [...leftOut, ...trend.leftOut.map((entry): LeftOutIndicator => ({ ...entry, part: 'trend' }))],
  });
}

type Trend = {
  readonly since: IsoDate | undefined;
  readonly scores: ReadonlyMap<AreaId, IndexScore<TrendClass>>;
  readonly leftOut: readonly LeftOut[];
};

/** The same construction on changes, over the areas that have a status and all earlier values. */
function trendOver(window: TrendWindow): Trend {
  const { profile, lookup, source, status, population, date, since } = window;
  const changeOf = changesOver(window);
  const indicators = status.columns.map(({ indicator }) => indicator);
  const usable = usableIndicators(indicators, lookup, status.areas, (indicator, area) => changeOf(indicator, area).number);
  const settled = settle(usable.kept, status.areas, profile, population, changeOf, (indicator) => cityChangeOver(window, indicator));
  const leftOut = [...usable.leftOut, ...settled.leftOut];
  if (settled.columns.length === 0 || settled.areas.length < 2) return { since: undefined, scores: new Map(), leftOut };

  const scored = score(settled.areas, settled.columns, weightsOf(settled.areas, population), profile);
  const withAbsoluteChange = (area: AreaId, { parts, ...rest }: Scored): Scored => ({
    ...rest,
    parts: parts.map((part, j): IndexPart => {
      const indicator = settled.columns[j]!.indicator;
      const later = source(indicator.indicator, area, date).number;
      const earlier = source(indicator.indicator, area, since).number;
      const delivered = indicator.changeIndicator && profile.trend.unit === 'percentagePoints' ? part.value : undefined;
      const absoluteChange = delivered ?? (later === undefined || earlier === undefined ? undefined : later - earlier);
      return absoluteChange === undefined ? part : { ...part, absoluteChange };
    }),
  });
  return {
    since,
    leftOut,
    scores: new Map(
      settled.areas.map((area, i) => [area, { ...withAbsoluteChange(area, scored[i]!), class: trendClassOf(scored[i]!.index, profile.trend.cuts) }]),
    ),
  };
}

function inBundleOrder(excluded: readonly ExcludedArea[], order: readonly AreaId[]): readonly ExcludedArea[] {
  const position = new Map(order.map((area, i) => [area, i]));
  return [...excluded].sort((a, b) => position.get(a.area)! - position.get(b.area)!);
}
