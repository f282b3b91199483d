import type { Nearby } from '#app/domain/geometry/crs-finding.ts';
import { shapefileOf } from '#app/domain/source/shapefile-parts.ts';
import { recipeSchema } from '../recipe/recipe-schema.ts';
import type { Recipe, RecipeInput } from '../recipe/recipe-schema.ts';
import type { SourceLayer, SourceTable } from '../source/source.ts';
import { findAreaColumn } from './area-column.ts';
import { tableShape } from './table-shape.ts';
import { cityWords } from './propose/city-words.ts';
import { fileStem, sharedBeginningOf, subjectOf } from './propose/file-words.ts';
import { idGiver, slug } from '#app/domain/source/plain-ids.ts';
import { daysOf, keepRecipe, listsOf } from './propose/kept-recipe.ts';
import { knownAreas } from './propose/known-areas.ts';
import { kommonitorMetadata } from './propose/kommonitor/kommonitor-metadata.ts';
import { withSpatialUnits } from './propose/kommonitor/kommonitor-levels.ts';
import { withKommonitor } from './propose/kommonitor/with-kommonitor.ts';
import { labelLists } from './propose/label-lists.ts';
import { TOPICS } from './propose/indicator-words.ts';
import { proposeClasses } from './propose/published-classes.ts';
import { proposeInstitutions } from './propose/propose-institutions.ts';
import { proposeAddresses } from './propose/propose-addresses.ts';
import { inFile, layerSystems, systemQuestion } from './propose/layer-systems.ts';
import { proposeLevels } from './propose/propose-levels.ts';
import { proposeTable, unused } from './propose/propose-table.ts';
import { looksLikePersons } from './propose/person-rows.ts';
import type { TableOutcome } from './propose/propose-table.ts';
import { isPointLayer, layerTable } from './propose/proposal-parts.ts';
import type { CategoryInput, CityName, GroupInput, LevelInput, Proposal, Question, RecogniseSource } from './propose/proposal-parts.ts';
import { withShares } from './propose/share-indicators.ts';
import { sheetGroups } from './propose/sheets-of-years.ts';
import type { TableContext, TablePlace } from './propose/table-context.ts';
import { tableDates } from './propose/table-dates.ts';
import { withoutTwins } from './propose/twin-lists.ts';
import type { FoundList } from './propose/twin-lists.ts';

export type { CityName, Proposal, Question, RecogniseSource } from './propose/proposal-parts.ts';

/**
 * A recipe for these files with every decision that can be read from them, and a question for each that cannot; the recipe holds the first choice of every
 * question, so that it runs as it is. With a recipe given only what it does not use yet is added (`keepRecipe`). What is left out is named in a question; nothing is
 * guessed about areas that are not equal, and rows that look like persons are not read.
 *
 * Without any outlines the answer has no levels and asks for them.
 */
