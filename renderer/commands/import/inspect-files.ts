import type { Inspection } from '../../state/import.ts';
import { shapefileOf, wholeFiles, type WorkFile } from '../../state/import-draft.ts';
import { trackedJob } from '../../state/tracked-job.ts';
import type { Workspace } from '../../state/workspace.ts';
import { LONG_JOB } from './long-job.ts';

const partsReadWith = new WeakMap<WorkFile, string>();
const running = new WeakMap<Workspace, Promise<void>>();

/** Looks into every file on the bench that was not looked into yet, one after the other. Cancelling leaves the rest for the next time. */
export function inspectFiles(workspace: Workspace): Promise<void> {
  const turn = (running.get(workspace) ?? Promise.resolve()).then(() => inspectNew(workspace));
  running.set(workspace, turn);
  return turn;
}

async function inspectNew(workspace: Workspace): Promise<void> {
  const { stores } = workspace;
  const tell = (file: WorkFile, inspection: Inspection | undefined) =>
    stores.import.setState(({ inspections }) => {
      const next = new Map(inspections);
      if (inspection === undefined) next.delete(file);
      else next.set(file, inspection);
      return { inspections: next };
    });
  const { draft, inspections } = stores.import.getState();
  for (const file of wholeFiles(draft.files)) {
    const parts = draft.files.filter((other) => shapefileOf(other, draft.files) === file);
    const readWith = parts.map(({ name }) => name).join(' ');
    // a shapefile whose other parts came later is read again with them
    if (inspections.has(file) && partsReadWith.get(file) === readWith) continue;
    partsReadWith.set(file, readWith);
    tell(file, { status: 'reading' });
    const beside = parts.map(named);
    const outcome = await trackedJob(workspace, 'import.inspect', 'importWorkbench.job.inspect', { file: named(file), beside, options: file.options }, LONG_JOB);
    switch (outcome.status) {
      case 'done':
        tell(file, outcome.answer.ok ? { status: 'read', file: outcome.answer.value } : { status: 'refused', problem: outcome.answer.failure });
        break;
      case 'failed':
        tell(file, { status: 'refused', problem: outcome.problem });
        break;
      case 'cancelled':
        tell(file, undefined);
        return;
    }
  }
}

/** As jobs take it: the recipe may name folders, the parts of a file know none. */
const named = ({ name, bytes }: WorkFile) => ({ name: name.split('/').at(-1) ?? name, bytes });
