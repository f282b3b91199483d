import type { Geometry } from 'geojson';
import type { CrsFinding, FittingSystem } from '#app/domain/geometry/crs-finding.ts';
import type { ImportReport } from '#app/exchange/import/report/import-report.ts';
import type { Recipe } from '#app/exchange/import/recipe/recipe-schema.ts';
import type { DeclaredCrs, Decoding, ImportFile, RawCell, ReadOptions, SourceRemark, SourceTable } from '#app/exchange/import/source/source.ts';
import type { Problem } from '#shared/problem.ts';
import type { Result } from '#shared/result.ts';

/** The jobs of the import workbench. Files travel as bytes each time: a worker lives for one job and keeps nothing. */
export type ImportJobs = {
  /** What is in a file, for the list of files and the previews. */
  'import.inspect': { input: { file: ImportFile; beside: readonly ImportFile[]; options: ReadOptions }; answer: Result<InspectedFile, Problem> };
  /** A recipe for these files, or the given one completed for files it does not use yet, with what is doubtful as questions. */
  'import.propose': { input: { files: readonly ImportFile[]; recipe: Recipe | undefined; city: CityWords }; answer: Result<ProposedRecipe, Problem> };
  /** What the recipe makes of the files, without writing: every report entry, and a look at areas and values. */
  'import.preview': { input: { files: readonly ImportFile[]; recipe: Recipe }; answer: Result<ImportPreview, Problem> };
  /** The bundle's bytes. With an error in the report there are none. */
  'import.build': { input: { files: readonly ImportFile[]; recipe: Recipe; createdAt: string }; answer: Result<BuiltBundle, FailedBuild> };
  'import.readRecipe': { input: { bytes: Uint8Array; fileName: string }; answer: Result<Recipe, Problem> };
  'import.writeRecipe': { input: { recipe: Recipe }; answer: Uint8Array };
};

export type CityWords = { readonly name: string; readonly ags: string; readonly edition: string };

export type InspectedFile = {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly kind: 'tables' | 'layers' | 'osm';
  readonly decoding: Decoding | undefined;
  readonly remarks: readonly SourceRemark[];
  readonly tables: readonly TableSketch[];
  readonly layers: readonly LayerSketch[];
};

export type TableSketch = { readonly name: string; readonly hidden: boolean; readonly rows: number; readonly columns: number; /** The first rows, at most 200. */ readonly head: readonly (readonly RawCell[])[]; /** Merged cells among them: the preview names columns as the recipe does. */ readonly merges: SourceTable['merges'] };
export type LayerSketch = {
  readonly name: string;
  readonly features: number;
  readonly geometryTypes: readonly string[];
  readonly crs: DeclaredCrs;
  /** What the numbers say about the declaration: `fits`, or the likely mistake and the system that would fit. */
  readonly crsFinding: CrsFinding;
  /** Every usual system the numbers would fit, best first: without knowing the city's place the zone of UTM cannot be told. */
  readonly fitting?: readonly FittingSystem[];
  readonly fields: readonly { readonly name: string; readonly samples: readonly RawCell[] }[];
  /** Outlines thinned for a small map, [longitude, latitude]; empty while the system is unknown. */
  readonly outline: readonly Geometry[];
};
export type { CrsFinding } from '#app/domain/geometry/crs-finding.ts';

export type ProposedRecipe = { readonly recipe: Recipe; readonly questions: readonly ImportQuestion[] };
/**
 * Something only the planner can decide. `path` is where in the recipe the answer goes (`["tables", 3, "numbers"]`); each choice holds the value
 * to put there. The proposal already holds the first choice. `importQuestion.<code>` has the sentence.
 */
export type ImportQuestion = {
  readonly code: string;
  readonly path: readonly (string | number)[];
  readonly details?: Readonly<Record<string, string | number>>;
  readonly choices: readonly { readonly value: unknown; readonly label: string; readonly details?: Readonly<Record<string, string | number>> }[];
};

export type ImportPreview = {
  readonly report: ImportReport;
  /** Areas by level with outlines for the map ([longitude, latitude]). */
  readonly areas: readonly { readonly level: string; readonly id: string; readonly name: string; readonly parent: string | undefined; readonly outline: Geometry | undefined }[];
  readonly unplaced: readonly { readonly source: string; readonly key: string; readonly name: string; readonly address: string }[];
  readonly duplicates: readonly { readonly source: string; readonly keep: string; readonly drop: string; readonly keepName: string; readonly dropName: string; readonly metres: number | undefined }[];
};
export type BuiltBundle = { readonly bytes: Uint8Array; readonly report: ImportReport; readonly contentHash: string };
export type FailedBuild = { readonly problem: Problem; readonly report: ImportReport };
