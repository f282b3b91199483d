import { currentCity } from '../state/current-city.ts';
import { nothingSelected } from '../state/selection.ts';
import { initialView, viewForCity } from '../state/view.ts';
import type { Workspace } from '../state/workspace.ts';

/** The first step with nothing selected and no dialog: a surface that could not be drawn can be drawn from here. City, project and results stay. */
export function calmDown({ stores }: Workspace): void {
  const city = currentCity(stores);
  stores.view.setState(city === undefined ? initialView : viewForCity(initialView, city), true);
  stores.selection.setState(nothingSelected, true);
  stores.dialogs.setState({ current: { kind: 'none' }, waiting: [] });
}
