import type {
  Addresses, AgeGroup, Area, AreaLevel, Category, City, ContextLayer, ImportRecord, Indicator, IndicatorValue, Institution, Manifest, PopulationCells, PublishedClass,
  ReferenceValue, Source, StreetNetwork, TargetGroup, Topic,
} from '#app/domain/city/city.ts';
import type { Coordinate, MultiPolygon } from '#app/domain/geometry/shapes.ts';
import type { Cell } from '#shared/cell.ts';
import { asDate, asId } from '#shared/ids.ts';

/**
 * A tiny city for tests: quarters are squares of 1 km in a row (Q1 at 500000/5900000, then eastwards), inside one city. Every `with…`
 * gives a new builder; nothing that is not asked for is in the city.
 *
 *   aCity().withQuarters(5).withIndicator('sgb2_share', [3, 8, 12, 20, 40]).withInstitution('kita-1', 'kita', [500500, 5900500]).build()
 */
export type CityBuilder = {
  readonly withManifest: (change: Partial<Manifest>) => CityBuilder;
  /** Quarters `q1` … on level `quarter`, nesting in `city`. */
  readonly withQuarters: (count: number) => CityBuilder;
  readonly withLevel: (level: AreaLevel) => CityBuilder;
  readonly withArea: (area: Partial<Area> & Pick<Area, 'id' | 'level'>) => CityBuilder;
  /** A status share in per cent, higher is worse, with one value or cell per quarter on `date`. */
  readonly withIndicator: (id: string, values: readonly (number | Cell)[], change?: Partial<Indicator>, date?: string) => CityBuilder;
  readonly withValue: (indicator: string, area: string, date: string, cell: Cell) => CityBuilder;
  readonly withReferenceValue: (indicator: string, level: string, date: string, cell: Cell) => CityBuilder;
  readonly withPublishedClass: (published: PublishedClass) => CityBuilder;
  readonly withInstitution: (id: string, category: string, location?: Coordinate, change?: Partial<Institution>) => CityBuilder;
  readonly withTargetGroup: (id: string, name?: string) => CityBuilder;
  /** One cell per entry: place and people in the groups `under18`, `18to64`, `65plus`. */
  readonly withPopulation: (cells: readonly { readonly at: Coordinate; readonly people: readonly [number, number, number] }[]) => CityBuilder;
  /** `special` names the edges (by place) with stairs, and those one may cycle in one direction only. */
  readonly withStreets: (nodes: readonly Coordinate[], edges: readonly (readonly [start: number, end: number])[], special?: SpecialEdges) => CityBuilder;
  readonly withAddresses: (addresses: readonly BuiltAddress[]) => CityBuilder;
  readonly withImportRecord: (record: ImportRecord) => CityBuilder;
  readonly withContext: (layer: ContextLayer) => CityBuilder;
  readonly withSource: (source: Source) => CityBuilder;
  readonly build: () => City;
};
export type SpecialEdges = { readonly steps?: readonly number[]; readonly cycleOneway?: readonly number[] };
export type BuiltAddress = { readonly at: Coordinate; readonly street: string; readonly houseNumber: string; readonly postcode: string };

export const DATE = '2024-12-31';
export const QUARTER_EDGE = 1000;
export const ORIGIN: Coordinate = [500_000, 5_900_000];

/** A square as a set of polygons, from its lower left corner. */
export const square = ([x, y]: Coordinate, edge: number): MultiPolygon => [[[[x, y], [x + edge, y], [x + edge, y + edge], [x, y + edge], [x, y]]]];

/** Middle of quarter `number` (1 is the first). */
export const middleOfQuarter = (number: number): Coordinate => [ORIGIN[0] + (number - 0.5) * QUARTER_EDGE, ORIGIN[1] + QUARTER_EDGE / 2];

export const aCity = (): CityBuilder => builderOver(emptyCity);

