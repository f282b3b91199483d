import { z } from 'zod';
import type { Moment } from './change.ts';
import { faultsOf } from './check-moment.ts';
import { applyMoment } from './apply.ts';
import { edit, emptyHistory, redo, undo, unedited, type Edited } from './history.ts';
import type { Project } from './project.ts';
import type { Problem } from '#shared/problem.ts';
import { failure, success, type Result } from '#shared/result.ts';
import { RECORD_ENTITIES } from './records.ts';

// zod compiles its checks with `new Function` where it may; the window's content policy forbids that and would report it
z.config({ jitless: true });

/**
 * What the journal keeps between two saves, in order. It begins with the whole project, so that it can be replayed even
 * when the file is gone or the project was never saved; after every save the next edit is preceded by a new start.
 * Undo and redo carry the moment they applied: the history may reach back behind the start.
 */
export type JournalChange =
  | { readonly kind: 'start'; readonly project: Project; readonly savedSha256: string | undefined }
  | { readonly kind: 'edit' | 'undo' | 'redo'; readonly moment: Moment }
  /** Typing in this field ended; the next edit is a step of its own. */
  | { readonly kind: 'close' };

export const serialiseChange = (change: JournalChange): string => JSON.stringify(change);

/** The change written in one entry; undefined when it is not one. */
export function parseChange(text: string): JournalChange | undefined {
  try {
    const checked = CHANGE.safeParse(JSON.parse(text));
    return checked.success ? (checked.data as unknown as JournalChange) : undefined;
  } catch {
    return undefined;
  }
}

/** What came out of a journal. */
export type Replayed = Edited & {
  /** Hash of the file the journal builds on; undefined for a project that was never saved. */
  readonly savedSha256: string | undefined;
  /** Edits, undos and redos that were applied since the start. */
  readonly edits: number;
  /** Entries at the end that were damaged, or did not fit, and are left out. */
  readonly dropped: number;
};

/**
 * Replays a journal from its last start. The first entry that is damaged or does not fit ends it: everything before is
 * kept, everything from there on is dropped and counted, because later edits build on the missing one.
 */
export function replayJournal(entries: readonly string[]): Result<Replayed, Problem> {
  let state: Replayed | undefined;
  for (const [index, text] of entries.entries()) {
    const change = parseChange(text);
    const next = change === undefined ? undefined : replayed(state, change);
    if (next === undefined) return state === undefined ? unreadable() : success({ ...state, dropped: entries.length - index });
    state = next;
  }
  return state === undefined ? unreadable() : success(state);
}

function replayed(state: Replayed | undefined, change: JournalChange): Replayed | undefined {
  if (change.kind === 'start') {
    return faultsOf(change.project).length > 0 ? undefined : { ...unedited(change.project), savedSha256: change.savedSha256, edits: 0, dropped: 0 };
  }
  if (state === undefined) return undefined;
  switch (change.kind) {
    case 'close':
      return { ...state, history: { ...state.history, open: false } };
    case 'edit': {
      const edited = edit(state, change.moment);
      return edited.ok ? { ...state, ...edited.value, edits: state.edits + 1 } : undefined;
    }
    case 'undo':
      return { ...state, ...stepped(undo(state), state, change.moment), edits: state.edits + 1 };
    case 'redo':
      return { ...state, ...stepped(redo(state), state, change.moment), edits: state.edits + 1 };
  }
}

/** The step as the history knows it; one from before the start is applied as it was written. */
const stepped = (known: Edited | undefined, state: Edited, moment: Moment): Edited =>
  known === undefined
    ? { project: applyMoment(state.project, moment), history: emptyHistory }
    : { project: known.project, history: known.history };

const unreadable = (): Result<Replayed, Problem> => failure({ code: 'journal.unreadable' });

const RECORD = z.looseObject({ id: z.string().min(1) });
const HEAD = z.looseObject({ title: z.string(), activeProfile: z.string(), city: z.looseObject({ bundleId: z.string(), edition: z.string() }) });
const MOMENT = z.object({
  note: z.object({ key: z.string(), values: z.record(z.string(), z.string()).optional() }),
  changes: z.array(
    z.union([
      z.object({ entity: z.enum(RECORD_ENTITIES as [string, ...string[]]), before: RECORD.optional(), after: RECORD.optional(), position: z.int().min(0) }),
      z.object({ entity: z.literal('project'), before: HEAD, after: HEAD }),
    ]),
  ),
  field: z.string().optional(),
});
const RECORDS = z.array(RECORD);
/** Journals begun before there was a register in the project know nothing of it. */
const LATER = RECORDS.default([]);
const PROJECT = HEAD.extend({
  id: z.string().min(1), profiles: RECORDS, coverageRuns: RECORDS, recommendations: RECORDS, measures: RECORDS, papers: RECORDS, institutionRevisions: LATER, listDecisions: LATER,
});
const CHANGE = z.union([
  z.object({ kind: z.literal('start'), project: PROJECT, savedSha256: z.string().optional() }),
  z.object({ kind: z.enum(['edit', 'undo', 'redo']), moment: MOMENT }),
  z.object({ kind: z.literal('close') }),
]);
