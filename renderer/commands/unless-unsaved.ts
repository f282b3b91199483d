import { isUnsaved } from '../state/project.ts';
import type { Workspace } from '../state/workspace.ts';
import { showDialog } from './show-dialog.ts';

/** Goes on at once, or asks first when steps are in no file yet. */
export async function unlessUnsaved(workspace: Workspace, proceed: () => Promise<void>): Promise<void> {
  if (isUnsaved(workspace.stores.project.getState())) showDialog(workspace, { kind: 'unsaved', proceed: () => void proceed() });
  else await proceed();
}
