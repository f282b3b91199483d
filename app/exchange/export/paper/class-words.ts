import type { AreaId } from '#shared/ids.ts';
import type { Run } from '../report/report-document.ts';
import { areaName, indexOf, shown, shownCount, type PaperContext } from './paper-context.ts';

/** The class of an area in words, from the classification object: "Hoch (geringes Armutsrisiko), Stabil". */
export function classWords({ scheme, t }: PaperContext, area: AreaId): string {
  const mapClass = scheme.classOf.get(area);
  return mapClass === undefined ? t('socialIndex.noClass') : mapClass.label.map((key) => t(key)).join(', ');
}

/** Status with the field of its colour, as in the legend. */
export function statusRun({ scheme, t }: PaperContext, area: AreaId): Run {
  const mapClass = scheme.classOf.get(area);
  if (mapClass === undefined || mapClass.hatch !== 'none') return { text: t('socialIndex.noClass') };
  return { text: mapClass.label[0] === undefined ? '' : t(mapClass.label[0]), swatch: mapClass.fill };
}

/** Trend with the sign it has on the map. */
export function trendRun(context: PaperContext, area: AreaId): Run {
  const entry = indexOf(context, area);
  if (entry === undefined) return { text: '' };
  if (entry.trend === undefined) return { text: context.t('paper.index.trendUnknown'), quiet: true };
  const sign = { positive: '▲\u00a0', stable: '', negative: '▼\u00a0' }[entry.trend.class];
  return { text: `${sign}${context.t(`socialIndex.trend.${entry.trend.class}`)}` };
}

/** Why an area has no class: the reason, and the indicator or the words of the profile. */
export function exclusionReason(context: PaperContext, area: AreaId): string | undefined {
  const excluded = context.index.excluded.find((entry) => entry.area === area);
  if (excluded === undefined) return undefined;
  const { t } = context;
  if (excluded.reason === 'belowMinimumPopulation') return tooFewWords(context, area);
  const detail = context.lookup.indicator(excluded.detail as Parameters<typeof context.lookup.indicator>[0])?.title ?? (excluded.reason === 'named' ? excluded.detail : '');
  const reason = t(`socialIndex.excluded.${excluded.reason}`);
  return detail === '' ? reason : `${reason} (${detail})`;
}

/** How many live there and from how many on an area is classed; without the number where it is secret. */
function tooFewWords(context: PaperContext, area: AreaId): string {
  const { t, index, releaser } = context;
  const people = releaser.cell(index.profile.populationIndicator, area, index.date);
  const minimum = shownCount(context, index.profile.minimumPopulation);
  return people.value === undefined ? t('socialIndex.tooFewSecret', { minimum }) : t('socialIndex.tooFew', { count: shown(context, people), minimum });
}

export const namesOf = (context: PaperContext, areas: readonly AreaId[]): string => areas.map((area) => areaName(context, area)).join(', ');
