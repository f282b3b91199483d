import { z } from '#shared/zod.ts';
import { MARK_WORDS } from '#app/domain/source/mark-words.ts';

/**
 * The recipe of an import: everything that was decided between the files of the offices and a city bundle, as readable JSON. A
 * recipe that is run again on the same files gives the same bytes. `docs/import-recipe.md` documents every key; a test holds the two
 * together. Keys of the file are never renamed without a new `version`.
 */
const id = z.string().min(1);
const day = z.iso.date();
/** Rows of the header, counted from 1 as in a spreadsheet: first and last, or one number for one row. */
const header = z.union([z.int().positive(), z.tuple([z.int().positive(), z.int().positive()])]).transform((rows): [number, number] => (typeof rows === 'number' ? [rows, rows] : rows)).default([1, 1]);
/** First and last row of data; without a last one to the end. */
const rowRange = z.strictObject({ from: z.int().positive().optional(), to: z.int().positive().optional() }).default({});
/** Keys given by the planner are text; JSON numbers would lose leading zeros. */
const textMap = z.record(z.string(), z.string());

/**
 * Names a column: the text of its header (white space collapsed; several header rows joined by " | "), or `@C` for the column with that
 * letter, for headers that are empty or stand twice. For layers: the name of the attribute.
 */
const column = z.string().min(1);
/** Text of a field: one column, several joined by a space, or the same for all. */
const textFrom = z.union([column, z.strictObject({ join: z.array(column).min(1), with: z.string().default(' ') }), z.strictObject({ fixed: z.string() })]);

const crs = z.string().regex(/^EPSG:\d+$/);

const file = z.strictObject({
  id,
  /** Relative to the recipe; a shapefile may be named by its `.shp`, its other parts lie beside it. */
  path: z.string().min(1),
  encoding: z.string().optional(),
  delimiter: z.enum([';', ',', '\t', '|']).optional(),
  /** Overrides what the file says about its coordinates. */
  crs: crs.optional(),
  /** The file has northing before easting, or latitude before longitude. */
  swapAxes: z.boolean().default(false),
  /** Texts that start with an apostrophe and a sign of a formula (`'+49 …`) lose the apostrophe: exports put it there for spreadsheets. */
  apostrophes: z.boolean().optional(),
  /** A table with geometries as text (WKT) in this column, in these coordinates; it is then read like a layer. */
  wkt: z.strictObject({ column, crs }).optional(),
});

const layer = { file: id, layer: z.string().optional() };
/** Rows come from a sheet, or from the attributes of a layer. With neither the first one of the file that is not hidden. */
const sheet = { file: id, sheet: z.string().optional(), layer: z.string().optional() };

const where = z.strictObject({ column, is: z.array(z.string()).optional(), isNot: z.array(z.string()).optional() });
/** How a key of the file becomes a key of the city, in this order: only the last characters, padded with zeros, prefix before it. */
const keyRule = { prefix: z.string().default(''), digits: z.int().positive().optional(), last: z.int().positive().optional() };

const parent = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('column'), column, ...keyRule }),
  /** The first characters of the area's own key are the parent's key. */
  z.strictObject({ by: z.literal('key'), characters: z.int().positive() }),
  /** The area that holds the largest part of this one; less than `share` of it is a warning. */
  z.strictObject({ by: z.literal('overlay'), share: z.number().min(0).max(1).default(0.98) }),
  /** There is only one parent: the city. */
  z.strictObject({ by: z.literal('whole') }),
]);

const key = z.strictObject({ column, ...keyRule });
const name = z.strictObject({ column, /** Takes a leading key or number off: "03 Nordstadt" becomes "Nordstadt". */ withoutNumber: z.boolean().default(false) });

const areasFromLayer = z.strictObject({
  ...layer,
  key,
  name,
  shortName: column.optional(),
  parent: parent.optional(),
  validFrom: z.union([day, z.strictObject({ column })]).optional(),
  validTo: z.union([day, z.strictObject({ column })]).optional(),
  /** Features to take, when the layer holds more than this level. */
  where: z.array(where).default([]),
  /** Features with one key are one area in several parts (instead of an error). */
  merge: z.boolean().default(false),
  /** Invalid outlines are repaired and reported; `false` refuses them by name. */
  repair: z.boolean().default(true),
});
/** An area per group of finer ones (the city from its districts, districts from a column of the quarters). */
const areasFromLevel = z.strictObject({
  dissolve: id,
  /** One area for all. */
  whole: z.strictObject({ key: id, name: z.string().min(1) }).optional(),
  /** Or one per parent key of the finer areas: names by key, */
  names: textMap.optional(),
  /** or from this attribute of the finer layer. */
  nameColumn: column.optional(),
  parent: parent.optional(),
});

