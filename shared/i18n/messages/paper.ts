import { bothLanguages } from './both-languages.ts';

export const paper = bothLanguages({ title: 'Strategiepapier' }, { title: 'Strategy paper' });
