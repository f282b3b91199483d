import type { Recipe } from '../../recipe/recipe-schema.ts';

type Path = readonly (string | number)[];
/** A day that a recipe says once for a whole file. `area`: it tells how long outlines are valid and says nothing about the day of figures. */
export type FixedDay = { readonly path: Path; readonly day: string; readonly of: 'figures' | 'area' };
/** What a recipe reads from one place of a file. `path` leads to the entry with `file`. */
export type FilePart = {
  readonly path: Path;
  readonly kind: 'rows' | 'shapes' | 'osm';
  readonly sheet?: string | undefined;
  readonly sheets?: readonly string[] | undefined;
  readonly layer?: string | undefined;
  readonly header: readonly [number, number];
  /** Columns that have to be there; those with a pattern differ from file to file. */
  readonly columns: readonly string[];
  readonly days: readonly FixedDay[];
};

type TextFrom = Recipe['institutions'][number]['name'] | undefined;
type Where = { readonly where?: readonly { readonly column: string }[] | undefined };
type Entry = { readonly sheet?: string | undefined; readonly layer?: string | undefined; readonly header?: readonly [number, number] };

const FIRST_ROW = [1, 1] as const;

/** Everything a recipe reads from a file, one part for every reference to it. */
export function partsReading(recipe: Recipe, fileId: string): readonly FilePart[] {
  const parts: FilePart[] = [];
  const add = (path: Path, kind: FilePart['kind'], entry: Entry, columns: readonly (string | undefined)[], days: readonly FixedDay[] = []): void => {
    const { sheet, layer, header = FIRST_ROW } = entry;
    parts.push({ path, kind, sheet, layer, header, columns: columns.filter((column) => column !== undefined).filter((column) => !column.includes('{')), days });
  };
  recipe.levels.forEach(({ areas, residential }, at) => {
    const path = ['levels', at, 'areas'];
    if ('file' in areas && areas.file === fileId) {
      const days = (['validFrom', 'validTo'] as const).flatMap((end): FixedDay[] => (typeof areas[end] === 'string' ? [{ path: [...path, end], day: areas[end], of: 'area' }] : []));
      add(path, 'shapes', areas, [areas.key.column, areas.name.column, areas.shortName, areas.parent?.by === 'column' ? areas.parent.column : undefined, columnOf(areas.validFrom), columnOf(areas.validTo), ...whereOf(areas)], days);
    }
    if (residential?.file === fileId) add(['levels', at, 'residential'], 'shapes', residential, [residential.area]);
  });
  recipe.tables.forEach((table, at) => {
    if (table.file !== fileId) return;
    const path = ['tables', at];
    const days = table.values.flatMap(({ date }, index): FixedDay[] => (date === undefined ? [] : [{ path: [...path, 'values', index, 'date'], day: date, of: 'figures' }]));
    const columns = [...('column' in table.area ? [table.area.column, table.area.checkName] : []), columnOf(table.date), table.indicator?.column, ...table.values.map(({ column }) => column), ...table.fillDown, ...whereOf(table)];
    add(path, 'rows', { ...table, sheet: table.sheets === undefined ? table.sheet : undefined }, columns, [...fixedOf(table.date, [...path, 'date', 'fixed']), ...days]);
    if (table.sheets !== undefined) parts.push({ ...parts.pop()!, sheets: table.sheets });
  });
  recipe.crosswalks.forEach(({ method }, at) => {
    if (method.file !== fileId) return;
    if (method.by === 'table') add(['crosswalks', at, 'method'], 'rows', method, [method.from, method.to, method.share]);
    else add(['crosswalks', at, 'method'], 'shapes', method, [method.key.column]);
  });
  recipe.publishedClasses.forEach((classes, at) => {
    if (classes.file !== fileId) return;
    const path = ['publishedClasses', at];
    add(path, 'rows', classes, [classes.area.column, columnOf(classes.date), classes.status?.column, classes.trend?.column, ...whereOf(classes)], fixedOf(classes.date, [...path, 'date', 'fixed']));
  });
  recipe.institutions.forEach((list, at) => {
    if (list.file !== fileId) return;
    const path = ['institutions', at];
    add(path, list.place.length > 0 && list.place.every(({ by }) => by === 'geometry') ? 'shapes' : 'rows', list, institutionColumns(list), typeof list.verifiedOn === 'string' ? [{ path: [...path, 'verifiedOn'], day: list.verifiedOn, of: 'figures' }] : []);
  });
  recipe.addresses.forEach((one, at) => {
    if (one.file === fileId) add(['addresses', at], one.place.by === 'geometry' ? 'shapes' : 'rows', one, [one.street, ...textColumns(one.houseNumber), one.postcode, ...(one.place.by === 'coordinates' ? [one.place.x, one.place.y] : [])]);
  });
  const { population, streets, streetTables } = recipe;
  if (population?.from.file === fileId) {
    const { from } = population;
    const own = from.by === 'coordinates' ? [from.x, from.y] : from.by === 'grid' ? [from.column] : from.by === 'areas' ? [from.area.column, ...whereOf(from)] : [];
    add(['population', 'from'], from.by === 'layer' ? 'shapes' : 'rows', from, [...own, ...population.ageGroups.map(({ column }) => column)], [{ path: ['population', 'date'], day: population.date, of: 'figures' }]);
  }
  if (streets?.osm === fileId) add(['streets'], 'osm', {}, []);
  if (streetTables?.nodes === fileId) add(['streetTables'], 'rows', {}, ['node', 'x', 'y']);
  if (streetTables?.edges === fileId) add(['streetTables'], 'rows', {}, ['start_node', 'end_node', 'metres']);
  recipe.context.forEach((context, at) => {
    if ('osm' in context ? context.osm !== fileId : context.file !== fileId) return;
    if ('osm' in context) add(['context', at], 'osm', {}, []);
    else add(['context', at], 'shapes', context, [context.nameColumn, ...whereOf(context)]);
  });
  return parts;
}

const whereOf = ({ where }: Where): readonly string[] => (where ?? []).map(({ column }) => column);
/** The column of what may be said once for all, or be left out. */
const columnOf = (from: unknown): string | undefined => (typeof from === 'object' && from !== null && 'column' in from ? String(from.column) : undefined);
const textColumns = (from: TextFrom): readonly string[] => (from === undefined || (typeof from === 'object' && 'fixed' in from) ? [] : typeof from === 'string' ? [from] : from.join);
const fixedOf = (date: object | undefined, path: Path): readonly FixedDay[] => (date !== undefined && 'fixed' in date ? [{ path, day: String(date.fixed), of: 'figures' }] : []);

function institutionColumns(list: Recipe['institutions'][number]): readonly (string | undefined)[] {
  const { targetGroups } = list;
  return [
    ...[list.name, list.address, list.postcode, list.contact, list.website, list.provider, list.openingHours, list.programme].flatMap(textColumns),
    ...[list.key, list.category, targetGroups, list.languages, list.capacity, list.reach, list.barrierFree, list.fixedTerm, list.verifiedOn, list.public, list.declaredArea].map(columnOf),
    ...(targetGroups !== undefined && 'flags' in targetGroups ? Object.keys(targetGroups.flags) : []),
    list.fixedTermEnd, list.openedOn, list.closedOn, list.placement,
    ...list.place.flatMap((way) => (way.by === 'coordinates' ? [way.x, way.y] : way.by === 'address' ? [...textColumns(way.street), ...textColumns(way.houseNumber), way.postcode] : [])),
    ...whereOf(list),
  ];
}
