import { bothLanguages } from './both-languages.ts';

export const city = bothLanguages({ title: 'Stadt' }, { title: 'City' });
