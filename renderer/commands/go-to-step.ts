import type { Step } from '../state/view.ts';
import type { Workspace } from '../state/workspace.ts';

/** Changes the step of the work and leaves the import workbench. The map stays where it is. */
export function goToStep({ stores }: Workspace, step: Step): void {
  stores.import.setState({ open: false });
  stores.view.setState((state) => ({ step, drawer: { ...state.drawer, tab: 'table' } }));
}
