import type { City, Institution } from './city.ts';
import { lookupOf } from './city-lookup.ts';

/** Something a statistics office would want to look at before an edition goes out; the edition can be used all the same. */
export type CityFinding = {
  readonly code: CityFindingCode;
  /** How many rows it concerns. */
  readonly count: number;
  /** Ids or names of the first rows, for finding them. */
  readonly examples: readonly string[];
};

export const CITY_FINDING_CODES = [
  'level.unknownParent', 'level.noValues', 'area.unknownLevel', 'area.unknownParent', 'area.noValues', 'indicator.unknownReference', 'indicator.noValues',
  'indicator.gaps', 'value.unknownIndicator', 'value.unknownArea', 'reference.unknown', 'publishedClass.unknownArea', 'institution.unknownReference',
  'institution.outside', 'institution.noPlace', 'institution.duplicate', 'institution.unverified', 'population.none', 'population.outside',
  'streets.none',
] as const;
export type CityFindingCode = (typeof CITY_FINDING_CODES)[number];

const MOST_EXAMPLES = 5;
/** Two entries of one kind with one name this close, in metres, are taken for the same place. */
const SAME_PLACE = 50;
/** Institutions are to be verified every year; after two the entry is doubtful. */
const YEARS_UNTIL_DOUBTFUL = 2;

/** All findings, in the order of the list of codes; nothing for what is in order. */
export function cityFindings(city: City): readonly CityFinding[] {
  const rows: Record<CityFindingCode, readonly string[]> = {
    ...referenceFindings(city),
    ...valueFindings(city),
    ...institutionFindings(city),
    ...placeFindings(city),
  };
  return CITY_FINDING_CODES.filter((code) => rows[code].length > 0).map((code) => ({
    code,
    count: rows[code].length,
    examples: rows[code].slice(0, MOST_EXAMPLES),
  }));
}

function referenceFindings(city: City) {
  const lookup = lookupOf(city);
  const sources = new Set(city.sources.map((source) => source.id));
  const isLevel = (id: string) => city.levels.some((level) => level.id === id);
  return {
    'level.unknownParent': city.levels.filter(({ nestsIn }) => nestsIn !== undefined && !lookup.level(nestsIn)).map(({ id }) => id),
    'area.unknownLevel': city.areas.filter(({ level }) => !lookup.level(level)).map(({ id }) => id),
    'area.unknownParent': city.areas.filter(({ parent }) => parent !== undefined && !lookup.area(parent)).map(({ id }) => id),
    'indicator.unknownReference': city.indicators
      .filter(({ topic, numerator, denominator, source, targetGroups }) =>
        !lookup.topic(topic) ||
        (numerator !== undefined && !lookup.indicator(numerator)) ||
        (denominator !== undefined && !lookup.indicator(denominator)) ||
        (source !== undefined && !sources.has(source)) ||
        targetGroups.some((group) => !lookup.targetGroup(group)))
      .map(({ id }) => id),
    'value.unknownIndicator': distinct(city.values.filter(({ indicator }) => !lookup.indicator(indicator)).map(({ indicator }) => indicator)),
    'value.unknownArea': distinct(city.values.filter(({ area }) => !lookup.area(area)).map(({ area }) => area)),
    'reference.unknown': distinct(
      city.referenceValues
        .filter(({ indicator, level }) => !lookup.indicator(indicator) || (level !== 'city' && !isLevel(level)))
        .map(({ indicator, level }) => `${indicator} (${level})`),
    ),
    'publishedClass.unknownArea': distinct(city.publishedClasses.filter(({ area }) => !lookup.area(area)).map(({ area }) => area)),
    'institution.unknownReference': city.institutions
      .filter(({ category, source, targetGroups }) =>
        !lookup.category(category) || (source !== undefined && !sources.has(source)) || targetGroups.some((group) => !lookup.targetGroup(group)))
      .map(({ id }) => id),
  };
}

