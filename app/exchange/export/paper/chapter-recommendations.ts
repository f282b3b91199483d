import { formatDifference } from '#shared/i18n/number-format.ts';
import { SIGNS, formatReleased } from '#app/domain/confidentiality/format-released.ts';
import { isBlank } from '#app/domain/planning/bound-text.ts';
import { printedFinding, printedPriority, printedText, printedVerdict } from '#app/domain/planning/print-words.ts';
import { shownEvidence } from '#app/domain/planning/shown-evidence.ts';
import type { EvidenceRow, MeasureProfile, Recommendation } from '#app/domain/planning/sheets.ts';
import { publicContact } from '#app/domain/register/public-institutions.ts';
import type { Block, Run, TableRow } from '../report/report-document.ts';
import { text } from '../report/report-document.ts';
import type { Chapters } from './chapters.ts';
import { areaName, boundRuns, shownDate, stateText, tableNotes, type PaperContext } from './paper-context.ts';

export function dialogueChapter(context: PaperContext, chapters: Chapters): readonly Block[] {
  const { t } = context;
  const known = context.recommendations.filter(({ practiceKnowledge }) => practiceKnowledge.trim() !== '');
  if (known.length === 0) return [chapters.chapter('dialogue'), { kind: 'paragraph', style: 'body', runs: [text(t('paper.dialogue.empty'))] }];
  return [
    chapters.chapter('dialogue'),
    { kind: 'paragraph', style: 'body', runs: [text(t('paper.dialogue.fromSheets'))] },
    {
      kind: 'table',
      caption: t('paper.dialogue.caption'),
      columns: [
        { title: t('paper.recommendations.number'), align: 'left', width: 14 },
        { title: t('paper.recommendations.title'), align: 'left', width: 30 },
        { title: t('paper.dialogue.knowledge'), align: 'left', width: 56 },
      ],
      rows: known.map((sheet): TableRow => ({ cells: [[text(sheet.number)], [text(sheet.title)], [text(sheet.practiceKnowledge)]] })),
      notes: [],
    },
  ];
}

export function recommendationsChapter(context: PaperContext, chapters: Chapters): readonly Block[] {
  const { t, recommendations } = context;
  if (recommendations.length === 0) return [chapters.chapter('recommendations'), { kind: 'paragraph', style: 'body', runs: [text(t('paper.recommendations.none'))] }];
  return [
    chapters.chapter('recommendations'),
    { kind: 'paragraph', style: 'body', runs: [text(t('paper.recommendations.intro'))] },
    chapters.section(t('paper.chapter.matrix')),
    matrix(context),
    ...recommendations.flatMap((sheet) => recommendationSheet(context, chapters, sheet)),
  ];
}

function matrix(context: PaperContext): Block {
  const { t } = context;
  return {
    kind: 'table',
    caption: t('paper.recommendations.caption'),
    columns: [
      { title: t('paper.recommendations.number'), align: 'left', width: 12 },
      { title: t('paper.recommendations.title'), align: 'left', width: 26 },
      { title: t('paper.recommendations.field'), align: 'left', width: 16 },
      { title: t('paper.recommendations.targetGroups'), align: 'left', width: 16 },
      { title: t('paper.recommendations.place'), align: 'left', width: 18 },
      { title: t('paper.recommendations.priority'), align: 'left', width: 12 },
    ],
    rows: context.recommendations.map((sheet): TableRow => ({
      cells: [
        [text(sheet.number)],
        [text(sheet.title), ...(sheet.state === 'released' ? [] : [{ text: ` (${stateText(context, sheet.state)})`, quiet: true }])],
        [text(fieldOfAction(context, sheet.field))],
        [text(targetGroups(context, sheet.targetGroups))],
        [text(place(context, sheet))],
        [text(priorityWord(context, sheet))],
      ],
    })),
    notes: [],
  };
}

