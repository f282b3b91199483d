import { applyMoment } from './apply.ts';
import type { Change, Moment } from './change.ts';
import type { Project } from './project.ts';
import { headOf } from './operations/project-head.ts';
import { LISTS, RECORD_ENTITIES, recordOf, recordsOf } from './records.ts';
import type { Problem } from '#shared/problem.ts';
import { failure, success, type Result } from '#shared/result.ts';

/**
 * The project after a moment, or why the moment does not fit: it was made for another state, it would leave a project
 * whose ids are not unique or whose references point nowhere, or it would change a number that papers already cite.
 */
export function checkMoment(project: Project, moment: Moment): Result<Project, Problem> {
  const misfit = moment.changes.reduce<{ readonly project: Project; readonly fault: string | undefined }>(
    (state, change) =>
      state.fault !== undefined
        ? state
        : { project: applyMoment(state.project, { ...moment, changes: [change] }), fault: misfitOf(state.project, change) },
    { project, fault: undefined },
  );
  const fault = misfit.fault ?? firstFault(misfit.project);
  return fault === undefined ? success(misfit.project) : failure({ code: 'project.inconsistentChange', technical: `${moment.note.key}: ${fault}` });
}

/** Everything that is wrong inside a project, in words for the help desk; empty for a sound one. */
export const faultsOf = (project: Project): readonly string[] => [
  ...RECORD_ENTITIES.flatMap((entity) => doubles(recordsOf(project, entity).map((record) => record.id)).map((id) => `${entity} ${id} exists twice`)),
  ...doubles(project.recommendations.map((sheet) => sheet.number)).map((number) => `recommendation number ${number} is used twice`),
  ...doubles(project.measures.map((sheet) => sheet.number)).map((number) => `measure number ${number} is used twice`),
  ...danglingReferences(project),
];

const firstFault = (project: Project): string | undefined => faultsOf(project)[0];

function misfitOf(project: Project, change: Change): string | undefined {
  if (change.entity === 'project') return same(change.before, headOf(project)) ? undefined : 'the project says something else about itself by now';
  const { before, after, entity, position } = change;
  const present = before === undefined ? undefined : recordOf(project, entity, before.id);
  if (before !== undefined && present === undefined) return `${entity} ${before.id} is not there`;
  if (before !== undefined && !same(before, present)) return `${entity} ${before.id} has changed since`;
  if (before !== undefined && after !== undefined && before.id !== after.id) return `${entity} ${before.id} would change its id`;
  if (before === undefined && (position < 0 || position > project[LISTS[entity]].length)) return `${entity}: no position ${position}`;
  if (change.entity === 'recommendation' || change.entity === 'measure') return renumbered(change.before, change.after);
  return undefined;
}

/** Records are plain data; one that nobody touched is the same object, one from the journal has the same text, its fields perhaps in another order. */
const same = (one: unknown, other: unknown): boolean => one === other || textOf(one) === textOf(other);
const textOf = (value: unknown): string => JSON.stringify(value, (_, part: unknown) => (isRecord(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part));
const isRecord = (part: unknown): part is Record<string, unknown> => typeof part === 'object' && part !== null && !Array.isArray(part);

type Numbered = { readonly number: string; readonly state: string; readonly version: number };
/** Numbers are cited in papers and committees: only a first draft nobody has seen may still change its own. */
function renumbered(before: Numbered | undefined, after: Numbered | undefined): string | undefined {
  if (before === undefined || after === undefined || before.number === after.number) return undefined;
  const firstDraft = before.version === 1 && before.state === 'draft' && after.version === 1 && after.state === 'draft';
  return firstDraft ? undefined : `number ${before.number} is cited and stays`;
}

function danglingReferences(project: Project): readonly string[] {
  const runs = new Set<string>(project.coverageRuns.map((run) => run.id));
  const recommendations = new Set<string>(project.recommendations.map((sheet) => sheet.id));
  return [
    ...(project.profiles.some((profile) => profile.id === project.activeProfile) ? [] : [`active profile ${project.activeProfile} is not there`]),
    ...project.recommendations
      .filter((sheet) => sheet.coverageRun !== undefined && !runs.has(sheet.coverageRun))
      .map((sheet) => `recommendation ${sheet.id} names coverage run ${sheet.coverageRun}`),
    ...project.measures
      .filter((sheet) => sheet.recommendation !== undefined && !recommendations.has(sheet.recommendation))
      .map((sheet) => `measure ${sheet.id} names recommendation ${sheet.recommendation}`),
    ...project.papers.flatMap((paper) => paper.coverageRuns.filter((run) => !runs.has(run)).map((run) => `paper ${paper.id} names coverage run ${run}`)),
  ];
}

/** Values that occur more than once; an empty text is no value. */
function doubles(values: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const value of values) {
    if (value === '') continue;
    if (seen.has(value)) twice.add(value);
    seen.add(value);
  }
  return [...twice];
}
