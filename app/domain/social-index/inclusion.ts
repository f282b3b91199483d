import { numberOf } from '#shared/cell.ts';
import type { AreaId, IndicatorId, IsoDate } from '#shared/ids.ts';
import type { CityLookup } from '../city/city-lookup.ts';
import type { SecretCells } from '../confidentiality/secret-cells.ts';
import type { IndexProfile, ProfileIndicator } from './index-profile.ts';
import type { ExcludedArea, LeftOutIndicator } from './index-result.ts';
import type { Column } from './score.ts';
import { burdenOf } from './score.ts';

/** A value of the bundle as the index may use it. */
export type Reading = { readonly number: number | undefined; readonly secret: boolean };
export type Source = (indicator: IndicatorId, area: AreaId, date: IsoDate) => Reading;

export const sourceOf =
  (lookup: CityLookup, secrets: SecretCells): Source =>
  (indicator, area, date) => {
    if (secrets.isPrimarilySecret(indicator, area, date)) return { number: undefined, secret: true };
    const number = numberOf(lookup.cell(indicator, area, date));
    return { number: number !== undefined && Number.isFinite(number) ? number : undefined, secret: false };
  };

export type LeftOut = Pick<LeftOutIndicator, 'indicator' | 'reason'>;

/** Takes out areas the profile names and those with too few (or unknown) inhabitants. */
export function withPopulation(areas: readonly AreaId[], profile: IndexProfile, source: Source, date: IsoDate) {
  const named = new Map(profile.exclusions.map(({ area, reason }) => [area, reason]));
  const isNeeded = profile.minimumPopulation > 0 || profile.deviation === 'weighted' || profile.reference === 'populationWeighted';
  const population = new Map<AreaId, number>();
  const excluded: ExcludedArea[] = [];
  const kept = areas.filter((area) => {
    const reason = named.get(area);
    if (reason !== undefined) {
      excluded.push({ area, reason: 'named', detail: reason });
      return false;
    }
    const { number, secret } = source(profile.populationIndicator, area, date);
    if (number !== undefined) population.set(area, number);
    if (!isNeeded) return true;
    if (number !== undefined && number >= profile.minimumPopulation) return true;
    excluded.push({
      area,
      reason: number !== undefined ? 'belowMinimumPopulation' : secret ? 'suppressedValue' : 'missingValue',
      detail: profile.populationIndicator,
    });
    return false;
  });
  return { kept, excluded, population };
}

/** Indicators the bundle knows and has any number of on the level. */
export function usableIndicators(
  indicators: readonly ProfileIndicator[],
  lookup: CityLookup,
  areas: readonly AreaId[],
  numberAt: (indicator: ProfileIndicator, area: AreaId) => number | undefined,
): { readonly kept: readonly ProfileIndicator[]; readonly leftOut: readonly LeftOut[] } {
  const leftOut: LeftOut[] = [];
  const kept = indicators.filter((indicator) => {
    if (!lookup.indicator(indicator.indicator)) leftOut.push({ indicator: indicator.indicator, reason: 'unknown' });
    else if (!areas.some((area) => numberAt(indicator, area) !== undefined)) leftOut.push({ indicator: indicator.indicator, reason: 'noValues' });
    else return true;
    return false;
  });
  return { kept, leftOut };
}

export type Settled = {
  readonly areas: readonly AreaId[];
  readonly columns: readonly Column[];
  readonly excluded: readonly ExcludedArea[];
  readonly leftOut: readonly LeftOut[];
};

/**
 * Finds the areas that have every value and the indicators that tell them apart. Leaving out an indicator without spread may
 * bring back areas that lacked only that one, so it is repeated until nothing changes.
 */
export function settle(
  indicators: readonly ProfileIndicator[],
  areas: readonly AreaId[],
  profile: IndexProfile,
  population: ReadonlyMap<AreaId, number>,
  readingAt: (indicator: ProfileIndicator, area: AreaId) => Reading,
  cityValueOf: (indicator: ProfileIndicator) => number | undefined,
): Settled {
  const leftOut: LeftOut[] = [];
  let remaining = indicators.filter((indicator) => {
    if (profile.reference !== 'cityValue' || cityValueOf(indicator) !== undefined) return true;
    leftOut.push({ indicator: indicator.indicator, reason: 'noCityValue' });
    return false;
  });
  for (;;) {
    const excluded: ExcludedArea[] = [];
    const complete = areas.filter((area) => {
      const gap = remaining.find((indicator) => readingAt(indicator, area).number === undefined);
      if (!gap) return true;
      excluded.push({ area, reason: readingAt(gap, area).secret ? 'suppressedValue' : 'missingValue', detail: gap.indicator });
      return false;
    });
    const columns = remaining.map((indicator) => ({
      indicator,
      values: complete.map((area) => readingAt(indicator, area).number!),
      cityValue: cityValueOf(indicator),
    }));
    const flat = complete.length < 2 ? [] : columns.filter((column) => burdenOf(column, weightsOf(complete, population), profile) === undefined);
    if (flat.length === 0) return { areas: complete, columns, excluded, leftOut };
    leftOut.push(...flat.map(({ indicator }) => ({ indicator: indicator.indicator, reason: 'noSpread' as const })));
    remaining = remaining.filter((indicator) => !flat.some((column) => column.indicator === indicator));
  }
}

/** Inhabitants as weights; areas without a figure weigh nothing. */
export const weightsOf = (areas: readonly AreaId[], population: ReadonlyMap<AreaId, number>): readonly number[] => areas.map((area) => population.get(area) ?? 0);
