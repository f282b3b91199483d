import { createStore } from 'zustand/vanilla';
import type { PendingJournal } from '#shared/ipc/contract.ts';
import type { Problem } from '#shared/problem.ts';

/** The one dialog that is open, if any. */
export type DialogState =
  | { readonly kind: 'none' }
  | { readonly kind: 'start' }
  | { readonly kind: 'palette' }
  | { readonly kind: 'about' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'problem'; readonly problem: Problem; readonly keptAs?: string }
  | { readonly kind: 'recovery'; readonly journals: readonly PendingJournal[] }
  | { readonly kind: 'unsaved'; readonly proceed: () => void };

export type Dialogs = { readonly current: DialogState };

export const createDialogStore = () => createStore<Dialogs>(() => ({ current: { kind: 'none' } }));
