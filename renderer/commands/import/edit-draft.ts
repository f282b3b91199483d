import { translator } from '#shared/i18n/translator.ts';
import { edited, redone, undone, type DraftNote } from '../../state/import.ts';
import type { Draft } from '../../state/import-draft.ts';
import { withNotice } from '../../state/jobs.ts';
import type { Workspace } from '../../state/workspace.ts';
import { inspectFiles } from './inspect-files.ts';
import { keepDraftSoon } from './keep-draft.ts';
import { previewSoon } from './preview.ts';

/** The only way to change what lies on the bench: every change has a name, can be undone, is kept, and is checked again. */
export function editDraft(workspace: Workspace, note: DraftNote, change: (draft: Draft) => Draft, field?: string): void {
  const { stores } = workspace;
  const before = stores.import.getState();
  stores.import.setState(edited(before, change(before.draft), note, field));
  afterwards(workspace, before.draft);
}

export const undoDraft = (workspace: Workspace): void => step(workspace, 'undo');
export const redoDraft = (workspace: Workspace): void => step(workspace, 'redo');

function step(workspace: Workspace, kind: 'undo' | 'redo'): void {
  const { stores } = workspace;
  const before = stores.import.getState();
  const note = (kind === 'undo' ? before.undoable : before.redoable).at(-1)?.note;
  if (note === undefined) return;
  stores.import.setState(kind === 'undo' ? undone(before) : redone(before));
  const what = translator(stores.settings.getState().language)(note.key, note.values);
  stores.jobs.setState((state) => withNotice(state, kind === 'undo' ? 'shell.notice.undone' : 'shell.notice.redone', { what }));
  afterwards(workspace, before.draft);
}

function afterwards(workspace: Workspace, before: Draft): void {
  const { draft } = workspace.stores.import.getState();
  if (draft === before) return;
  keepDraftSoon(workspace);
  if (draft.files !== before.files) void inspectFiles(workspace);
  if (draft.recipe !== before.recipe || draft.files !== before.files) previewSoon(workspace);
}
