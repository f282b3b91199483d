import { redo, undo, type Stepped } from '#app/project/history.ts';
import { isMessageKey, translator } from '#shared/i18n/translator.ts';
import { withNotice } from '../state/jobs.ts';
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
  const { note } = stepped.applied;
  const t = translator(stores.settings.getState().language);
  const what = isMessageKey(note.key) ? t(note.key, note.values) : note.key;
  stores.jobs.setState((state) => withNotice(state, kind === 'undo' ? 'shell.notice.undone' : 'shell.notice.redone', { what }));
  void refreshIndex(workspace);
}