const emptyCity: City = {
  manifest: {
    bundleId: asId('test-city'),
    city: 'Teststadt',
    ags: '01234567',
    edition: '2024',
    title: 'Teststadt 2024',
    licence: 'CC0',
    producer: 'Test',
    created: '2025-01-15T08:00:00.000Z',
    schemaVersion: 2,
    crs: 'EPSG:25832',
    demo: true,
    contentHash: '',
  },
  levels: [{ id: asId('city'), name: 'Gesamtstadt', singular: 'Stadt', plural: 'Städte', order: 0, nestsIn: undefined }],
  areas: [],
  topics: [],
  indicators: [],
  values: [],
  referenceValues: [],
  publishedClasses: [],
  categories: [],
  targetGroups: [],
  institutions: [],
  population: undefined,
  streets: undefined,
  context: [],
  addresses: undefined,
  importRecord: undefined,
  takenOver: [],
  sources: [],
};

const AGE_GROUPS: readonly AgeGroup[] = [
  { id: asId('under18'), name: 'unter 18', from: 0, to: 17 },
  { id: asId('18to64'), name: '18 bis 64', from: 18, to: 64 },
  { id: asId('65plus'), name: '65 und älter', from: 65, to: undefined },
];

function builderOver(city: City): CityBuilder {
  const next = (change: Partial<City>) => builderOver({ ...city, ...change });
  return {
    withManifest: (change) => next({ manifest: { ...city.manifest, ...change } }),
    withQuarters: (count) => next(quarters(city, count)),
    withLevel: (level) => next({ levels: [...city.levels, level] }),
    withArea: (area) => next({ areas: [...city.areas, anArea(area)] }),
    withIndicator: (id, values, change, date = DATE) => next(indicatorWithValues(city, id, values, change ?? {}, date)),
    withValue: (indicator, area, date, cell) =>
      next({ values: [...city.values, { indicator: asId(indicator), area: asId(area), date: asDate(date), cell }] }),
    withReferenceValue: (indicator, level, date, cell) => {
      const value: ReferenceValue = { indicator: asId(indicator), level: asId(level), date: asDate(date), cell };
      return next({ referenceValues: [...city.referenceValues, value] });
    },
    withPublishedClass: (published) => next({ publishedClasses: [...city.publishedClasses, published] }),
    withInstitution: (id, category, location, change) =>
      next({
        institutions: [...city.institutions, anInstitution(id, category, location, change ?? {})],
        categories: withId(city.categories, category, (order): Category => ({ id: asId(category), name: category, symbol: category, order })),
      }),
    withTargetGroup: (id, name = id) => next({ targetGroups: [...city.targetGroups, { id: asId<TargetGroup['id']>(id), name }] }),
    withPopulation: (cells) => next({ population: populationOf(cells) }),
    withStreets: (nodes, edges, special) => next({ streets: streetsOf(nodes, edges, special) }),
    withAddresses: (addresses) => next({ addresses: addressesOf(addresses) }),
    withImportRecord: (importRecord) => next({ importRecord }),
    withContext: (layer) => next({ context: [...city.context, layer] }),
    withSource: (source) => next({ sources: [...city.sources, source] }),
    build: () => city,
  };
}

function quarters(city: City, count: number): Partial<City> {
  const level: AreaLevel = { id: asId('quarter'), name: 'Quartiere', singular: 'Quartier', plural: 'Quartiere', order: 1, nestsIn: asId('city') };
  const whole = anArea({ id: asId('city'), level: asId('city'), name: 'Teststadt', shape: rectangle(count) });
  const parts = Array.from({ length: count }, (_, index) =>
    anArea({
      id: asId(`q${index + 1}`),
      level: level.id,
      name: `Quartier ${index + 1}`,
      shortName: `Q${index + 1}`,
      parent: whole.id,
      shape: square([ORIGIN[0] + index * QUARTER_EDGE, ORIGIN[1]], QUARTER_EDGE),
    }),
  );
  return { levels: [...city.levels, level], areas: [...city.areas, whole, ...parts] };
}

const rectangle = (count: number): MultiPolygon => {
  const [x, y] = ORIGIN;
  const right = x + count * QUARTER_EDGE;
  return [[[[x, y], [right, y], [right, y + QUARTER_EDGE], [x, y + QUARTER_EDGE], [x, y]]]];
};

const anArea = (area: Partial<Area> & Pick<Area, 'id' | 'level'>): Area => ({
  name: area.id,
  shortName: area.name ?? area.id,
  parent: undefined,
  validFrom: undefined,
  validTo: undefined,
  shape: square(ORIGIN, QUARTER_EDGE),
  residential: undefined,
  ...area,
});

