import type { InstitutionRevision } from '#app/domain/register/institution-revision.ts';
import type { ListDecision } from '#app/domain/register/list-decision.ts';
import type { MeasureProfile, Recommendation } from '#app/domain/planning/sheets.ts';
import type { IndexProfile } from '#app/domain/social-index/index-profile.ts';
import type { CoverageRun, Paper, Project } from '#app/project/project.ts';
import type { SqlValue } from '../sqlite/sqlite.ts';
import { z } from '#shared/zod.ts';
import { date, flag, integer, json, key, optional, real, text, word, type Column, type ColumnsOf } from './columns.ts';

/**
 * The words of the file. They read like the domain's own today; the domain may rename its words any time, these stay until a
 * migration changes them, and the compiler says where the two have parted.
 */
const SHEET_STATE = ['draft', 'inCoordination', 'agreed', 'released'] as const;
const FIELD = ['volunteering', 'inclusion', 'neighbourhood', 'sport', 'education', 'integration', 'benefits', 'data', 'health', 'ageing', 'schoolToWork', 'prevention', 'youth'] as const;
const FIXED_TERM = ['yes', 'no', 'unknown'] as const;
const REACH = ['located', 'citywide'] as const;

const id = z.string().min(1);
const ids = z.array(id);
const day = z.iso.date();
const localized = z.strictObject({ de: z.string(), en: z.string().optional() });
const cell = z.discriminatedUnion('mark', [
  z.strictObject({ mark: z.enum(['value', 'uncertain']), value: z.number(), numerator: z.number().optional(), denominator: z.number().optional() }),
  z.strictObject({ mark: z.literal('zero'), denominator: z.number().optional() }),
  // a secret value has no number to store, not even by accident
  z.strictObject({ mark: z.enum(['suppressed', 'notApplicable', 'notAvailable']) }),
]);
const frozen = z.strictObject({ title: z.string(), unit: z.string(), precision: z.int().min(0).max(10), edition: z.string(), value: cell });
const boundText = z.array(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('text'), text: z.string() }),
    z.strictObject({ kind: z.literal('number'), reference: z.strictObject({ indicator: id, area: id, date: day, frozen: frozen.optional() }) }),
  ]),
);
const evidence = z.array(
  z.strictObject({
    indicator: id, indicatorTitle: z.string(), unit: z.string(), precision: z.int().min(0).max(10), area: id, areaName: z.string(), date: day, edition: z.string(),
    value: cell, cityValue: cell, deviations: z.number().optional(),
    status: z.enum(['high', 'middle', 'low', 'veryLow']).optional(), trend: z.enum(['positive', 'stable', 'negative']).optional(),
  }),
);

const profile: ColumnsOf<IndexProfile> = {
  id: key(),
  version: integer(),
  title: json(localized),
  description: json(localized),
  indicators: json(z.array(z.strictObject({ indicator: id, weight: z.number(), direction: z.enum(['higherIsWorse', 'higherIsBetter']), changeIndicator: id.optional() }))),
  reference: word(['areaMean', 'cityValue', 'populationWeighted']),
  deviation: word(['population', 'sample', 'weighted']),
  restandardise: flag(),
  statusCuts: json(z.strictObject({ high: z.number(), middle: z.number(), low: z.number() })),
  trend: json(z.strictObject({
    windowYears: z.number(), unit: z.enum(['percentagePoints', 'relative', 'zDifference']), cuts: z.strictObject({ positive: z.number(), negative: z.number() }),
  })),
  minimumPopulation: real(),
  populationIndicator: key(),
  exclusions: json(z.array(z.strictObject({ area: id, reason: z.string() }))),
};

const coverageRun: ColumnsOf<CoverageRun> = {
  id: key(),
  title: text(),
  request: json(z.strictObject({ categories: ids, ageGroups: ids, metres: z.number(), level: id, date: day })),
};

const recommendation: ColumnsOf<Recommendation> = {
  id: key(),
  number: text(),
  title: text(),
  kind: optional(word(['newOffer', 'extension', 'permanence', 'expansion', 'relocation', 'publicity', 'networking'])),
  socialArea: optional(key()),
  quarters: json(ids),
  field: optional(word(FIELD)),
  targetGroups: json(ids),
  initialSituation: json(boundText),
  evidence: json(evidence),
  evidenceVerdict: optional(word(['supported', 'notSupported', 'notTestable'])),
  evidenceReason: text(),
  practiceKnowledge: text(),
  existingOffers: json(ids),
  offerFinding: optional(word(['gap', 'oversupply', 'unknown'])),
  coverageRun: optional(key()),
  goal: json(boundText),
  steps: json(z.array(z.strictObject({ what: z.string(), who: z.string(), until: z.string() }))),
  leadDepartment: text(),
  involvedDepartments: json(z.array(z.string())),
  partners: text(),
  priority: optional(word(['high', 'middle', 'low'])),
  priorityReason: text(),
  horizon: optional(word(['short', 'middle', 'long'])),
  targetDate: optional(date()),
  costs: text(),
  funding: text(),
  successIndicators: json(z.array(z.strictObject({ what: z.string(), baseline: z.string(), target: z.string(), until: z.string() }))),
  references: text(),
  risks: text(),
  state: word(SHEET_STATE),
  version: integer(),
  evidenceEdition: text(),
  nextCheck: optional(date()),
  proposals: optional(json(z.array(z.enum(['evidenceVerdict', 'evidenceReason', 'offerFinding', 'priority', 'priorityReason'])))),
};