export function proposeRecipe(sources: readonly RecogniseSource[], recipe: Recipe | undefined, given: CityName): Proposal {
  const decided = new Set((recipe?.files ?? []).filter(({ crs, swapAxes }) => crs !== undefined || swapAxes).map(({ path }) => path));
  const { sources: whole, proposals: systems, nearby } = layerSystems(sources.filter(({ file }) => shapefileOf(file, sources.map((source) => source.file)) === undefined), decided);
  const before = recipe === undefined || recipe.levels.length === 0 ? undefined : keepRecipe(recipe, whole);
  const { city, questions: cityQuestions } = before === undefined ? cityWords(given, whole) : { city: before.recipe.city, questions: [] };
  const earlierFiles = before?.recipe.files ?? recipe?.files ?? [];
  const giveFile = idGiver(before?.recipe.files.map(({ id }) => id));
  const fileIds = new Map<string, string>();
  for (const { file } of whole) fileIds.set(file, before?.recipe.files.find(({ path }) => path === file || (before.used.has(file) && baseName(path) === baseName(file)))?.id ?? giveFile(slug(fileStem(file))));
  const drafted = proposeLevels(whole, { ...given, ...city }, fileIds);
  const kommonitor = kommonitorMetadata(whole);
  const named = withSpatialUnits(drafted.levels, kommonitor, fileIds);
  const { levels, known } = before === undefined ? { ...drafted, levels: named.levels } : completedLevels(before.recipe, drafted.levels, drafted.known, fileIds, whole);
  const fresh = whole.filter(({ file }) => before?.used.has(file) !== true && !kommonitor.files.has(file));
  const context = contextFor(before?.recipe, { ...given, ...city }, known, fresh, before === undefined ? new Map() : daysOf(before.recipe, (id) => whole.find(({ file }) => fileIds.get(file) === id)));
  const found = readSources(fresh, context, { fileIds, levelLayers: drafted.usedLayers, nearby }, before?.recipe.addresses.length ?? 0);
  const described = withKommonitor(context, kommonitor, { fileIds, recipe: before?.recipe });
  const sourceOf = (id: string): RecogniseSource | undefined => whole.find(({ file }) => fileIds.get(file) === id);
  const lists = withoutTwins(found.institutions, before === undefined ? [] : listsOf(before.recipe, sourceOf));
  const giveList = idGiver(before?.recipe.institutions.map(({ id }) => id));
  // an address is no place as long as no file says where addresses lie
  const hasAddresses = (before?.recipe.addresses.length ?? 0) > 0 || found.addresses.length > 0;
  const institutions = lists.kept.map(({ draft, subject }) => ({ id: giveList(slug(subject)), ...draft.input, place: (draft.input.place ?? []).filter(({ by }) => by !== 'address' || hasAddresses) }));
  const firstList = before?.recipe.institutions.length ?? 0;
  const categories = uniqueById<CategoryInput>([...(before?.recipe.categories ?? []), ...lists.kept.flatMap(({ draft }) => draft.categories)]);
  const population = before?.recipe.population ?? [...context.populations].sort((a, b) => b.areas - a.areas || (a.population.date < b.population.date ? 1 : -1))[0]?.population;
  const osm = fresh.filter(({ content }) => content.kind === 'osm').map(({ file }) => fileIds.get(file)!);
  const indicators = [...(before?.recipe.indicators ?? []), ...withShares(context, levels).filter(({ id }) => before?.recipe.indicators.some((one) => one.id === id) !== true)];
  const usedFiles = new Set([...before?.recipe.files.map(({ id }) => id) ?? [], ...idsUsed(levels, context.tables, [...institutions, ...found.addresses], found.classes, osm)]);
  const added = whole.filter(({ file }) => usedFiles.has(fileIds.get(file)!) && before?.recipe.files.some(({ id }) => id === fileIds.get(file)) !== true)
    .map(({ file }) => inFile({ ...earlierFiles.find(({ path }) => path === file), id: fileIds.get(file)!, path: file }, systems.get(file)));
  const files = [...(before?.recipe.files ?? []), ...added];
  const input: RecipeInput = {
    ...(before?.recipe ?? {}),
    recipe: 'quartierwerk-import',
    version: 1,
    city,
    files,
    levels: [...levels],
    topics: [...(before?.recipe.topics ?? []), ...TOPICS.filter(({ id }) => indicators.some(({ topic }) => topic === id) && before?.recipe.topics.some((topic) => topic.id === id) !== true), ...described.topics],
    sources: [...(before?.recipe.sources ?? []), ...described.sources],
    indicators,
    tables: context.tables,
    publishedClasses: [...(before?.recipe.publishedClasses ?? []), ...found.classes],
    categories,
    targetGroups: uniqueById<GroupInput>([...(before?.recipe.targetGroups ?? []), ...lists.kept.flatMap(({ draft }) => draft.targetGroups)]),
    institutions: [...(before?.recipe.institutions ?? []), ...institutions],
    addresses: [...(before?.recipe.addresses ?? []), ...found.addresses],
    ...(population === undefined ? {} : { population }),
    ...(before?.recipe.streets !== undefined ? { streets: before.recipe.streets } : osm[0] === undefined ? {} : { streets: { osm: osm[0] } }),
    context: [...(before?.recipe.context ?? []), ...osm.map((id) => ({ osm: id }))],
  };
  const listQuestions = lists.kept.flatMap(({ draft }, at) => draft.questions.map((question): Question => ({ ...question, path: ['institutions', firstList + at, 'place', draft.crsStep ?? 0, 'crs'] })));
  const systemQuestions = added.flatMap((file, at) => (systems.has(file.path) ? [systemQuestion(file, (before?.recipe.files.length ?? 0) + at, systems.get(file.path)!)] : []));
  const leftOut = leftOutQuestions([...found.unused, ...lists.left.map(({ file, other }) => ({ file, sheet: undefined, reason: 'listTwice', details: { other } }))]);
  const finished = checked(input);
  return { recipe: finished, questions: [...cityQuestions, ...(before?.questions ?? []), ...(before === undefined ? [...drafted.questions, ...named.questions(finished)] : []), ...systemQuestions, ...withoutNeedless(context.questions, population !== undefined), ...described.questions(finished), ...listQuestions, ...leftOut] };
}

