import { withDialog, withoutDialog, type DialogState } from '../state/dialogs.ts';
import type { Workspace } from '../state/workspace.ts';

/** Shows a dialog, after the one that has to be answered first. */
export function showDialog({ stores }: Workspace, dialog: DialogState): void {
  stores.dialogs.setState((state) => withDialog(state, dialog));
}

/** Ends the open dialog; one that waited comes next. */
export function closeDialog({ stores }: Workspace): void {
  stores.dialogs.setState(withoutDialog);
}
