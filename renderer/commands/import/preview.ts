import { lastPreview } from '../../state/import.ts';
import { cityIsNamed } from '../../state/import-marks.ts';
import { trackedJob } from '../../state/tracked-job.ts';
import type { Workspace } from '../../state/workspace.ts';
import { importFiles } from './import-files.ts';
import { LONG_JOB } from './long-job.ts';

const SOON = 700;
/** A check that took longer than this is started by the planner, not by every change. */
const QUICK = 8_000;

const timers = new WeakMap<Workspace, ReturnType<typeof setTimeout>>();

/** Checks again shortly after the last change, as long as checking is quick. */
export function previewSoon(workspace: Workspace): void {
  clearTimeout(timers.get(workspace));
  const former = lastPreview(workspace.stores.import.getState());
  if (former !== undefined && former.took > QUICK) return;
  timers.set(workspace, setTimeout(() => void preview(workspace), SOON));
}

/** What the recipe makes of the files, as report, areas and lists. What changes meanwhile is checked after it. */
export async function preview(workspace: Workspace): Promise<void> {
  const { stores } = workspace;
  clearTimeout(timers.get(workspace));
  const state = stores.import.getState();
  const { draft } = state;
  if (draft.recipe.levels.length === 0 || !cityIsNamed(state) || state.preview.status === 'running' || state.proposing) return;
  const former = lastPreview(state);
  stores.import.setState({ preview: { status: 'running', former } });
  const started = performance.now();
  const outcome = await trackedJob(workspace, 'import.preview', 'importWorkbench.job.preview', { files: importFiles(draft), recipe: draft.recipe }, LONG_JOB);
  switch (outcome.status) {
    case 'done':
      stores.import.setState({
        preview: outcome.answer.ok ? { status: 'ready', value: outcome.answer.value, of: draft, took: performance.now() - started } : { status: 'failed', problem: outcome.answer.failure, of: draft },
      });
      break;
    case 'failed':
      stores.import.setState({ preview: { status: 'failed', problem: outcome.problem, of: draft } });
      break;
    case 'cancelled':
      // what is known of an older state stays known; it is not taken for the present one
      stores.import.setState({ preview: former ?? { status: 'none' } });
      return;
  }
  const now = stores.import.getState().draft;
  // a bench that was cleared meanwhile must not show findings of the former city
  if (now.recipe.levels.length === 0) stores.import.setState({ preview: { status: 'none' } });
  else if (now.recipe !== draft.recipe || now.files !== draft.files) previewSoon(workspace);
}
