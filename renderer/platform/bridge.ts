import type { AnswerOf, Bridge, Channel, EventName, Events, RequestOf } from '#shared/ipc/contract.ts';
import type { Problem } from '#shared/problem.ts';
import { failure } from '#shared/result.ts';

declare global {
  // `window` merges only with an interface; preload puts the bridge there
  interface Window {
    readonly quartierwerk: Bridge;
  }
}

/** What the surface may ask of the main process. Stores and commands get it passed in, so that tests can give another. */
export type Platform = {
  readonly request: <C extends Channel>(channel: C, ...args: RequestOf<C>) => Promise<AnswerOf<C>>;
  readonly on: <E extends EventName>(event: E, listener: (payload: Events[E]) => void) => () => void;
};

export const electronPlatform = (bridge: Bridge = window.quartierwerk): Platform => ({
  request: (channel, ...args) => bridge.request(channel, ...args).catch((cause: unknown) => refusal(channel, cause)),
  on: (event, listener) => bridge.on(event, listener),
});

/** A request that main refuses or does not survive becomes a problem that is said, where its answer can hold one. */
function refusal<C extends Channel>(channel: C, cause: unknown): AnswerOf<C> {
  const answer: ((problem: Problem) => AnswerOf<C>) | undefined = REFUSALS[channel];
  if (answer === undefined) throw cause;
  return answer({ code: 'unexpected', technical: `${channel}: ${String(cause).slice(0, 200)}` });
}

const REFUSALS: { readonly [C in Channel]?: (problem: Problem) => AnswerOf<C> } = {
  'bundle:initial': failure,
  'bundle:chooseFile': failure,
  'bundle:openDemo': failure,
  'bundle:openWritten': failure,
  'project:initial': failure,
  'project:chooseFile': failure,
  'project:save': (problem) => ({ status: 'failed', problem }),
  'project:generations': () => [],
  'project:openGeneration': failure,
  'journal:append': failure,
  'journal:pending': () => [],
  'journal:read': failure,
  'journal:discard': failure,
  'recent:list': () => [],
  'recent:open': failure,
  'export:save': failure,
  'import:chooseFiles': (problem) => [failure(problem)],
  'import:chooseRecipe': failure,
  'import:readBeside': (problem) => [failure(problem)],
  'import:saveRecipe': failure,
  'import:keepDraft': failure,
  'import:draft': () => 'none',
  'import:discardDraft': () => true,
  'print:pdf': failure,
  'settings:write': failure,
  'window:document': () => true,
  'link:open': failure,
};
