import type { City } from '#app/domain/city/city.ts';
import type { RecipeInput } from '#app/exchange/import/recipe/recipe-schema.ts';
import { ageColumn, LIST_SEPARATOR } from './city-tables.ts';
import { shapesFile, WKT_COLUMN } from './shape-tables.ts';

export const RECIPE_FILE = 'recipe.json';

/**
 * The recipe that makes the same city again out of the tables of an export, outlines and ground of the map as WKT. Names of columns are those of `city-tables.ts`. What a recipe cannot say is left out: reference values of levels other than the city, counts of a rate that are
 * no indicators of the city, and layers of map ground without a shape.
 */
export function cityRecipe(city: City): RecipeInput {
  const { manifest, population } = city;
  const csv = (table: string) => ({ id: table, path: `${table}.csv`, encoding: 'utf-8', delimiter: ';' as const, apostrophes: true });
  const numbers = { decimal: ',' as const, thousands: '' as const };
  const coordinates = { by: 'coordinates' as const, x: 'x', y: 'y', crs: manifest.crs, numbers };
  const used: [string, boolean][] = [
    ['indicator_value', city.values.length > 0], ['reference_value', cityReferences(city)], ['published_class', city.publishedClasses.length > 0], ['institution', city.institutions.length > 0],
    ['population_cell', population !== undefined], ['address', city.addresses !== undefined], ['street_node', city.streets !== undefined], ['street_edge', city.streets !== undefined],
  ];
  const shapes: [string, boolean][] = [['area', true], ['area_residential', city.areas.some(({ residential }) => residential !== undefined)], ['context', city.context.some(({ shapes: inside }) => inside.length > 0)]];
  const known = new Set(city.indicators.map(({ id }) => id));
  const levelsOfValues = levelsWith(city, city.values.map(({ area }) => area));
  return {
    recipe: 'quartierwerk-import',
    version: 1,
    city: {
      bundleId: manifest.bundleId, name: manifest.city, ags: manifest.ags, edition: manifest.edition, title: manifest.title, licence: manifest.licence, producer: manifest.producer, crs: manifest.crs,
      ...(manifest.demo ? { demo: true } : {}),
    },
    files: [...shapes.flatMap(([table, has]) => (has ? [{ ...csv(table), path: shapesFile(table), wkt: { column: WKT_COLUMN, crs: manifest.crs } }] : [])), ...used.flatMap(([table, has]) => (has ? [csv(table)] : []))],
    levels: city.levels.map((level) => levelEntry(city, level)),
    topics: city.topics.map(({ id, name }) => ({ id, name })),
    sources: city.sources.map(({ id, title, publisher, licence, date }) => ({ id, title, publisher, licence, ...(date === undefined ? {} : { date }) })),
    indicators: city.indicators.map((indicator) => ({
      id: indicator.id, title: indicator.title, topic: indicator.topic, unit: indicator.unit, decimals: indicator.precision, kind: indicator.kind, form: indicator.form, direction: indicator.direction,
      ...(indicator.numerator !== undefined && known.has(indicator.numerator) ? { numerator: indicator.numerator } : {}),
      ...(indicator.denominator !== undefined && known.has(indicator.denominator) ? { denominator: indicator.denominator } : {}),
      interpretation: indicator.interpretation, process: indicator.process,
      ...(indicator.source === undefined ? {} : { source: indicator.source }),
      licence: indicator.licence, minimumNumerator: indicator.minimumNumerator, minimumDenominator: indicator.minimumDenominator, additive: indicator.additive, targetGroups: [...indicator.targetGroups],
    })),
    tables: [
      ...levelsOfValues.map((level) => ({ id: `values-${level}`, file: 'indicator_value', where: [{ column: 'level', is: [level] }], area: { column: 'area', level }, ...figureColumns(city, city.values) })),
      ...(cityReferences(city) ? [{ id: 'city-values', file: 'reference_value', where: [{ column: 'level', is: ['city'] }], area: { city: true as const }, ...figureColumns(city, city.referenceValues) }] : []),
    ],
    publishedClasses: [...new Set(city.publishedClasses.map(({ index }) => index))].sort().flatMap((index) =>
      levelsWith(city, city.publishedClasses.filter((row) => row.index === index).map(({ area }) => area)).map((level) => ({
        index, file: 'published_class', where: [{ column: 'index_id', is: [index] }, { column: 'level', is: [level] }], area: { column: 'area', level }, date: { column: 'date', form: 'day' as const },
        status: { column: 'status', assign: { high: 'high' as const, middle: 'middle' as const, low: 'low' as const, very_low: 'veryLow' as const } },
        trend: { column: 'trend', assign: { positive: 'positive' as const, stable: 'stable' as const, negative: 'negative' as const } },
      }))),
    categories: city.categories.map(({ id, name, symbol }) => ({ id, name, symbol })),
    targetGroups: city.targetGroups.map(({ id, name }) => ({ id, name })),
    institutions: sourcesOfInstitutions(city).map((source) => ({
      id: `institutions-${source ?? 'none'}`, file: 'institution', where: [{ column: 'source', is: [source ?? ''] }], key: { column: 'id' }, name: 'name',
      category: { column: 'category', assign: Object.fromEntries(city.categories.map(({ id }) => [id, id])) },
      targetGroups: { column: 'target_groups', separator: LIST_SEPARATOR, assign: Object.fromEntries(city.targetGroups.map(({ id }) => [id, id])) },
      address: 'address', postcode: 'postcode', contact: 'contact', website: 'website', provider: 'provider', openingHours: 'opening_hours', languages: { column: 'languages', separator: LIST_SEPARATOR },
      programme: 'programme', capacity: { column: 'capacity', numbers }, reach: { column: 'reach' }, barrierFree: { column: 'barrier_free' }, fixedTerm: { column: 'fixed_term' }, fixedTermEnd: 'fixed_term_end',
      openedOn: 'opened_on', closedOn: 'closed_on', verifiedOn: { column: 'verified_on' }, public: { column: 'public', assign: { 1: true, 0: false } },
      ...(source === undefined ? {} : { source }), place: [coordinates], placement: 'placement',
    })),
    addresses: city.addresses === undefined ? [] : [{ file: 'address', street: 'street', houseNumber: 'house_number', postcode: 'postcode', place: coordinates }],
    ...(population === undefined ? {} : {
      population: {
        date: population.date,
        ageGroups: population.ageGroups.map(({ id, name, from, to }, index) => ({ id, name, from, ...(to === undefined ? {} : { to }), column: ageColumn(index) })),
        from: { ...coordinates, file: 'population_cell', ...(population.cellSize === undefined ? {} : { cellSize: population.cellSize }) },
        numbers,
      },
    }),
    ...(city.streets === undefined ? {} : { streetTables: { nodes: 'street_node', edges: 'street_edge' } }),
    context: city.context.flatMap(({ kind, name, shapes }, index) =>
      shapes.length === 0 ? [] : [{ file: 'context', where: [{ column: 'layer', is: [String(index + 1)] }], kind, name, nameColumn: 'name' }]),
  };
}

