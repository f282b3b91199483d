import type { CellMark } from '#shared/cell.ts';

/**
 * What an import decided, noticed and counted. It is kept in the bundle (without times of the run, so that the same files give the same
 * bytes) and shown in the window and on the command line. Entries are codes; `importReport.<code>` has the sentence.
 */
export type ImportReport = {
  readonly version: 1;
  readonly files: readonly FileReport[];
  readonly entries: readonly ReportEntry[];
  readonly tables: readonly TableReport[];
  readonly areas: readonly { readonly level: string; readonly count: number; readonly repaired: number }[];
  readonly institutions: readonly { readonly source: string; readonly rows: number; readonly kept: number; readonly byPlacement: Readonly<Record<string, number>> }[];
  readonly streets?: { readonly nodes: number; readonly edges: number; readonly components: number; readonly largestShare: number; readonly metres: number; readonly barriers: number };
};

export type FileReport = { readonly id: string; readonly path: string; readonly bytes: number; readonly sha256: string; readonly kind: 'tables' | 'layers' | 'osm'; readonly encoding?: string; readonly delimiter?: string };

/** Where in the import an entry belongs. */
export type ReportPart = 'files' | 'areas' | 'tables' | 'indicators' | 'classes' | 'institutions' | 'population' | 'streets' | 'context';

/**
 * `decision`: the recipe or a rule chose between readings. `warning`: look at this. `error`: nothing was written.
 * `list` holds the names concerned, all of them: nothing is dropped silently.
 */
export type ReportEntry = {
  readonly level: 'decision' | 'warning' | 'error';
  readonly part: ReportPart;
  /** Id in the recipe: a file, level, table, indicator, list of institutions. */
  readonly subject: string;
  readonly code: string;
  readonly details?: Readonly<Record<string, string | number>>;
  readonly list?: readonly string[];
};

export type TableReport = {
  readonly id: string;
  readonly file: string;
  readonly rows: number;
  /** Cells read by mark. */
  readonly cells: Readonly<Partial<Record<CellMark, number>>>;
  /** Rows whose area is not in the level. */
  readonly unmatchedRows: readonly string[];
  /** Areas of the level the table says nothing about. */
  readonly unmatchedAreas: readonly string[];
};