function recommendationSheet(context: PaperContext, chapters: Chapters, sheet: Recommendation): readonly Block[] {
  const { t, language } = context;
  const facts = [
    fact(t('paper.field.kind'), sheet.kind === undefined ? '' : t(`planning.kind.${sheet.kind}`), t),
    fact(t('paper.field.place'), place(context, sheet), t),
    fact(t('paper.field.fieldOfAction'), fieldOfAction(context, sheet.field), t),
    fact(t('paper.field.targetGroups'), targetGroups(context, sheet.targetGroups), t),
    { label: t('paper.field.initialSituation'), runs: isBlank(sheet.initialSituation) ? [open(t)] : boundRuns(context, sheet.initialSituation) },
    fact(t('paper.field.verdict'), printedText(printedVerdict(sheet), language), t),
    fact(t('paper.field.practice'), sheet.practiceKnowledge, t),
    fact(t('paper.field.existingOffers'), existingOffers(context, sheet), t),
    { label: t('paper.field.goal'), runs: isBlank(sheet.goal) ? [open(t)] : boundRuns(context, sheet.goal) },
    fact(t('paper.field.lead'), sheet.leadDepartment, t),
    fact(t('paper.field.involved'), sheet.involvedDepartments.join('; '), t),
    fact(t('paper.field.partners'), sheet.partners, t, true),
    fact(t('paper.field.priority'), printedText(printedPriority(sheet), language, ' – '), t),
    fact(t('paper.field.horizon'), [sheet.horizon === undefined ? '' : t(`planning.horizon.${sheet.horizon}`), shownDate(context, sheet.targetDate)].filter((part) => part !== '').join(', '), t),
    fact(t('paper.field.costs'), sheet.costs, t, true),
    fact(t('paper.field.funding'), sheet.funding, t, true),
    fact(t('paper.field.references'), sheet.references, t, true),
    fact(t('paper.field.risks'), sheet.risks, t, true),
    fact(t('paper.field.state'), `${stateText(context, sheet.state)} · ${t('paper.field.version')} ${sheet.version}`, t),
    fact(t('paper.field.nextCheck'), shownDate(context, sheet.nextCheck), t, true),
  ].filter((row) => row !== undefined);
  return [
    chapters.section(`${sheet.number}: ${sheet.title}`),
    ...(sheet.state === 'released' ? [] : [draftBox(context, sheet.state, t('paper.recommendations.draftSheet'))]),
    { kind: 'facts', rows: facts },
    ...evidenceTable(context, sheet),
    ...stepsTable(context, sheet),
    ...successTable(context, sheet),
  ];
}

/** Finding and offers in two lines; offers that end say when, so that nobody plans with them. */
function existingOffers(context: PaperContext, sheet: Recommendation): string {
  const { t, lookup, language } = context;
  const finding = printedText(printedFinding(sheet), language);
  const offers = sheet.existingOffers.flatMap((id) => lookup.institution(id) ?? []).filter((institution) => institution.public)
    .map(({ name, fixedTerm, fixedTermEnd }) => (fixedTerm !== 'yes' ? name : `${name} (${fixedTermEnd === undefined ? t('paper.fixedTerm.yes') : t('paper.fixedTerm.until', { date: shownDate(context, fixedTermEnd) })})`));
  return [finding === '' ? '' : t('paper.recommendations.finding', { finding }), offers.length === 0 ? '' : t('paper.recommendations.listedOffers', { offers: offers.join('; ') })].filter((line) => line !== '').join('\n');
}

/** Priority in one word for lists. */
export const priorityWord = ({ t, language }: Pick<PaperContext, 't' | 'language'>, sheet: Recommendation): string => {
  const printed = printedPriority(sheet);
  return printed === 'empty' ? t('paper.priority.none') : printedText(printed === 'undecided' ? printed : { ...printed, reason: '' }, language);
};

export function evidenceTable(context: PaperContext, sheet: Recommendation): readonly Block[] {
  const { t } = context;
  if (sheet.evidence.length === 0) return [{ kind: 'paragraph', style: 'note', runs: [text(t('paper.recommendations.noEvidence'))] }];
  return [{
    kind: 'table',
    caption: t('paper.recommendations.evidenceCaption', { number: sheet.number }),
    columns: [
      { title: t('paper.recommendations.indicator'), align: 'left', width: 30 },
      { title: t('paper.place.quarter'), align: 'left', width: 20 },
      { title: t('paper.recommendations.areaValue'), align: 'right', width: 12 },
      { title: t('paper.recommendations.cityValue'), align: 'right', width: 11 },
      { title: t('paper.recommendations.deviations'), align: 'right', width: 13 },
      { title: t('paper.recommendations.date'), align: 'left', width: 14 },
    ],
    rows: sheet.evidence.map((row): TableRow => {
      const { value, cityValue, deviations } = evidenceTexts(context, row);
      return {
        cells: [[text(row.unit === '' ? row.indicatorTitle : `${row.indicatorTitle} (${row.unit})`)], [text(row.areaName)], [text(value)], [text(cityValue)], [text(deviations)], [text(shownDate(context, row.date))]],
      };
    }),
    notes: [t('paper.recommendations.evidenceNote'), ...tableNotes(context, [])],
  }];
}

