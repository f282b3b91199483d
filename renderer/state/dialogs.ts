import { createStore } from 'zustand/vanilla';
import type { EditionComparison } from '#app/domain/edition/edition-comparison.ts';
import type { WrittenEdition } from '#app/jobs/edition-contract.ts';
import type { EvidenceDifference } from '#app/domain/planning/compare-evidence.ts';
import type { GrantedFile, PendingJournal } from '#shared/ipc/contract.ts';
import type { Problem } from '#shared/problem.ts';

/** The one dialog that is open, if any. */
export type DialogState =
  | { readonly kind: 'none' }
  | { readonly kind: 'start' }
  | { readonly kind: 'palette' }
  | { readonly kind: 'about' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'generations' }
  | { readonly kind: 'problem'; readonly problem: Problem; readonly keptAs?: string }
  | { readonly kind: 'recovery'; readonly journals: readonly PendingJournal[] }
  | { readonly kind: 'unsaved'; readonly proceed: () => void }
  /** The project is in use elsewhere or may not be written. */
  | { readonly kind: 'occupied'; readonly file: string; readonly by: GrantedFile['lockedBy']; readonly look: () => void; readonly copy: () => void }
  /** Project and city are of different editions; without an answer nothing is taken over. */
  | { readonly kind: 'otherEdition'; readonly title: string; readonly from: string; readonly to: string; /** Recommendations of the project; what the question says of them is left out when there are none. */ readonly recommendations: number; /** Whether a search of the register goes with the change. */ readonly dropsSearch: boolean; readonly rebind: () => void }
  | { readonly kind: 'editionComparison'; readonly comparison: EditionComparison }
  | { readonly kind: 'nextEdition' }
  | { readonly kind: 'cityExport' }
  | { readonly kind: 'editionWritten'; readonly edition: string; readonly file: string; readonly grant: string | undefined; readonly written: Omit<WrittenEdition, 'bytes'>; readonly joined: boolean }
  | { readonly kind: 'evidenceChanges'; readonly edition: string; readonly sheets: readonly ChangedSheet[] };

/** A recommendation whose frozen figures differ under the open edition. */
export type ChangedSheet = { readonly number: string; readonly title: string; readonly differences: readonly EvidenceDifference[] };

/** `waiting` are dialogs that must not be lost because another one is being answered. */
export type Dialogs = { readonly current: DialogState; readonly waiting: readonly DialogState[] };

export const createDialogStore = () => createStore<Dialogs>(() => ({ current: { kind: 'none' }, waiting: [] }));

/** Shows a dialog now, or after the one that has to be answered first. Dialogs that ask nothing make room. */
export const withDialog = (state: Dialogs, dialog: DialogState): Dialogs =>
  isAnswered(state.current) ? { ...state, current: dialog } : { ...state, waiting: [...state.waiting, dialog] };

/** The open dialog is done; the next one that waits takes its place. */
export const withoutDialog = ({ waiting: [next, ...waiting] }: Dialogs): Dialogs => ({ current: next ?? { kind: 'none' }, waiting });

function isAnswered({ kind }: DialogState): boolean {
  switch (kind) {
    case 'none':
    case 'start':
    case 'palette':
    case 'about':
    case 'shortcuts':
    case 'generations':
    case 'editionComparison':
    case 'nextEdition':
    case 'cityExport':
      return true;
    case 'problem':
    case 'recovery':
    case 'unsaved':
    case 'occupied':
    case 'otherEdition':
    case 'evidenceChanges':
    case 'editionWritten':
      return false;
  }
}
