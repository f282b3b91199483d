import type { Workspace } from '../state/workspace.ts';

/** Opens the search over commands, areas and institutions. */
export function openPalette({ stores }: Workspace): void {
  stores.dialogs.setState({ current: { kind: 'palette' } });
}
