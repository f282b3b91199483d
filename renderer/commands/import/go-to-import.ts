import { isCurrent, type ImportStep } from '../../state/import.ts';
import type { Workspace } from '../../state/workspace.ts';
import { lookForKept } from './keep-draft.ts';
import { preview } from './preview.ts';

/** Opens the workbench where it was left. */
export function openWorkbench(workspace: Workspace): void {
  const { stores } = workspace;
  stores.import.setState({ open: true });
  if (stores.import.getState().draft.files.length === 0) void lookForKept(workspace);
}

/** Leaves the workbench; what lies on it stays. */
export const leaveWorkbench = ({ stores }: Workspace): void => stores.import.setState({ open: false });

/** Goes to a step. Before writing everything is checked, also where checking takes too long for every change. */
export function goToImportStep(workspace: Workspace, step: ImportStep): void {
  workspace.stores.import.setState({ step });
  if (step === 'write' && !isCurrent(workspace.stores.import.getState())) void preview(workspace);
}

/** Goes to one table, level or list in its step. */
export const goToSubject = ({ stores }: Workspace, step: ImportStep, index: number): void => stores.import.setState(({ subject }) => ({ step, subject: { ...subject, [step]: index } }));
