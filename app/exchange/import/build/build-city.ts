import type { Addresses, City } from '#app/domain/city/city.ts';
import { areasOfCity } from '#app/domain/city/city-outline.ts';
import { isSymbolName } from '#app/domain/city/symbols.ts';
import { unionOf } from '#app/domain/geometry/overlay.ts';
import type { MultiPolygon } from '#app/domain/geometry/shapes.ts';
import { asId } from '#shared/ids.ts';
import type { Recipe } from '../recipe/recipe-schema.ts';
import { unusedIds } from '../recipe/references.ts';
import { writeRecipe } from '../recipe/write-recipe.ts';
import type { ImportReport } from '../report/import-report.ts';
import type { SourceReader } from '../source/source-reader.ts';
import type { ImportFile } from '../source/source.ts';
import { buildAddresses } from './build-addresses.ts';
import { buildClasses } from './build-classes.ts';
import type { PlacingContext } from './build-context.ts';
import { buildInstitutions } from './build-institutions.ts';
import type { BuiltInstitutions } from './build-institutions.ts';
import { buildLevels } from './build-levels.ts';
import type { BuiltAreas } from './build-levels.ts';
import { buildLog, hasErrors, reportOf } from './build-log.ts';
import { buildMapContext } from './build-map-context.ts';
import { buildPopulation } from './build-population.ts';
import { buildStreets } from './build-streets.ts';
import { buildValues } from './build-values.ts';
import { buildCrosswalks } from './crosswalks.ts';
import { cityCrs } from './city-crs.ts';
import { computeValues } from './computed-values.ts';
import { osmBox } from './osm/osm-box.ts';
import { citySources } from './city-sources.ts';
import { extractIds, readFiles } from './read-files.ts';
import { figureOrder } from './figure-order.ts';
import { CITY, figuresOf, valueStore } from './value-store.ts';
import type { ValueStore } from './value-store.ts';

export type BuildSteps = (step: 'files' | 'areas' | 'tables' | 'institutions' | 'population' | 'streets' | 'context', done: number, total: number) => void;

/** What the recipe makes of the files. `city` is complete only when `isSound`: with errors in the report it must not be written. */
export type BuiltCity = {
  readonly city: City;
  readonly report: ImportReport;
  readonly isSound: boolean;
  readonly areas: BuiltAreas;
  readonly institutions: BuiltInstitutions;
};

type Order = { readonly recipe: Recipe; readonly files: readonly ImportFile[]; readonly readers: readonly SourceReader[]; readonly createdAt: string };

/**
 * Recipe and files to a city and a report. Nothing is thrown for what files or recipe hold, and nothing stops at the first fault: the report holds all
 * of them. The same recipe, files and time give the same city.
 */
export async function buildCity({ recipe, files, readers, createdAt }: Order, progress: BuildSteps = () => undefined): Promise<BuiltCity> {
  const log = buildLog();
  for (const { list, ids } of unusedIds(recipe)) log.warning('files', list, 'unusedIds', { list }, ids);
  const extracts = extractIds(recipe);
  const contents = await readFiles({ wanted: recipe.files.filter(({ id }) => !extracts.has(id)), files, readers, log }, (done, total) => progress('files', done, total));
  const context: PlacingContext = { recipe, contents, log, ...cityCrs({ recipe, contents, log }) };
  progress('areas', 0, recipe.levels.length);
  const areas = buildLevels(context);
  const outline = outlineOf(areas);
  progress('population', 0, 1);
  const population = buildPopulation(context, areas.built);
  const crosswalks = buildCrosswalks(context, areas.built, population);
  const store = valueStore();
  buildValues({ context, levels: areas.built, crosswalks, store }, (done, total) => progress('tables', done, total));
  computeValues(context, areas.built, store);
  reportHidden(context, store);
  reportEarlyValues(context, areas, store.slots());
  const order = figureOrder(recipe.indicators.map(({ id }) => id), areas.areas.map(({ id }) => id));
  const { values, references } = figuresOf(store, order);
  const publishedClasses = [...buildClasses(context, areas.built)].sort(order.classes);
  progress('institutions', 0, 1);
  const addresses: Addresses | undefined = buildAddresses(context);
  const institutions = buildInstitutions(context, areas.built, addresses);
  progress('streets', 0, 1);
  const around = await readFiles({ wanted: recipe.files.filter(({ id }) => extracts.has(id)), box: osmBox(outline, context.crs), files, readers, log });
  const withExtracts: PlacingContext = { ...context, contents: new Map([...contents, ...around]) };
  const streets = buildStreets(withExtracts, outline, areas.areas);
  progress('context', 0, 1);
  const mapContext = buildMapContext(withExtracts, outline);
  const sources = citySources(recipe, [...around.values()].some(({ content }) => content.kind === 'osm'), log);
  const report = reportOf(log);
  const city: City = {
    manifest: manifestOf(context, createdAt),
    levels: areas.levels,
    areas: areas.areas,
    topics: recipe.topics.map(({ id, name }, index) => ({ id: asId(id), name, order: index + 1 })),
    indicators: recipe.indicators.map(indicatorFrom),
    values,
    referenceValues: references,
    publishedClasses,
    categories: recipe.categories.map(({ id, name, symbol }, index) => ({ id: asId(id), name, symbol: symbol ?? (isSymbolName(id) ? id : 'other'), order: index + 1 })),
    targetGroups: recipe.targetGroups.map(({ id, name }) => ({ id: asId(id), name })),
    institutions: institutions.institutions,
    population,
    streets,
    context: mapContext,
    addresses,
    sources,
    takenOver: [],
    importRecord: { recipe: new TextDecoder().decode(writeRecipe(recipe)), report: JSON.stringify(report) },
  };
  return { city, report, isSound: !hasErrors(report), areas, institutions };
}

