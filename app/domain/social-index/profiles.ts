import { asId } from '#shared/ids.ts';
import type { City } from '../city/city.ts';
import { lookupOf } from '../city/city-lookup.ts';
import { populationIndicatorOf } from '../city/population-indicator.ts';
import type { IndexProfile, ProfileIndicator } from './index-profile.ts';
import { suggestedIndicators } from './suggested-indicators.ts';

/**
 * Berlin's rule of the Monitoring Soziale Stadtentwicklung (2013–2021), recomputed from the published shares with every
 * published class: equal weights, unweighted mean, deviation divided by n, sum standardised again, cuts at −1, 1 and 1.5,
 * change in percentage points over two years, areas with fewer than 300 inhabitants left out.
 * Source: Senatsverwaltung für Stadtentwicklung Berlin, Monitoring Soziale Stadtentwicklung 2021.
 */
export const BERLIN_RULE = {
  version: 1,
  reference: 'areaMean',
  deviation: 'population',
  restandardise: true,
  statusCuts: { high: -1, middle: 1, low: 1.5 },
  trend: { windowYears: 2, unit: 'percentagePoints', cuts: { positive: -1, negative: 1 } },
  minimumPopulation: 300,
  exclusions: [],
} as const satisfies Partial<IndexProfile>;

/** The three shares of the 2021 edition with the changes the Senate publishes itself. Long-term unemployment was dropped. */
export const berlin2021Profile: IndexProfile = {
  ...BERLIN_RULE,
  id: asId('berlin_mss_2021'),
  title: { de: 'Berlin, Monitoring Soziale Stadtentwicklung 2021', en: 'Berlin, Monitoring of Social Urban Development 2021' },
  description: {
    de: 'Arbeitslose, Transferbeziehende ohne Arbeitslosigkeit und Kinderarmut; Dynamik als Veränderung in Prozentpunkten über zwei Jahre.',
    en: 'Unemployed, transfer recipients who are not unemployed, and child poverty; trend as change in percentage points over two years.',
  },
  populationIndicator: asId('population'),
  indicators: (['s1', 's3', 's4'] as const).map((id) => ({ indicator: asId(id), weight: 1, direction: 'higherIsWorse', changeIndicator: asId(id.replace('s', 'd')) })),
};

/** The risk groups of Oberhausen's Sozialindex. */
const RISK_GROUPS = [
  'migration_background_share', 'sgb2_share', 'sgb12_share', 'youth_unemployment_share', 'large_families_share', 'single_parents_share', 'child_poverty_share',
] as const;

export const sevenRiskGroupsProfile: IndexProfile = {
  ...BERLIN_RULE,
  id: asId('seven_risk_groups'),
  title: { de: 'Sozialindex aus sieben Risikogruppen', en: 'Social index of seven risk groups' },
  description: {
    de: 'Migrationshintergrund, SGB II, SGB XII, Jugendarbeitslosigkeit, kinderreiche Familien, Alleinerziehende und Kinderarmut, gleich gewichtet nach der Berliner Regel.',
    en: 'Migration background, SGB II, SGB XII, youth unemployment, large families, single parents and child poverty, equally weighted by the Berlin rule.',
  },
  populationIndicator: asId('population'),
  indicators: RISK_GROUPS.map((id) => ({ indicator: asId(id), weight: 1, direction: 'higherIsWorse' })),
};

/**
 * Profiles that fit a city, the default first: those whose indicators the bundle has, else an unchecked draft over its own
 * burden shares. Empty when the bundle has no indicator that says what a burden is.
 */
export function profilesFor(city: City): readonly IndexProfile[] {
  const lookup = lookupOf(city);
  const fitting = [sevenRiskGroupsProfile, berlin2021Profile].filter(
    ({ indicators, populationIndicator }) => lookup.indicator(populationIndicator) && indicators.every(({ indicator }) => lookup.indicator(indicator)),
  );
  const suggested = suggestedProfile(city);
  return suggested ? [...fitting, suggested] : fitting;
}

function suggestedProfile(city: City): IndexProfile | undefined {
  const indicators = suggestedIndicators(city);
  if (indicators.length === 0) return undefined;
  const population = populationIndicatorOf(city);
  const listed = indicators.map(({ title }) => title).join('; ');
  return {
    ...BERLIN_RULE,
    id: asId('suggested'),
    title: { de: 'Automatischer Entwurf (ungeprüft)', en: 'Automatic draft (unchecked)' },
    description: {
      de: `Vom Programm ausgewählt, von niemandem fachlich geprüft: ${listed}. Bei allen gilt: höherer Anteil, stärkere Belastung. Gleich gewichtet; gerechnet mit den Rechenschritten und Grenzen des Berliner Monitorings, aber nicht mit dessen Indikatoren. Bitte vor dem Gebrauch prüfen.`,
      en: `Chosen by the program, not reviewed by anybody: ${listed}. For all of them a higher share is a heavier burden. Equally weighted; computed with the steps and cuts of Berlin's monitoring, but not with its indicators. Please review before use.`,
    },
    // without any figure on inhabitants no area can be called too small
    minimumPopulation: population ? BERLIN_RULE.minimumPopulation : 0,
    populationIndicator: population ?? asId('population'),
    indicators: indicators.map(({ id }): ProfileIndicator => ({ indicator: id, weight: 1, direction: 'higherIsWorse' })),
  };
}
