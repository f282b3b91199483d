import { bothLanguages } from './both-languages.ts';

/** What a reader noticed in a file, by code of `SourceRemark`. */
export const importRemark = bothLanguages({}, {});
