import { asId, type AreaId } from '#shared/ids.ts';
import { excludedWords } from '#app/domain/social-index/excluded-words.ts';
import type { Run } from '../report/report-document.ts';
import { areaName, indexOf, type PaperContext } from './paper-context.ts';

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

/** Why an area has no class, in the words the program uses too. */
export function exclusionReason({ index, releaser, lookup, t, language }: PaperContext, area: AreaId): string | undefined {
  const excluded = index.excluded.find((entry) => entry.area === area);
  return excluded === undefined ? undefined : excludedWords(excluded, index, releaser, (indicator) => lookup.indicator(asId(indicator))?.title ?? indicator, t, language);
}

export const namesOf = (context: PaperContext, areas: readonly AreaId[]): string => areas.map((area) => areaName(context, area)).join(', ');