const level = z.strictObject({
  id,
  name: z.string().min(1),
  singular: z.string().min(1),
  plural: z.string().min(1),
  nestsIn: id.optional(),
  areas: z.union([areasFromLayer, areasFromLevel]),
  /** Where people live, as a layer of its own; cut with each area. */
  residential: z.strictObject({ ...layer, /** Column with the key of the area: the shapes are then taken as they are instead of being cut. */ area: column.optional() }).optional(),
  /** Place among the levels, 0 for the whole city; left out for all of them it follows from their order here. */
  order: z.int().min(0).optional(),
});

const markWord = z.enum(MARK_WORDS);
const numbers = z.strictObject({ decimal: z.enum([',', '.']), thousands: z.enum(['', '.', ',', ' ', "'"]).default('') });

const dateFrom = z.union([
  z.strictObject({ fixed: day }),
  /** `year` "2022" (its day is `monthDay`), `month` "202212" or "2022-12" and `quarter` "2022-Q4" (their last day), `day` "31.12.2022" or ISO. */
  z.strictObject({ column, form: z.enum(['year', 'month', 'quarter', 'day']).default('year') }),
  /** The sheet's name holds the year or day; the table is then read from every sheet of `sheets`. */
  z.strictObject({ sheetName: z.literal(true) }),
]);

/**
 * One column of numbers, or many of one pattern: `{year}`, `{day}`, `{area}` and `{indicator}` in `column` stand for what differs from header to
 * header ("{year}", "Arbeitslose | {year}", "{area}").
 */
const values = z.strictObject({
  column,
  /** Which indicator; left out when `indicator` of the table says it per row. */
  indicator: id.optional(),
  part: z.enum(['value', 'numerator', 'denominator']).default('value'),
  date: day.optional(),
  numbers: numbers.optional(),
  signs: z.record(z.string(), markWord).optional(),
  /** The file's numbers are multiplied by this (0.01 for per cent written as per ten thousand, 100 for shares of 1). */
  factor: z.number().optional(),
});

/** What tells which area a row (or a header with `{area}`) is about. */
const areaMatch = {
  level: id,
  by: z.enum(['key', 'name']).default('key'),
  ...keyRule,
  /** Text of the table → key of the area, decided by hand. */
  assign: textMap.default({}),
  /** Rows that are not areas (totals, remarks). */
  ignore: z.array(z.string()).default([]),
};
const areaColumn = z.strictObject({ column, ...areaMatch });
/** `refuse`: a day on which most areas are unknown is an error, because the table speaks of another cut of the city. `leaveOut`: it is left out and listed. */
const otherAreas = z.enum(['refuse', 'leaveOut']).default('refuse');
/** Rows that hold the city's own value. */
const cityRows = z.array(z.string()).default([]);

const table = z.strictObject({
  id,
  ...sheet,
  /** Several sheets of one shape (one for each year). */
  sheets: z.array(z.string()).optional(),
  header,
  rows: rowRange,
  where: z.array(where).default([]),
  /** Cells of these columns are empty where they repeat the row above. */
  fillDown: z.array(column).default([]),
  area: z.union([
    z.strictObject({
      column,
      ...areaMatch,
      city: cityRows,
      /** Column with the area's name beside its key: differences are reported. */
      checkName: column.optional(),
      /** The table speaks of older areas: values go through this crosswalk and are marked as estimated. */
      crosswalk: id.optional(),
      otherAreas,
    }),
    /** Areas stand in the header, where the columns of `values` say `{area}`. */
    z.strictObject({ inHeader: z.literal(true), ...areaMatch, city: cityRows, crosswalk: id.optional(), otherAreas }),
    /** The table has no areas: every row is about the whole city. */
    z.strictObject({ city: z.literal(true) }),
  ]),
  date: dateFrom.optional(),
  monthDay: z.string().regex(/^\d\d-\d\d$/).default('12-31'),
  /** Long tables: the column that names the indicator, and what its texts mean. Others are left out and reported. */
  indicator: z.strictObject({ /** Left out when the columns of `values` say `{indicator}`. */ column: column.optional(), assign: textMap }).optional(),
  values: z.array(values).min(1),
  numbers: numbers.optional(),
  signs: z.record(z.string(), markWord).default({}),
  /** What an area twice on one day means. */
  twice: z.enum(['refuse', 'sum']).default('refuse'),
});

