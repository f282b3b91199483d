import type { AreaLevel, Category, City, ContextLayer, Indicator, Institution, PopulationCells, PublishedClass, Source, StreetNetwork, TargetGroup, Topic } from '../city/city.ts';
import type { Releaser } from '../confidentiality/release.ts';
import { releaserFor } from '../confidentiality/release.ts';
import type { Audience } from '../confidentiality/thresholds.ts';
import type { Coordinate } from '../geometry/shapes.ts';
import { publicInstitutions } from '../register/public-institutions.ts';
import { compareAreas, intoSystemOf } from './compare-areas.ts';
import { compareItems, fieldChanges, matched } from './compare-items.ts';
import { compareReferenceValues, compareValues } from './compare-values.ts';
import type {
  ContextChange, EditionComparison, EditionName, InstitutionsComparison, ItemName, PopulationSummary, PublishedClassChange, StreetsSummary,
} from './edition-comparison.ts';

/** Told after each part: how many are done, of how many. */
export type ComparisonProgress = (done: number, total: number) => void;

/**
 * Compares two editions by the keys of their parts. `audience` decides what passes the gate; for the public, institutions that are not
 * public and contacts that name a person do not exist. Editions of different cities can be compared too (everything is then gone and added): whether that makes sense is
 * for the caller to say. Deterministic; no degenerate cases.
 */
export function compareEditions(older: City, newer: City, audience: Audience, progress: ComparisonProgress = () => undefined): EditionComparison {
  const editions = [older, newer].map((city) => ({ city, releaser: releaserFor(city, audience) }));
  const [before, after] = [editions[0]!, editions[1]!];
  const total = 5;
  const areas = compareAreas(older, newer);
  progress(1, total);
  const values = compareValues(before, after);
  progress(2, total);
  const referenceValues = compareReferenceValues(before, after);
  progress(3, total);
  const institutions = compareInstitutions(older, newer, audience);
  progress(4, total);
  const comparison: EditionComparison = {
    older: nameOf(older),
    newer: nameOf(newer),
    manifest: fieldChanges(older.manifest, newer.manifest, ['bundleId', 'city', 'ags', 'edition', 'title', 'licence', 'producer', 'crs', 'demo']),
    levels: compareItems<AreaLevel>(older.levels, newer.levels, ({ name }) => name, ['name', 'singular', 'plural', 'order', 'nestsIn']),
    areas,
    topics: compareItems<Topic>(older.topics, newer.topics, ({ name }) => name, ['name', 'order']),
    indicators: compareItems<Indicator>(older.indicators, newer.indicators, ({ title }) => title, INDICATOR_FIELDS),
    values,
    referenceValues,
    publishedClasses: comparePublishedClasses(older.publishedClasses, newer.publishedClasses),
    categories: compareItems<Category>(older.categories, newer.categories, ({ name }) => name, ['name', 'symbol', 'order']),
    targetGroups: compareItems<TargetGroup>(older.targetGroups, newer.targetGroups, ({ name }) => name, ['name']),
    institutions,
    population: {
      older: peopleIn(older.population, before.releaser),
      newer: peopleIn(newer.population, after.releaser),
      changed: !samePopulation(older.population, newer.population),
    },
    streets: { older: lengthOf(older.streets), newer: lengthOf(newer.streets), changed: !sameColumns(older.streets, newer.streets) },
    context: compareContext(older.context, newer.context),
    addresses: compareAddresses(older, newer),
    sources: compareItems<Source>(older.sources, newer.sources, ({ title }) => title, ['title', 'publisher', 'licence', 'date']),
    names: {
      levels: namesOf(older.levels, newer.levels, ({ name }) => name),
      areas: namesOf(older.areas, newer.areas, ({ name }) => name),
      topics: namesOf(older.topics, newer.topics, ({ name }) => name),
      indicators: namesOf(older.indicators, newer.indicators, ({ title }) => title),
      categories: namesOf(older.categories, newer.categories, ({ name }) => name),
      targetGroups: namesOf(older.targetGroups, newer.targetGroups, ({ name }) => name),
      sources: namesOf(older.sources, newer.sources, ({ title }) => title),
    },
  };
  progress(total, total);
  return comparison;
}

