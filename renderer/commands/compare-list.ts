import type { City } from '#app/domain/city/city.ts';
import type { ListDifference } from '#app/domain/register/compare-with-list.ts';
import { emptyEntry, type InstitutionChange, type InstitutionRevision } from '#app/domain/register/institution-revision.ts';
import type { ListDecision } from '#app/domain/register/list-decision.ts';
import type { ListMapping, ListSheet } from '#app/domain/register/list-sheet.ts';
import type { ComparedList, ListCity } from '#app/jobs/register-contract.ts';
import { decideOnList } from '#app/project/operations/decide-on-list.ts';
import { lookupOf } from '#app/domain/city/city-lookup.ts';
import { asId, type CategoryId, type InstitutionId } from '#shared/ids.ts';
import { currentCity } from '../state/current-city.ts';
import { middleOf, today, type OpenComparison } from '../state/register.ts';
import { trackedJob } from '../state/tracked-job.ts';
import type { Workspace } from '../state/workspace.ts';
import { changeProject } from './change-project.ts';
import { revision } from './register.ts';
import { showProblem } from './show-problem.ts';

/** Lets the planner choose a file, with the parts that belong to it (shapefiles come in several), and opens it as a second list. */
export async function chooseList(workspace: Workspace): Promise<void> {
  const chosen = await workspace.platform.request('import:chooseFiles');
  if (chosen === 'cancelled') return;
  const refused = chosen.find((file) => !file.ok);
  if (refused?.ok === false) {
    showProblem(workspace, refused.failure);
    return;
  }
  const files = chosen.flatMap((file) => (file.ok ? [{ name: file.value.name, bytes: file.value.bytes }] : []));
  const main = files.find(({ name }) => /\.shp$/i.test(name)) ?? files[0];
  const city = currentCity(workspace.stores);
  if (main === undefined || city === undefined) return;
  const beside = files.filter((file) => file !== main);
  const outcome = await trackedJob(workspace, 'register.openList', 'register.job.readList', { file: main, beside, city: listCity(city) });
  if (outcome.status === 'cancelled') return;
  if (outcome.status === 'failed' || !outcome.answer.ok) {
    showProblem(workspace, outcome.status === 'failed' ? outcome.problem : outcome.answer.ok ? { code: 'unexpected' } : outcome.answer.failure);
    return;
  }
  const opened = outcome.answer.value;
  if (opened.kind === 'sheets') workspace.stores.register.setState({ comparison: { kind: 'mapping', list: main.name, sheets: opened.sheets } });
  else await compared(workspace, main.name, { kind: 'listed', listed: opened.listed }, undefined);
}

/** Compares a sheet by what the planner said about its columns. `category` is what the whole list covers. */
export const compareSheet = (workspace: Workspace, list: string, sheet: ListSheet, mapping: ListMapping, category: CategoryId | undefined): Promise<void> =>
  compared(workspace, list, { kind: 'sheet', sheet, mapping, category }, category);

async function compared(workspace: Workspace, list: string, content: ComparedList, category: CategoryId | undefined): Promise<void> {
  const city = currentCity(workspace.stores);
  if (city === undefined) return;
  const input = { institutions: city.institutions, list: content, options: category === undefined ? {} : { categories: [category] }, city: listCity(city) };
  const outcome = await trackedJob(workspace, 'register.compare', 'register.job.readList', input);
  if (outcome.status === 'cancelled') return;
  if (outcome.status === 'failed') {
    showProblem(workspace, outcome.problem);
    return;
  }
  const decisionsBefore = workspace.stores.project.getState().project?.listDecisions.length ?? 0;
  workspace.stores.register.setState({ comparison: { kind: 'compared', list, comparison: outcome.answer, category, decisionsBefore } });
}

export const closeComparison = ({ stores }: Workspace): void => stores.register.setState({ comparison: undefined });

/** Takes differences over, or refuses them, with a reason; all in one step. New entries need a category: of their own, else `category`. */
export function decideDifferences(workspace: Workspace, differences: readonly ListDifference[], verdict: ListDecision['verdict'], reason: string, category: CategoryId | undefined): boolean {
  const { comparison } = workspace.stores.register.getState();
  const city = currentCity(workspace.stores);
  if (comparison?.kind !== 'compared' || city === undefined) return false;
  const { list } = comparison;
  const origin = { source: list, note: reason };
  const decisions: ListDecision[] = [];
  const revisions: InstitutionRevision[] = [];
  for (const difference of differences) {
    const accepted = verdict === 'accepted' ? changeOf(city, difference, category) : undefined;
    if (verdict === 'accepted' && accepted === undefined) continue;
    if (accepted !== undefined) revisions.push(revision(accepted.institution, accepted.change, origin));
    decisions.push({
      id: asId(crypto.randomUUID()),
      difference: difference.key,
      kind: difference.kind,
      institution: difference.kind === 'new' ? accepted?.institution : difference.institution.id,
      about: difference.kind === 'new' ? difference.listed.name : difference.institution.name,
      list,
      on: today(),
      verdict,
      reason: reason.trim(),
    });
  }
  return decisions.length > 0 && changeProject(workspace, (project) => decideOnList(project, decisions, revisions));
}

/** What accepting a difference changes in the register; undefined when it cannot be accepted yet. */
function changeOf(city: City, difference: ListDifference, category: CategoryId | undefined): { readonly institution: InstitutionId; readonly change: InstitutionChange } | undefined {
  switch (difference.kind) {
    case 'new': {
      const { listed } = difference;
      const kind = listed.category ?? category;
      if (kind === undefined || listed.name.trim() === '') return undefined;
      const free = listed.id !== undefined && lookupOf(city).institution(listed.id) === undefined;
      const institution = free && listed.id !== undefined ? listed.id : asId<InstitutionId>(`added-${crypto.randomUUID()}`);
      return { institution, change: { kind: 'added', entry: { ...emptyEntry(kind, listed.location), ...listed.fields, name: listed.name.trim() } } };
    }
    case 'vanished':
      return { institution: difference.institution.id, change: { kind: 'closed', closedOn: today() } };
    case 'moved':
      return { institution: difference.institution.id, change: { kind: 'moved', to: difference.to } };
    case 'renamed':
      return { institution: difference.institution.id, change: { kind: 'corrected', fields: { name: difference.name }, cleared: [] } };
    case 'changed':
      return { institution: difference.institution.id, change: { kind: 'corrected', fields: { [difference.field]: difference.value }, cleared: [] } };
  }
}

/** Differences that still wait for an answer, and those that have one: refused before, or decided since the list was opened. */
export function splitByDecision({ comparison, decisionsBefore }: Extract<OpenComparison, { readonly kind: 'compared' }>, decisions: readonly ListDecision[]) {
  const latest = new Map(decisions.map((decision, index) => [decision.difference, { decision, isNew: index >= decisionsBefore }]));
  const open: ListDifference[] = [];
  const decided: { readonly difference: ListDifference; readonly decision: ListDecision }[] = [];
  for (const difference of comparison.differences) {
    const known = latest.get(difference.key);
    // one that was accepted earlier and is found again is a difference again
    if (known === undefined || (known.decision.verdict === 'accepted' && !known.isNew)) open.push(difference);
    else decided.push({ difference, decision: known.decision });
  }
  return { open, decided };
}

const listCity = (city: City): ListCity => ({ crs: city.manifest.crs, middle: middleOf(city) ?? [500_000, 5_700_000], categories: city.categories.map(({ id }) => id) });
