import { createStore } from 'zustand/vanilla';
import type { Progress } from '#app/jobs/contract.ts';
import type { MessageKey } from '#shared/i18n/translator.ts';

/** Work under way, newest last, and the last thing that was finished. */
export type JobsState = { readonly running: readonly RunningJob[]; readonly notice: Notice | undefined };

export type RunningJob = { readonly id: number; readonly title: MessageKey; readonly progress: Progress | undefined; readonly cancel: () => void };

/** A short sentence about what was just done; `turn` makes the same sentence new again. */
export type Notice = { readonly text: MessageKey; readonly values?: Readonly<Record<string, string | number>>; readonly turn: number };

export const createJobsStore = () => createStore<JobsState>(() => ({ running: [], notice: undefined }));

export const withJob = (state: JobsState, job: RunningJob): JobsState => ({ ...state, running: [...state.running, job] });
export const withoutJob = (state: JobsState, id: number): JobsState => ({ ...state, running: state.running.filter((job) => job.id !== id) });
export const withProgress = (state: JobsState, id: number, progress: Progress): JobsState => ({
  ...state,
  running: state.running.map((job) => (job.id === id ? { ...job, progress } : job)),
});
export const withNotice = (state: JobsState, text: MessageKey, values?: Notice['values']): JobsState => ({
  ...state,
  notice: { text, values, turn: (state.notice?.turn ?? 0) + 1 },
});
