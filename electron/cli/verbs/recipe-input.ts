import { basename, dirname, isAbsolute, join } from 'node:path';
import { isShapefile, partNamed, READ_PARTS } from '#app/domain/source/shapefile-parts.ts';
import type { Recipe } from '#app/exchange/import/recipe/recipe-schema.ts';
import type { ImportFile } from '#app/exchange/import/source/source.ts';
import type { CommandLineIo } from '../verb.ts';

/** A file and the parts of a shapefile beside it, under the name the recipe knows; nothing for a file that is not there. */
export async function filesAt(place: string, name: string, io: CommandLineIo): Promise<readonly ImportFile[]> {
  const own = await readOrNothing(place, io);
  if (own === undefined) return [];
  if (!isShapefile(place)) return [{ name, bytes: own }];
  const names = (await io.readFolder?.(dirname(place))) ?? [];
  const parts: ImportFile[] = [];
  for (const ending of READ_PARTS) {
    const found = partNamed(basename(place), ending, names);
    const bytes = found === undefined ? undefined : await readOrNothing(join(dirname(place), found), io);
    if (bytes !== undefined) parts.push({ name: `${name.slice(0, -4)}.${ending}`, bytes });
  }
  return [{ name, bytes: own }, ...parts];
}

/** The files of a recipe, relative to it. What is not there is left out: the build names it. */
export async function filesOfRecipe(recipe: Recipe, recipePath: string, io: CommandLineIo): Promise<readonly ImportFile[]> {
  const files: ImportFile[] = [];
  for (const { path } of recipe.files) files.push(...(await filesAt(isAbsolute(path) ? path : join(dirname(recipePath), path), path, io)));
  return files;
}

/** Other files for those of the recipe; `undefined` with the fault when an entry is not `ID=PATH`. Paths are relative to where the command runs. */
export function withFiles(recipe: Recipe, given: readonly string[]): { readonly recipe: Recipe; readonly fault: string | undefined } {
  const replaced = new Map<string, string>();
  for (const entry of given) {
    const [id = '', ...path] = entry.split('=');
    if (path.join('=') === '' || !recipe.files.some((file) => file.id === id)) return { recipe, fault: entry };
    replaced.set(id, path.join('='));
  }
  return { recipe: { ...recipe, files: recipe.files.map((file) => ({ ...file, path: replaced.get(file.id) ?? file.path })) }, fault: undefined };
}

async function readOrNothing(path: string, io: CommandLineIo): Promise<Uint8Array | undefined> {
  try {
    return await io.readFile(path);
  } catch {
    return undefined;
  }
}

