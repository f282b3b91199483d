import { bothLanguages } from './both-languages.ts';

/** What only the planner can decide, by code of `ImportQuestion`. */
export const importQuestion = bothLanguages({}, {});
