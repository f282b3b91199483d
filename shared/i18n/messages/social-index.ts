import { bothLanguages } from './both-languages.ts';

/** Class words always carry their direction: "Hoch" alone would be read as a high burden (domain handbook, trap 1). */
export const socialIndex = bothLanguages(
  {
    title: 'Sozialindex',
    status: {
      high: 'Hoch (geringes Armutsrisiko)',
      middle: 'Mittel',
      low: 'Niedrig (erhöhtes Armutsrisiko)',
      veryLow: 'Sehr niedrig (hohes Armutsrisiko)',
    },
    statusShort: { high: 'Hoch', middle: 'Mittel', low: 'Niedrig', veryLow: 'Sehr niedrig' },
    trend: { positive: 'Positiv', stable: 'Stabil', negative: 'Negativ' },
    trendRelative: {
      positive: 'besser als die Entwicklung der Gesamtstadt',
      stable: 'wie die Entwicklung der Gesamtstadt',
      negative: 'schlechter als die Entwicklung der Gesamtstadt',
    },
    noClass: 'Keine Zuordnung',
    excluded: {
      belowMinimumPopulation: 'zu wenige Einwohner*innen',
      missingValue: 'Angabe fehlt',
      suppressedValue: 'Angabe geheim',
      named: 'ausgeschlossen',
    },
  },
  {
    title: 'Social index',
    status: {
      high: 'High (low poverty risk)',
      middle: 'Middle',
      low: 'Low (raised poverty risk)',
      veryLow: 'Very low (high poverty risk)',
    },
    statusShort: { high: 'High', middle: 'Middle', low: 'Low', veryLow: 'Very low' },
    trend: { positive: 'Positive', stable: 'Stable', negative: 'Negative' },
    trendRelative: {
      positive: 'better than the city as a whole',
      stable: 'like the city as a whole',
      negative: 'worse than the city as a whole',
    },
    noClass: 'No class',
    excluded: {
      belowMinimumPopulation: 'too few inhabitants',
      missingValue: 'value missing',
      suppressedValue: 'value confidential',
      named: 'excluded',
    },
  },
);
