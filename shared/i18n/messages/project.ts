import { bothLanguages } from './both-languages.ts';

/** What the command line says about a planning project. */
export const project = bothLanguages(
  {
    info: {
      summary: 'sagt, was in einem Planungsprojekt steht',
      city: 'Stadt',
      bundle: 'Stadtbündel',
      profiles: 'Sozialindizes',
      coverageRuns: 'Versorgungsanalysen',
      recommendations: 'Handlungsempfehlungen',
      measures: 'Maßnahmensteckbriefe',
      papers: 'Strategiepapiere',
      migrated: 'Im Format {{version}} geschrieben; beim nächsten Speichern im heutigen.',
    },
    check: {
      summary: 'prüft ein Planungsprojekt: unversehrt, und was noch auszufüllen ist',
      sound: '„{{file}}“ ist unversehrt.',
      complete: 'Alle Pflichtfelder für die Abstimmung sind ausgefüllt.',
      missing: '{{number}}: noch auszufüllen {{fields}}',
    },
  },
  {
    info: {
      summary: 'says what is in a planning project',
      city: 'City',
      bundle: 'City bundle',
      profiles: 'Social indexes',
      coverageRuns: 'Coverage analyses',
      recommendations: 'Recommendations',
      measures: 'Measures',
      papers: 'Strategy papers',
      migrated: 'Written in format {{version}}; saved in today’s the next time.',
    },
    check: {
      summary: 'checks a planning project: whole, and what is still to fill in',
      sound: '“{{file}}” is whole.',
      complete: 'All fields required for coordination are filled in.',
      missing: '{{number}}: still to fill in {{fields}}',
    },
  },
);