function levelEntry(city: City, { id, name, singular, plural, order, nestsIn }: City['levels'][number]): RecipeInput['levels'][number] {
  const areas = city.areas.filter(({ level }) => level === id);
  const has = (wanted: (area: City['areas'][number]) => unknown): boolean => areas.some((area) => wanted(area) !== undefined);
  return {
    id, name, singular, plural, order,
    ...(nestsIn === undefined ? {} : { nestsIn }),
    areas: {
      file: 'area', where: [{ column: 'level', is: [id] }], key: { column: 'id' }, name: { column: 'name' }, shortName: 'short_name',
      ...(nestsIn === undefined || !has(({ parent }) => parent) ? {} : { parent: { by: 'column' as const, column: 'parent' } }),
      ...(has(({ validFrom }) => validFrom) ? { validFrom: { column: 'valid_from' } } : {}),
      ...(has(({ validTo }) => validTo) ? { validTo: { column: 'valid_to' } } : {}),
    },
    ...(has(({ residential }) => residential) ? { residential: { file: 'area_residential', area: 'area' } } : {}),
  };
}

/** Levels of the city that any of these areas belong to, in the city's order. */
function levelsWith(city: City, areas: readonly City['areas'][number]['id'][]): readonly string[] {
  const wanted = new Set(areas);
  const levels = new Set(city.areas.filter(({ id }) => wanted.has(id)).map(({ level }) => level));
  return city.levels.map(({ id }) => id).filter((id) => levels.has(id));
}

const cityReferences = ({ referenceValues }: City): boolean => referenceValues.some(({ level }) => level === 'city');

/** Signs of the export are those every recipe knows; numbers have a decimal comma and nothing between thousands. */
function figureColumns(city: City, rows: readonly { readonly indicator: string }[]) {
  const named = new Set(rows.map(({ indicator }) => indicator));
  return {
    date: { column: 'date', form: 'day' as const },
    indicator: { column: 'indicator', assign: Object.fromEntries(city.indicators.filter(({ id }) => named.has(id)).map(({ id }) => [id, id])) },
    numbers: { decimal: ',' as const, thousands: '' as const },
    values: [{ column: 'value' }, { column: 'numerator', part: 'numerator' as const }, { column: 'denominator', part: 'denominator' as const }],
  };
}

/** In the order in which they first stand in the city: the lists are put together again one after the other. */
const sourcesOfInstitutions = ({ institutions }: City): readonly (string | undefined)[] => [...new Set(institutions.map(({ source }) => source))];
