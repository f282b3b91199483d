import type { Workspace } from './workspace.ts';

/** Where every part of the state lives. A new store that is not listed here does not compile. */
export const STATE_KEYS = {
  bundle: { savedInProject: false, savedOnMachine: false, undoable: false },
  project: { savedInProject: true, savedOnMachine: false, undoable: true },
  results: { savedInProject: false, savedOnMachine: false, undoable: false },
  selection: { savedInProject: false, savedOnMachine: false, undoable: false },
  view: { savedInProject: false, savedOnMachine: false, undoable: false },
  dialogs: { savedInProject: false, savedOnMachine: false, undoable: false },
  settings: { savedInProject: false, savedOnMachine: true, undoable: false },
  jobs: { savedInProject: false, savedOnMachine: false, undoable: false },
} as const satisfies Record<keyof Workspace['stores'], { savedInProject: boolean; savedOnMachine: boolean; undoable: boolean }>;
