import type { Indicator } from '#app/domain/city/city.ts';
import { asId } from '#shared/ids.ts';
import { ageGroups } from '../people/ages.ts';
import { rates } from './rates.ts';

/** How an indicator follows from the counts: a count itself, or `per` times one count divided by another. */
export type Recipe = { readonly count: string } | { readonly over: string; readonly under: string; readonly per: number };
export type CatalogueEntry = { readonly indicator: Indicator; readonly recipe: Recipe };

type CountRow = readonly [id: string, title: string, topic: string, unit: string, source: string, direction: Indicator['direction'], groups: readonly string[], interpretation: string, process: string];

const counts: readonly CountRow[] = [
  ['population', 'Einwohner*innen', 'population', 'Personen', 'register', 'neutral', ['everyone'],
    'Zeigt, wie viele Menschen mit Hauptwohnung in einem Gebiet leben.', 'Auszählung der Personen mit Hauptwohnung im Melderegister zum 31. Dezember.'],
  ...ageGroups.map((group): CountRow => [`population_${group.id}`, `Einwohner*innen ${group.name}`, 'population', 'Personen', 'register', 'neutral', ['everyone'],
    `Zeigt, wie viele Menschen im Alter „${group.name}“ in einem Gebiet leben und welche Angebote sie brauchen.`, 'Auszählung der Personen mit Hauptwohnung nach Alter im Melderegister zum 31. Dezember.']),
  ['households', 'Haushalte', 'population', 'Haushalte', 'households', 'neutral', ['everyone'],
    'Zeigt, wie viele private Haushalte in einem Gebiet wirtschaften.', 'Zuordnung der gemeldeten Personen zu Haushalten im Verfahren der Haushaltegenerierung.'],
  ['families', 'Familien mit Kindern unter 18 Jahren', 'population', 'Haushalte', 'households', 'neutral', ['families'],
    'Zeigt, in wie vielen Haushalten minderjährige Kinder leben.', 'Haushalte mit mindestens einem Kind unter 18 Jahren aus der Haushaltegenerierung.'],
  ['births', 'Geburten', 'population', 'Kinder', 'register', 'neutral', ['small_children', 'families'],
    'Zeigt, wie viele Kinder im Laufe des Jahres in Familien des Gebiets geboren wurden.', 'Lebendgeborene nach der Hauptwohnung der Mutter im Kalenderjahr.'],
  ['kita_places', 'Plätze in Kindertageseinrichtungen', 'support', 'Plätze', 'institutions', 'higherIsBetter', ['small_children'],
    'Zeigt, wie viele Plätze für Kinder unter 6 Jahren im Gebiet selbst bereitstehen.', 'Summe der genehmigten Plätze der Einrichtungen mit Standort im Gebiet zum 31. Dezember.'],
  ['sgb2_recipients', 'Menschen im SGB-II-Bezug', 'transfer', 'Personen', 'jobcenter', 'higherIsWorse', ['sgb2'],
    'Zeigt, wie viele Menschen in Haushalten mit Bürgergeld leben.', 'Regelleistungsberechtigte im Dezember nach Wohnort, dreimonatige Wartezeit.'],
  ['dwellings', 'Wohnungen', 'housing', 'Wohnungen', 'housing_report', 'neutral', ['tenants'],
    'Zeigt den Bestand an Wohnungen in Wohn- und Nichtwohngebäuden.', 'Fortschreibung des Gebäude- und Wohnungsbestands aus Baufertigstellungen und Abgängen.'],
];

/** Count names of published counts that differ from the indicator's id. */
const countNames: Record<string, string> = { sgb2_recipients: 'sgb2' };

/** Every indicator of the demo city with its full record and its recipe. */
export function catalogue(): CatalogueEntry[] {
  const published = new Map(counts.map(([id]) => [countNames[id] ?? id, id]));
  const common = { kind: 'status', licence: 'CC0-1.0', minimumNumerator: 3, minimumDenominator: 100 } as const;
  return [
    ...counts.map(([id, title, topic, unit, source, direction, groups, interpretation, process]): CatalogueEntry => ({
      indicator: {
        id: asId(id), title, topic: asId(topic), unit, precision: 0, ...common, form: 'absolute', direction, numerator: undefined, denominator: undefined,
        interpretation, process, source: asId(source), additive: true, targetGroups: groups.map((group) => asId(group)),
      },
      recipe: { count: countNames[id] ?? id },
    })),
    ...rates.map((rate): CatalogueEntry => ({
      indicator: {
        id: asId(rate.id), title: rate.title, topic: asId(rate.topic), unit: rate.unit ?? '%', precision: rate.precision ?? 1, ...common, form: 'relative', direction: rate.direction,
        numerator: idOf(published.get(rate.over)), denominator: idOf(published.get(rate.under)), interpretation: rate.interpretation, process: rate.process,
        source: asId(rate.source), additive: false, targetGroups: rate.groups.map((group) => asId(group)),
      },
      recipe: { over: rate.over, under: rate.under, per: rate.per ?? 100 },
    })),
  ];
}

function idOf(id: string | undefined): Indicator['id'] | undefined {
  return id === undefined ? undefined : asId(id);
}
