import type { Cell } from '#shared/cell.ts';
import { notAvailable, numberOf } from '#shared/cell.ts';
import type { AreaId, CategoryId, IndicatorId, InstitutionId, IsoDate, LevelId, TargetGroupId, TopicId } from '#shared/ids.ts';
import type { AreaIndex } from '../geometry/area-index.ts';
import { areaIndexOf } from '../geometry/area-index.ts';
import { pointInShape } from '../geometry/point-in-shape.ts';
import { boundsOf } from '../geometry/shape-measures.ts';
import type { Coordinate } from '../geometry/shapes.ts';
import { areasOn } from './areas-on.ts';
import type { Area, AreaLevel, Category, City, Indicator, Institution, TargetGroup, Topic } from './city.ts';
import { baseOf } from './with-institutions.ts';

/** The reverse questions to a city, answered from indexes that are built once. */
export type CityLookup = {
  area(id: AreaId): Area | undefined;
  level(id: LevelId): AreaLevel | undefined;
  indicator(id: IndicatorId): Indicator | undefined;
  category(id: CategoryId): Category | undefined;
  institution(id: InstitutionId): Institution | undefined;
  topic(id: TopicId): Topic | undefined;
  targetGroup(id: TargetGroupId): TargetGroup | undefined;
  /** Areas of a level in the bundle's order, all of them or those of a day (see `areas-on.ts`). */
  areasOf(level: LevelId, date?: IsoDate, indicators?: readonly IndicatorId[]): readonly Area[];
  /** Areas whose parent this is, of any level. */
  childrenOf(area: AreaId): readonly Area[];
  /** Areas of `level` below an area, through any number of nested levels; never across levels that do not nest. */
  descendantsOf(area: AreaId, level: LevelId): readonly Area[];
  /** The value as delivered; `notAvailable` where the bundle has none. */
  cell(indicator: IndicatorId, area: AreaId, date: IsoDate): Cell;
  /** Dates with any value of the indicator (on the level), ascending. */
  datesOf(indicator: IndicatorId, level?: LevelId): readonly IsoDate[];
  /** One area's values over time, ascending. */
  series(indicator: IndicatorId, area: AreaId): readonly { readonly date: IsoDate; readonly cell: Cell }[];
  /**
   * The city's own value: the delivered reference value, else the area of the level of order 0, else rebuilt from sums of
   * counts, else `notAvailable`. Never a mean of areas.
   */
  cityCell(indicator: IndicatorId, date: IsoDate): Cell;
  /** Located institutions whose coordinate lies in the area; citywide ones are inside no area. */
  institutionsIn(area: AreaId): readonly Institution[];
  /** The area at a place on a day; without a day the one that still exists goes before a dissolved one. */
  areaAt(level: LevelId, coordinate: Coordinate, date?: IsoDate): Area | undefined;
};

/** Later than any dissolved area. */
const LAST_DAY = '9999-12-31' as IsoDate;

const lookups = new WeakMap<City, CityLookup>();

/** Memoised per city object: a city never changes while it is in use. */
export function lookupOf(city: City): CityLookup {
  const known = lookups.get(city);
  if (known) return known;
  const base = baseOf(city);
  const lookup = base === city ? buildLookup(city) : { ...lookupOf(base), ...institutionLookup(city) };
  lookups.set(city, lookup);
  return lookup;
}

/** What depends on the institutions; a city that differs in them only shares the rest. */
function institutionLookup(city: City): Pick<CityLookup, 'institution' | 'institutionsIn'> {
  const institutions = byId<Institution>(city.institutions);
  const areas = byId<Area>(city.areas);
  const inside = new Map<AreaId, readonly Institution[]>();
  return {
    institution: (id) => institutions.get(id),
    institutionsIn: (area) => cached(inside, area, () => institutionsIn(city, areas.get(area))),
  };
}

