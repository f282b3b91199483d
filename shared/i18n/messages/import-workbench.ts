import { bothLanguages } from './both-languages.ts';

/** Words of the import workbench. */
export const importWorkbench = bothLanguages({}, {});
