import { redo, undo, type Stepped } from '#app/project/history.ts';
import type { Moment } from '#app/project/change.ts';
import { isMessageKey, translator } from '#shared/i18n/translator.ts';
import { withNotice } from '../state/jobs.ts';
import type { SheetSelection } from '../state/selection.ts';
import type { Workspace } from '../state/workspace.ts';
import { keep, mayChange } from './change-project.ts';
import { refreshIndex } from './refresh-index.ts';

export const undoOnce = (workspace: Workspace): void => step(workspace, 'undo', undo);
export const redoOnce = (workspace: Workspace): void => step(workspace, 'redo', redo);

function step(workspace: Workspace, kind: 'undo' | 'redo', take: typeof undo): void {
  const { stores } = workspace;
  const { project, history } = stores.project.getState();
  const stepped: Stepped | undefined = project === undefined ? undefined : take({ project, history });
  if (project === undefined || stepped === undefined) return;
  if (!mayChange(workspace)) return;
  keep(workspace, { kind, moment: stepped.applied }, project);
  stores.project.setState({ project: stepped.project, history: stepped.history });
  openAgain(workspace, stepped.applied);
  const { note } = stepped.applied;
  const t = translator(stores.settings.getState().language);
  const what = isMessageKey(note.key) ? t(note.key, note.values) : note.key;
  stores.jobs.setState((state) => withNotice(state, kind === 'undo' ? 'shell.notice.undone' : 'shell.notice.redone', { what }));
  void refreshIndex(workspace);
}

/** A sheet or paper that this step brought back is what the planner wants to see again. */
function openAgain({ stores }: Workspace, { changes }: Moment): void {
  for (const { entity, before, after } of changes) {
    if (before !== undefined || after === undefined) continue;
    if (entity === 'paper') stores.selection.setState({ paper: after.id });
    if (entity !== 'recommendation' && entity !== 'measure') continue;
    stores.selection.setState({ sheet: { kind: entity, id: after.id } as SheetSelection });
  }
}
