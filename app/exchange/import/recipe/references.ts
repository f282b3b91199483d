import type { ListName } from './lists.ts';
import type { Recipe } from './recipe-schema.ts';

/** An id of one list used somewhere else in the recipe. */
export type Reference = { readonly path: readonly (string | number)[]; readonly list: ListName; readonly id: string };

/** Every use of an id, with its place. */
export const referencesOf = (recipe: Recipe): readonly Reference[] => [
  ...recipe.levels.flatMap((level, index) => levelReferences(level, ['levels', index])),
  ...recipe.indicators.flatMap((indicator, index) => indicatorReferences(indicator, ['indicators', index])),
  ...recipe.tables.flatMap((table, index) => tableReferences(table, ['tables', index])),
  ...recipe.crosswalks.flatMap(({ level, method }, index) => [use(['crosswalks', index, 'level'], 'levels', level), use(['crosswalks', index, 'method', 'file'], 'files', method.file)]),
  ...recipe.publishedClasses.flatMap(({ file, area }, index) => [use(['publishedClasses', index, 'file'], 'files', file), use(['publishedClasses', index, 'area', 'level'], 'levels', area.level)]),
  ...recipe.institutions.flatMap((list, index) => institutionReferences(list, ['institutions', index])),
  ...recipe.addresses.map(({ file }, index) => use(['addresses', index, 'file'], 'files', file)),
  ...populationReferences(recipe),
  ...(recipe.streets === undefined ? [] : [use(['streets', 'osm'], 'files', recipe.streets.osm)]),
  ...(recipe.streetTables === undefined ? [] : [use(['streetTables', 'nodes'], 'files', recipe.streetTables.nodes), use(['streetTables', 'edges'], 'files', recipe.streetTables.edges)]),
  ...recipe.context.map((part, index) => ('osm' in part ? use(['context', index, 'osm'], 'files', part.osm) : use(['context', index, 'file'], 'files', part.file))),
];

type Path = Reference['path'];
const use = (path: Path, list: ListName, id: string): Reference => ({ path, list, id });
const maybe = (path: Path, list: ListName, id: string | undefined): Reference[] => (id === undefined ? [] : [use(path, list, id)]);
const all = (path: Path, list: ListName, ids: readonly string[]): Reference[] => ids.map((id, index) => use([...path, index], list, id));
const assigned = (path: Path, list: ListName, assign: Readonly<Record<string, string>>): Reference[] => Object.entries(assign).map(([text, id]) => use([...path, text], list, id));

const levelReferences = ({ nestsIn, areas, residential }: Recipe['levels'][number], path: Path): Reference[] => [
  ...maybe([...path, 'nestsIn'], 'levels', nestsIn),
  'dissolve' in areas ? use([...path, 'areas', 'dissolve'], 'levels', areas.dissolve) : use([...path, 'areas', 'file'], 'files', areas.file),
  ...maybe([...path, 'residential', 'file'], 'files', residential?.file),
];

const indicatorReferences = (indicator: Recipe['indicators'][number], path: Path): Reference[] => [
  use([...path, 'topic'], 'topics', indicator.topic),
  ...maybe([...path, 'numerator'], 'indicators', indicator.numerator),
  ...maybe([...path, 'denominator'], 'indicators', indicator.denominator),
  ...maybe([...path, 'source'], 'sources', indicator.source),
  ...maybe([...path, 'cityFrom'], 'levels', indicator.cityFrom),
  ...maybe([...path, 'changeOf', 'indicator'], 'indicators', indicator.changeOf?.indicator),
  ...all([...path, 'sumOf'], 'indicators', indicator.sumOf ?? []),
  ...all([...path, 'targetGroups'], 'targetGroups', indicator.targetGroups),
  ...all([...path, 'aggregateTo'], 'levels', indicator.aggregateTo),
];

const tableReferences = (table: Recipe['tables'][number], path: Path): Reference[] => [
  use([...path, 'file'], 'files', table.file),
  ...('level' in table.area ? [use([...path, 'area', 'level'], 'levels', table.area.level), ...maybe([...path, 'area', 'crosswalk'], 'crosswalks', table.area.crosswalk)] : []),
  ...assigned([...path, 'indicator', 'assign'], 'indicators', table.indicator?.assign ?? {}),
  ...table.values.flatMap(({ indicator }, index) => maybe([...path, 'values', index, 'indicator'], 'indicators', indicator)),
];

function institutionReferences(list: Recipe['institutions'][number], path: Path): Reference[] {
  const { category, targetGroups } = list;
  return [
    use([...path, 'file'], 'files', list.file),
    ...maybe([...path, 'source'], 'sources', list.source),
    ...maybe([...path, 'declaredArea', 'level'], 'levels', list.declaredArea?.level),
    ...('fixed' in category
      ? [use([...path, 'category', 'fixed'], 'categories', category.fixed)]
      : [...assigned([...path, 'category', 'assign'], 'categories', category.assign), ...maybe([...path, 'category', 'otherwise'], 'categories', category.otherwise)]),
    ...(targetGroups === undefined ? [] : targetGroupReferences(targetGroups, [...path, 'targetGroups'])),
  ];
}

function targetGroupReferences(groups: NonNullable<Recipe['institutions'][number]['targetGroups']>, path: Path): Reference[] {
  if ('fixed' in groups) return all([...path, 'fixed'], 'targetGroups', groups.fixed);
  return 'flags' in groups ? assigned([...path, 'flags'], 'targetGroups', groups.flags) : assigned([...path, 'assign'], 'targetGroups', groups.assign);
}

function populationReferences({ population }: Recipe): Reference[] {
  if (population === undefined) return [];
  const path = ['population', 'from'];
  return [use([...path, 'file'], 'files', population.from.file), ...(population.from.by === 'areas' ? [use([...path, 'area', 'level'], 'levels', population.from.area.level)] : [])];
}

/** Ids that nothing uses, by list. Levels, tables and lists of institutions are there for themselves. */
export function unusedIds(recipe: Recipe): readonly { readonly list: ListName; readonly ids: readonly string[] }[] {
  const used = new Set(referencesOf(recipe).map(({ list, id }) => `${list} ${id}`));
  const computed = new Set(recipe.indicators.filter(({ computedPer, sumOf, changeOf }) => (computedPer ?? sumOf ?? changeOf) !== undefined).map(({ id }) => id));
  return (['files', 'topics', 'sources', 'indicators', 'crosswalks', 'categories', 'targetGroups'] as const)
    .map((list) => ({ list, ids: recipe[list].map(({ id }) => id).filter((id) => !used.has(`${list} ${id}`) && !(list === 'indicators' && computed.has(id))) }))
    .filter(({ ids }) => ids.length > 0);
}
