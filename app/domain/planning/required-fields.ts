import type { MessageKey } from '#shared/i18n/translator.ts';
import { isBlank } from './bound-text.ts';
import { isProposal } from './proposals.ts';
import type { MeasureProfile, Recommendation, SheetState } from './sheets.ts';

/** A field still to fill in, with the message key of its name. */
export type MissingField<Sheet> = { readonly field: keyof Sheet & string; readonly label: MessageKey };

/**
 * Fields of a Handlungsempfehlung that are missing for a state. A draft only needs its number and title; everything from
 * coordination on needs the whole list marked "required" in the sheet (Ausgangslage, evidence with verdict and reason,
 * practice knowledge, goal, steps, departments, priority, horizon, indicators of success). What the program only proposes is
 * not decided and counts as missing.
 */
export const missingInRecommendation = (sheet: Recommendation, state: SheetState = sheet.state): readonly MissingField<Recommendation>[] =>
  missing(sheet, state === 'draft' ? RECOMMENDATION_DRAFT : RECOMMENDATION_REQUIRED);

/** Fields of a Maßnahmensteckbrief that are missing for a state; a fixed-term one needs its end and a recommendation what comes after. */
export const missingInMeasure = (sheet: MeasureProfile, state: SheetState = sheet.state): readonly MissingField<MeasureProfile>[] =>
  missing(sheet, state === 'draft' ? MEASURE_DRAFT : MEASURE_REQUIRED);

/** A rule for one field: whether the sheet lacks it. */
type Rule<Sheet> = { readonly field: keyof Sheet & string; readonly label: MessageKey; readonly lacks: (sheet: Sheet) => boolean };

const RECOMMENDATION_DRAFT: readonly Rule<Recommendation>[] = [
  { field: 'number', label: 'planning.column.number', lacks: (sheet) => blank(sheet.number) },
  { field: 'title', label: 'planning.column.title', lacks: (sheet) => blank(sheet.title) },
];

const RECOMMENDATION_REQUIRED: readonly Rule<Recommendation>[] = [
  ...RECOMMENDATION_DRAFT,
  { field: 'kind', label: 'planning.column.kind', lacks: (sheet) => sheet.kind === undefined },
  { field: 'field', label: 'planning.column.field', lacks: (sheet) => sheet.field === undefined },
  { field: 'targetGroups', label: 'planning.column.targetGroups', lacks: (sheet) => sheet.targetGroups.length === 0 },
  { field: 'initialSituation', label: 'planning.column.initialSituation', lacks: (sheet) => isBlank(sheet.initialSituation) },
  // without rows the verdict must say that nothing could be tested: no figure is not the same as no need
  { field: 'evidence', label: 'planning.column.evidence', lacks: (sheet) => sheet.evidence.length === 0 && sheet.evidenceVerdict !== 'notTestable' },
  { field: 'evidenceVerdict', label: 'planning.column.evidenceVerdict', lacks: (sheet) => sheet.evidenceVerdict === undefined || isProposal(sheet, 'evidenceVerdict') },
  { field: 'evidenceReason', label: 'planning.column.evidenceReason', lacks: (sheet) => blank(sheet.evidenceReason) || isProposal(sheet, 'evidenceReason') },
  { field: 'practiceKnowledge', label: 'planning.column.practiceKnowledge', lacks: (sheet) => blank(sheet.practiceKnowledge) },
  { field: 'offerFinding', label: 'planning.column.existingOffers', lacks: (sheet) => sheet.offerFinding === undefined || isProposal(sheet, 'offerFinding') },
  { field: 'goal', label: 'planning.column.goal', lacks: (sheet) => isBlank(sheet.goal) },
  { field: 'steps', label: 'planning.column.steps', lacks: (sheet) => !sheet.steps.some((step) => !blank(step.what)) },
  { field: 'leadDepartment', label: 'planning.column.leadDepartment', lacks: (sheet) => blank(sheet.leadDepartment) },
  { field: 'involvedDepartments', label: 'planning.column.involvedDepartments', lacks: (sheet) => sheet.involvedDepartments.length === 0 },
  { field: 'priority', label: 'planning.column.priority', lacks: (sheet) => sheet.priority === undefined || isProposal(sheet, 'priority') },
  { field: 'horizon', label: 'planning.column.horizon', lacks: (sheet) => sheet.horizon === undefined },
  { field: 'successIndicators', label: 'planning.column.successIndicators', lacks: (sheet) => !sheet.successIndicators.some((row) => !blank(row.what)) },
];

const MEASURE_DRAFT: readonly Rule<MeasureProfile>[] = [
  { field: 'number', label: 'planning.column.number', lacks: (sheet) => blank(sheet.number) },
  { field: 'title', label: 'planning.column.title', lacks: (sheet) => blank(sheet.title) },
];

const MEASURE_REQUIRED: readonly Rule<MeasureProfile>[] = [
  ...MEASURE_DRAFT,
  { field: 'summary', label: 'planning.column.summary', lacks: (sheet) => blank(sheet.summary) },
  { field: 'field', label: 'planning.column.field', lacks: (sheet) => sheet.field === undefined },
  { field: 'targetGroups', label: 'planning.column.targetGroups', lacks: (sheet) => sheet.targetGroups.length === 0 },
  { field: 'sites', label: 'planning.column.sites', lacks: (sheet) => sheet.reach === 'located' && sheet.sites.length === 0 },
  { field: 'provider', label: 'planning.column.provider', lacks: (sheet) => blank(sheet.provider) },
  { field: 'department', label: 'planning.column.department', lacks: (sheet) => blank(sheet.department) },
  { field: 'goal', label: 'planning.column.goal', lacks: (sheet) => blank(sheet.goal) },
  { field: 'startedOn', label: 'planning.column.startedOn', lacks: (sheet) => sheet.startedOn === undefined },
  { field: 'fixedTermEnd', label: 'planning.column.fixedTermEnd', lacks: (sheet) => sheet.fixedTerm === 'yes' && sheet.fixedTermEnd === undefined },
  { field: 'implementation', label: 'planning.column.implementation', lacks: (sheet) => sheet.implementation === undefined },
  { field: 'recommendation', label: 'planning.column.recommendation', lacks: (sheet) => sheet.fixedTerm === 'yes' && sheet.recommendation === undefined },
];

const missing = <Sheet>(sheet: Sheet, rules: readonly Rule<Sheet>[]): readonly MissingField<Sheet>[] =>
  rules.filter((rule) => rule.lacks(sheet)).map(({ field, label }) => ({ field, label }));

const blank = (text: string): boolean => text.trim() === '';