const measure: ColumnsOf<MeasureProfile> = {
  id: key(),
  number: text(),
  title: text(),
  summary: text(),
  field: optional(word(FIELD)),
  targetGroups: json(ids),
  ageRange: text(),
  reach: word(REACH),
  category: optional(key()),
  sites: json(ids),
  socialArea: optional(key()),
  provider: text(),
  department: text(),
  partners: text(),
  goal: text(),
  services: text(),
  access: text(),
  capacity: optional(real()),
  startedOn: optional(date()),
  fixedTerm: word(FIXED_TERM),
  fixedTermEnd: optional(date()),
  programme: text(),
  implementation: optional(word(['planned', 'starting', 'running', 'ending', 'ended'])),
  asOf: optional(date()),
  contact: text(),
  source: text(),
  state: word(SHEET_STATE),
  version: integer(),
  recommendation: optional(key()),
};

const paper: ColumnsOf<Paper> = {
  id: key(),
  title: text(),
  socialArea: key(),
  level: key(),
  date: date(),
  publisher: text(),
  summary: json(boundText),
  introduction: json(boundText),
  findings: json(boundText),
  coverageRuns: json(ids),
  state: word(SHEET_STATE),
};

const place = z.tuple([z.number(), z.number()]);
/** What is entered of an institution; undefined stands for nothing and is left out. */
const entryShape = {
  name: z.string(), category: id, address: z.string(), postcode: z.string(), contact: z.string(), website: z.string(), provider: z.string(), location: place.optional(),
  reach: z.enum(REACH), capacity: z.number().optional(), openingHours: z.string(), openedOn: day.optional(), barrierFree: z.enum(['yes', 'partly', 'no', 'unknown']),
  languages: z.array(z.string()), fixedTerm: z.enum(FIXED_TERM), fixedTermEnd: day.optional(), programme: z.string(), public: z.boolean(), targetGroups: ids,
};
const institutionChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('added'), entry: z.strictObject(entryShape) }),
  z.strictObject({ kind: z.literal('corrected'), fields: z.strictObject(entryShape).partial(), cleared: z.array(z.enum(['location', 'capacity', 'openedOn', 'fixedTermEnd'])) }),
  z.strictObject({ kind: z.literal('moved'), to: place }),
  z.strictObject({ kind: z.literal('closed'), closedOn: day }),
  z.strictObject({ kind: z.literal('reopened') }),
  z.strictObject({ kind: z.literal('mergedInto'), into: id }),
  z.strictObject({ kind: z.literal('confirmed') }),
]);

const institutionRevision: ColumnsOf<InstitutionRevision> = {
  id: key(),
  institution: key(),
  on: date(),
  source: text(),
  note: text(),
  change: json(institutionChange),
};

const listDecision: ColumnsOf<ListDecision> = {
  id: key(),
  difference: key(),
  kind: word(['new', 'vanished', 'moved', 'renamed', 'changed']),
  institution: optional(key()),
  about: text(),
  list: text(),
  on: date(),
  verdict: word(['accepted', 'refused']),
  reason: text(),
};

/** The single row of `project`: the project without its lists. */
export type HeadRow = { readonly id: Project['id']; readonly title: string; readonly activeProfile: Project['activeProfile'] } & Project['city'];
const project: ColumnsOf<HeadRow> = {
  id: key(), title: text(), bundleId: key(), cityName: text(), edition: text(), contentHash: text(), activeProfile: key(),
};

/** A table: its name, the list of the project it holds (undefined for the head), and its columns by field. */
export type Table = { readonly name: string; readonly list: ListName | undefined; readonly columns: Readonly<Record<string, AnyColumn>> };
/** A column whose field's type is not known here; the declarations above are checked against their records. */
export type AnyColumn = Pick<Column<unknown>, 'sql' | 'required' | 'read'> & { readonly write: (value: never) => SqlValue };
export type ListName = 'profiles' | 'coverageRuns' | 'recommendations' | 'measures' | 'papers' | 'institutionRevisions' | 'listDecisions';

export const HEAD_TABLE: Table = { name: 'project', list: undefined, columns: project };
/** Tables of records in the order they are written: what is named by another comes first. */
export const LIST_TABLES: readonly (Table & { readonly list: ListName })[] = [
  { name: 'profile', list: 'profiles', columns: profile },
  { name: 'coverage_run', list: 'coverageRuns', columns: coverageRun },
  { name: 'recommendation', list: 'recommendations', columns: recommendation },
  { name: 'measure', list: 'measures', columns: measure },
  { name: 'paper', list: 'papers', columns: paper },
  { name: 'institution_revision', list: 'institutionRevisions', columns: institutionRevision },
  { name: 'list_decision', list: 'listDecisions', columns: listDecision },
];
export const ALL_TABLES: readonly Table[] = [...LIST_TABLES, HEAD_TABLE];

/** Column name of a field: `socialArea` is `social_area`. */
export const columnName = (field: string): string => field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Columns of a table in the file's order. */
export const columnNames = (table: Table): readonly string[] => [...(table.list === undefined ? [] : ['position']), ...Object.keys(table.columns).map(columnName)];
