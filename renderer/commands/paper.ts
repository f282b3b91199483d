import type { Area, City } from '#app/domain/city/city.ts';
import { lookupOf } from '#app/domain/city/city-lookup.ts';
import { spaceOf } from '#app/domain/planning/planning-area.ts';
import type { Recommendation } from '#app/domain/planning/sheets.ts';
import type { ReleasedCoverage } from '#app/domain/coverage/release-coverage.ts';
import type { PaperInput } from '#app/jobs/contract.ts';
import type { Paper } from '#app/project/project.ts';
import { putPaper } from '#app/project/operations/put-paper.ts';
import { asId, type AreaId, type CoverageRunId, type PaperId } from '#shared/ids.ts';
import { translator } from '#shared/i18n/translator.ts';
import { currentCity } from '../state/current-city.ts';
import { shown } from '../state/results.ts';
import { trackedJob } from '../state/tracked-job.ts';
import type { Workspace } from '../state/workspace.ts';
import { changeProject } from './change-project.ts';
import { showProblem } from './show-problem.ts';

/** The paper of a Sozialraum: the existing one, or a new draft. */
export function choosePaper(workspace: Workspace, socialArea: AreaId): void {
  const { stores } = workspace;
  const city = currentCity(stores);
  const { project } = stores.project.getState();
  const { level, date } = stores.view.getState();
  if (city === undefined || project === undefined || date === undefined) return;
  const known = project.papers.find((paper) => paper.socialArea === socialArea);
  if (known !== undefined) {
    stores.selection.setState({ paper: known.id });
    return;
  }
  const lookup = lookupOf(city);
  const area = lookup.area(socialArea);
  const inner = city.levels.find((candidate) => candidate.nestsIn === area?.level)?.id ?? level;
  if (area === undefined || inner === undefined) return;
  const t = translator(stores.settings.getState().language);
  const id = asId<PaperId>(crypto.randomUUID());
  const paper: Paper = {
    id,
    title: t('sheets.paper.defaultTitle', { area: area.name }),
    socialArea,
    level: inner,
    date: shown(stores.results.getState().index)?.date ?? date,
    publisher: t('sheets.paper.defaultPublisher', { city: city.manifest.city }),
    summary: [],
    introduction: [],
    findings: [],
    coverageRuns: project.coverageRuns.map((run) => run.id),
    state: 'draft',
  };
  if (changeProject(workspace, (current) => putPaper(current, paper))) stores.selection.setState({ paper: id });
}

/**
 * The Sozialraum a new paper is most likely about: the one of the selected area, else of the latest recommendation, else the
 * first. Areas that have no paper of their own (the whole city, Arbeitsmarktbezirke) do not count.
 */
export function areaForPaper(city: City, areas: readonly Area[], selected: AreaId | undefined, recommendations: readonly Recommendation[]): AreaId | undefined {
  const ofSelected = selected === undefined ? undefined : spaceOf(city, selected).socialArea;
  const wanted = [ofSelected, ...recommendations.toReversed().map((sheet) => sheet.socialArea)];
  return wanted.find((id) => areas.some((area) => area.id === id)) ?? areas[0]?.id;
}

/** Everything an export of the paper needs, computed for the paper's own level and date; undefined when something failed and was shown. */
export async function paperInput(workspace: Workspace, paper: Paper): Promise<PaperInput | undefined> {
  const { stores } = workspace;
  const city = currentCity(stores);
  const { project } = stores.project.getState();
  const profile = project?.profiles.find((candidate) => candidate.id === project.activeProfile);
  if (city === undefined || project === undefined || profile === undefined) return undefined;
  const computed = await trackedJob(workspace, 'index.compute', 'shell.job.index', { city, profile, level: paper.level, date: paper.date });
  if (computed.status !== 'done' || !computed.answer.ok) {
    if (computed.status === 'failed') showProblem(workspace, computed.problem);
    else if (computed.status === 'done' && !computed.answer.ok) showProblem(workspace, computed.answer.failure);
    return undefined;
  }
  const index = computed.answer.value;
  const coverages: { run: CoverageRunId; result: ReleasedCoverage }[] = [];
  for (const runId of paper.coverageRuns) {
    const run = project.coverageRuns.find((candidate) => candidate.id === runId);
    if (run === undefined) continue;
    const outcome = await trackedJob(workspace, 'coverage.compute', 'shell.job.coverage', { city, request: run.request, index: index.level === run.request.level ? index : undefined, audience: 'public' });
    if (outcome.status === 'done' && outcome.answer.ok) coverages.push({ run: runId, result: outcome.answer.value });
    else if (outcome.status === 'cancelled') return undefined;
  }
  return { city, project, paper: paper.id, index, coverages, language: stores.settings.getState().language, createdAt: new Date().toISOString() };
}