/** Frozen figures as texts, as they may be shown today. */
export function evidenceTexts({ releaser, language }: Pick<PaperContext, 'releaser' | 'language'>, row: EvidenceRow): { readonly value: string; readonly cityValue: string; readonly deviations: string } {
  const { value, cityValue, deviations } = shownEvidence(releaser, row);
  const isSecret = value.mark === 'suppressed' || cityValue.mark === 'suppressed';
  return {
    value: formatReleased(value, language),
    cityValue: formatReleased(cityValue, language),
    deviations: deviations !== undefined ? formatDifference(deviations, 1, language) : isSecret ? SIGNS.suppressed : SIGNS.notAvailable,
  };
}

function stepsTable(context: PaperContext, sheet: Recommendation): readonly Block[] {
  const { t } = context;
  if (sheet.steps.length === 0) return [];
  return [{
    kind: 'table',
    caption: `${t('paper.recommendations.steps')} ${sheet.number}`,
    columns: [
      { title: t('paper.recommendations.step'), align: 'left', width: 55 },
      { title: t('paper.recommendations.who'), align: 'left', width: 28 },
      { title: t('paper.recommendations.until'), align: 'left', width: 17 },
    ],
    rows: sheet.steps.map(({ what, who, until }): TableRow => ({ cells: [[text(what)], [text(who)], [text(until)]] })),
    notes: [],
  }];
}

function successTable(context: PaperContext, sheet: Recommendation): readonly Block[] {
  const { t } = context;
  if (sheet.successIndicators.length === 0) return [];
  return [{
    kind: 'table',
    caption: `${t('paper.recommendations.successIndicators')} ${sheet.number}`,
    columns: [
      { title: t('paper.recommendations.success'), align: 'left', width: 43 },
      { title: t('paper.recommendations.baseline'), align: 'left', width: 20 },
      { title: t('paper.recommendations.target'), align: 'left', width: 20 },
      { title: t('paper.recommendations.until'), align: 'left', width: 17 },
    ],
    rows: sheet.successIndicators.map(({ what, baseline, target, until }): TableRow => ({ cells: [[text(what)], [text(baseline)], [text(target)], [text(until)]] })),
    notes: [],
  }];
}

export function controllingChapter(context: PaperContext, chapters: Chapters): readonly Block[] {
  const { t, recommendations } = context;
  if (recommendations.length === 0) return [chapters.chapter('controlling'), { kind: 'paragraph', style: 'body', runs: [text(t('paper.controlling.none'))] }];
  const orOpen = (value: string): Run => (value === '' ? open(t) : text(value));
  return [
    chapters.chapter('controlling'),
    { kind: 'paragraph', style: 'body', runs: [text(t('paper.controlling.intro'))] },
    {
      kind: 'table',
      caption: t('paper.controlling.caption'),
      columns: [
        { title: t('paper.recommendations.number'), align: 'left', width: 13 },
        { title: t('paper.controlling.responsible'), align: 'left', width: 20 },
        { title: t('paper.controlling.involved'), align: 'left', width: 20 },
        { title: t('paper.controlling.target'), align: 'left', width: 17 },
        { title: t('paper.controlling.indicators'), align: 'left', width: 16 },
        { title: t('paper.controlling.next'), align: 'left', width: 14 },
      ],
      rows: recommendations.map((sheet): TableRow => ({
        cells: [
          [text(sheet.number)],
          [orOpen(sheet.leadDepartment)],
          [orOpen(sheet.involvedDepartments.join('; '))],
          [orOpen(sheet.targetDate === undefined ? (sheet.horizon === undefined ? '' : t(`planning.horizon.${sheet.horizon}`)) : shownDate(context, sheet.targetDate))],
          [orOpen(sheet.successIndicators.map(({ what }) => what).join('; '))],
          [orOpen(shownDate(context, sheet.nextCheck))],
        ],
      })),
      notes: [],
    },
  ];
}

export function measuresAnnex(context: PaperContext, chapters: Chapters): readonly Block[] {
  const { t, measures } = context;
  if (measures.length === 0) return [chapters.chapter('measures'), { kind: 'paragraph', style: 'body', runs: [text(t('paper.annex.noMeasures'))] }];
  return [chapters.chapter('measures'), ...measures.flatMap((measure) => measureSheet(context, chapters, measure))];
}

