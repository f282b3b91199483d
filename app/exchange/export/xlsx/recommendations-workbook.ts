import type { Language } from '#shared/localized.ts';
import { nameOrder } from '#shared/i18n/number-format.ts';
import { roundTo } from '#shared/round-to.ts';
import { translator } from '#shared/i18n/translator.ts';
import { inLanguage } from '#shared/localized.ts';
import type { City } from '#app/domain/city/city.ts';
import { lookupOf } from '#app/domain/city/city-lookup.ts';
import { formatReleased } from '#app/domain/confidentiality/format-released.ts';
import { releaserFor, type Releaser } from '#app/domain/confidentiality/release.ts';
import type { ReleasedCell } from '#app/domain/confidentiality/released-cell.ts';
import { renderBoundText, type BoundText } from '#app/domain/planning/bound-text.ts';
import type { EvidenceRow, Recommendation } from '#app/domain/planning/sheets.ts';
import { printedFinding, printedPriority, printedText, printedVerdict, type Printed } from '#app/domain/planning/print-words.ts';
import { shownEvidence } from '#app/domain/planning/shown-evidence.ts';
import type { Project } from '#app/project/project.ts';
import { evidenceTexts } from '../paper/chapter-recommendations.ts';
import { notesSheet } from './notes-sheet.ts';
import { dateCell, keyCell, numberCell, textCell, type SheetCell, type SheetColumn } from './workbook.ts';
import { writeWorkbook } from './write-workbook.ts';

export type RecommendationsInput = {
  readonly city: City;
  readonly project: Project;
  readonly language: Language;
  /** ISO; without it the edition's own day counts. */
  readonly createdAt?: string;
};

