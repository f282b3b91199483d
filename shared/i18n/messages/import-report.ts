import { bothLanguages } from './both-languages.ts';

/** Sentences of the import report, by code of `ReportEntry`. */
export const importReport = bothLanguages({}, {});
