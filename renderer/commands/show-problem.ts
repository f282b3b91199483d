import type { Problem } from '#shared/problem.ts';
import type { Workspace } from '../state/workspace.ts';

/** Says what happened, what is safe and what to do. */
export function showProblem({ stores }: Workspace, problem: Problem, keptAs?: string): void {
  stores.dialogs.setState({ current: { kind: 'problem', problem, keptAs } });
}
