import type { InputOf, JobName } from '#app/jobs/contract.ts';
import type { MessageKey } from '#shared/i18n/translator.ts';
import type { JobOutcome } from '../platform/run-job.ts';
import { withJob, withoutJob, withProgress } from './jobs.ts';
import type { Workspace } from './workspace.ts';

let lastId = 0;

/** Runs a job that the status bar shows with its amount and a way to cancel. */
export async function trackedJob<Name extends JobName>(
  { runJob, stores }: Workspace,
  name: Name,
  title: MessageKey,
  input: InputOf<Name>,
  deadline?: number,
): Promise<JobOutcome<Name>> {
  lastId += 1;
  const id = lastId;
  const controller = new AbortController();
  stores.jobs.setState((state) => withJob(state, { id, title, progress: undefined, cancel: () => controller.abort() }));
  try {
    return await runJob(name, input, {
      signal: controller.signal,
      deadline,
      onProgress: (progress) => stores.jobs.setState((state) => withProgress(state, id, progress)),
    });
  } catch (cause) {
    return { status: 'failed', problem: { code: 'job.crashed', details: { job: name }, technical: String(cause).slice(0, 200) } };
  } finally {
    stores.jobs.setState((state) => withoutJob(state, id));
  }
}
