import { applyMoment, inverseOf } from './apply.ts';
import type { Change, Moment } from './change.ts';
import { checkMoment } from './check-moment.ts';
import type { Project } from './project.ts';
import type { Problem } from '#shared/problem.ts';
import { success, type Result } from '#shared/result.ts';

/** Undo and redo as plain data: what can be taken back and what can be done again, the next one last in each list. */
export type History = {
  readonly undoable: readonly Moment[];
  readonly redoable: readonly Moment[];
  /** Whether the next step on the same field joins the last one. Leaving a field, saving and undoing end that. */
  readonly open: boolean;
};
export const emptyHistory: History = { undoable: [], redoable: [], open: false };

/** A project with the way it came about. */
export type Edited = { readonly project: Project; readonly history: History };
export const unedited = (project: Project): Edited => ({ project, history: emptyHistory });

/** Checks and applies a moment and remembers it. A moment without changes leaves everything as it is. */
export function edit(state: Edited, moment: Moment): Result<Edited, Problem> {
  if (moment.changes.length === 0) return success(state);
  const checked = checkMoment(state.project, moment);
  if (!checked.ok) return checked;
  const last = state.history.undoable.at(-1);
  const joins = state.history.open && last !== undefined && moment.field !== undefined && last.field === moment.field;
  const undoable = joins ? [...state.history.undoable.slice(0, -1), joined(last, moment)] : [...state.history.undoable, moment];
  return success({ project: checked.value, history: { undoable, redoable: [], open: moment.field !== undefined } });
}

/** A step back: the new state and the moment that was applied for it, for the journal. Undefined when there is none. */
export function undo({ project, history }: Edited): Stepped | undefined {
  const last = history.undoable.at(-1);
  if (last === undefined) return undefined;
  const applied = inverseOf(last);
  return {
    project: applyMoment(project, applied),
    history: { undoable: history.undoable.slice(0, -1), redoable: [...history.redoable, last], open: false },
    applied,
  };
}

/** A step forward again. */
export function redo({ project, history }: Edited): Stepped | undefined {
  const next = history.redoable.at(-1);
  if (next === undefined) return undefined;
  return {
    project: applyMoment(project, next),
    history: { undoable: [...history.undoable, next], redoable: history.redoable.slice(0, -1), open: false },
    applied: next,
  };
}
export type Stepped = Edited & { readonly applied: Moment };

/** Ends joining: the next edit is a step of its own, even on the same field. */
export const closeStep = (history: History): History => (history.open ? { ...history, open: false } : history);

/** What undo and redo would do, as message keys for menu and button: "Rückgängig: Titel von … geändert". */
export const undoNote = (history: History): Moment['note'] | undefined => history.undoable.at(-1)?.note;
export const redoNote = (history: History): Moment['note'] | undefined => history.redoable.at(-1)?.note;

/** Two consecutive edits of one field: from the state before the first to the state after the second. */
function joined(first: Moment, second: Moment): Moment {
  const changes = second.changes.map((change) => startingFrom(change, first.changes.find((earlier) => sameRecord(earlier, change))));
  const untouched = first.changes.filter((earlier) => !second.changes.some((change) => sameRecord(earlier, change)));
  return { ...second, changes: [...untouched, ...changes] };
}

const startingFrom = (change: Change, earlier: Change | undefined): Change =>
  earlier === undefined ? change : ({ ...change, before: earlier.before } as Change);

function sameRecord(one: Change, other: Change): boolean {
  if (one.entity !== other.entity) return false;
  if (one.entity === 'project' || other.entity === 'project') return true;
  return (one.after ?? one.before)?.id === (other.after ?? other.before)?.id;
}
