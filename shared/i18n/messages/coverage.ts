import { bothLanguages } from './both-languages.ts';

export const coverage = bothLanguages({ title: 'Versorgung' }, { title: 'Coverage' });
