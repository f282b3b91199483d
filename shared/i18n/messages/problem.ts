import { bothLanguages } from './both-languages.ts';

/** Three sentences per problem: what happened, what is safe, what to do. Keys are the problem codes with dots. */
export const problem = bothLanguages(
  {
    bundle: {
      notABundle: { what: '„{{file}}“ ist kein Stadtbündel.', safe: 'Die Datei wurde nicht verändert.', todo: 'Wählen Sie eine Datei mit der Endung .gpkg, die als Stadtbündel geschrieben wurde.' },
      tooNew: { what: '„{{file}}“ hat das Format {{version}}; dieses Programm kennt bis {{known}}.', safe: 'Die Datei wurde nicht verändert.', todo: 'Öffnen Sie sie mit einer neueren Fassung von Quartierwerk.' },
      damaged: { what: '„{{file}}“ ist beschädigt: {{tables}}.', safe: 'Die Datei wurde nicht verändert, und keine Zahl daraus wird gezeigt.', todo: 'Lassen Sie sich die Ausgabe von der Statistikstelle neu geben.' },
      hostile: { what: '„{{file}}“ enthält Bestandteile, die nicht in ein Stadtbündel gehören ({{tables}}).', safe: 'Die Datei wurde nicht ausgeführt und nicht verändert.', todo: 'Fragen Sie nach, woher die Datei stammt, bevor Sie sie weitergeben.' },
      tooBig: { what: '„{{file}}“ ist mit {{size}} MB zu groß (Grenze {{limit}} MB).', safe: 'Die Datei wurde nicht verändert.', todo: 'Bitten Sie um eine Ausgabe mit weniger Ebenen oder gröberen Zellen.' },
      empty: { what: '„{{file}}“ ist leer.', safe: 'Nichts wurde verändert.', todo: 'Lassen Sie sich die Datei neu geben; beim Kopieren ist vermutlich etwas schiefgegangen.' },
    },
  },
  {
    bundle: {
      notABundle: { what: '“{{file}}” is not a city bundle.', safe: 'The file was not changed.', todo: 'Choose a .gpkg file that was written as a city bundle.' },
      tooNew: { what: '“{{file}}” has format {{version}}; this program knows up to {{known}}.', safe: 'The file was not changed.', todo: 'Open it with a newer version of Quartierwerk.' },
      damaged: { what: '“{{file}}” is damaged: {{tables}}.', safe: 'The file was not changed and none of its numbers is shown.', todo: 'Ask the statistics office for the edition again.' },
      hostile: { what: '“{{file}}” contains parts that do not belong in a city bundle ({{tables}}).', safe: 'Nothing in it was run and the file was not changed.', todo: 'Find out where the file comes from before you pass it on.' },
      tooBig: { what: '“{{file}}” is too big: {{size}} MB (limit {{limit}} MB).', safe: 'The file was not changed.', todo: 'Ask for an edition with fewer levels or coarser cells.' },
      empty: { what: '“{{file}}” is empty.', safe: 'Nothing was changed.', todo: 'Ask for the file again; copying probably failed.' },
    },
  },
);
