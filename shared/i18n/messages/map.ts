import { bothLanguages } from './both-languages.ts';

export const map = bothLanguages({ title: 'Karte' }, { title: 'Map' });
