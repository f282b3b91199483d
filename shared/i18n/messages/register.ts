import { bothLanguages } from './both-languages.ts';

/** Words of the register of institutions. */
export const register = bothLanguages({}, {});
