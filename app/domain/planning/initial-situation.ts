import { formatDate } from '#shared/i18n/number-format.ts';
import { translator } from '#shared/i18n/translator.ts';
import type { AreaId } from '#shared/ids.ts';
import type { Language } from '#shared/localized.ts';
import type { ReleasedIndex } from '../social-index/released-index.ts';
import { fromEditable, joinedText, tokenOf, type BoundText } from './bound-text.ts';
import type { EvidenceRow } from './sheets.ts';

/**
 * The Ausgangslage as a proposal: what the sheet is about, then class and trend, then the figures of the evidence against the city. Every figure is a
 * reference to the bundle, none is typed; figures that cannot be shown are left out of the sentence, not out of the table.
 */
export function initialSituation(input: {
  readonly area: AreaId;
  readonly areaName: string;
  readonly index: ReleasedIndex | undefined;
  readonly rows: readonly EvidenceRow[];
  readonly language: Language;
  /** What the sheet is about, for example a gap in coverage: it comes first. */
  readonly first?: BoundText;
  /** Whom it is about: figures on them come before others. */
  readonly concerns?: (row: EvidenceRow) => boolean;
}): BoundText {
  const { language, first = [], concerns = () => false } = input;
  const rows = strongestFirst(input.rows.filter(isShown), concerns).slice(0, FIGURES);
  const sentences = fromEditable([...classSentences(input), ...rows.map((row) => figure(row, language))].join(' '));
  return first.length === 0 ? sentences : joinedText([...first, { kind: 'text', text: ' ' }, ...sentences]);
}

/**
 * Figures on the people concerned first, then by their distance from the city, the heaviest burden first. Where people come
 * from is no burden by itself: such a figure never leads.
 */
function strongestFirst(rows: readonly EvidenceRow[], concerns: (row: EvidenceRow) => boolean): readonly EvidenceRow[] {
  const place = (row: EvidenceRow): number => (isOrigin(row.indicator) ? 2 : concerns(row) ? 0 : 1);
  return rows.toSorted((one, other) => place(one) - place(other) || (other.deviations ?? -Infinity) - (one.deviations ?? -Infinity) || 0);
}

/** Indicators that tell where people or their parents were born, or which citizenship they have. */
export const isOrigin = (indicator: string): boolean => /migration|foreign|ausl(ae|ä)nd|citizenship|staatsang/i.test(indicator);

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
