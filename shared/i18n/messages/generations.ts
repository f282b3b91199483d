import { bothLanguages } from './both-languages.ts';

/** The dialog of earlier states of a planning project. */
export const generations = bothLanguages(
  {
    title: 'Frühere Stände',
    lead: 'Vor jedem Speichern legt Quartierwerk den bisherigen Stand von „{{file}}“ auf diesem Rechner ab: drei von heute, je einen für vierzehn Tage und zwölf Monate. Ein früherer Stand öffnet sich als Kopie. Die Datei bleibt, wie sie ist, bis Sie die Kopie selbst über sie speichern.',
    none: 'Von „{{file}}“ ist auf diesem Rechner noch kein früherer Stand abgelegt.',
    until: 'Stand bis {{time}}',
    size: '{{kilobytes}} kB',
    open: 'Als Kopie öffnen',
  },
  {
    title: 'Earlier states',
    lead: 'Before every save Quartierwerk keeps the former state of “{{file}}” on this computer: three of today, one a day for fourteen days, one a month for twelve months. An earlier state opens as a copy. The file stays as it is until you save the copy over it yourself.',
    none: 'No earlier state of “{{file}}” is kept on this computer yet.',
    until: 'State until {{time}}',
    size: '{{kilobytes}} kB',
    open: 'Open as a copy',
  },
);