/** Why people by age are missing is said once, and only where no other table has them. */
const withoutNeedless = (questions: readonly Question[], known: boolean): readonly Question[] =>
  questions.filter((question, at) => question.code !== 'populationAges' || (!known && questions.findIndex(({ code }) => code === 'populationAges') === at));

const baseName = (path: string): string => path.replace(/^.*[/\\]/, '').toLowerCase();

/** A recipe needs a level; without outlines the draft has none and the question says so. */
function checked(input: RecipeInput): Recipe {
  if (input.levels.length > 0) return recipeSchema.parse(input);
  const placeholder: LevelInput = { id: 'none', name: 'none', singular: 'none', plural: 'none', areas: { dissolve: 'none' } };
  return { ...recipeSchema.parse({ ...input, levels: [placeholder] }), levels: [] };
}

/** The recipe's levels stay; layers it does not use become further levels. */
function completedLevels(recipe: Recipe, drafted: readonly LevelInput[], known: TableContext['levels'], fileIds: ReadonlyMap<string, string>, sources: readonly RecogniseSource[]): { readonly levels: readonly LevelInput[]; readonly known: TableContext['levels'] } {
  const sourceOf = (id: string): RecogniseSource | undefined => sources.find(({ file }) => fileIds.get(file) === id);
  const kept = knownAreas(recipe, sourceOf);
  const give = idGiver(recipe.levels.map(({ id }) => id));
  const names = new Map<string, string>();
  for (const level of drafted) {
    const { areas } = level;
    const same = 'file' in areas ? recipe.levels.find((one) => 'file' in one.areas && one.areas.file === areas.file && (one.areas.layer ?? '') === (areas.layer ?? '')) : recipe.levels.find((one) => 'dissolve' in one.areas && one.areas.whole !== undefined);
    const twin = known.find((one) => one.level === level.id);
    const alike = twin && kept.find((one) => one.areas.length === twin.areas.length && one.areas.every(({ name }) => twin.areas.some((other) => other.name === name)));
    const existing = same?.id ?? alike?.level;
    names.set(level.id, existing ?? give(level.id));
  }
  const added = drafted.filter((level) => !recipe.levels.some(({ id }) => id === names.get(level.id)) && 'file' in level.areas).map((level): LevelInput => ({ ...level, id: names.get(level.id)!, ...(level.nestsIn === undefined ? {} : { nestsIn: names.get(level.nestsIn)! }) }));
  return { levels: [...recipe.levels, ...added], known: [...kept, ...known.filter((one) => added.some(({ id }) => id === names.get(one.level))).map((one) => ({ ...one, level: names.get(one.level)! }))] };
}

function contextFor(before: Recipe | undefined, city: CityName, known: TableContext['levels'], sources: readonly RecogniseSource[], provided: TableContext['provided']): TableContext {
  const stems = sources.map(({ file }) => fileStem(file));
  return {
    city,
    levels: known,
    sharedBeginning: sharedBeginningOf(stems),
    lists: labelLists(sources),
    indicators: new Map((before?.indicators ?? []).map((input) => [input.id, { input, guess: undefined }])),
    provided,
    tables: [...(before?.tables ?? [])],
    questions: [],
    populations: [],
    giveIndicator: idGiver(before?.indicators.map(({ id }) => id)),
    giveTable: idGiver(before?.tables.map(({ id }) => id)),
  };
}

type LeftOut = { readonly file: string; readonly sheet: string | undefined; readonly reason: string; readonly details?: Question['details'] };
/** What is known around the tables: ids of files, layers that are levels, the city's place. */
type Surroundings = { readonly fileIds: ReadonlyMap<string, string>; readonly levelLayers: ReadonlySet<SourceLayer>; readonly nearby: Nearby | undefined };
type Found = { readonly institutions: FoundList[]; readonly classes: NonNullable<RecipeInput['publishedClasses']>; readonly addresses: NonNullable<RecipeInput['addresses']>; readonly unused: LeftOut[] };

