import type { AreaId, InstitutionId, IsoDate, LevelId } from '#shared/ids.ts';
import { lookupOf } from '#app/domain/city/city-lookup.ts';
import { currentCity } from '../state/current-city.ts';
import type { Workspace } from '../state/workspace.ts';
import { refreshIndex } from './refresh-index.ts';

/** Points at an area; `fly` moves the map there and changes to its level. */
export function selectArea(workspace: Workspace, id: AreaId, fly = false): void {
  const { selection, view } = workspace.stores;
  selection.setState({ onMap: { kind: 'area', id } });
  if (!fly) return;
  const city = currentCity(workspace.stores);
  const level = city === undefined ? undefined : lookupOf(city).area(id)?.level;
  view.setState((state) => ({ fly: { target: id, turn: (state.fly?.turn ?? 0) + 1 } }));
  if (level !== undefined) chooseLevel(workspace, level);
}

export function selectInstitution({ stores }: Workspace, id: InstitutionId, fly = false): void {
  stores.selection.setState({ onMap: { kind: 'institution', id } });
  if (fly) stores.view.setState((state) => ({ fly: { target: id, turn: (state.fly?.turn ?? 0) + 1 } }));
}

export function clearSelection({ stores }: Workspace): void {
  stores.selection.setState({ onMap: { kind: 'nothing' } });
}

export function chooseLevel(workspace: Workspace, level: LevelId): void {
  workspace.stores.view.setState({ level });
  void refreshIndex(workspace);
}

export function chooseDate(workspace: Workspace, date: IsoDate): void {
  workspace.stores.view.setState({ date });
  void refreshIndex(workspace);
}
