import type { Cell } from '#shared/cell.ts';
import { numberOf } from '#shared/cell.ts';
import type { AreaId, IndicatorId, IsoDate } from '#shared/ids.ts';
import { translator, type MessageKey } from '#shared/i18n/translator.ts';
import type { Language } from '#shared/localized.ts';
import type { City, Indicator } from '../city/city.ts';
import { lookupOf } from '../city/city-lookup.ts';
import type { Releaser } from '../confidentiality/release.ts';
import type { ReleasedCell } from '../confidentiality/released-cell.ts';
import type { ReleasedAreaIndex, ReleasedIndex } from '../social-index/released-index.ts';
import { standardDeviation } from '../stats/standard-deviation.ts';
import type { EvidenceRow, Recommendation } from './sheets.ts';

/** How far an area must be worse than the city, in standard deviations of its level, to support a need. */
export const SUPPORTING_DEVIATIONS = 1;

/** Frozen figures of an area with the proposal they lead to. */
export type Evidence = {
  readonly rows: readonly EvidenceRow[];
  readonly verdict: NonNullable<Recommendation['evidenceVerdict']>;
  /** The proposal in words; the planner decides and writes why. */
  readonly reason: string;
};

export type EvidenceInput = {
  readonly city: City;
  readonly releaser: Pick<Releaser, 'cell' | 'cityCell'>;
  readonly index: ReleasedIndex | undefined;
  readonly area: AreaId;
  readonly indicators: readonly IndicatorId[];
  /** Latest day to use; each indicator gives its last value up to then. */
  readonly date: IsoDate;
  readonly language: Language;
};

/**
 * Rows of evidence for an area and the test whether they support the need; its verdict is a proposal, the planner decides and gives the reason:
 *
 * - supported: at least one figure is worse than the city by one standard deviation of the level or more, with its
 *   denominator at or above the source's threshold; or the index class is low or very low, or its trend negative;
 * - not testable: no figure could be compared (missing, secret, too few cases, no spread) and the area has no class;
 * - not supported: otherwise.
 *
 * The deviation is (value − city) / population standard deviation of the level's areas (those the index left out leave it
 * too), turned so that plus is the heavier burden. A secret value has no deviation: it would give the value away.
 */
export function gatherEvidence(input: EvidenceInput): Evidence {
  const areaIndex = input.index?.areas.find((row) => row.area === input.area);
  const rows = input.indicators.flatMap((id) => rowOf(input, id, areaIndex));
  return { rows, ...judge(input, rows, areaIndex) };
}

function rowOf(input: EvidenceInput, id: IndicatorId, areaIndex: ReleasedAreaIndex | undefined): readonly EvidenceRow[] {
  const lookup = lookupOf(input.city);
  const indicator = lookup.indicator(id);
  const area = lookup.area(input.area);
  const date = lookup.datesOf(id, area?.level).findLast((day) => day <= input.date);
  if (indicator === undefined || area === undefined || date === undefined) return [];
  const value = frozen(input.releaser.cell(id, input.area, date));
  const cityValue = frozen(input.releaser.cityCell(id, date));
  return [
    {
      indicator: id,
      indicatorTitle: indicator.title,
      unit: indicator.unit,
      precision: indicator.precision,
      area: input.area,
      areaName: area.name,
      date,
      edition: input.city.manifest.edition,
      value,
      cityValue,
      deviations: deviationsOf(input, indicator, date, value, cityValue),
      status: areaIndex?.status.class,
      trend: areaIndex?.trend?.class,
    },
  ];
}

/** A released value as it is kept: what was secret when it was frozen stays secret. */
export function frozen(released: ReleasedCell): Cell {
  switch (released.mark) {
    case 'value':
    case 'uncertain':
      return released.value === undefined ? { mark: 'notAvailable' } : { mark: released.mark, value: released.value };
    default:
      return { mark: released.mark };
  }
}

function deviationsOf(input: EvidenceInput, indicator: Indicator, date: IsoDate, value: Cell, cityValue: Cell): number | undefined {
  const own = numberOf(value);
  const citys = numberOf(cityValue);
  // counts of people differ by the size of the area, not by its burden
  if (own === undefined || citys === undefined || indicator.direction === 'neutral' || indicator.form === 'absolute') return undefined;
  const spread = standardDeviation(levelValues(input, indicator.id, date), 'population');
  if (spread === undefined || spread === 0) return undefined;
  const burden = indicator.direction === 'higherIsWorse' ? 1 : -1;
  return (burden * (own - citys)) / spread;
}

function levelValues(input: EvidenceInput, indicator: IndicatorId, date: IsoDate): readonly number[] {
  const lookup = lookupOf(input.city);
  const level = lookup.area(input.area)?.level;
  const leftOut = new Set(input.index?.level === level ? input.index?.excluded.map((row) => row.area) : []);
  const areas = level === undefined ? [] : lookup.areasOf(level, date, [indicator]).filter((area) => !leftOut.has(area.id));
  return areas.map((area) => numberOf(lookup.cell(indicator, area.id, date))).filter((value) => value !== undefined);
}

function judge(input: EvidenceInput, rows: readonly EvidenceRow[], areaIndex: ReleasedAreaIndex | undefined): Pick<Evidence, 'verdict' | 'reason'> {
  const translate = translator(input.language);
  const edition = input.city.manifest.edition;
  const testable = rows.filter((row) => row.deviations !== undefined && enoughCases(input.city, row));
  const worse = testable.filter((row) => (row.deviations ?? 0) >= SUPPORTING_DEVIATIONS).map((row) => row.indicatorTitle);
  const reasons = [
    ...(worse.length === 0 ? [] : [translate('planning.evidence.deviation', { titles: worse.join(', ') })]),
    ...classReasons(areaIndex, translate),
  ];
  if (reasons.length > 0) return { verdict: 'supported', reason: translate('planning.evidence.supported', { reasons: reasons.join('; '), edition }) };
  if (testable.length === 0 && areaIndex === undefined) return { verdict: 'notTestable', reason: translate('planning.evidence.notTestable', { edition }) };
  return { verdict: 'notSupported', reason: translate('planning.evidence.notSupported', { edition }) };
}

function classReasons(areaIndex: ReleasedAreaIndex | undefined, translate: (key: MessageKey, values?: Record<string, string>) => string): readonly string[] {
  const status = areaIndex?.status.class;
  const trend = areaIndex?.trend?.class;
  return [
    ...(status === 'low' || status === 'veryLow' ? [translate('planning.evidence.status', { status: translate(`socialIndex.status.${status}`) })] : []),
    ...(trend === 'negative' ? [translate('planning.evidence.trend', { trend: translate('socialIndex.trendRelative.negative') })] : []),
  ];
}

/** Whether the figure rests on enough people; an unknown base passes only where the source sets no threshold. */
function enoughCases(city: City, row: EvidenceRow): boolean {
  const lookup = lookupOf(city);
  const indicator = lookup.indicator(row.indicator);
  const threshold = indicator?.minimumDenominator ?? 0;
  if (threshold <= 0) return true;
  const cell = lookup.cell(row.indicator, row.area, row.date);
  const own = 'denominator' in cell ? cell.denominator : undefined;
  const base = own ?? (indicator?.denominator === undefined ? undefined : numberOf(lookup.cell(indicator.denominator, row.area, row.date)));
  return base !== undefined && base >= threshold;
}
