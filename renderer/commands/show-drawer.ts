import type { DrawerTab } from '../state/view.ts';
import type { Workspace } from '../state/workspace.ts';

/** Opens the table twin on one of its tabs. */
export function showDrawer({ stores }: Workspace, tab: DrawerTab): void {
  stores.view.setState({ drawer: { open: true, tab } });
}
