import type { Problem } from '#shared/problem.ts';
import type { Result } from '#shared/result.ts';
import type { City } from '#app/domain/city/city.ts';
import type { Audience } from '#app/domain/confidentiality/thresholds.ts';
import type { NextEdition, NextEditionRequest } from '#app/domain/edition/next-edition.ts';
import type { UnappliedReason } from '#app/domain/register/effective-institutions.ts';
import type { EditionComparison } from '#app/domain/edition/edition-comparison.ts';
import type { ExportedFile, TablesFormat } from '#app/exchange/export/tables/export-city.ts';
import type { ExportMode } from '#app/exchange/export/tables/export-table.ts';
import type { Language } from '#shared/localized.ts';

/** Jobs about editions of a city: comparing them, writing the next one, taking one out for other programs. */
export type EditionJobs = {
  /**
   * Past the confidentiality gate already. `byCreation` puts the edition that was created first on the left, whichever was named first; `given`
   * keeps the order. Bundles of two cities are refused.
   */
  'edition.compare': {
    input: { one: EditionFile; other: EditionFile; order: 'given' | 'byCreation'; audience: Audience };
    answer: Result<EditionComparison, Problem>;
  };
  /** The next edition as the bytes of a bundle; they were opened again and found whole. */
  'edition.next': { input: Omit<NextEditionRequest, 'fresh'> & { fresh: EditionFile | undefined }; answer: Result<WrittenEdition, Problem> };
  /** Files of a city for people without the program; the paths are plain names of a folder. */
  'tables.export': { input: { city: City; format: TablesFormat; mode: ExportMode; language: Language }; answer: readonly ExportedFile[] };
  /** The same as one file to save: a zip of the folder, the workbook, or the bundle. */
  'tables.package': { input: CityPackage & { city: City; language: Language }; answer: Result<Uint8Array, Problem> };
};

/** A bundle holds everything, so there is none for the public. */
export type CityPackage = { readonly format: TablesFormat; readonly mode: ExportMode } | { readonly format: 'gpkg'; readonly mode: 'copy' };

export type WrittenEdition = Omit<NextEdition, 'city' | 'unapplied'> & {
  readonly bytes: Uint8Array;
  readonly contentHash: string;
  readonly institutions: number;
  /** Corrections that found no place, by name of the institution (or its key) and reason. */
  readonly unapplied: readonly { readonly institution: string; readonly reason: UnappliedReason }[];
};

/** A city that is open already, or the bytes of a bundle. */
export type EditionFile = { readonly city: City } | { readonly bytes: Uint8Array; readonly fileName: string };
