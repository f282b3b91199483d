import { bothLanguages } from './both-languages.ts';

export const sheets = bothLanguages({ title: 'Maßnahmen' }, { title: 'Measures' });
