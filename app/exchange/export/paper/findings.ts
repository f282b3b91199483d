import type { AreaId } from '#shared/ids.ts';
import { formatNumber } from '#shared/i18n/number-format.ts';
import type { ReleasedCoverage } from '#app/domain/coverage/release-coverage.ts';
import { NEAR_A_CUT } from '#app/domain/social-index/next-cut.ts';
import type { ReleasedAreaIndex } from '#app/domain/social-index/released-index.ts';
import type { Block } from '../report/report-document.ts';
import { text } from '../report/report-document.ts';
import { areaName, changeOf, indexOf, ownText, shown, shownChange, shownIndex, shownWithUnit, type PaperContext } from './paper-context.ts';

/**
 * Sentences made from the data about quarters that stand out, worded for places and not for people. Rules: status low or
 * very low, trend positive or negative, index near a cut, most unreached people of each coverage run.
 */
export function findings(context: PaperContext): readonly Block[] {
  const { t, quarters, paper } = context;
  const entries = quarters.flatMap(({ id }) => {
    const entry = indexOf(context, id);
    return entry === undefined ? [] : [entry];
  });
  const byNeed = [...entries].sort((a, b) => b.need - a.need);
  const sentences = [
    ...byNeed.filter(({ status }) => status.class === 'low' || status.class === 'veryLow').map((entry) => needSentence(context, entry)),
    ...byNeed.filter(({ status, trend }) => trend?.class === 'negative' && status.class !== 'low' && status.class !== 'veryLow').map(({ area }) => t('paper.findings.negative', { area: areaName(context, area), change: changeWords(context, area, 'worse') })),
    ...byNeed.flatMap((entry) => nearCutSentence(context, entry)),
    ...byNeed.filter(({ trend }) => trend?.class === 'positive').map(({ area }) => t('paper.findings.positive', { area: areaName(context, area), change: changeWords(context, area, 'better') })),
    ...context.input.coverages.flatMap(({ run, result }) => unreachedSentence(context, run, result)),
  ];
  return [
    ...(sentences.length === 0 ? [{ kind: 'paragraph', style: 'body', runs: [text(t('paper.findings.none'))] } satisfies Block] : [{ kind: 'list', ordered: false, items: sentences.map((sentence) => [text(sentence)]) } satisfies Block]),
    ...ownText(context, paper.findings, t('paper.findings.noText')),
    { kind: 'paragraph', style: 'note', runs: [text(t('paper.findings.rule', { distance: formatNumber(NEAR_A_CUT, 1, context.language) }))] },
  ];
}

function needSentence(context: PaperContext, entry: ReleasedAreaIndex): string {
  const { t, releaser, index, lookup } = context;
  const words = { area: areaName(context, entry.area), status: `„${t(`socialIndex.status.${entry.status.class}`)}“` };
  const heaviest = [...entry.status.parts].sort((a, b) => (b.z ?? 0) - (a.z ?? 0))[0];
  const indicator = heaviest === undefined ? undefined : lookup.indicator(heaviest.indicator);
  const share = indicator === undefined ? undefined : releaser.cell(indicator.id, entry.area, index.date);
  const both = entry.trend?.class === 'negative' ? ` ${t('paper.findings.negativeBoth', { area: words.area })}` : '';
  if (indicator === undefined || share?.value === undefined || entry.status.index === undefined || entry.status.parts.some(({ z }) => z === undefined)) return t('paper.findings.needHidden', words) + both;
  return (
    t('paper.findings.need', { ...words, value: shownIndex(context, entry.status.index), indicator: indicator.title, share: shownWithUnit(context, share), city: shownWithUnit(context, releaser.cityCell(indicator.id, index.date)) }) + both
  );
}

/** The indicator that moved most in the direction of the trend, with its change in points, where both values may be shown. */
function changeWords(context: PaperContext, area: AreaId, direction: 'worse' | 'better'): string {
  const { lookup } = context;
  const parts = indexOf(context, area)?.trend?.parts ?? [];
  // with one of them secret nobody may learn which was the strongest
  if (parts.some(({ z }) => z === undefined)) return '';
  const strongest = [...parts].sort((a, b) => ((b.z ?? 0) - (a.z ?? 0)) * (direction === 'worse' ? 1 : -1))[0];
  const indicator = strongest === undefined ? undefined : lookup.indicator(strongest.indicator);
  const value = indicator === undefined ? undefined : changeOf(context, indicator.id, area)?.value;
  if (indicator === undefined || value === undefined) return '';
  const unit = indicator.unit === '%' ? context.t('paper.findings.percentagePoints') : indicator.unit;
  return context.t('paper.findings.change', { indicator: indicator.title, value: `${shownChange(context, value, indicator.precision)}\u00a0${unit}` });
}

function nearCutSentence(context: PaperContext, entry: ReleasedAreaIndex): readonly string[] {
  const { t } = context;
  const { index, nextCut: near } = entry.status;
  if (index === undefined || near?.isNear !== true) return [];
  const words = { area: areaName(context, entry.area), value: shownIndex(context, index), cut: shownIndex(context, near.cut) };
  // Only rising burden is announced; on the far side of the cut the sentence is about care in reading.
  return index <= near.cut
    ? [t('paper.findings.beforeCut', { ...words, status: `„${t(`socialIndex.status.${near.class}`)}“` })]
    : [t('paper.findings.afterCut', { ...words, status: `„${t(`socialIndex.status.${entry.status.class}`)}“` })];
}

function unreachedSentence(context: PaperContext, run: string, coverage: ReleasedCoverage): readonly string[] {
  const inside = new Set(context.quarters.map(({ id }) => id));
  const shownAreas = [...coverage.areas].flatMap(([area, { unreached }]) => (inside.has(area) && unreached.mark === 'value' ? [{ area, unreached }] : []));
  const worst = shownAreas.sort((a, b) => (b.unreached.value ?? 0) - (a.unreached.value ?? 0))[0];
  if (worst === undefined) return [];
  const title = context.project.coverageRuns.find(({ id }) => id === run)?.title ?? run;
  return [context.t('paper.findings.unreached', { run: title, area: areaName(context, worst.area), count: shown(context, worst.unreached) })];
}
