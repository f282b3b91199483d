import { dirname, extname, isAbsolute, relative, resolve, win32 } from 'node:path';

/** Endings of files that an import reads. A recipe may come from anybody, so it reaches nothing else. */
const IMPORTABLE: ReadonlySet<string> = new Set([
  '.csv', '.tsv', '.txt', '.xlsx', '.xls', '.xlsm', '.ods', '.geojson', '.json', '.zip', '.shp', '.dbf', '.prj', '.shx', '.cpg', '.qix', '.gpkg', '.pbf', '.osm',
]);

/** Where a file named by a recipe lies, or undefined when the recipe names it in a way that is not followed (absolute, another ending). */
export function pathBesideRecipe(recipePath: string, named: string): string | undefined {
  const portable = named.replaceAll('\\', '/');
  if (portable === '' || portable.includes('\u0000') || isAbsolute(portable) || win32.isAbsolute(named)) return undefined;
  if (!IMPORTABLE.has(extname(portable).toLowerCase())) return undefined;
  return resolve(dirname(recipePath), portable);
}

/** How a recipe at `recipePath` names a file, with forward slashes on every system; undefined on another drive, which no relative path reaches. */
export function namedInRecipe(recipePath: string, path: string): string | undefined {
  const named = relative(dirname(recipePath), path);
  return isAbsolute(named) || win32.isAbsolute(named) ? undefined : named.replaceAll('\\', '/');
}
