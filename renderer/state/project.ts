import { createStore } from 'zustand/vanilla';
import type { Moment } from '#app/project/change.ts';
import { emptyHistory, type History } from '#app/project/history.ts';
import type { Project } from '#app/project/project.ts';

/** The planner's work and how far it is safe. Changed only through moments; see `commands/change-project.ts`. */
export type ProjectState = {
  readonly project: Project | undefined;
  readonly history: History;
  /** The file it was opened from or last saved to; undefined for a project that has none yet. */
  readonly file: ProjectFile | undefined;
  readonly safety: Safety;
  /** A save is under way. It says nothing about how safe the steps are that are done meanwhile. */
  readonly saving: boolean;
  readonly journal: Journal;
};

/** `readOnly`: it is in use elsewhere; it can be looked at and saved under another name. */
export type ProjectFile = { readonly grant: string; readonly name: string; readonly sha256: string; readonly readOnly?: boolean };

/** Where the next step is kept. `supersedes` names journals that can go as soon as this one is on the disk with its beginning. */
export type Journal = { readonly id: string; readonly next: number; readonly supersedes: readonly string[] };

/** A journal that begins with the whole project; the ones it supersedes stay until that beginning is on the disk. */
export const freshJournal = (supersedes: readonly string[] = []): Journal => ({ id: crypto.randomUUID(), next: 0, supersedes });

/** The journals that hold anything of this project that no file holds. */
export const journalsOf = ({ id, next, supersedes }: Journal): readonly string[] => (next === 0 ? supersedes : [...supersedes, id]);

/** What the status bar may truthfully say. */
export type Safety =
  | { readonly kind: 'untouched' }
  /** Applied on screen, not yet acknowledged by the journal. */
  | { readonly kind: 'keeping' }
  /** Acknowledged: survives a crash, but is not in the file. `at` is ISO time. */
  | { readonly kind: 'kept'; readonly at: string }
  | { readonly kind: 'notKept' }
  | { readonly kind: 'saved'; readonly at: string };

export const createProjectStore = () => createStore<ProjectState>(() => noProject);

export const noProject: ProjectState = {
  project: undefined,
  history: emptyHistory,
  file: undefined,
  safety: { kind: 'untouched' },
  saving: false,
  journal: { id: '', next: 0, supersedes: [] },
};

/** Whether closing now would leave steps that are in no file. */
export function isUnsaved({ safety }: Pick<ProjectState, 'safety'>): boolean {
  switch (safety.kind) {
    case 'untouched':
    case 'saved':
      return false;
    case 'keeping':
    case 'kept':
    case 'notKept':
      return true;
  }
}

/** An edit that was acknowledged while newer ones wait stays "keeping"; the last one decides what is said. */
export const acknowledged = (state: ProjectState, sequence: number, at: string): ProjectState =>
  state.safety.kind === 'keeping' && sequence === state.journal.next - 1 ? { ...state, safety: { kind: 'kept', at } } : state;

export type Note = Moment['note'];
