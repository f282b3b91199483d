import { bothLanguages } from './both-languages.ts';

export const shell = bothLanguages({ title: 'Fenster' }, { title: 'Window' });
