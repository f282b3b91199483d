import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isShapefile, READ_PARTS } from '#app/domain/source/shapefile-parts.ts';
import { readRecipe } from '#app/exchange/import/recipe/read-recipe.ts';
import type { Recipe } from '#app/exchange/import/recipe/recipe-schema.ts';
import type { ImportFile } from '#app/exchange/import/source/source.ts';
import { sharedFile } from '#test/shared-data.ts';

const SHARED = '../../../shared/';

/** A recipe of a real city. */
export function recipeOf(name: string): Recipe {
  const path = fileURLToPath(new URL(`./${name}.json`, import.meta.url));
  const recipe = readRecipe(new Uint8Array(readFileSync(path)), `${name}.json`);
  if (!recipe.ok) throw new Error(JSON.stringify(recipe.failure));
  return recipe.value;
}

/** Where a file of a recipe lies: in the shared folder, wherever that is, or beside the recipe. Undefined when it is not there. */
export function placeOf(path: string): string | undefined {
  if (path.startsWith(SHARED)) return sharedFile(path.slice(SHARED.length));
  const beside = fileURLToPath(new URL(path, import.meta.url));
  return existsSync(beside) ? beside : undefined;
}

/** Whether every file of the recipe is there. */
export const hasFilesOf = (recipe: Recipe): boolean => recipe.files.every(({ path }) => placeOf(path) !== undefined);

/** The files of a recipe with the parts of shapefiles. */
export function filesOf(recipe: Recipe): readonly ImportFile[] {
  return recipe.files.flatMap(({ path }) => {
    const parts = isShapefile(path) ? READ_PARTS.map((ending) => path.replace(/shp$/, ending)) : [];
    return [path, ...parts].flatMap((part): ImportFile[] => {
      const place = placeOf(part);
      return place === undefined ? [] : [{ name: part, bytes: new Uint8Array(readFileSync(place)) }];
    });
  });
}
