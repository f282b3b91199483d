/**
 * Every top-level part of the surface's state and where it lives. A part that is not listed does not compile, so nobody
 * can forget to decide whether it is saved or undone.
 */
export const STATE_SCOPE = {
  /** The planner's work: saved in the project file, every change undoable. */
  project: { savedInProject: true, savedOnMachine: false, undoable: true },
  /** How the project came about; the journal keeps it until the next save. */
  history: { savedInProject: false, savedOnMachine: false, undoable: false },
  /** Language, theme, panel sizes: a matter of the machine, not of the work. */
  settings: { savedInProject: false, savedOnMachine: true, undoable: false },
  /** The open edition: read-only, its file is its own. */
  bundle: { savedInProject: false, savedOnMachine: false, undoable: false },
  /** Index and coverage results: derived, computed again, never saved as truth. */
  results: { savedInProject: false, savedOnMachine: false, undoable: false },
  selection: { savedInProject: false, savedOnMachine: false, undoable: false },
  /** Map position, level, date and step of the work on screen. */
  view: { savedInProject: false, savedOnMachine: false, undoable: false },
  /** What the register of institutions is searched for, what is chosen in it and what is being entered. */
  register: { savedInProject: false, savedOnMachine: false, undoable: false },
  dialogs: { savedInProject: false, savedOnMachine: false, undoable: false },
  /** Running work with its progress. */
  jobs: { savedInProject: false, savedOnMachine: false, undoable: false },
  /** The import workbench: kept on this machine until the city is written; undone by whole drafts, apart from the project. */
  import: { savedInProject: false, savedOnMachine: true, undoable: false },
  notices: { savedInProject: false, savedOnMachine: false, undoable: false },
} as const satisfies Record<string, StateScope>;

export type StateScope = {
  /** Written into the project file. */
  readonly savedInProject: boolean;
  /** Kept in the local user data of this machine. */
  readonly savedOnMachine: boolean;
  /** Changed only through moments, and taken back by undo. */
  readonly undoable: boolean;
};
export type StateKey = keyof typeof STATE_SCOPE;
