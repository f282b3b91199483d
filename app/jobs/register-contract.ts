import type { PrintRequest } from '#shared/ipc/contract.ts';
import type { Problem } from '#shared/problem.ts';
import type { Result } from '#shared/result.ts';
import type { CheckLettersInput } from '#app/exchange/export/xlsx/check-letters-workbook.ts';
import type { RegisterDocumentInput } from '#app/exchange/export/register/register-document.ts';

/** Jobs of the register of institutions. */
export type RegisterJobs = {
  /** List and map of chosen institutions as a page for `print:pdf`. */
  'register.printable': { input: RegisterDocumentInput; answer: Result<PrintRequest, Problem> };
  /** Whom to write to for the yearly check. */
  'register.letters': { input: CheckLettersInput; answer: Result<Uint8Array, Problem> };
};
