import { bothLanguages } from './both-languages.ts';

/** Class words always carry their direction: "Hoch" alone would be read as a high burden. */
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
    nearCut: 'kurz vor der Grenze zu „{{class}}“',
    computed: 'berechnet',
    published: 'amtlich (aus dem Stadtbündel)',
    caveat: 'Der Index vergleicht Gebiete miteinander. Ob etwas zu tun ist, sagt er nicht allein: Dazu gehört das Wissen der Menschen vor Ort.',
    relativeNote: 'Der Trend vergleicht mit der Entwicklung der Gesamtstadt; „Positiv“ kann auch ein Gebiet sein, in dem die Anteile weniger steigen als anderswo.',
    absoluteChange: 'Veränderung seit {{date}}',
    excluded: {
      belowMinimumPopulation: 'zu wenige Einwohner*innen',
      missingValue: 'Angabe fehlt',
      suppressedValue: 'Angabe geheim',
      named: 'ausgeschlossen',
    },
    /** An area below the minimum, with the number that decides. */
    tooFew: '{{count}} Einwohner*innen, Einordnung ab {{minimum}}',
    tooFewSecret: 'weniger als {{minimum}} Einwohner*innen',
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
    nearCut: 'just short of “{{class}}”',
    computed: 'computed',
    published: 'official (from the city bundle)',
    caveat: 'The index compares areas with each other. It does not say by itself whether something must be done: that takes the knowledge of people on the spot.',
    relativeNote: 'The trend compares with the development of the whole city; an area can be “positive” although its shares rise, only less than elsewhere.',
    absoluteChange: 'Change since {{date}}',
    excluded: {
      belowMinimumPopulation: 'too few inhabitants',
      missingValue: 'value missing',
      suppressedValue: 'value confidential',
      named: 'excluded',
    },
    tooFew: '{{count}} inhabitants, classed from {{minimum}}',
    tooFewSecret: 'fewer than {{minimum}} inhabitants',
  },
);