function measureSheet(context: PaperContext, chapters: Chapters, measure: MeasureProfile): readonly Block[] {
  const { t, lookup, project } = context;
  const sites = measure.sites.flatMap((id) => lookup.institution(id) ?? []).filter((institution) => institution.public).map((site) => [site.name, [site.address, site.postcode].filter((part) => part !== '').join(', ')].filter((part) => part !== '').join(' – '));
  const term = measure.fixedTerm === 'yes' && measure.fixedTermEnd !== undefined ? t('paper.fixedTerm.until', { date: shownDate(context, measure.fixedTermEnd) }) : t(`paper.fixedTerm.${measure.fixedTerm}`);
  const recommendation = project.recommendations.find(({ id }) => id === measure.recommendation);
  const facts = [
    fact(t('paper.field.summary'), measure.summary, t),
    fact(t('paper.field.fieldOfAction'), fieldOfAction(context, measure.field), t),
    fact(t('paper.field.targetGroups'), targetGroups(context, measure.targetGroups), t),
    fact(t('paper.field.ageRange'), measure.ageRange, t, true),
    fact(t('paper.field.reach'), t(`paper.reach.${measure.reach}`), t),
    fact(t('paper.field.sites'), sites.join('; '), t, true),
    fact(t('paper.field.provider'), measure.provider, t),
    fact(t('paper.field.department'), measure.department, t),
    fact(t('paper.field.partners'), measure.partners, t, true),
    fact(t('paper.field.goal'), measure.goal, t),
    fact(t('paper.field.services'), measure.services, t, true),
    fact(t('paper.field.access'), measure.access, t, true),
    fact(t('paper.field.capacity'), measure.capacity === undefined ? '' : String(measure.capacity), t, true),
    fact(t('paper.field.started'), shownDate(context, measure.startedOn), t, true),
    fact(t('paper.field.fixedTerm'), [term, measure.programme].filter((part) => part !== '').join(', '), t),
    fact(t('paper.field.implementation'), measure.implementation === undefined ? '' : [t(`planning.implementation.${measure.implementation}`), shownDate(context, measure.asOf)].filter((part) => part !== '').join(', '), t),
    fact(t('paper.field.contact'), publicContact(measure.contact), t, true),
    fact(t('paper.field.source'), measure.source, t, true),
    fact(t('paper.field.recommendation'), recommendation === undefined ? '' : `${recommendation.number} ${recommendation.title}`, t, measure.fixedTerm !== 'yes'),
    fact(t('paper.field.state'), `${stateText(context, measure.state)} · ${t('paper.field.version')} ${measure.version}`, t),
  ].filter((row) => row !== undefined);
  return [
    chapters.section(`${measure.number}: ${measure.title}`),
    ...(measure.state === 'released' ? [] : [draftBox(context, measure.state, t('paper.annex.draftMeasure'))]),
    { kind: 'facts', rows: facts },
  ];
}

const draftBox = (context: PaperContext, state: Recommendation['state'], words: string): Block => ({ kind: 'box', tone: 'draft', title: stateText(context, state), paragraphs: [[text(words)]] });

type Fact = { readonly label: string; readonly runs: readonly Run[] };

/** A field of a sheet; a needed one that is empty says so, an optional one is left out. */
function fact(label: string, value: string, t: PaperContext['t'], optional = false): Fact | undefined {
  if (value.trim() === '') return optional ? undefined : { label, runs: [open(t)] };
  return { label, runs: [text(value)] };
}

const open = (t: PaperContext['t']): Run => ({ text: t('paper.recommendations.open'), emphasis: true, quiet: true });

export const fieldOfAction = ({ t }: Pick<PaperContext, 't'>, field: Recommendation['field']): string => (field === undefined ? '' : t(`planning.field.${field}`));
export const targetGroups = ({ lookup }: Pick<PaperContext, 'lookup'>, groups: Recommendation['targetGroups']): string => groups.map((id) => lookup.targetGroup(id)?.name ?? id).join(', ');
const place = (context: PaperContext, sheet: Recommendation): string =>
  sheet.quarters.length > 0 ? sheet.quarters.map((area) => areaName(context, area)).join(', ') : sheet.socialArea === undefined ? context.t('paper.place.citywide') : areaName(context, sheet.socialArea);

