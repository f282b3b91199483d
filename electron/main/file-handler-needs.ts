import type { Grants } from './grants.ts';

/** What `files/` (open and save projects, journal, earlier states) needs from the shell; it touches no Electron itself. */
export type FileHandlerNeeds = {
  /** Folder for journals and generations, on the local disk. */
  readonly userData: string;
  readonly grants: Grants;
  /** The project named by `--project`, as an absolute path. */
  readonly initialProject: string | undefined;
  /** The system's dialogs; undefined when the user cancelled. */
  readonly chooseProjectToOpen: () => Promise<string | undefined>;
  readonly chooseProjectToSave: (suggestedName: string) => Promise<string | undefined>;
  /** Lists an opened or saved file under "recent". */
  readonly remember: (path: string, kind: 'bundle' | 'project') => void;
  /** Is given what to do when the window really closes: the lock beside the open project is taken away. */
  readonly beforeClosing?: (release: () => Promise<void>) => void;
};