const indicator = z.strictObject({
  id,
  title: z.string().min(1),
  topic: id,
  unit: z.string().default(''),
  decimals: z.int().min(0).max(10).default(0),
  kind: z.enum(['status', 'change']).default('status'),
  form: z.enum(['absolute', 'relative', 'standardised']).default('absolute'),
  direction: z.enum(['higherIsWorse', 'higherIsBetter', 'neutral']).default('neutral'),
  numerator: id.optional(),
  denominator: id.optional(),
  /** Computed as numerator ÷ denominator × this (100 for per cent), where both are known. */
  computedPer: z.number().positive().optional(),
  /** Computed by adding up these counts. */
  sumOf: z.array(id).min(1).optional(),
  /** Computed as the difference of another indicator to its value so many years before. */
  changeOf: z.strictObject({ indicator: id, years: z.int().positive() }).optional(),
  /** `computed`: the city's own value is added up (or rebuilt) from the areas of this level, where all of them are known. */
  cityFrom: id.optional(),
  interpretation: z.string().default(''),
  process: z.string().default(''),
  source: id.optional(),
  licence: z.string().default(''),
  minimumNumerator: z.number().min(0).default(3),
  minimumDenominator: z.number().min(0).default(10),
  additive: z.boolean().default(false),
  targetGroups: z.array(id).default([]),
  /** Added up (or rebuilt from counts) on these coarser levels that the files say nothing about. */
  aggregateTo: z.array(id).default([]),
});

const crosswalk = z.strictObject({
  id,
  level: id,
  method: z.discriminatedUnion('by', [
    /** Shares from a table: old key, new key, share of the old area's people (0 to 1). */
    z.strictObject({ by: z.literal('table'), ...sheet, header, rows: rowRange, from: column, to: column, share: column.optional() }),
    /** Shares from outlines of the old areas, by area or by people of the population cells. */
    z.strictObject({ by: z.enum(['area', 'population']), ...layer, key }),
  ]),
});

const publishedClass = z.strictObject({
  index: id,
  ...sheet,
  header,
  rows: rowRange,
  where: z.array(where).default([]),
  area: areaColumn,
  date: z.union([z.strictObject({ fixed: day }), z.strictObject({ column, form: z.enum(['year', 'month', 'quarter', 'day']).default('year') })]),
  monthDay: z.string().regex(/^\d\d-\d\d$/).default('12-31'),
  status: z.strictObject({ column, assign: z.record(z.string(), z.enum(['high', 'middle', 'low', 'veryLow'])) }).optional(),
  trend: z.strictObject({ column, assign: z.record(z.string(), z.enum(['positive', 'stable', 'negative'])) }).optional(),
});

const wordFrom = z.union([z.strictObject({ fixed: z.string() }), z.strictObject({ column, assign: textMap.default({}), otherwise: z.string().optional() })]);
/** Yes-no columns, each standing for one id: `{"grundschule": "primary"}`. */
const idsFrom = z.union([
  z.strictObject({ fixed: z.array(id) }),
  z.strictObject({ column, separator: z.string().default(','), assign: textMap.default({}) }),
  z.strictObject({ flags: textMap }),
]);

const institutions = z.strictObject({
  id,
  ...sheet,
  header,
  rows: rowRange,
  where: z.array(where).default([]),
  /** Stable key; without a column it is made from category, name and address. */
  key: z.strictObject({ column, prefix: z.string().default('') }).optional(),
  name: textFrom,
  category: wordFrom,
  targetGroups: idsFrom.optional(),
  address: textFrom.optional(),
  postcode: textFrom.optional(),
  contact: textFrom.optional(),
  website: textFrom.optional(),
  provider: textFrom.optional(),
  openingHours: textFrom.optional(),
  languages: z.strictObject({ column, separator: z.string().default(',') }).optional(),
  programme: textFrom.optional(),
  capacity: z.strictObject({ column, numbers: numbers.optional() }).optional(),
  reach: wordFrom.default({ fixed: 'located' }),
  barrierFree: wordFrom.default({ fixed: 'unknown' }),
  fixedTerm: wordFrom.default({ fixed: 'unknown' }),
  fixedTermEnd: column.optional(),
  openedOn: column.optional(),
  closedOn: column.optional(),
  verifiedOn: z.union([day, z.strictObject({ column })]).optional(),
  public: z.union([z.boolean(), z.strictObject({ column, assign: z.record(z.string(), z.boolean()) })]).default(true),
  source: id.optional(),
  /** Column that says in which area the institution lies: differences to its place are reported. */
  declaredArea: areaColumn.optional(),
  /** Tried in this order. */
  place: z.array(z.discriminatedUnion('by', [
    z.strictObject({ by: z.literal('geometry') }),
    z.strictObject({ by: z.literal('coordinates'), x: column, y: column, crs, numbers: numbers.optional() }),
    z.strictObject({ by: z.literal('address'), street: textFrom, houseNumber: textFrom.optional(), postcode: column.optional() }),
  ])).default([]),
  /** Column that says how each place was found (`given`, `address`, `street`, `area`, `by_hand`); without it the way above says so. */
  placement: column.optional(),
  /** Placed by hand: key of the institution → easting and northing in the city's system. */
  placedByHand: z.record(z.string(), z.tuple([z.number(), z.number()])).default({}),
  /** Keys left out because they are the same institution as another: left out → kept. */
  sameAs: textMap.default({}),
  /** Pairs of keys that look alike and are two institutions: they are not proposed as one again. */
  different: z.array(z.tuple([id, id])).optional(),
});

