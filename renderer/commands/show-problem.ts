import type { Problem } from '#shared/problem.ts';
import type { Workspace } from '../state/workspace.ts';
import { showDialog } from './show-dialog.ts';

/** Says what happened, what is safe and what to do. */
export function showProblem(workspace: Workspace, problem: Problem, keptAs?: string): void {
  showDialog(workspace, { kind: 'problem', problem, keptAs });
}
