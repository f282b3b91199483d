import type { AnswerOf, InputOf, JobName, Progress } from '#app/jobs/contract.ts';
import type { Problem } from '#shared/problem.ts';

/** Every way a job can end. */
export type JobOutcome<Name extends JobName> =
  | { readonly status: 'done'; readonly answer: AnswerOf<Name> }
  | { readonly status: 'cancelled' }
  | { readonly status: 'failed'; readonly problem: Problem };

export type JobOptions = {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Milliseconds after which the worker is ended. */
  readonly deadline?: number;
};

/** What the worker is told and what it says back; `workers/job.worker.ts` is the other end. */
export type JobOrder = { readonly name: JobName; readonly input: unknown };
export type JobReport =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'answer'; readonly answer: unknown }
  | { readonly kind: 'crashed'; readonly technical: string };

type WorkerLike = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror' | 'onmessageerror'>;

const TWO_MINUTES = 120_000;

/** Runs jobs, each in a worker of its own. Cancelling, the deadline and a crash all end the worker itself. */
export const jobRunner =
  (createWorker: () => WorkerLike) =>
  <Name extends JobName>(name: Name, input: InputOf<Name>, options: JobOptions = {}): Promise<JobOutcome<Name>> =>
    new Promise((resolve) => {
      if (options.signal?.aborted === true) {
        resolve({ status: 'cancelled' });
        return;
      }
      let worker: WorkerLike;
      try {
        worker = createWorker();
      } catch (cause) {
        resolve(crashed(String(cause)));
        return;
      }
      const seconds = Math.round((options.deadline ?? TWO_MINUTES) / 1000);
      const timer = setTimeout(() => finish(failed({ code: 'job.deadline', details: { job: name, seconds } })), options.deadline ?? TWO_MINUTES);
      const onAbort = () => finish({ status: 'cancelled' });
      options.signal?.addEventListener('abort', onAbort);

      worker.onmessage = (event: MessageEvent<JobReport>) => {
        const report = event.data;
        switch (report.kind) {
          case 'progress':
            options.onProgress?.(report.progress);
            return;
          case 'answer':
            finish({ status: 'done', answer: report.answer as AnswerOf<Name> });
            return;
          case 'crashed':
            finish(crashed(report.technical));
        }
      };
      worker.onerror = (event) => {
        finish(crashed(event.message));
      };
      worker.onmessageerror = () => finish(crashed('message could not be read'));
      try {
        worker.postMessage({ name, input } satisfies JobOrder);
      } catch (cause) {
        finish(crashed(String(cause)));
      }

      function finish(outcome: JobOutcome<Name>): void {
        clearTimeout(timer);
        options.signal?.removeEventListener('abort', onAbort);
        worker.terminate();
        resolve(outcome);
      }
      function failed(problem: Problem): JobOutcome<Name> {
        return { status: 'failed', problem };
      }
      function crashed(technical: string): JobOutcome<Name> {
        return failed({ code: 'job.crashed', details: { job: name }, technical });
      }
    });

export type RunJob = ReturnType<typeof jobRunner>;
