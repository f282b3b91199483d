import { formatDate } from '#shared/i18n/number-format.ts';
import { translator } from '#shared/i18n/translator.ts';
import type { AreaId } from '#shared/ids.ts';
import type { Language } from '#shared/localized.ts';
import type { ReleasedIndex } from '../social-index/released-index.ts';
import { fromEditable, tokenOf, type BoundText } from './bound-text.ts';
import type { EvidenceRow } from './sheets.ts';

/**
 * The Ausgangslage as a proposal: class and trend, then the figures of the evidence against the city. Every figure is a
 * reference to the bundle, none is typed; figures that cannot be shown are left out of the sentence, not out of the table.
 */
export function initialSituation(input: {
  readonly area: AreaId;
  readonly areaName: string;
  readonly index: ReleasedIndex | undefined;
  readonly rows: readonly EvidenceRow[];
  readonly language: Language;
  /** Sentences that follow, for example on coverage. */
  readonly more?: readonly string[];
}): BoundText {
  const { language } = input;
  const sentences = [...classSentences(input), ...input.rows.filter(isShown).slice(0, FIGURES).map((row) => figure(row, language)), ...(input.more ?? [])];
  return fromEditable(sentences.join(' '));
}

/** As many figures as a reader keeps in mind; the table below has them all. */
const FIGURES = 4;

function classSentences({ area, areaName, index, language }: Parameters<typeof initialSituation>[0]): readonly string[] {
  if (index === undefined) return [];
  const translate = translator(language);
  const own = index.areas.find((row) => row.area === area);
  if (own === undefined) return [translate('planning.situation.noIndex', { area: areaName })];
  const status = translate('planning.situation.index', {
    area: areaName,
    date: formatDate(index.date, language),
    status: translate(`socialIndex.status.${own.status.class}`),
  });
  if (own.trend === undefined) return [status];
  return [status, translate('planning.situation.trend', { trend: translate(`planning.trend.${own.trend.class}`) })];
}

const isShown = ({ value }: EvidenceRow): boolean => value.mark === 'value' || value.mark === 'uncertain' || value.mark === 'zero';

function figure(row: EvidenceRow, language: Language): string {
  const translate = translator(language);
  const { indicator, area, date, indicatorTitle: title } = row;
  const values = { title, date: formatDate(date, language), value: tokenOf({ indicator, area, date }) };
  // a count of the whole city says nothing about a quarter
  return row.cityValue.mark === 'value' && row.deviations !== undefined
    ? translate('planning.situation.compared', { ...values, cityValue: tokenOf({ indicator, area: 'city', date }) })
    : translate('planning.situation.alone', values);
}