function indicatorWithValues(city: City, id: string, values: readonly (number | Cell)[], change: Partial<Indicator>, date: string): Partial<City> {
  const known = city.indicators.some((indicator) => indicator.id === id);
  const topic = change.topic ?? asId<Topic['id']>('transfer');
  const indicator: Indicator = {
    id: asId(id),
    title: id,
    topic,
    unit: '%',
    precision: 1,
    kind: 'status',
    form: 'relative',
    direction: 'higherIsWorse',
    numerator: undefined,
    denominator: undefined,
    interpretation: '',
    process: '',
    source: undefined,
    licence: 'CC0',
    minimumNumerator: 3,
    minimumDenominator: 3,
    additive: false,
    targetGroups: [],
    ...change,
  };
  const cells: IndicatorValue[] = values.map((value, index) => ({
    indicator: indicator.id,
    area: asId(`q${index + 1}`),
    date: asDate(date),
    cell: typeof value === 'number' ? { mark: 'value', value } : value,
  }));
  return {
    topics: withId(city.topics, topic, (order): Topic => ({ id: topic, name: topic, order })),
    indicators: known ? city.indicators : [...city.indicators, indicator],
    values: [...city.values, ...cells],
  };
}

const withId = <Item extends { readonly id: string }>(items: readonly Item[], id: string, make: (order: number) => Item): readonly Item[] =>
  items.some((item) => item.id === id) ? items : [...items, make(items.length + 1)];

const anInstitution = (id: string, category: string, location: Coordinate | undefined, change: Partial<Institution>): Institution => ({
  id: asId(id),
  name: id,
  category: asId(category),
  address: '',
  postcode: '',
  contact: '',
  website: '',
  provider: '',
  location,
  placement: location === undefined ? 'none' : 'given',
  reach: location === undefined ? 'citywide' : 'located',
  capacity: undefined,
  openingHours: '',
  openedOn: undefined,
  closedOn: undefined,
  barrierFree: 'unknown',
  languages: [],
  fixedTerm: 'unknown',
  fixedTermEnd: undefined,
  programme: '',
  verifiedOn: undefined,
  source: undefined,
  public: true,
  targetGroups: [],
  ...change,
});

const populationOf = (cells: readonly { readonly at: Coordinate; readonly people: readonly [number, number, number] }[]): PopulationCells => ({
  date: asDate(DATE),
  cellSize: 100,
  ageGroups: AGE_GROUPS,
  x: Float64Array.from(cells, (cell) => cell.at[0]),
  y: Float64Array.from(cells, (cell) => cell.at[1]),
  counts: AGE_GROUPS.map((_, group) => Float64Array.from(cells, (cell) => cell.people[group]!)),
});

const streetsOf = (nodes: readonly Coordinate[], edges: readonly (readonly [number, number])[], special: SpecialEdges = {}): StreetNetwork => ({
  nodeX: Float64Array.from(nodes, (node) => node[0]),
  nodeY: Float64Array.from(nodes, (node) => node[1]),
  start: Uint32Array.from(edges, (edge) => edge[0]),
  end: Uint32Array.from(edges, (edge) => edge[1]),
  metres: Float32Array.from(edges, ([start, end]) => Math.hypot(nodes[start]![0] - nodes[end]![0], nodes[start]![1] - nodes[end]![1])),
  walkable: Uint8Array.from(edges, () => 1),
  cyclable: Uint8Array.from(edges, () => 1),
  steps: Uint8Array.from(edges, (_, edge) => (special.steps?.includes(edge) ? 1 : 0)),
  cycleOneway: Uint8Array.from(edges, (_, edge) => (special.cycleOneway?.includes(edge) ? 1 : 0)),
});

const addressesOf = (addresses: readonly BuiltAddress[]): Addresses => ({
  x: Float64Array.from(addresses, ({ at }) => at[0]),
  y: Float64Array.from(addresses, ({ at }) => at[1]),
  street: addresses.map(({ street }) => street),
  houseNumber: addresses.map(({ houseNumber }) => houseNumber),
  postcode: addresses.map(({ postcode }) => postcode),
});