const nameOf = ({ manifest: { bundleId, city, edition, title, created, contentHash } }: City): EditionName => ({ bundleId, city, edition, title, created, contentHash });

const namesOf = <Item extends { readonly id: string }>(older: readonly Item[], newer: readonly Item[], nameIn: (item: Item) => string): readonly ItemName[] =>
  [...new Map([...older, ...newer].map((item) => [item.id, { id: item.id, name: nameIn(item) }])).values()];

const INDICATOR_FIELDS = [
  'title', 'topic', 'unit', 'precision', 'kind', 'form', 'direction', 'numerator', 'denominator', 'interpretation', 'process', 'source', 'licence', 'minimumNumerator', 'minimumDenominator',
  'additive', 'targetGroups',
] as const satisfies readonly (keyof Indicator)[];

/** Every field but the place, which counts as moving, and the key. */
const INSTITUTION_FIELDS = [
  'name', 'category', 'address', 'postcode', 'contact', 'website', 'provider', 'placement', 'reach', 'capacity', 'openingHours', 'openedOn', 'closedOn', 'barrierFree', 'languages',
  'fixedTerm', 'fixedTermEnd', 'programme', 'verifiedOn', 'source', 'public', 'targetGroups',
] as const satisfies readonly (keyof Institution)[];

function compareInstitutions(older: City, newer: City, audience: Audience): InstitutionsComparison {
  const shown = ({ institutions }: City): readonly Institution[] => (audience === 'public' ? publicInstitutions(institutions) : institutions);
  const { added, gone, both } = matched(shown(older), shown(newer), ({ id }) => id);
  const named = ({ id, name }: Institution) => ({ id, name });
  const move = intoSystemOf(older, newer);
  return {
    added: added.map(named),
    gone: gone.map(named),
    changed: both.flatMap(([before, after]) => {
      const fields = fieldChanges(before, after, INSTITUTION_FIELDS);
      return fields.length === 0 ? [] : [{ ...named(after), fields }];
    }),
    moved: both.flatMap(([before, after]) => {
      const [from, to] = [before.location, after.location && (move === undefined ? after.location : move(after.location))];
      if (from === to || (from !== undefined && to !== undefined && from[0] === to[0] && from[1] === to[1])) return [];
      return [{ ...named(after), metres: from && to && metresBetween(from, to) }];
    }),
  };
}

/** To the decimetre. */
const metresBetween = ([x1, y1]: Coordinate, [x2, y2]: Coordinate): number => Math.round(Math.hypot(x2 - x1, y2 - y1) * 10) / 10;

function comparePublishedClasses(older: readonly PublishedClass[], newer: readonly PublishedClass[]): readonly PublishedClassChange[] {
  const { added, gone, both } = matched(older, newer, keyOfClass);
  const entry = ({ index, area, date }: PublishedClass, from: PublishedClass | undefined, to: PublishedClass | undefined): PublishedClassChange => ({ index, area, date, from: classIn(from), to: classIn(to) });
  return [
    ...gone.map((row) => entry(row, row, undefined)),
    ...added.map((row) => entry(row, undefined, row)),
    ...both.flatMap(([before, after]) => (before.status === after.status && before.trend === after.trend ? [] : [entry(after, before, after)])),
  ].sort((a, b) => (keyOfClass(a) < keyOfClass(b) ? -1 : 1));
}

const keyOfClass = ({ index, date, area }: Pick<PublishedClass, 'index' | 'date' | 'area'>): string => [index, date, area].join('\u0000');
const classIn = (row: PublishedClass | undefined) => row && { status: row.status, trend: row.trend };

function peopleIn(population: PopulationCells | undefined, releaser: Releaser): PopulationSummary | undefined {
  if (population === undefined) return undefined;
  const sums = population.counts.map((counts) => counts.reduce((sum, count) => sum + count, 0));
  return {
    date: population.date,
    cells: population.x.length,
    cellSize: population.cellSize,
    people: releaser.people(sums.reduce((sum, count) => sum + count, 0)),
    ageGroups: population.ageGroups.map(({ id, name }, index) => ({ id, name, people: releaser.people(sums[index] ?? 0) })),
  };
}

