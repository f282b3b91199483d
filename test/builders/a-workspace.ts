import type { InputOf, JobName } from '#app/jobs/contract.ts';
import type { Platform } from '#renderer/platform/bridge.ts';
import type { RunJob } from '#renderer/platform/run-job.ts';
import { createWorkspace, type Workspace } from '#renderer/state/workspace.ts';
import type { AnswerOf, Channel, RequestOf } from '#shared/ipc/contract.ts';

type Answers = { readonly [C in Channel]?: (...args: RequestOf<C>) => AnswerOf<C> | Promise<AnswerOf<C>> };
type Jobs = { readonly [Name in JobName]?: (input: InputOf<Name>) => unknown };

/** A workspace over a shell and workers that are only as clever as the test makes them, and a list of all that was asked of the shell. */
export function aWorkspace(answers: Answers = {}, jobs: Jobs = {}): { readonly workspace: Workspace; readonly asked: readonly Asked[] } {
  const asked: Asked[] = [];
  const request = async (channel: Channel, ...args: readonly unknown[]): Promise<unknown> => {
    asked.push({ channel, request: args[0] });
    return (answers[channel] as ((...given: readonly unknown[]) => unknown) | undefined)?.(...args) ?? USUAL[channel];
  };
  const runJob = async (name: JobName, input: never): Promise<unknown> => {
    const job = jobs[name] as ((given: never) => unknown) | undefined;
    return job === undefined ? { status: 'cancelled' } : { status: 'done', answer: await job(input) };
  };
  return { workspace: createWorkspace({ request, on: () => () => undefined } as unknown as Platform, runJob as unknown as RunJob), asked };
}

export type Asked = { readonly channel: Channel; readonly request: unknown };

const USUAL: { readonly [C in Channel]?: AnswerOf<C> } = {
  'journal:append': { ok: true, value: true },
  'journal:discard': { ok: true, value: true },
  'journal:pending': [],
  'journal:read': { ok: false, failure: { code: 'journal.unreadable' } },
  'import:keepDraft': { ok: true, value: true },
  'import:discardDraft': true,
  'import:draft': 'none',
  'project:initial': 'none',
  'settings:read': { version: 1, language: 'de', theme: 'system', panels: {} },
  'window:document': true,
};
