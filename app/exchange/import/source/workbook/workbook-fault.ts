import type { Problem } from '#shared/problem.ts';

/** Ends the reading of a workbook from deep inside; caught in `readWorkbook` and nowhere else, so that callers see an answer. */
export class WorkbookFault extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

export const damaged = (file: string, fault: string, details: Readonly<Record<string, string | number>> = {}, technical?: string): WorkbookFault =>
  new WorkbookFault({ code: 'import.damaged', details: { file, fault, ...details }, ...(technical === undefined ? {} : { technical }) });
