import { isUnsaved } from '../state/project.ts';
import type { Workspace } from '../state/workspace.ts';

/** Goes on at once, or asks first when steps are in no file yet. */
export async function unlessUnsaved({ stores }: Workspace, proceed: () => Promise<void>): Promise<void> {
  if (isUnsaved(stores.project.getState())) stores.dialogs.setState({ current: { kind: 'unsaved', proceed: () => void proceed() } });
  else await proceed();
}