/** All recommendations of a project: an overview that fits on one page across, every field, their evidence, then the notes. */
export async function recommendationsWorkbook({ city, project, language, createdAt = city.manifest.created }: RecommendationsInput): Promise<Uint8Array> {
  const t = translator(language);
  const lookup = lookupOf(city);
  const releaser = releaserFor(city, 'public');
  const order = nameOrder(language);
  const sheets = [...project.recommendations].sort((a, b) => order.compare(a.number, b.number));
  const bound = (text: BoundText): string => renderBoundText(text, releaser, language);
  const area = (id: Recommendation['quarters'][number]): string => lookup.area(id)?.name ?? id;

  const fields: readonly (SheetColumn & { readonly overview?: true; readonly cell: (sheet: Recommendation) => SheetCell })[] = [
    { title: t('paper.recommendations.number'), overview: true, width: 13, cell: ({ number }) => keyCell(number) },
    { title: t('paper.recommendations.title'), overview: true, width: 36, wrap: true, cell: ({ title }) => textCell(title) },
    { title: t('paper.field.state'), overview: true, width: 24, wrap: true, cell: ({ state }) => textCell(t(`paper.state.${state}`)) },
    { title: t('paper.field.kind'), width: 16, cell: ({ kind }) => textCell(kind === undefined ? '' : t(`planning.kind.${kind}`)) },
    { title: t('paper.sheet.area'), width: 22, cell: ({ socialArea }) => textCell(socialArea === undefined ? t('paper.place.citywide') : area(socialArea)) },
    { title: t('paper.sheet.quarters'), overview: true, width: 26, wrap: true, cell: ({ quarters }) => textCell(quarters.map(area).join('; ')) },
    { title: t('paper.field.fieldOfAction'), overview: true, width: 22, wrap: true, cell: ({ field }) => textCell(field === undefined ? '' : t(`planning.field.${field}`)) },
    { title: t('paper.field.targetGroups'), width: 24, wrap: true, cell: ({ targetGroups }) => textCell(targetGroups.map((id) => lookup.targetGroup(id)?.name ?? id).join('; ')) },
    { title: t('paper.field.initialSituation'), width: 60, wrap: true, cell: ({ initialSituation }) => textCell(bound(initialSituation)) },
    { title: t('paper.field.verdict'), width: 16, wrap: true, cell: (sheet) => textCell(wordOf(printedVerdict(sheet), language)) },
    { title: t('paper.sheet.verdictReason'), width: 36, wrap: true, cell: (sheet) => textCell(reasonOf(printedVerdict(sheet))) },
    { title: t('paper.field.practice'), width: 40, wrap: true, cell: ({ practiceKnowledge }) => textCell(practiceKnowledge) },
    { title: t('paper.field.existingOffers'), width: 34, wrap: true, cell: ({ existingOffers }) => textCell(existingOffers.flatMap((id) => lookup.institution(id) ?? []).filter((institution) => institution.public).map(({ name }) => name).join('; ')) },
    { title: t('paper.sheet.offerFinding'), width: 20, wrap: true, cell: (sheet) => textCell(wordOf(printedFinding(sheet), language)) },
    { title: t('paper.field.goal'), overview: true, width: 44, wrap: true, cell: ({ goal }) => textCell(bound(goal)) },
    { title: t('paper.recommendations.steps'), width: 50, wrap: true, cell: ({ steps }) => textCell(steps.map(({ what, who, until }) => [what, who, until].filter((part) => part !== '').join(' – ')).join('\n')) },
    { title: t('paper.field.lead'), overview: true, width: 22, wrap: true, cell: ({ leadDepartment }) => textCell(leadDepartment) },
    { title: t('paper.field.involved'), width: 24, wrap: true, cell: ({ involvedDepartments }) => textCell(involvedDepartments.join('; ')) },
    { title: t('paper.field.partners'), width: 26, wrap: true, cell: ({ partners }) => textCell(partners) },
    { title: t('paper.field.priority'), overview: true, width: 12, wrap: true, cell: (sheet) => textCell(wordOf(printedPriority(sheet), language)) },
    { title: t('paper.sheet.priorityReason'), width: 30, wrap: true, cell: (sheet) => textCell(reasonOf(printedPriority(sheet))) },
    { title: t('paper.field.horizon'), overview: true, width: 24, wrap: true, cell: ({ horizon }) => textCell(horizon === undefined ? '' : t(`planning.horizon.${horizon}`)) },
    { title: t('paper.sheet.targetDate'), width: 12, cell: ({ targetDate }) => dateCell(targetDate) },
    { title: t('paper.field.costs'), width: 24, wrap: true, cell: ({ costs }) => textCell(costs) },
    { title: t('paper.field.funding'), width: 24, wrap: true, cell: ({ funding }) => textCell(funding) },
    { title: t('paper.recommendations.successIndicators'), width: 44, wrap: true, cell: ({ successIndicators }) => textCell(successIndicators.map(({ what, baseline, target, until }) => `${what}: ${baseline} → ${target} (${until})`).join('\n')) },
    { title: t('paper.field.references'), width: 26, wrap: true, cell: ({ references }) => textCell(references) },
    { title: t('paper.field.risks'), width: 26, wrap: true, cell: ({ risks }) => textCell(risks) },
    { title: t('paper.field.version'), width: 9, cell: ({ version }) => numberCell(version) },
    { title: t('paper.sheet.evidenceEdition'), width: 14, cell: ({ evidenceEdition }) => keyCell(evidenceEdition) },
    { title: t('paper.field.nextCheck'), width: 12, cell: ({ nextCheck }) => dateCell(nextCheck) },
    { title: t('paper.sheet.id'), width: 16, cell: ({ id }) => keyCell(id) },
  ];

  const evidenceFields: readonly (SheetColumn & { readonly cell: (row: EvidenceRow, number: string) => SheetCell })[] = [
    { title: t('paper.sheet.recommendationNumber'), width: 14, cell: (_row, number) => keyCell(number) },
    { title: t('paper.recommendations.indicator'), width: 40, wrap: true, cell: ({ indicatorTitle }) => textCell(indicatorTitle) },
    { title: t('paper.place.quarter'), width: 26, cell: ({ areaName }) => textCell(areaName) },
    { title: t('paper.recommendations.date'), width: 12, cell: ({ date }) => dateCell(date) },
    { title: t('paper.recommendations.areaValue'), width: 12, cell: (row) => figureCell(shownEvidence(releaser, row).value, language) },
    { title: t('paper.recommendations.cityValue'), width: 12, cell: (row) => figureCell(shownEvidence(releaser, row).cityValue, language) },
    { title: t('paper.sheet.unit'), width: 14, cell: ({ unit }) => textCell(unit) },
    { title: t('paper.recommendations.deviations'), width: 22, cell: (row) => deviationCell(row, releaser, language) },
    { title: t('paper.index.status'), width: 32, cell: ({ status }) => textCell(status === undefined ? '' : t(`socialIndex.status.${status}`)) },
    { title: t('paper.index.trend'), width: 18, cell: ({ trend }) => textCell(trend === undefined ? '' : t(`socialIndex.trend.${trend}`)) },
    { title: t('paper.recommendations.edition'), width: 12, cell: ({ edition }) => keyCell(edition) },
  ];

  const overview = fields.filter((field) => field.overview === true);
  const { manifest } = city;
  const profile = project.profiles.find(({ id }) => id === project.activeProfile);
  const common = { footer: t('paper.sheet.footer', { city: manifest.city, edition: manifest.edition }), pageWords: { page: t('paper.sheet.page'), of: t('paper.sheet.of') }, filter: true, landscape: true };
  const title = `${t('paper.sheet.recommendations')} · ${manifest.city}`;
  return writeWorkbook({
    title,
    subject: t('paper.subject'),
    publisher: t('paper.imprint.cityDefault', { city: manifest.city }),
    createdAt,
    sheets: [
      { ...common, name: t('paper.sheet.recommendations'), title: manifest.demo ? `${title} · ${t('common.demoData')}` : title, columns: overview, rows: sheets.map((sheet) => overview.map(({ cell }) => cell(sheet))) },
      { ...common, name: t('paper.sheet.allFields'), title: `${t('paper.sheet.allFields')} · ${manifest.city}`, repeatedColumns: 2, columns: fields, rows: sheets.map((sheet) => fields.map(({ cell }) => cell(sheet))) },
      { ...common, name: t('paper.sheet.evidence'), title: `${t('paper.sheet.evidence')} · ${manifest.city}`, columns: evidenceFields, rows: sheets.flatMap((sheet) => sheet.evidence.map((row) => evidenceFields.map(({ cell }) => cell(row, sheet.number)))) },
      notesSheet(city, language, createdAt, t, [
        [t('paper.sheet.method'), profile === undefined ? '' : inLanguage(profile.title, language)],
        [t('paper.sheet.evidence'), t('paper.recommendations.evidenceNote')],
      ]),
    ],
  });
}

const wordOf = (printed: Printed, language: Language): string => printedText(typeof printed === 'string' ? printed : { ...printed, reason: '' }, language);
const reasonOf = (printed: Printed): string => (typeof printed === 'string' ? '' : printed.reason);

/** A released figure as a number when it is a certain one, otherwise as it is written. */
const figureCell = (cell: ReleasedCell, language: Language): SheetCell =>
  cell.mark === 'value' && cell.value !== undefined ? numberCell(cell.value, cell.precision) : textCell(formatReleased(cell, language));

function deviationCell(row: EvidenceRow, releaser: Releaser, language: Language): SheetCell {
  const { deviations } = shownEvidence(releaser, row);
  return deviations === undefined ? textCell(evidenceTexts({ releaser, language }, row).deviations) : numberCell(roundTo(deviations, 1), 1);
}
