import { createStore } from 'zustand/vanilla';
import type { ImportReport } from '#app/exchange/import/report/import-report.ts';
import type { ImportPreview, InspectedFile } from '#app/jobs/import-contract.ts';
import type { MessageKey, MessageValues } from '#shared/i18n/translator.ts';
import type { Problem } from '#shared/problem.ts';
import { emptyDraft, type Draft, type WorkFile } from './import-draft.ts';

/** The steps of the workbench, in the order of the work. */
export const IMPORT_STEPS = ['files', 'city', 'areas', 'tables', 'indicators', 'institutions', 'streets', 'write'] as const;
export type ImportStep = (typeof IMPORT_STEPS)[number];

/** The import workbench: what is built, how far it is known, and what was looked at. */
export type ImportState = {
  /** The workbench takes the middle of the window. Leaving it keeps everything. */
  readonly open: boolean;
  readonly step: ImportStep;
  readonly draft: Draft;
  readonly undoable: readonly DraftStep[];
  readonly redoable: readonly DraftStep[];
  /** What is in each file, read once per file and way of reading; files of undone steps stay known. */
  readonly inspections: ReadonlyMap<WorkFile, Inspection>;
  /** Files that could not be read from disk at all. */
  readonly refused: readonly Problem[];
  readonly proposing: boolean;
  readonly preview: Preview;
  /** Areas that a proposal or preview shows as current subject of a step: index of the table, level or list. */
  readonly subject: Readonly<Partial<Record<ImportStep, number>>>;
  readonly written: { readonly name: string; readonly grant: string | undefined; readonly report: ImportReport; readonly of: Draft } | undefined;
  readonly writing: boolean;
  /** How safe the draft is on this machine; the time is ISO. */
  readonly safety: { readonly kind: 'untouched' | 'keeping' | 'notKept' } | { readonly kind: 'kept'; readonly at: string };
  /** Work of an earlier session that can be taken up again; undefined while there is none. */
  readonly kept: { readonly keptAt: string; readonly city: string; /** Its bundle is written; nothing was changed since. */ readonly written: boolean } | undefined;
};

/** What a step of undo goes back to, and what it was called. */
export type DraftStep = { readonly note: DraftNote; readonly draft: Draft; /** Edits of one field in a row are one step. */ readonly field?: string };
export type DraftNote = { readonly key: MessageKey; readonly values?: MessageValues };

export type Inspection = { readonly status: 'reading' } | { readonly status: 'read'; readonly file: InspectedFile } | { readonly status: 'refused'; readonly problem: Problem };

/** What the recipe makes of the files; `of` says of which draft, so that nothing old is taken for new. */
export type Preview =
  | { readonly status: 'none' }
  | { readonly status: 'running'; readonly former: ReadyPreview | undefined }
  | ReadyPreview
  | { readonly status: 'failed'; readonly problem: Problem; readonly of: Draft };
export type ReadyPreview = { readonly status: 'ready'; readonly value: ImportPreview; readonly of: Draft; /** How long it took, ms. */ readonly took: number };

export const noImport: ImportState = {
  open: false,
  step: 'files',
  draft: emptyDraft,
  undoable: [],
  redoable: [],
  inspections: new Map(),
  refused: [],
  proposing: false,
  preview: { status: 'none' },
  subject: {},
  written: undefined,
  writing: false,
  safety: { kind: 'untouched' },
  kept: undefined,
};

export const createImportStore = () => createStore<ImportState>(() => noImport);

const LONGEST_HISTORY = 200;

/** The draft after an edit, with the way back. Typing in one field is one step until another one is touched. */
export function edited(state: ImportState, draft: Draft, note: DraftNote, field?: string): ImportState {
  if (draft === state.draft) return state;
  const last = state.undoable.at(-1);
  const goesOn = field !== undefined && last?.field === field && state.redoable.length === 0;
  const undoable = goesOn ? state.undoable : [...state.undoable, { note, draft: state.draft, ...(field === undefined ? {} : { field }) }].slice(-LONGEST_HISTORY);
  return { ...state, draft, undoable, redoable: [] };
}

export function undone(state: ImportState): ImportState {
  const last = state.undoable.at(-1);
  return last === undefined ? state : { ...state, draft: last.draft, undoable: state.undoable.slice(0, -1), redoable: [...state.redoable, { note: last.note, draft: state.draft }] };
}

export function redone(state: ImportState): ImportState {
  const last = state.redoable.at(-1);
  return last === undefined ? state : { ...state, draft: last.draft, redoable: state.redoable.slice(0, -1), undoable: [...state.undoable, { note: last.note, draft: state.draft }] };
}

/** The last preview there is, also while a new one is computed. */
export function lastPreview({ preview }: Pick<ImportState, 'preview'>): ReadyPreview | undefined {
  switch (preview.status) {
    case 'ready':
      return preview;
    case 'running':
      return preview.former;
    case 'none':
    case 'failed':
      return undefined;
  }
}

/** Whether the preview speaks of what lies on the bench now. */
export const isCurrent = (state: Pick<ImportState, 'draft' | 'preview'>): boolean =>
  state.preview.status === 'ready' && state.preview.of.recipe === state.draft.recipe && state.preview.of.files === state.draft.files;

export const inspectionOf = (state: Pick<ImportState, 'inspections'>, file: WorkFile): InspectedFile | undefined => {
  const inspection = state.inspections.get(file);
  return inspection?.status === 'read' ? inspection.file : undefined;
};