function buildLookup(city: City): CityLookup {
  const areas = byId<Area>(city.areas);
  const levels = byId<AreaLevel>(city.levels);
  const indicators = byId<Indicator>(city.indicators);
  const categories = byId<Category>(city.categories);
  const topics = byId<Topic>(city.topics);
  const targetGroups = byId<TargetGroup>(city.targetGroups);
  const areasByLevel = groupedBy(city.areas, (area) => area.level);
  const areasByParent = groupedBy(city.areas, (area) => area.parent);
  const values = once(() => valuesOf(city));
  const references = once(() => new Map(city.referenceValues.filter(({ level }) => level === 'city').map((row) => [`${row.indicator} ${row.date}`, row.cell])));
  const dates = new Map<string, readonly IsoDate[]>();
  const cityCells = new Map<string, Cell>();
  const indexes = new Map<LevelId, Map<IsoDate | undefined, AreaIndex<Area>>>();

  const lookup: CityLookup = {
    ...institutionLookup(city),
    area: (id) => areas.get(id),
    level: (id) => levels.get(id),
    indicator: (id) => indicators.get(id),
    category: (id) => categories.get(id),
    topic: (id) => topics.get(id),
    targetGroup: (id) => targetGroups.get(id),
    areasOf(level, date, indicators) {
      const all = areasByLevel.get(level) ?? [];
      return date === undefined ? all : areasOn(lookup, all, date, indicators);
    },
    childrenOf: (area) => areasByParent.get(area) ?? [],
    descendantsOf: (area, level) => descendants(lookup, area, level),
    cell: (indicator, area, date) => values().get(indicator)?.get(area)?.get(date) ?? notAvailable,
    datesOf: (indicator, level) => cached(dates, `${indicator} ${level ?? ''}`, () => datesOf(values(), indicator, level && new Set(lookup.areasOf(level).map(({ id }) => id)))),
    series: (indicator, area) =>
      [...(values().get(indicator)?.get(area) ?? [])].map(([date, cell]) => ({ date, cell })).sort((a, b) => (a.date < b.date ? -1 : 1)),
    cityCell: (indicator, date) =>
      cached(cityCells, `${indicator} ${date}`, () => references().get(`${indicator} ${date}`) ?? wholeCityCell(city, lookup, indicator, date)),
    areaAt(level, coordinate, date) {
      const ofLevel = cached(indexes, level, () => new Map<IsoDate | undefined, AreaIndex<Area>>());
      const at = (day: IsoDate | undefined): Area | undefined =>
        cached(ofLevel, day, () => areaIndexOf(day === undefined ? lookup.areasOf(level) : lookup.areasOf(level, day))).at(coordinate);
      return date === undefined ? (at(LAST_DAY) ?? at(undefined)) : at(date);
    },
  };
  return lookup;
}

type Values = ReadonlyMap<IndicatorId, ReadonlyMap<AreaId, ReadonlyMap<IsoDate, Cell>>>;

function valuesOf(city: City): Values {
  const values = new Map<IndicatorId, Map<AreaId, Map<IsoDate, Cell>>>();
  for (const { indicator, area, date, cell } of city.values) {
    cached(
      cached(values, indicator, () => new Map<AreaId, Map<IsoDate, Cell>>()),
      area,
      () => new Map<IsoDate, Cell>(),
    ).set(date, cell);
  }
  return values;
}

function datesOf(values: Values, indicator: IndicatorId, areas: ReadonlySet<AreaId> | undefined): readonly IsoDate[] {
  const dates = new Set<IsoDate>();
  for (const [area, byDate] of values.get(indicator) ?? []) {
    if (areas === undefined || areas.has(area)) for (const date of byDate.keys()) dates.add(date);
  }
  return [...dates].sort();
}

function descendants(lookup: CityLookup, area: AreaId, level: LevelId): readonly Area[] {
  const found: Area[] = [];
  const visited = new Set<AreaId>();
  let layer: readonly Area[] = lookup.childrenOf(area);
  while (layer.length > 0) {
    found.push(...layer.filter((child) => child.level === level));
    layer = layer.flatMap((child) => {
      if (visited.has(child.id)) return [];
      visited.add(child.id);
      return lookup.childrenOf(child.id);
    });
  }
  return found;
}

function wholeCityCell(city: City, lookup: CityLookup, indicator: IndicatorId, date: IsoDate): Cell {
  const whole = city.levels.find((level) => level.order === 0);
  const area = whole && lookup.areasOf(whole.id);
  if (area?.length === 1) {
    const cell = lookup.cell(indicator, area[0]!.id, date);
    if (cell.mark !== 'notAvailable') return cell;
  }
  for (const level of [...city.levels].filter(({ order }) => order > 0).sort((a, b) => a.order - b.order)) {
    const rebuilt = rebuiltFromCounts(lookup, level.id, indicator, date);
    if (rebuilt) return rebuilt;
  }
  return notAvailable;
}