const addresses = z.strictObject({
  ...sheet,
  header,
  rows: rowRange,
  street: column,
  houseNumber: textFrom,
  postcode: column.optional(),
  place: z.union([z.strictObject({ by: z.literal('geometry') }), z.strictObject({ by: z.literal('coordinates'), x: column, y: column, crs, numbers: numbers.optional() })]),
});

const population = z.strictObject({
  date: day,
  ageGroups: z.array(z.strictObject({ id, name: z.string().min(1), from: z.int().min(0), to: z.int().min(0).optional(), column })).min(1),
  from: z.discriminatedUnion('by', [
    /** A point or square for every cell. */
    z.strictObject({ by: z.literal('layer'), ...layer, cellSize: z.number().positive().optional() }),
    /** A table with the middle of every cell. */
    z.strictObject({ by: z.literal('coordinates'), ...sheet, header, rows: rowRange, x: column, y: column, crs, numbers: numbers.optional(), cellSize: z.number().positive().optional() }),
    /** A table with INSPIRE grid keys ("CRS3035RES100mN2691700E4341100", "100mN26917E43411"). */
    z.strictObject({ by: z.literal('grid'), ...sheet, header, rows: rowRange, column, crs: crs.default('EPSG:3035') }),
    /** People of whole areas, as one point in the middle of each: rough, and reported as such. */
    z.strictObject({ by: z.literal('areas'), ...sheet, header, rows: rowRange, where: z.array(where).default([]), area: areaColumn }),
  ]),
  numbers: numbers.optional(),
  signs: z.record(z.string(), markWord).default({}),
});

const context = z.union([
  z.strictObject({ osm: id, kinds: z.array(z.enum(['water', 'green', 'rail', 'builtUp', 'mainRoad'])).default(['water', 'green', 'rail', 'builtUp', 'mainRoad']) }),
  z.strictObject({ ...layer, kind: z.enum(['water', 'green', 'rail', 'builtUp', 'mainRoad', 'other']), name: z.string().min(1), nameColumn: column.optional(), where: z.array(where).optional() }),
]);

export const recipeSchema = z.strictObject({
  recipe: z.literal('quartierwerk-import'),
  version: z.literal(1),
  city: z.strictObject({
    bundleId: id,
    name: z.string().min(1),
    ags: z.string().regex(/^\d{8}$/),
    edition: z.string().min(1),
    title: z.string().optional(),
    licence: z.string().default(''),
    producer: z.string().default(''),
    /** Left out: 25833 east of 12° E, else 25832. */
    crs: z.enum(['EPSG:25832', 'EPSG:25833']).optional(),
    /** Invented data for trying the program. */
    demo: z.boolean().optional(),
  }),
  files: z.array(file),
  levels: z.array(level).min(1),
  topics: z.array(z.strictObject({ id, name: z.string().min(1) })).default([]),
  sources: z.array(z.strictObject({ id, title: z.string().min(1), publisher: z.string().default(''), licence: z.string().default(''), date: day.optional() })).default([]),
  indicators: z.array(indicator).default([]),
  tables: z.array(table).default([]),
  crosswalks: z.array(crosswalk).default([]),
  publishedClasses: z.array(publishedClass).default([]),
  categories: z.array(z.strictObject({ id, name: z.string().min(1), symbol: z.string().optional() })).default([]),
  targetGroups: z.array(z.strictObject({ id, name: z.string().min(1) })).default([]),
  institutions: z.array(institutions).default([]),
  addresses: z.array(addresses).default([]),
  population: population.optional(),
  streets: z.strictObject({ osm: id }).optional(),
  /** A network as an export of the program has it, in place of `streets`: nodes with number, x and y in the city's system, edges between them. */
  streetTables: z.strictObject({ nodes: id, edges: id }).optional(),
  context: z.array(context).default([]),
});

/** A recipe with every default filled in. */
export type Recipe = z.output<typeof recipeSchema>;
/** A recipe as written by hand: what has a default may be left out. */
export type RecipeInput = z.input<typeof recipeSchema>;
export type RecipeFile = Recipe['files'][number];
export type RecipeLevel = Recipe['levels'][number];
export type RecipeTable = Recipe['tables'][number];
export type RecipeIndicator = Recipe['indicators'][number];
export type RecipeInstitutions = Recipe['institutions'][number];
export type NumberFormat = z.output<typeof numbers>;
