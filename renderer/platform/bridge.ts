import type { AnswerOf, Bridge, Channel, EventName, Events, RequestOf } from '#shared/ipc/contract.ts';

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

export const electronPlatform = (): Platform => ({
  request: (channel, ...args) => window.quartierwerk.request(channel, ...args),
  on: (event, listener) => window.quartierwerk.on(event, listener),
});
