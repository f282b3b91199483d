import { expect, test, vi } from 'vitest';
import { jobRunner, type JobReport } from './run-job.ts';

function fakeWorker() {
  const worker = {
    postMessage: vi.fn(),
    terminate: vi.fn(),
    onmessage: null as ((event: MessageEvent<JobReport>) => void) | null,
    onerror: null as ((event: ErrorEvent) => void) | null,
    onmessageerror: null,
    report: (data: JobReport) => worker.onmessage?.({ data } as MessageEvent<JobReport>),
  };
  return worker;
}

const run = (worker: ReturnType<typeof fakeWorker>) => jobRunner(() => worker as never);
const input = { bytes: new Uint8Array() };

test('an answer ends the worker and is handed on', async () => {
  const worker = fakeWorker();
  const seen: number[] = [];
  const outcome = run(worker)('project.open', input, { onProgress: (progress) => seen.push(progress.done) });
  worker.report({ kind: 'progress', progress: { done: 1, total: 2, step: 'read' } });
  worker.report({ kind: 'answer', answer: { status: 'refused' } });
  expect(await outcome).toEqual({ status: 'done', answer: { status: 'refused' } });
  expect(seen).toEqual([1]);
  expect(worker.terminate).toHaveBeenCalledOnce();
});

test('cancelling really ends the worker', async () => {
  const worker = fakeWorker();
  const controller = new AbortController();
  const outcome = run(worker)('project.open', input, { signal: controller.signal });
  controller.abort();
  expect(await outcome).toEqual({ status: 'cancelled' });
  expect(worker.terminate).toHaveBeenCalledOnce();
});

test('the deadline ends the worker and is a problem of its own', async () => {
  vi.useFakeTimers();
  const worker = fakeWorker();
  const outcome = run(worker)('project.open', input, { deadline: 5000 });
  vi.advanceTimersByTime(5001);
  vi.useRealTimers();
  expect(await outcome).toMatchObject({ status: 'failed', problem: { code: 'job.deadline', details: { seconds: 5 } } });
  expect(worker.terminate).toHaveBeenCalledOnce();
});

test('a crash is a problem, never an exception', async () => {
  const worker = fakeWorker();
  const outcome = run(worker)('project.open', input);
  worker.onerror?.({ message: 'out of memory' } as ErrorEvent);
  expect(await outcome).toMatchObject({ status: 'failed', problem: { code: 'job.crashed', technical: 'out of memory' } });
  expect(worker.terminate).toHaveBeenCalledOnce();
});

test('an order that was cancelled before it began starts no worker', async () => {
  const controller = new AbortController();
  controller.abort();
  const create = vi.fn();
  expect(await jobRunner(create)('project.open', input, { signal: controller.signal })).toEqual({ status: 'cancelled' });
  expect(create).not.toHaveBeenCalled();
});

test('a worker that cannot be made, or cannot be told, is a crash too and leaves nothing behind', async () => {
  vi.useFakeTimers();
  const noWorker = jobRunner(() => {
    throw new Error('blocked');
  });
  expect(await noWorker('project.open', input)).toMatchObject({ status: 'failed', problem: { code: 'job.crashed', technical: 'Error: blocked' } });
  const worker = fakeWorker();
  worker.postMessage.mockImplementation(() => {
    throw new Error('could not be cloned');
  });
  expect(await run(worker)('project.open', input)).toMatchObject({ status: 'failed', problem: { code: 'job.crashed' } });
  expect(worker.terminate).toHaveBeenCalledOnce();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});
