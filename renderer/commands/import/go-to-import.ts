import { emptyDraft } from '../../state/import-draft.ts';
import { isCurrent, type ImportStep } from '../../state/import.ts';
import { withNotice } from '../../state/jobs.ts';
import type { Workspace } from '../../state/workspace.ts';
import { editDraft } from './edit-draft.ts';
import { lookForKept } from './keep-draft.ts';
import { preview } from './preview.ts';

/** Opens the workbench where it was left. A city that is written and unchanged since is finished work: it is offered, and the bench is free. */
export function openWorkbench(workspace: Workspace): void {
  const { stores } = workspace;
  stores.import.setState({ open: true });
  setWrittenAside(workspace);
  if (stores.import.getState().draft.files.length === 0) void lookForKept(workspace);
}

/** A free bench for another city. What lay on it comes back by undo. */
export function beginNewCity(workspace: Workspace): void {
  const { stores } = workspace;
  openWorkbench(workspace);
  const { draft, kept } = stores.import.getState();
  if (draft.files.length > 0 || draft.recipe !== emptyDraft.recipe) {
    editDraft(workspace, { key: 'importWorkbench.step.newCity' }, () => emptyDraft);
    stores.jobs.setState((jobs) => withNotice(jobs, 'importWorkbench.begun'));
  }
  stores.import.setState({ step: 'files', subject: {}, refused: [], preview: { status: 'none' }, kept });
}

/** Only what is safely kept leaves the bench: taking it up again reads it from there. */
function setWrittenAside({ stores }: Workspace): void {
  const { draft, written, safety } = stores.import.getState();
  if (written?.of !== draft || safety.kind !== 'kept') return;
  stores.import.setState({ draft: emptyDraft, undoable: [], redoable: [], written: undefined, step: 'files', subject: {}, refused: [], preview: { status: 'none' } });
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
