import type { Workspace } from '../state/workspace.ts';
import { showDialog } from './show-dialog.ts';

/** Opens the search over commands, areas and institutions. */
export function openPalette(workspace: Workspace): void {
  showDialog(workspace, { kind: 'palette' });
}