function samePopulation(one: PopulationCells | undefined, other: PopulationCells | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return (
    one.date === other.date &&
    one.cellSize === other.cellSize &&
    JSON.stringify(one.ageGroups) === JSON.stringify(other.ageGroups) &&
    [one.x, one.y, ...one.counts].every((column, index) => sameNumbers(column, [other.x, other.y, ...other.counts][index]))
  );
}

const lengthOf = (streets: StreetNetwork | undefined): StreetsSummary | undefined =>
  streets && { nodes: streets.nodeX.length, edges: streets.start.length, metres: Math.round(streets.metres.reduce((sum, metres) => sum + metres, 0)) };

function sameColumns(one: StreetNetwork | undefined, other: StreetNetwork | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return (Object.keys(one) as (keyof StreetNetwork)[]).every((column) => sameNumbers(one[column], other[column]));
}

const sameNumbers = (one: ArrayLike<number>, other: ArrayLike<number> | undefined): boolean => {
  if (other === undefined || one.length !== other.length) return false;
  for (let index = 0; index < one.length; index += 1) if (one[index] !== other[index]) return false;
  return true;
};

/** Layers of one kind and name are taken together. */
function compareContext(older: readonly ContextLayer[], newer: readonly ContextLayer[]): readonly ContextChange[] {
  const joined = (layers: readonly ContextLayer[]): readonly ContextLayer[] => {
    const byKey = new Map<string, ContextLayer>();
    for (const layer of layers) {
      const known = byKey.get(keyOfLayer(layer));
      byKey.set(keyOfLayer(layer), known === undefined ? layer : { ...known, shapes: [...known.shapes, ...layer.shapes] });
    }
    return [...byKey.values()];
  };
  const { added, gone, both } = matched(joined(older), joined(newer), keyOfLayer);
  const entry = ({ kind, name }: ContextLayer, before: number, after: number): ContextChange => ({ kind, name, older: before, newer: after });
  return [
    ...gone.map((layer) => entry(layer, layer.shapes.length, 0)),
    ...added.map((layer) => entry(layer, 0, layer.shapes.length)),
    ...both.flatMap(([before, after]) => (JSON.stringify(before.shapes) === JSON.stringify(after.shapes) ? [] : [entry(after, before.shapes.length, after.shapes.length)])),
  ].sort((a, b) => (keyOfLayer(a) < keyOfLayer(b) ? -1 : 1));
}

const keyOfLayer = ({ kind, name }: Pick<ContextLayer, 'kind' | 'name'>): string => [kind, name].join('\u0000');

/** Addresses are equal with the same words at the same place, to the decimetre; one that moved is gone and added. */
function compareAddresses(older: City, newer: City): EditionComparison['addresses'] {
  const tally = (city: City, move: ((coordinate: Coordinate) => Coordinate) | undefined): Map<string, number> => {
    const counts = new Map<string, number>();
    const { addresses } = city;
    addresses?.street.forEach((street, index) => {
      const at: Coordinate = [addresses.x[index]!, addresses.y[index]!];
      const [x, y] = move === undefined ? at : move(at);
      const key = [street, addresses.houseNumber[index], addresses.postcode[index], Math.round(x * 10), Math.round(y * 10)].join('\u0000');
      counts.set(key, (counts.get(key) ?? 0) + 1);
    });
    return counts;
  };
  const [before, after] = [tally(older, undefined), tally(newer, intoSystemOf(older, newer))];
  const only = (here: ReadonlyMap<string, number>, there: ReadonlyMap<string, number>): number =>
    [...here].reduce((sum, [key, count]) => sum + Math.max(0, count - (there.get(key) ?? 0)), 0);
  return { older: older.addresses?.street.length ?? 0, newer: newer.addresses?.street.length ?? 0, added: only(after, before), gone: only(before, after) };
}
