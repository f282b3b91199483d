import type { StoreApi } from 'zustand/vanilla';
import type { STATE_SCOPE } from '#app/project/state-scope.ts';
import type { Platform } from '../platform/bridge.ts';
import type { RunJob } from '../platform/run-job.ts';
import { createBundleStore, type BundleState } from './bundle.ts';
import { createDialogStore, type Dialogs } from './dialogs.ts';
import { createImportStore, type ImportState } from './import.ts';
import { createJobsStore, type JobsState } from './jobs.ts';
import { createProjectStore, type ProjectState } from './project.ts';
import { createRegisterStore, type RegisterState } from './register.ts';
import { createResultsStore, type ResultsState } from './results.ts';
import { createSelectionStore, type SelectionState } from './selection.ts';
import { createSettingsStore } from './settings.ts';
import { createViewStore, type ViewState } from './view.ts';
import type { Settings } from '#shared/ipc/contract.ts';

/** Everything one window works with. Made once in `main.tsx`, made afresh in every test. */
export type Workspace = { readonly platform: Platform; readonly runJob: RunJob; readonly stores: Stores };

export type Stores = {
  readonly bundle: StoreApi<BundleState>;
  readonly project: StoreApi<ProjectState>;
  readonly results: StoreApi<ResultsState>;
  readonly selection: StoreApi<SelectionState>;
  readonly view: StoreApi<ViewState>;
  readonly register: StoreApi<RegisterState>;
  readonly dialogs: StoreApi<Dialogs>;
  readonly settings: StoreApi<Settings>;
  readonly jobs: StoreApi<JobsState>;
  readonly import: StoreApi<ImportState>;
};

export function createWorkspace(platform: Platform, runJob: RunJob): Workspace {
  const stores = {
    bundle: createBundleStore(),
    project: createProjectStore(),
    results: createResultsStore(),
    selection: createSelectionStore(),
    view: createViewStore(),
    register: createRegisterStore(),
    dialogs: createDialogStore(),
    settings: createSettingsStore(),
    jobs: createJobsStore(),
    import: createImportStore(),
    // every store must have decided whether it is saved and undone
  } satisfies Stores & Record<keyof Stores, unknown> & Partial<Record<keyof typeof STATE_SCOPE, unknown>>;
  return { platform, runJob, stores };
}
