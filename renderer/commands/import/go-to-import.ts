import type { ImportStep } from '../../state/import.ts';
import type { Workspace } from '../../state/workspace.ts';
import { lookForKept } from './keep-draft.ts';

/** Opens the workbench where it was left. */
export function openWorkbench(workspace: Workspace): void {
  const { stores } = workspace;
  stores.import.setState({ open: true });
  if (stores.import.getState().draft.files.length === 0) void lookForKept(workspace);
}

/** Leaves the workbench; what lies on it stays. */
export const leaveWorkbench = ({ stores }: Workspace): void => stores.import.setState({ open: false });

export const goToImportStep = ({ stores }: Workspace, step: ImportStep): void => stores.import.setState({ step });

/** Goes to one table, level or list in its step. */
export const goToSubject = ({ stores }: Workspace, step: ImportStep, index: number): void => stores.import.setState(({ subject }) => ({ step, subject: { ...subject, [step]: index } }));
