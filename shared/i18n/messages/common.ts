import { bothLanguages } from './both-languages.ts';

export const common = bothLanguages(
  {
    appName: 'Quartierwerk',
    cancel: 'Abbrechen',
    close: 'Schließen',
    save: 'Speichern',
    open: 'Öffnen',
    source: 'Quelle',
    asOf: 'Stand',
    edition: 'Ausgabe',
    city: 'Stadt',
    demoData: 'Demo: erfundene Daten',
    mark: {
      suppressed: 'geheim',
      zero: 'nichts vorhanden',
      notApplicable: 'nicht sinnvoll',
      notAvailable: 'keine Angabe',
      uncertain: 'eingeschränkt aussagekräftig',
    },
    signs: 'Zeichen: „.“ geheim · „–“ nichts vorhanden · „x“ nicht sinnvoll · „...“ keine Angabe · „( )“ eingeschränkt aussagekräftig',
  },
  {
    appName: 'Quartierwerk',
    cancel: 'Cancel',
    close: 'Close',
    save: 'Save',
    open: 'Open',
    source: 'Source',
    asOf: 'As of',
    edition: 'Edition',
    city: 'City',
    demoData: 'Demo: invented data',
    mark: {
      suppressed: 'confidential',
      zero: 'none',
      notApplicable: 'not meaningful',
      notAvailable: 'not available',
      uncertain: 'limited reliability',
    },
    signs: 'Signs: “.” confidential · “–” none · “x” not meaningful · “...” not available · “( )” limited reliability',
  },
);
