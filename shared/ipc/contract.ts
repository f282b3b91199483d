import type { Language } from '../localized.ts';
import type { Problem } from '../problem.ts';
import type { Result } from '../result.ts';

/**
 * Every channel between the surface and the main process: name → signature. Both ends are typed from this one table;
 * arguments are validated again in main. Main moves bytes and paths, it parses nothing; the renderer never sees a path it
 * could forge, only a `grant` handed out by a dialog, by the command line or by the recent-files list.
 */
export type Requests = {
  /** The city to show first: from `--bundle`, the last session, or the demo city. */
  'bundle:initial': () => Result<GrantedFile, Problem>;
  'bundle:chooseFile': () => Result<GrantedFile, Problem> | 'cancelled';
  'bundle:openDemo': () => Result<GrantedFile, Problem>;
  /** Opens a bundle that was just written, by the grant of `export:save`. */
  'bundle:openWritten': (grant: string) => Result<GrantedFile, Problem>;
  /** The project named on the command line, if any. Work that a crash left is offered apart, from its journal. */
  'project:initial': () => Result<GrantedFile, Problem> | 'none';
  'project:chooseFile': () => Result<GrantedFile, Problem> | 'cancelled';
  /** Atomic save; without a grant, or with `saveAs`, asks where. The bytes were verified by the project worker before. */
  'project:save': (request: SaveRequest) => SaveAnswer;
  /** Earlier states of the granted project that were kept before it was replaced, the newest first. */
  'project:generations': (project: ProjectReference) => readonly Generation[];
  /** Opens an earlier state as a copy without a grant: nothing is replaced until the planner saves, and that asks where. */
  'project:openGeneration': (project: ProjectReference, generationId: string) => Result<GrantedFile, Problem>;
  /** Appends one acknowledged edit to the journal in the local user data (fsynced before it answers). */
  'journal:append': (entry: JournalEntry) => Result<true, Problem>;
  /** Journals left by a crash: what to offer at start. */
  'journal:pending': () => readonly PendingJournal[];
  'journal:read': (journalId: string) => Result<readonly JournalEntry[], Problem>;
  'journal:discard': (journalId: string) => Result<true, Problem>;
  'recent:list': () => readonly RecentFile[];
  'recent:open': (recentId: string) => Result<GrantedFile, Problem>;
  /** Saves an export where the user says; `chosen` is the file's name for the confirmation. */
  'export:save': (request: ExportRequest) => Result<{ readonly chosen: string; readonly grant?: string }, Problem> | 'cancelled';
  /** Files for an import, each read or refused on its own. */
  'import:chooseFiles': () => readonly Result<GrantedFile, Problem>[] | 'cancelled';
  'import:chooseRecipe': () => Result<GrantedFile, Problem> | 'cancelled';
  /** The files a chosen recipe names, relative to it and in its order. */
  'import:readBeside': (request: { readonly recipe: string; readonly paths: readonly string[] }) => readonly Result<GrantedFile, Problem>[];
  /** Where a recipe shall lie, and how it names these files from there; undefined for a file that no relative path reaches. */
  'import:chooseRecipeTarget': (request: { readonly suggestedName: string; readonly grants: readonly string[] }) => RecipeTarget | 'cancelled';
  'import:saveRecipe': (request: { readonly grant: string; readonly bytes: Uint8Array }) => Result<{ readonly chosen: string }, Problem>;
  /** Keeps the unfinished import on this machine: a crash loses nothing. The text is the surface's own. */
  'import:keepDraft': (request: { readonly draft: string; readonly grants: readonly string[] }) => Result<true, Problem>;
  'import:draft': () => { readonly keptAt: string; readonly draft: string; readonly files: readonly Result<GrantedFile, Problem>[] } | 'none';
  'import:discardDraft': () => true;
  /** Prints self-contained HTML (no scripts, no links out) to PDF bytes, with tags and outline. */
  'print:pdf': (request: PrintRequest) => Result<Uint8Array, Problem>;
  'settings:read': () => Settings;
  'settings:write': (settings: Settings) => Result<true, Problem>;
  'app:info': () => AppInfo;
  /** Title bar and the question on closing. */
  'window:document': (state: { readonly title: string; readonly unsaved: boolean }) => true;
  /** Opens an https or mailto address of the fixed list in the system's browser, after the user confirmed. */
  'link:open': (url: string) => Result<true, Problem>;
};

export type Channel = keyof Requests;
export type RequestOf<C extends Channel> = Parameters<Requests[C]>;
export type AnswerOf<C extends Channel> = ReturnType<Requests[C]>;

/** What main implements: every channel, each possibly later. */
export type Handlers = { readonly [C in Channel]: (...args: RequestOf<C>) => AnswerOf<C> | Promise<AnswerOf<C>> };

/** What main tells the surface without being asked. */
export type Events = {
  /** A command chosen in the menu bar; ids are those of the command registry. */
  'command:run': { readonly command: string };
  /** A second start of the program handed over a file. (Files dropped on the window stay with the surface.) */
  'file:opened': { readonly kind: 'bundle' | 'project'; readonly file: GrantedFile };
  /** A second start of the program handed over a file that cannot be opened. */
  'file:refused': { readonly problem: Problem };
  /** The window is about to close and waits for the journal. */
  'window:closing': Record<string, never>;
  /** The planner wants the project saved and the window closed after it; it stays open when nothing was saved. */
  'window:saveAndClose': Record<string, never>;
};
export type EventName = keyof Events;

