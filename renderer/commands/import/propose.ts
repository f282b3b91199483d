import { wholeFiles, withProposal } from '../../state/import-draft.ts';
import { trackedJob } from '../../state/tracked-job.ts';
import type { Workspace } from '../../state/workspace.ts';
import { showProblem } from '../show-problem.ts';
import { editDraft } from './edit-draft.ts';
import { importFiles } from './import-files.ts';
import { inspectFiles } from './inspect-files.ts';
import { LONG_JOB } from './long-job.ts';

/** Lets the program propose what the files mean; the recipe so far is completed, never replaced. Whether there is a proposal now. */
export async function propose(workspace: Workspace): Promise<boolean> {
  const { stores } = workspace;
  if (stores.import.getState().proposing) return false;
  stores.import.setState({ proposing: true });
  try {
    await inspectFiles(workspace);
    const { draft } = stores.import.getState();
    const { name, ags, edition } = draft.recipe.city;
    const isNew = draft.recipe.files.length === 0 && draft.recipe.levels.length === 0;
    const outcome = await trackedJob(workspace, 'import.propose', 'importWorkbench.job.propose', { files: importFiles(draft), recipe: isNew ? undefined : draft.recipe, city: { name, ags, edition } }, LONG_JOB);
    if (outcome.status === 'cancelled') return false;
    if (outcome.status === 'failed' || !outcome.answer.ok) {
      showProblem(workspace, outcome.status === 'failed' ? outcome.problem : outcome.answer.ok ? { code: 'unexpected' } : outcome.answer.failure);
      return false;
    }
    const proposal = outcome.answer.value;
    stores.import.setState({ proposing: false });
    editDraft(workspace, { key: 'importWorkbench.step.propose' }, (now) => withProposal(now, proposal));
    return true;
  } finally {
    stores.import.setState({ proposing: false });
  }
}

/** Files that came after the last proposal: nothing in the recipe reads them yet. */
export function unusedFiles({ stores }: Workspace): number {
  const { draft, inspections } = stores.import.getState();
  const known = new Set([...draft.recipe.files.map(({ path }) => path), ...draft.seen]);
  return wholeFiles(draft.files).filter((file) => !known.has(file.name) && inspections.get(file)?.status === 'read').length;
}