function valueFindings(city: City) {
  const lookup = lookupOf(city);
  const areasWithValues = new Set(city.values.map(({ area }) => area));
  const levelsWithValues = new Set(city.areas.filter(({ id }) => areasWithValues.has(id)).map(({ level }) => level));
  const indicatorsWithValues = new Set(city.values.map(({ indicator }) => indicator));
  return {
    'level.noValues': city.levels.filter(({ id }) => !levelsWithValues.has(id)).map(({ id }) => id),
    'area.noValues': city.areas.filter(({ id, level }) => levelsWithValues.has(level) && !areasWithValues.has(id)).map(({ id }) => id),
    'indicator.noValues': city.indicators.filter(({ id }) => !indicatorsWithValues.has(id)).map(({ id }) => id),
    // A date on which a level has some values should have one for each of its areas, be it "geheim" or "keine Angabe".
    'indicator.gaps': city.indicators.flatMap(({ id: indicator }) =>
      city.levels.flatMap(({ id: level }) =>
        lookup.datesOf(indicator, level).flatMap((date) => {
          const missing = lookup.areasOf(level).filter((area) => !lookup.series(indicator, area.id).some((entry) => entry.date === date));
          return missing.map((area) => `${indicator} ${area.id} ${date}`);
        }),
      ),
    ),
  };
}

function institutionFindings(city: City) {
  const located = city.institutions.filter(({ location }) => location !== undefined);
  const created = city.manifest.created;
  const doubtfulBefore = `${Number(created.slice(0, 4)) - YEARS_UNTIL_DOUBTFUL}${created.slice(4, 10)}`;
  return {
    'institution.noPlace': city.institutions.filter(({ reach, location }) => reach === 'located' && !location).map(({ id }) => id),
    'institution.duplicate': duplicates(located),
    'institution.unverified': city.institutions.filter(({ verifiedOn }) => verifiedOn !== undefined && verifiedOn < doubtfulBefore).map(({ id }) => id),
  };
}

function placeFindings(city: City) {
  const lookup = lookupOf(city);
  const levels = [...city.levels].sort((a, b) => a.order - b.order).filter(({ id }) => lookup.areasOf(id).length > 0);
  const isOutside = (x: number, y: number) => levels.every(({ id }) => lookup.areaAt(id, [x, y]) === undefined);
  const population = city.population;
  return {
    'institution.outside': city.institutions.filter(({ location }) => location && isOutside(...location)).map(({ id }) => id),
    'population.none': population === undefined ? [city.manifest.city] : [],
    'population.outside':
      population === undefined
        ? []
        : Array.from(population.x, (x, cell) => [x, population.y[cell]!] as const)
            .filter(([x, y]) => isOutside(x, y))
            .map(([x, y]) => `${x} ${y}`),
    'streets.none': city.streets === undefined ? [city.manifest.city] : [],
  };
}

/** Later entries that repeat an earlier one of the same kind: at the same place and address, under nearly the same name. */
function duplicates(institutions: readonly Institution[]): string[] {
  const known = new Map<string, { readonly institution: Institution; readonly name: string }[]>();
  return institutions.filter((institution) => {
    const entry = { institution, name: plainName(institution.name) };
    const earlier = known.get(institution.category) ?? [];
    known.set(institution.category, earlier);
    const repeats = earlier.some((other) => distance(other.institution, institution) <= SAME_PLACE && sameAddress(other.institution, institution) && areAlike(other.name, entry.name));
    earlier.push(entry);
    return repeats;
  }).map(({ id }) => id);
}

/** Neighbours in one street are not one place; an address nobody wrote down says nothing. */
function sameAddress(a: Institution, b: Institution): boolean {
  const [one, other] = [plainAddress(a.address), plainAddress(b.address)];
  return one === '' || other === '' || one === other;
}

const plainAddress = (address: string): string => plainName(address).replace(/stra(ß|ss)e/, 'str');

/** Letters and digits only, without what stands in brackets: "Kita „Süd“ (Träger)" is "kitasüd". */
const plainName = (name: string): string => name.replaceAll(/\([^)]*\)/g, '').toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Whether four of five pairs of neighbouring letters agree (Dice's coefficient): finds "Strasse" for "Straße", not "Café" for "Laden". */
function areAlike(a: string, b: string): boolean {
  if (a === b) return true;
  const [pairsA, pairsB] = [letterPairs(a), letterPairs(b)];
  const left = [...pairsB];
  const shared = pairsA.filter((pair) => {
    const at = left.indexOf(pair);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
  return shared > 0 && (2 * shared) / (pairsA.length + pairsB.length) >= 0.8;
}

const letterPairs = (name: string): string[] => Array.from({ length: Math.max(0, name.length - 1) }, (_, index) => name.slice(index, index + 2));

const distance = (a: Institution, b: Institution): number =>
  a.location && b.location ? Math.hypot(a.location[0] - b.location[0], a.location[1] - b.location[1]) : Infinity;

const distinct = (names: readonly string[]): string[] => [...new Set(names)];