/**
 * Adds up counts over a level that has every one of them; a rate is rebuilt as summed numerators over summed denominators.
 * With one count missing or secret there is no sum: a partial sum would be wrong, and a full one would give the secret away.
 */
function rebuiltFromCounts(lookup: CityLookup, level: LevelId, id: IndicatorId, date: IsoDate): Cell | undefined {
  const indicator = lookup.indicator(id);
  const areas = lookup.areasOf(level, date, [id]);
  if (!indicator || areas.length === 0) return undefined;
  const cells = areas.map((area) => lookup.cell(id, area.id, date));
  if (indicator.additive && indicator.form === 'absolute') {
    const total = sum(cells.map(numberOf));
    return total === undefined ? undefined : total === 0 ? { mark: 'zero' } : { mark: 'value', value: total };
  }
  if (indicator.form !== 'relative' || indicator.kind !== 'status') return undefined;
  const numerator = sum(cells.map(numeratorOf)) ?? countedTotal(lookup, areas, indicator.numerator, date);
  const denominator = sum(cells.map(denominatorOf)) ?? countedTotal(lookup, areas, indicator.denominator, date);
  if (numerator === undefined || denominator === undefined || denominator <= 0) return undefined;
  if (numerator === 0) return { mark: 'zero', denominator };
  // the scale (per cent, per thousand) is the one the areas' own values were computed with
  const scale = scaleOf(cells) ?? (indicator.unit.includes('‰') ? 1000 : indicator.unit.includes('%') ? 100 : 1);
  return { mark: 'value', value: (numerator / denominator) * scale, numerator, denominator };
}

function countedTotal(lookup: CityLookup, areas: readonly Area[], id: IndicatorId | undefined, date: IsoDate): number | undefined {
  const indicator = id && lookup.indicator(id);
  return indicator?.additive ? sum(areas.map((area) => numberOf(lookup.cell(indicator.id, area.id, date)))) : undefined;
}

const numeratorOf = (cell: Cell): number | undefined =>
  cell.mark === 'zero' ? 0 : cell.mark === 'value' || cell.mark === 'uncertain' ? cell.numerator : undefined;
const denominatorOf = (cell: Cell): number | undefined =>
  cell.mark === 'zero' || cell.mark === 'value' || cell.mark === 'uncertain' ? cell.denominator : undefined;

function scaleOf(cells: readonly Cell[]): number | undefined {
  for (const cell of cells) {
    if ((cell.mark === 'value' || cell.mark === 'uncertain') && cell.numerator && cell.denominator && cell.value) {
      const exact = (cell.value * cell.denominator) / cell.numerator;
      return [1, 100, 1000, 10_000].find((scale) => Math.abs(exact / scale - 1) < 0.2) ?? exact;
    }
  }
  return undefined;
}

function institutionsIn(city: City, area: Area | undefined): readonly Institution[] {
  const box = area && boundsOf(area.shape);
  if (!area || !box) return [];
  return city.institutions.filter(({ reach, location }) => {
    if (reach === 'citywide' || !location) return false;
    const [x, y] = location;
    return x >= box.minX && x <= box.maxX && y >= box.minY && y <= box.maxY && pointInShape(location, area.shape);
  });
}

/** Undefined as soon as one summand is unknown. */
function sum(numbers: readonly (number | undefined)[]): number | undefined {
  let total = 0;
  for (const number of numbers) {
    if (number === undefined) return undefined;
    total += number;
  }
  return total;
}

const byId = <Item extends { readonly id: string }>(items: readonly Item[]): ReadonlyMap<Item['id'], Item> => new Map(items.map((item) => [item.id, item]));

function cached<Key, Value>(cache: Map<Key, Value>, key: Key, make: () => Value): Value {
  if (!cache.has(key)) cache.set(key, make());
  return cache.get(key) as Value;
}

function groupedBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) cached(groups, keyOf(item), () => [] as Item[]).push(item);
  return groups;
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