function manifestOf({ recipe: { city }, crs }: PlacingContext, createdAt: string): City['manifest'] {
  return {
    bundleId: asId(city.bundleId),
    city: city.name,
    ags: city.ags,
    edition: city.edition,
    title: city.title ?? `${city.name} ${city.edition}`,
    licence: city.licence,
    producer: city.producer,
    created: createdAt,
    // both are made anew when the bundle is written
    schemaVersion: 0,
    contentHash: '',
    crs,
    demo: city.demo === true,
  };
}

const indicatorFrom = (indicator: Recipe['indicators'][number]): City['indicators'][number] => ({
  id: asId(indicator.id),
  title: indicator.title,
  topic: asId(indicator.topic),
  unit: indicator.unit,
  precision: indicator.decimals,
  kind: indicator.kind,
  form: indicator.form,
  direction: indicator.direction,
  numerator: indicator.numerator === undefined ? undefined : asId(indicator.numerator),
  denominator: indicator.denominator === undefined ? undefined : asId(indicator.denominator),
  interpretation: indicator.interpretation,
  process: indicator.process,
  source: indicator.source === undefined ? undefined : asId(indicator.source),
  licence: indicator.licence,
  minimumNumerator: indicator.minimumNumerator,
  minimumDenominator: indicator.minimumDenominator,
  additive: indicator.additive,
  targetGroups: indicator.targetGroups.map((id) => asId(id)),
});

/** The city as one shape: the coarsest level that holds its land, put together. */
function outlineOf({ built }: BuiltAreas): MultiPolygon {
  const shapes = areasOfCity(built.map(({ areas }) => areas)).map(({ shape }) => shape);
  return shapes.length < 2 ? shapes.flat() : unionOf(shapes);
}

/** Rates that the files give and that stay secret because one of their counts is. */
function reportHidden({ log, recipe }: PlacingContext, store: ValueStore): void {
  const hidden = store.hiddenByCounts();
  for (const { id } of recipe.indicators) {
    const own = hidden.filter(({ indicator }) => indicator === id);
    if (own.length > 0) log.warning('indicators', id, 'rateOfSecretCount', { count: own.length }, own.map(({ area, date }) => `${area === CITY ? recipe.city.name : area} ${date}`));
  }
}

/** Values from before an area's borders were drawn may be about another area of the same key. A few days before is how offices date editions. */
function reportEarlyValues({ log, recipe }: PlacingContext, { areas }: BuiltAreas, slots: readonly { readonly area: string; readonly date: string }[]): void {
  const validFrom = new Map(areas.flatMap(({ id, validFrom: from, level }) => (from === undefined ? [] : [[id as string, { from, level }] as const])));
  const years = new Map<string, Set<string>>();
  for (const { area, date } of slots) {
    const valid = validFrom.get(area);
    if (valid !== undefined && Number(date.slice(0, 4)) + 1 < Number(valid.from.slice(0, 4))) years.set(valid.level, (years.get(valid.level) ?? new Set()).add(date.slice(0, 4)));
  }
  for (const { id } of recipe.levels) if (years.has(id)) log.warning('areas', id, 'valuesBeforeValid', {}, [...years.get(id)!].sort());
}
