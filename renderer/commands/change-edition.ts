import { availableIndexDates } from '#app/domain/social-index/available-index-dates.ts';
import type { City } from '#app/domain/city/city.ts';
import { lookupOf } from '#app/domain/city/city-lookup.ts';
import { compareEvidence } from '#app/domain/planning/compare-evidence.ts';
import { applyMoment } from '#app/project/apply.ts';
import { fitsCity } from '#app/project/fits-city.ts';
import { rebindEdition } from '#app/project/operations/rebind-edition.ts';
import type { Project } from '#app/project/project.ts';
import type { LevelId } from '#shared/ids.ts';
import { cityOf } from '../state/bundle.ts';
import { isNarrowed } from '../state/register.ts';
import type { ChangedSheet } from '../state/dialogs.ts';
import { withNotice } from '../state/jobs.ts';
import { trackedJob } from '../state/tracked-job.ts';
import type { Workspace } from '../state/workspace.ts';
import { changeProject } from './change-project.ts';
import { activeProfile } from './refresh-index.ts';
import { showDialog } from './show-dialog.ts';

/**
 * Puts a project on the table with `put`. When it was made with another edition of the open city, that is asked first; then
 * the project is bound to the open edition as a step of its own, and every frozen figure that differs is listed.
 */
export async function inThisEdition(workspace: Workspace, project: Project, put: () => Promise<void>, city = cityOf(workspace.stores.bundle.getState())): Promise<void> {
  if (city === undefined || fitsCity(project, city) !== 'otherEdition') return put();
  showDialog(workspace, {
    kind: 'otherEdition',
    title: project.title,
    from: project.city.edition,
    to: city.manifest.edition,
    recommendations: project.recommendations.length,
    dropsSearch: city !== cityOf(workspace.stores.bundle.getState()) && isNarrowed(workspace.stores.register.getState().filters),
    rebind: () => void put().then(() => rebind(workspace, city)),
  });
}

/** Binds the project on the table to an edition. One that is only looked at is bound for looking: nothing of it is kept. */
async function rebind(workspace: Workspace, city: City): Promise<void> {
  const { stores } = workspace;
  const { project, file } = stores.project.getState();
  if (project === undefined) return;
  if (file?.readOnly === true) stores.project.setState({ project: applyMoment(project, rebindEdition(project, city)) });
  else if (!changeProject(workspace, (current) => rebindEdition(current, city))) return;
  const sheets = await changedSheets(workspace, city, project);
  const { edition } = city.manifest;
  if (sheets.length > 0) showDialog(workspace, { kind: 'evidenceChanges', edition, sheets });
  else stores.jobs.setState((state) => withNotice(state, 'edition.unchanged', { edition }));
}

/** The recommendations whose frozen figures differ in this edition. They stay as they are: the planner decides. */
async function changedSheets(workspace: Workspace, city: City, project: Project): Promise<readonly ChangedSheet[]> {
  const { language } = workspace.stores.settings.getState();
  const lookup = lookupOf(city);
  const rows = project.recommendations.flatMap((sheet) => sheet.evidence);
  const levels = [...new Set(rows.map((row) => lookup.area(row.area)?.level))];
  const indexes = new Map(await Promise.all(levels.map(async (level) => [level, await newestIndex(workspace, city, project, level)] as const)));
  return project.recommendations.flatMap(({ number, title, evidence }) => {
    const differences = evidence.flatMap((row) => compareEvidence([row], city, indexes.get(lookup.area(row.area)?.level), language));
    return differences.length === 0 ? [] : [{ number, title, differences }];
  });
}

async function newestIndex(workspace: Workspace, city: City, project: Project, level: LevelId | undefined) {
  const profile = activeProfile(city, project);
  const date = profile === undefined || level === undefined ? undefined : availableIndexDates(city, profile, level).at(-1);
  if (profile === undefined || level === undefined || date === undefined) return undefined;
  const outcome = await trackedJob(workspace, 'index.compute', 'shell.job.index', { city, profile, level, date });
  return outcome.status === 'done' && outcome.answer.ok ? outcome.answer.value : undefined;
}
