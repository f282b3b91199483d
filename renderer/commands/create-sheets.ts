import type { GapRow } from '#app/domain/coverage/gap-list.ts';
import { lookupOf } from '#app/domain/city/city-lookup.ts';
import { measureFromInstitution, recommendationFromMeasure } from '#app/domain/planning/measure-from-institution.ts';
import { recommendationFromArea } from '#app/domain/planning/recommendation-from-area.ts';
import { recommendationFromGap } from '#app/domain/planning/recommendation-from-gap.ts';
import { editMeasure } from '#app/project/operations/edit-measure.ts';
import { putCoverageRun } from '#app/project/operations/put-coverage-run.ts';
import { putMeasure } from '#app/project/operations/put-measure.ts';
import { putRecommendation } from '#app/project/operations/put-recommendation.ts';
import { asDate, asId, type AreaId, type CoverageRunId, type InstitutionId, type MeasureId, type RecommendationId } from '#shared/ids.ts';
import { translator } from '#shared/i18n/translator.ts';
import { currentCity } from '../state/current-city.ts';
import { shown } from '../state/results.ts';
import type { Workspace } from '../state/workspace.ts';
import { changeProject } from './change-project.ts';

/** A recommendation for a quarter, with its evidence frozen, opened in the editor. */
export function recommendArea(workspace: Workspace, area: AreaId): void {
  const setting = settingOf(workspace);
  if (setting === undefined) return;
  const id = asId<RecommendationId>(crypto.randomUUID());
  const { city, index, project, language } = setting;
  const sheet = recommendationFromArea({ city, index, area, id, takenNumbers: project.recommendations.map((other) => other.number), language });
  if (changeProject(workspace, (current) => putRecommendation(current, sheet))) openRecommendation(workspace, id);
}

/** A recommendation from a row of the gap list. The question behind it is stored with it, in the same step. */
export function recommendGap(workspace: Workspace, row: GapRow): void {
  const setting = settingOf(workspace);
  const coverage = shown(workspace.stores.results.getState().coverage);
  if (setting === undefined || coverage === undefined) return;
  const { city, index, project, language } = setting;
  const known = project.coverageRuns.find((run) => JSON.stringify(run.request) === JSON.stringify(coverage.request));
  const run = known ?? { id: asId<CoverageRunId>(crypto.randomUUID()), title: runTitle(workspace), request: coverage.request };
  const id = asId<RecommendationId>(crypto.randomUUID());
  const sheet = recommendationFromGap({ city, index, coverage, row, run, id, takenNumbers: project.recommendations.map((other) => other.number), language });
  const changed = changeProject(workspace, (current) => {
    const put = putRecommendation(current, sheet);
    return known === undefined ? { ...put, changes: [...putCoverageRun(current, run).changes, ...put.changes] } : put;
  });
  if (!changed) return;
  workspace.stores.selection.setState({ onMap: { kind: 'area', id: row.area } });
  openRecommendation(workspace, id);
}

/** A measure profile from an institution. */
export function describeInstitution(workspace: Workspace, institution: InstitutionId): void {
  const setting = settingOf(workspace);
  if (setting === undefined) return;
  const { city, project, language } = setting;
  const id = asId<MeasureId>(crypto.randomUUID());
  const today = asDate(new Date().toISOString().slice(0, 10));
  const sheet = measureFromInstitution({ city, institution, id, takenNumbers: project.measures.map((other) => other.number), today, language });
  if (sheet === undefined || !changeProject(workspace, (current) => putMeasure(current, sheet))) return;
  workspace.stores.selection.setState({ sheet: { kind: 'measure', id } });
  workspace.stores.view.setState({ step: 'measures' });
}

/** The recommendation that a fixed-term measure needs, linked in the same step. */
export function recommendContinuation(workspace: Workspace, measureId: MeasureId): void {
  const setting = settingOf(workspace);
  const measure = setting?.project.measures.find((other) => other.id === measureId);
  if (setting === undefined || measure === undefined) return;
  const { city, index, project, language } = setting;
  const id = asId<RecommendationId>(crypto.randomUUID());
  const sheet = recommendationFromMeasure({ city, index, measure, id, takenNumbers: project.recommendations.map((other) => other.number), language });
  const changed = changeProject(workspace, (current) => {
    const put = putRecommendation(current, sheet);
    return { ...put, changes: [...put.changes, ...editMeasure(current, measureId, { recommendation: id }).changes] };
  });
  if (changed) openRecommendation(workspace, id);
}

export function openRecommendation({ stores }: Workspace, id: RecommendationId): void {
  stores.selection.setState({ sheet: { kind: 'recommendation', id } });
  stores.view.setState({ step: 'measures' });
}

/** "Kindertagesstätte, unter 3, 800 m": how a coverage run is called until somebody renames it. */
function runTitle({ stores }: Workspace): string {
  const city = currentCity(stores);
  const request = stores.results.getState().coverageRequest;
  if (city === undefined || request === undefined) return '';
  const lookup = lookupOf(city);
  const t = translator(stores.settings.getState().language);
  return t('coverage.runTitle', {
    categories: request.categories.map((id) => lookup.category(id)?.name ?? id).join(', '),
    groups: request.ageGroups.map((id) => city.population?.ageGroups.find((group) => group.id === id)?.name ?? id).join(', '),
    metres: request.metres,
  });
}

function settingOf({ stores }: Workspace) {
  const city = currentCity(stores);
  const { project } = stores.project.getState();
  if (city === undefined || project === undefined) return undefined;
  return { city, project, index: shown(stores.results.getState().index), language: stores.settings.getState().language };
}
