import type { PrintRequest } from '#shared/ipc/contract.ts';
import type { Institution, ProjectedCrs } from '#app/domain/city/city.ts';
import type { Coordinate } from '#app/domain/geometry/shapes.ts';
import type { ComparisonOptions, ListComparison } from '#app/domain/register/compare-with-list.ts';
import type { ListMapping, ListSheet, OpenedList } from '#app/domain/register/list-sheet.ts';
import type { ListedInstitution } from '#app/domain/register/listed-institution.ts';
import type { ImportFile } from '#app/domain/source/source-parts.ts';
import type { CategoryId } from '#shared/ids.ts';
import type { Problem } from '#shared/problem.ts';
import type { Result } from '#shared/result.ts';
import type { CheckLettersInput } from '#app/exchange/export/xlsx/check-letters-workbook.ts';
import type { RegisterDocumentInput } from '#app/exchange/export/register/register-document.ts';

/** What reading a list has to know of the city. */
export type ListCity = { readonly crs: ProjectedCrs; readonly middle: Coordinate; readonly categories: readonly CategoryId[] };
export type ComparedList =
  | { readonly kind: 'listed'; readonly listed: readonly ListedInstitution[] }
  | { readonly kind: 'sheet'; readonly sheet: ListSheet; readonly mapping: ListMapping; readonly category: CategoryId | undefined };

/** Jobs of the register of institutions. */
export type RegisterJobs = {
  /** List and map of chosen institutions as a page for `print:pdf`. */
  'register.printable': { input: RegisterDocumentInput; answer: Result<PrintRequest, Problem> };
  /** Whom to write to for the yearly check. */
  /** A file as a second list: its tables and layers with what their headers suggest, or the institutions of another bundle. */
  'register.openList': { input: { file: ImportFile; beside: readonly ImportFile[]; city: ListCity }; answer: Result<OpenedList, Problem> };
  /** What the list says differently. */
  'register.compare': { input: { institutions: readonly Institution[]; list: ComparedList; options: ComparisonOptions; city: ListCity }; answer: ListComparison };
  'register.letters': { input: CheckLettersInput; answer: Result<Uint8Array, Problem> };
};
