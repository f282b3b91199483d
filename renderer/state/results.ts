import { createStore } from 'zustand/vanilla';
import type { CoverageRequest } from '#app/domain/coverage/coverage.ts';
import type { ReleasedCoverage } from '#app/domain/coverage/release-coverage.ts';
import type { IndexProfile } from '#app/domain/social-index/index-profile.ts';
import type { ReleasedIndex } from '#app/domain/social-index/released-index.ts';
import type { IsoDate, LevelId } from '#shared/ids.ts';
import type { Problem } from '#shared/problem.ts';

/** What was computed. Never saved as truth: a new edition or method makes it stale and it is computed again. */
export type ResultsState = {
  readonly profile: IndexProfile | undefined;
  readonly index: Computed<ReleasedIndex>;
  readonly coverageRequest: CoverageRequest | undefined;
  readonly coverage: Computed<ReleasedCoverage>;
};

export type Computed<Value> =
  | { readonly status: 'none' }
  /** `before` is the last result, shown dimmed until the new one is there. */
  | { readonly status: 'computing'; readonly key: string; readonly before: Value | undefined }
  | { readonly status: 'ready'; readonly key: string; readonly value: Value }
  | { readonly status: 'failed'; readonly key: string; readonly problem: Problem };

export const createResultsStore = () => createStore<ResultsState>(() => noResults);

export const noResults: ResultsState = {
  profile: undefined,
  index: { status: 'none' },
  coverageRequest: undefined,
  coverage: { status: 'none' },
};

export const indexKey = (contentHash: string, profile: IndexProfile, level: LevelId, date: IsoDate): string =>
  JSON.stringify([contentHash, profile, level, date]);

/** `register` names the state of the register: offers may be corrected while the edition stays. */
export const coverageKey = (contentHash: string, register: string, request: CoverageRequest, index: string | undefined): string =>
  JSON.stringify([contentHash, register, request, index]);

/** Names the state of the register in keys: revisions are only added at the end or taken back from it. */
export const registerKey = (revisions: readonly { readonly id: string }[] | undefined): string => `${revisions?.length ?? 0} ${revisions?.at(-1)?.id ?? ''}`;

/** The result to show now: the fresh one, or the last one while a new one is on its way. */
export function shown<Value>(computed: Computed<Value>): Value | undefined {
  switch (computed.status) {
    case 'ready':
      return computed.value;
    case 'computing':
      return computed.before;
    case 'none':
    case 'failed':
      return undefined;
  }
}

export const begun = <Value>(before: Computed<Value>, key: string): Computed<Value> => ({ status: 'computing', key, before: shown(before) });

/** Takes an answer only when it belongs to what was asked last. */
export const settled = <Value>(before: Computed<Value>, key: string, after: Computed<Value>): Computed<Value> =>
  before.status === 'computing' && before.key === key ? after : before;