/** What preload puts on `window.quartierwerk`. */
export type Bridge = {
  request<C extends Channel>(channel: C, ...args: RequestOf<C>): Promise<AnswerOf<C>>;
  on<E extends EventName>(event: E, listener: (payload: Events[E]) => void): () => void;
};

export const CHANNELS = {
  'bundle:initial': true,
  'bundle:chooseFile': true,
  'bundle:openDemo': true,
  'bundle:openWritten': true,
  'project:initial': true,
  'project:chooseFile': true,
  'project:save': true,
  'project:generations': true,
  'project:openGeneration': true,
  'journal:append': true,
  'journal:pending': true,
  'journal:read': true,
  'journal:discard': true,
  'recent:list': true,
  'recent:open': true,
  'export:save': true,
  'import:chooseFiles': true,
  'import:chooseRecipe': true,
  'import:readBeside': true,
  'import:chooseRecipeTarget': true,
  'import:saveRecipe': true,
  'import:keepDraft': true,
  'import:draft': true,
  'import:discardDraft': true,
  'print:pdf': true,
  'settings:read': true,
  'settings:write': true,
  'app:info': true,
  'window:document': true,
  'link:open': true,
} as const satisfies Record<Channel, true>;

export const EVENTS = {
  'command:run': true,
  'file:opened': true,
  'file:refused': true,
  'window:closing': true,
  'window:saveAndClose': true,
} as const satisfies Record<EventName, true>;

export type GrantedFile = {
  /** Opaque handle of a path main knows; valid for this run. */
  readonly grant: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes as read; compared before the file is ever replaced. */
  readonly sha256: string;
  readonly readOnly: boolean;
  /** Who has the project open elsewhere; it can be looked at and saved under another name. */
  readonly lockedBy?: { readonly user: string; readonly host: string };
};

export type SaveRequest = {
  readonly grant?: string;
  readonly saveAs: boolean;
  readonly suggestedName: string;
  readonly bytes: Uint8Array;
  /** Hash of the file as last opened or saved; a different file on disk is a conflict, never overwritten. */
  readonly expectedSha256?: string;
  readonly journalId: string;
  /** Last journal entry that `bytes` hold; later ones keep the journal alive. Without it every entry written so far counts as held. */
  readonly journalSequence?: number;
  /** Id of the project, so that earlier states of different projects under one name are kept apart. */
  readonly contentId?: string;
};
export type SaveAnswer =
  | { readonly status: 'saved'; readonly grant: string; readonly name: string; readonly sha256: string; readonly savedAt: string; /** False when the drive could not promise that the file survives a power cut. */ readonly durable?: boolean }
  | { readonly status: 'cancelled' }
  /** The target holds its old content; with `save.verificationFailed` it may also hold the new one, unconfirmed. `keptAs` names a complete copy beside it, when one could be written. */
  | { readonly status: 'failed'; readonly problem: Problem; readonly keptAs?: string };

/** A project by its granted file and its own id: earlier states of different projects under one name are kept apart. */
export type ProjectReference = { readonly grant: string; readonly contentId: string };

/** An earlier state of a project. `savedAt` is the ISO time at which it was replaced, `size` its bytes. */
export type Generation = { readonly generationId: string; readonly savedAt: string; readonly size: number };

/** One edit, serialised by `app/project`; main treats `change` as opaque text. */
export type JournalEntry = { readonly journalId: string; readonly sequence: number; readonly change: string; /** Title for the offer to recover. */ readonly projectName?: string };
export type PendingJournal = { readonly journalId: string; readonly projectName: string; readonly entries: number; readonly lastEditAt: string };

export type RecentFile = { readonly recentId: string; readonly name: string; readonly kind: 'bundle' | 'project'; readonly missing: boolean; readonly openedAt: string };

export type PrintRequest = {
  readonly html: string;
  readonly title: string;
  /** Plain text of the lines above and below every page; the page number stands bottom right as "`page` 1 `of` 9". */
  readonly running: { readonly topLeft: string; readonly topRight: string; readonly bottomLeft: string; readonly page: string; readonly of: string };
};

/** Place of a recipe to be written; `paths` in the order of the grants. */
export type RecipeTarget = { readonly grant: string; readonly paths: readonly (string | undefined)[] };

export type ExportKind = 'docx' | 'pdf' | 'xlsx' | 'png' | 'csv' | 'json' | 'gpkg' | 'zip';
export type ExportRequest = { readonly kind: ExportKind; readonly suggestedName: string; readonly bytes: Uint8Array };

export type Settings = {
  readonly version: 1;
  readonly language: Language;
  readonly theme: 'system' | 'light' | 'dark';
  /** Widths of the panels in px and which are folded, by panel id. */
  readonly panels: Readonly<Record<string, { readonly size: number; readonly folded: boolean }>>;
  /** Ids of categories and target groups that stand on top of their lists. */
  readonly favourites?: readonly string[] | undefined;
};

export type AppInfo = {
  readonly version: string;
  readonly electron: string;
  readonly chromium: string;
  readonly runtime: 'official' | 'registry' | 'override';
  readonly packaged: boolean;
};
