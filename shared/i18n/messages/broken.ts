import { bothLanguages } from './both-languages.ts';

/** The page in place of a surface that could not be drawn. */
export const broken = bothLanguages(
  {
    title: 'Die Ansicht konnte nicht gezeichnet werden',
    what: 'In der Darstellung ist ein Fehler aufgetreten. Betroffen ist nur, was Sie sehen, nicht Ihre Arbeit.',
    safe: {
      nothing: 'Es ist kein Planungsprojekt geöffnet, also geht nichts verloren.',
      saved: 'Alles steht in der Projektdatei oder war noch unverändert.',
      kept: 'Alle Schritte sind im Verlauf auf diesem Rechner gesichert; in der Projektdatei stehen die letzten noch nicht.',
      keeping: 'Der letzte Schritt wird gerade im Verlauf gesichert; alle davor sind es schon.',
      notKept: 'Die letzten Schritte sind nur noch hier im Programm. Speichern Sie jetzt, bevor Sie etwas anderes tun.',
    },
    city: 'Das Stadtbündel wird nie verändert.',
    todo: {
      save: 'Speichern Sie das Planungsprojekt.',
      again: 'Zeichnen Sie die Ansicht neu. Sie beginnt bei „Stadt“, ohne Auswahl.',
      restart: 'Geschieht es wieder, beenden Sie Quartierwerk und starten Sie es neu. Was nur im Verlauf steht, wird dann wieder angeboten.',
    },
    notSaved: 'Das Speichern ist nicht gelungen ({{code}}).',
    again: 'Ansicht neu zeichnen',
    copy: 'Technische Angabe kopieren',
    copied: 'Kopiert',
  },
  {
    title: 'The view could not be drawn',
    what: 'An error occurred in the display. It affects only what you see, not your work.',
    safe: {
      nothing: 'No planning project is open, so nothing is lost.',
      saved: 'Everything is in the project file or was unchanged.',
      kept: 'Every step is kept in the history on this computer; the last ones are not in the project file yet.',
      keeping: 'The last step is being kept in the history now; every one before it already is.',
      notKept: 'The last steps are only here in the program. Save now, before you do anything else.',
    },
    city: 'The city bundle is never changed.',
    todo: {
      save: 'Save the planning project.',
      again: 'Draw the view again. It begins at “City” with nothing selected.',
      restart: 'If it happens again, quit Quartierwerk and start it anew. What is only in the history will be offered again then.',
    },
    notSaved: 'Saving did not succeed ({{code}}).',
    again: 'Draw the view again',
    copy: 'Copy the technical detail',
    copied: 'Copied',
  },
);
