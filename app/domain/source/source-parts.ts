import type { Geometry } from 'geojson';
import type { KnownCrs } from '../geometry/crs.ts';

// What readers of files from outside answer with. It stands here because GeoPackages are read by `app/storage`, everything else by
// `app/exchange/import`, and these two do not know each other.

/** A file as it comes from a dialog, a drop, the clipboard or the recipe's folder. */
export type ImportFile = { readonly name: string; readonly bytes: Uint8Array };

/**
 * A cell as the file has it. Texts are as written (not trimmed); numbers only where the file itself says "number" (workbooks, GeoJSON,
 * dbf); days are ISO text; percent formats of workbooks are already multiplied (12.5 for "12,5 %"); padded key formats ("00000") are text;
 * error cells are their text ("#N/A"). Empty cells are undefined.
 */
export type RawCell = string | number | undefined;

/** One sheet or one csv file. Rows may differ in length. */
export type SourceTable = {
  /** Name of the sheet; the file's name without ending for csv and clipboard. */
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly (readonly RawCell[])[];
  /** Merged cells, counted from 0, ends included. Only the top left cell holds the text. */
  readonly merges: readonly { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }[];
};

/** Features of one geometry kind, in the numbers of the file. */
export type SourceLayer = {
  readonly name: string;
  readonly crs: DeclaredCrs;
  /** Names of the attributes in the order of the file. */
  readonly fields: readonly string[];
  readonly features: readonly SourceFeature[];
};
export type SourceFeature = { readonly geometry: Geometry | undefined; readonly attributes: ReadonlyMap<string, RawCell> };

/** What the file says about its coordinates; whether that is true is judged elsewhere. */
export type DeclaredCrs =
  | { readonly kind: 'known'; readonly code: KnownCrs; /** `default`: the format's own rule; `choice`: the recipe says so. */ readonly from: 'prj' | 'geopackage' | 'geojson' | 'default' | 'choice' }
  | { readonly kind: 'unknown'; readonly text: string }
  | { readonly kind: 'missing' };

/** How text was turned into characters; shown, and changeable in the recipe. */
export type Decoding = { readonly encoding: TextEncoding; readonly guessed: boolean; readonly delimiter?: Delimiter };
export type Delimiter = ';' | ',' | '\t' | '|';
/** Labels of the Encoding Standard; `cp850` is the DOS code page that it lacks. */
export type TextEncoding = string;

/** Something a reader noticed, by code: `import.remark.<code>` has the sentence. */
export type SourceRemark = { readonly code: string; readonly details?: Readonly<Record<string, string | number>> };

/** What the recipe may say about reading a file. */
export type ReadOptions = { readonly encoding?: TextEncoding | undefined; readonly delimiter?: Delimiter | undefined; readonly crs?: KnownCrs | undefined; /** OpenStreetMap: only what lies in it or leads into it is read, so that a city can be taken out of the extract of a whole state. */ readonly box?: DegreesBox | undefined; /** Only a look at what the file is: of an OpenStreetMap extract no ways are read, and a remark says what it covers. */ readonly glance?: boolean | undefined };
/** A rectangle in degrees (WGS 84). */
export type DegreesBox = { readonly west: number; readonly south: number; readonly east: number; readonly north: number };

/** Limits for one file from outside; reaching one is an answer (`import.tooBig`), not a crash. */
export type Budget = {
  readonly fileBytes: number;
  readonly zipEntries: number;
  readonly entryBytes: number;
  readonly inflatedBytes: number;
  readonly rows: number;
  readonly cells: number;
  readonly features: number;
  readonly vertices: number;
};
export const BUDGET: Budget = {
  fileBytes: 512 * 1024 * 1024,
  zipEntries: 2_000,
  entryBytes: 256 * 1024 * 1024,
  inflatedBytes: 512 * 1024 * 1024,
  rows: 1_048_576,
  cells: 5_000_000,
  features: 1_000_000,
  vertices: 20_000_000,
};
