import type { ImportReport } from '#app/exchange/import/report/import-report.ts';
import { fileName } from '#shared/file-name.ts';
import type { Preview } from '../../state/import.ts';
import { obstaclesOf } from '../../state/import-marks.ts';
import { withNotice } from '../../state/jobs.ts';
import { trackedJob } from '../../state/tracked-job.ts';
import type { Workspace } from '../../state/workspace.ts';
import { openCity } from '../open-city.ts';
import { showProblem } from '../show-problem.ts';
import { importFiles } from './import-files.ts';
import { keepDraft } from './keep-draft.ts';
import { LONG_JOB } from './long-job.ts';

/** Builds the bundle and saves it where the planner says. Cancelled or refused, nothing is written anywhere. */
export async function writeBundle(workspace: Workspace): Promise<void> {
  const { platform, stores } = workspace;
  const state = stores.import.getState();
  if (state.writing || obstaclesOf(state).length > 0) return;
  const { draft } = state;
  stores.import.setState({ writing: true });
  try {
    const outcome = await trackedJob(workspace, 'import.build', 'importWorkbench.job.build', { files: importFiles(draft), recipe: draft.recipe, createdAt: new Date().toISOString() }, LONG_JOB);
    if (outcome.status === 'cancelled') {
      stores.jobs.setState((jobs) => withNotice(jobs, 'shell.notice.cancelled'));
      return;
    }
    if (outcome.status === 'failed') {
      showProblem(workspace, outcome.problem);
      return;
    }
    const built = outcome.answer;
    if (!built.ok) {
      stores.import.setState((now) => ({ preview: withReport(now.preview, built.failure.report) }));
      showProblem(workspace, built.failure.problem);
      return;
    }
    const { name, edition } = draft.recipe.city;
    const saved = await platform.request('export:save', { kind: 'gpkg', suggestedName: fileName(`${name} ${edition}`, '.gpkg'), bytes: built.value.bytes });
    if (saved === 'cancelled') stores.jobs.setState((jobs) => withNotice(jobs, 'shell.notice.cancelled'));
    else if (!saved.ok) showProblem(workspace, saved.failure);
    else {
      stores.import.setState({ written: { name: saved.value.chosen, grant: saved.value.grant, report: built.value.report, of: draft } });
      void keepDraft(workspace);
      stores.jobs.setState((jobs) => withNotice(jobs, 'shell.notice.exported', { file: saved.value.chosen }));
    }
  } finally {
    stores.import.setState({ writing: false });
  }
}

/** Opens the city that was just written, and leaves the workbench. */
export async function openWritten(workspace: Workspace): Promise<void> {
  const { platform, stores } = workspace;
  const { written } = stores.import.getState();
  if (written?.grant === undefined) return;
  const granted = await platform.request('bundle:openWritten', written.grant);
  if (granted.ok) stores.import.setState({ open: false });
  await openCity(workspace, granted);
}

/** The errors of a failed build are shown where they belong. */
const withReport = (preview: Preview, report: ImportReport): Preview => (preview.status === 'ready' ? { ...preview, value: { ...preview.value, report } } : preview);

