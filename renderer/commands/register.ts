import type { City } from '#app/domain/city/city.ts';
import { lookupOf } from '#app/domain/city/city-lookup.ts';
import type { Coordinate } from '#app/domain/geometry/shapes.ts';
import { correctionBetween, entryOf, type InstitutionChange, type InstitutionEntry, type InstitutionRevision } from '#app/domain/register/institution-revision.ts';
import { mergeInstitutions } from '#app/project/operations/merge-institutions.ts';
import { reviseInstitutions } from '#app/project/operations/revise-institutions.ts';
import { asId, type InstitutionId, type IsoDate } from '#shared/ids.ts';
import { currentCity } from '../state/current-city.ts';
import { initialRegister, noRegisterFilters, today, type Origin, type RegisterFilters, type RegisterMode, type RegisterTask } from '../state/register.ts';
import { panelOf } from '../state/settings.ts';
import { noFilters } from '../state/view.ts';
import type { Workspace } from '../state/workspace.ts';
import { changeProject } from './change-project.ts';
import { changePanel } from './settings.ts';

/** Starts work on an entry; it is done in the inspector, which is opened for it. */
export function startTask(workspace: Workspace, task: RegisterTask): void {
  if (panelOf(workspace.stores.settings.getState(), 'inspector').folded) changePanel(workspace, 'inspector', { folded: false });
  workspace.stores.register.setState({ task });
}
export const endTask = ({ stores }: Workspace): void => stores.register.setState({ task: { kind: 'none' } });

/** Shows the search of the register, wherever one is. */
export function openRegister(workspace: Workspace): void {
  if (panelOf(workspace.stores.settings.getState(), 'step').folded) changePanel(workspace, 'step', { folded: false });
  workspace.stores.view.setState({ step: 'city', cityTab: 'institutions' });
  workspace.stores.register.setState(({ searched }) => ({ mode: 'search', searched: searched + 1 }));
}

export const chooseMode = ({ stores }: Workspace, mode: RegisterMode): void => stores.register.setState({ mode, task: { kind: 'none' } });

export const changeRegisterFilters = ({ stores }: Workspace, part: Partial<RegisterFilters>): void =>
  stores.register.setState(({ filters }) => ({ filters: { ...filters, ...part } }));

export function clearRegisterFilters({ stores }: Workspace): void {
  stores.register.setState({ filters: noRegisterFilters });
  stores.view.setState({ filters: noFilters });
}

/** Another city has other categories, areas and entries: nothing of the old search holds. */
export const forgetRegister = ({ stores }: Workspace): void => stores.register.setState(({ origin }) => ({ ...initialRegister, origin }));

export const chooseInstitutions = ({ stores }: Workspace, chosen: readonly InstitutionId[]): void => stores.register.setState({ chosen });

/** Moves the mark of the task on the map; other tasks have none. */
export function placeTask({ stores }: Workspace, at: Coordinate): void {
  const { task } = stores.register.getState();
  if (task.kind === 'move' || task.kind === 'near') stores.register.setState({ task: { ...task, at } });
  else if (task.kind === 'add') stores.register.setState({ task: { ...task, at } });
}

/** Records one change to one institution. */
export function reviseInstitution(workspace: Workspace, institution: InstitutionId, change: InstitutionChange, origin: Origin): boolean {
  const name = change.kind === 'added' ? change.entry.name : nameOf(workspace, institution);
  return recorded(workspace, origin, () =>
    changeProject(workspace, (project) => reviseInstitutions(project, [revision(institution, change, origin)], { key: `history.institution.${change.kind}`, values: { name } })),
  );
}

/** The new entry is selected at once, so that the planner sees what was entered. */
export function addInstitution(workspace: Workspace, entry: InstitutionEntry, origin: Origin): boolean {
  const id = asId<InstitutionId>(`added-${crypto.randomUUID()}`);
  const added = reviseInstitution(workspace, id, { kind: 'added', entry }, origin);
  if (added) workspace.stores.selection.setState({ onMap: { kind: 'institution', id } });
  return added;
}

/** Records what differs; without a difference nothing happens. */
export function correctInstitution(workspace: Workspace, id: InstitutionId, entry: InstitutionEntry, origin: Origin): boolean {
  const city = currentCity(workspace.stores);
  const institution = city === undefined ? undefined : lookupOf(city).institution(id);
  const change = institution === undefined ? undefined : correctionBetween(entryOf(institution), entry);
  return change === undefined ? false : reviseInstitution(workspace, id, change, origin);
}

/** Marks entries as checked today, all in one step. */
export function confirmInstitutions(workspace: Workspace, ids: readonly InstitutionId[], origin: Origin): boolean {
  const [first, ...more] = ids;
  if (first === undefined) return false;
  if (more.length === 0) return reviseInstitution(workspace, first, { kind: 'confirmed' }, origin);
  const revisions = ids.map((id) => revision(id, { kind: 'confirmed' }, origin));
  return recorded(workspace, origin, () =>
    changeProject(workspace, (project) => reviseInstitutions(project, revisions, { key: 'history.institution.severalConfirmed', values: { count: String(ids.length) } })),
  );
}

/** Makes two entries one: `entry` is what the one that stays says afterwards. */
export function mergeInto(workspace: Workspace, from: InstitutionId, into: InstitutionId, entry: InstitutionEntry, origin: Origin): boolean {
  const city = currentCity(workspace.stores);
  const kept = city === undefined ? undefined : lookupOf(city).institution(into);
  if (kept === undefined) return false;
  const correction = correctionBetween(entryOf(kept), entry);
  const revisions = [...(correction === undefined ? [] : [revision(into, correction, origin)]), revision(from, { kind: 'mergedInto', into }, origin)];
  const merged = recorded(workspace, origin, () =>
    changeProject(workspace, (project) => mergeInstitutions(project, { from, into, names: { name: nameOf(workspace, from), into: entry.name }, revisions })),
  );
  if (merged) {
    workspace.stores.selection.setState({ onMap: { kind: 'institution', id: into } });
    workspace.stores.register.setState(({ chosen }) => ({ chosen: chosen.filter((id) => id !== from) }));
  }
  return merged;
}

/** A change as it is recorded today. */
export const revision = (institution: InstitutionId, change: InstitutionChange, { source, note }: Origin, on: IsoDate = today()): InstitutionRevision => ({
  id: asId(crypto.randomUUID()), institution, on, source: source.trim(), note: note.trim(), change,
});

function recorded(workspace: Workspace, origin: Origin, act: () => boolean): boolean {
  const done = act();
  if (done) workspace.stores.register.setState({ origin, task: { kind: 'none' } });
  return done;
}

function nameOf({ stores }: Workspace, id: InstitutionId): string {
  const city: City | undefined = currentCity(stores);
  return (city === undefined ? undefined : lookupOf(city).institution(id)?.name) ?? id;
}