/** Every sheet and layer once: as classes, as a list of institutions, or as a table of figures. */
function readSources(sources: readonly RecogniseSource[], context: TableContext, { fileIds, levelLayers, nearby }: Surroundings, firstAddresses: number): Found {
  const found: Found = { institutions: [], classes: [], addresses: [], unused: [] };
  const classDays = new Set<string>();
  const figures: { readonly days: number; readonly read: () => void }[] = [];
  const read = (table: SourceTable, layer: SourceLayer | undefined, place: TablePlace, single: boolean): void => {
    const leave = (outcome: TableOutcome): void => {
      if (outcome.kind === 'unused') found.unused.push({ file: place.fileName, sheet: single ? undefined : (layer?.name ?? table.name), reason: outcome.reason, ...(outcome.details === undefined ? {} : { details: outcome.details }) });
    };
    const shape = tableShape(table, context.city.name);
    if (shape === undefined) return leave(unused('noTable'));
    if (looksLikePersons(shape)) return leave(unused('persons', { rows: shape.rows.to - shape.rows.from + 1 }));
    const seen = { table, shape, found: findAreaColumn(table, shape, context.levels) };
    const subject = subjectOf(layer !== undefined && !single ? layer.name : fileStem(place.fileName), context.city.name, context.sharedBeginning);
    const classes = layer === undefined && place.sheets === undefined ? proposeClasses(seen, place, context.city.edition) : undefined;
    if (classes !== undefined && !classes.days.some((day) => classDays.has(`${classes.input.area.level} ${day}`))) {
      found.classes.push(classes.input);
      for (const day of classes.days) classDays.add(`${classes.input.area.level} ${day}`);
    }
    const addresses = proposeAddresses(seen, layer, place, nearby);
    if (addresses !== undefined) {
      found.addresses.push(addresses.input);
      addresses.questions.forEach((question) => context.questions.push({ ...question, path: ['addresses', firstAddresses + found.addresses.length - 1, 'place', 'crs'] }));
      return;
    }
    const list = proposeInstitutions(seen, layer, place, { subject, nearby });
    if (list !== undefined) {
      found.institutions.push({ file: place.fileName, subject: subject === '' ? fileStem(place.fileName) : subject, draft: list });
      return;
    }
    const days = place.sheets?.length ?? tableDates(table, shape, place.sheet, fileStem(place.fileName), context.city.edition).days.length;
    figures.push({ days, read: () => {
      const outcome: TableOutcome = layer !== undefined && isPointLayer(layer) ? unused('noFigures') : proposeTable(seen, place, context);
      const explainsIds = context.lists.has(fileStem(place.fileName));
      // outlines without figures are used as a level, short lists explain ids, classes are used as such
      if (classes === undefined && !explainsIds && !(layer !== undefined && levelLayers.has(layer))) leave(outcome);
    } });
  };
  for (const { file, content } of sources) {
    if (content.kind === 'osm') continue;
    const place = { fileId: fileIds.get(file)!, fileName: file };
    const tables = content.kind === 'tables' ? content.tables : (content.tables ?? []);
    const groups = sheetGroups(tables, context.city.name);
    const single = groups.length <= 1 && (content.kind === 'tables' || content.layers.length === 0);
    for (const { table, sheets } of groups) read(table, undefined, { ...place, ...(sheets !== undefined ? { sheets } : tables.length > 1 || content.kind === 'layers' ? { sheet: table.name } : {}) }, single);
    if (content.kind === 'layers') for (const layer of content.layers) read(layerTable(layer), layer, { ...place, layer: layer.name }, content.layers.length === 1);
  }
  // where two tables give one figure, the longer series is taken
  for (const { read: readFigures } of [...figures].sort((a, b) => b.days - a.days)) readFigures();
  return found;
}

const uniqueById = <Item extends { readonly id: string }>(items: readonly Item[]): Item[] => items.filter((item, at) => items.findIndex(({ id }) => id === item.id) === at);

function idsUsed(levels: readonly LevelInput[], tables: readonly { readonly file: string }[], institutions: readonly { readonly file: string }[], classes: readonly { readonly file: string }[], osm: readonly string[]): readonly string[] {
  return [...levels.flatMap(({ areas }) => ('file' in areas ? [areas.file] : [])), ...[...tables, ...institutions, ...classes].map(({ file }) => file), ...osm];
}

/** Persons are asked about one by one, because it matters; the rest is told file by file. */
const leftOutQuestions = (unused: readonly LeftOut[]): Question[] =>
  unused.map(({ file, sheet, reason, details }) => ({ code: reason === 'persons' ? 'persons' : 'unused', path: ['files'], details: { file, ...(sheet === undefined ? {} : { sheet }), reason, ...details }, choices: [] }));
