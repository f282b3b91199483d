import type { Problem } from '#shared/problem.ts';
import type { Result } from '#shared/result.ts';
import { failure, success } from '#shared/result.ts';
import { translator } from '#shared/i18n/translator.ts';
import { crossFaults } from './cross-check.ts';
import { jsonValue } from './json-value.ts';
import { recipeSchema } from './recipe-schema.ts';
import type { Recipe } from './recipe-schema.ts';
import type { RecipeFault } from './recipe-fault.ts';
import { schemaFaults } from './schema-faults.ts';
import { propertyOf } from './schema-walk.ts';

/** The version of recipes this program writes, and the newest it reads. */
export const RECIPE_VERSION = 1;

/** A recipe from the bytes of its file. The problem names every fault with its place, the first one first. */
export function readRecipe(bytes: Uint8Array, fileName: string): Result<Recipe, Problem> {
  const json = jsonValue(bytes);
  if (!json.ok) return failure(unreadable(fileName, [json.failure]));
  const version = propertyOf(json.value, 'version');
  if (propertyOf(json.value, 'recipe') === 'quartierwerk-import' && typeof version === 'number' && version > RECIPE_VERSION) {
    return failure({ code: 'import.recipeTooNew', details: { file: fileName, version, known: RECIPE_VERSION } });
  }
  const recipe = recipeFrom(json.value);
  return recipe.ok ? recipe : failure(unreadable(fileName, recipe.failure));
}

/** A value that may be a recipe, checked key by key and reference by reference. */
export function recipeFrom(value: unknown): Result<Recipe, readonly RecipeFault[]> {
  if (propertyOf(value, 'recipe') === undefined) return failure([{ path: '', code: 'notARecipe' }]);
  const parsed = recipeSchema.safeParse(value);
  if (!parsed.success) return failure(schemaFaults(recipeSchema, parsed.error.issues, value));
  const faults = crossFaults(parsed.data);
  return faults.length === 0 ? success(parsed.data) : failure(faults);
}

/** More than a person corrects at a time. */
const MOST_FAULTS = 20;

/** Sentences in both languages, because a problem is put into words where it is shown. */
function unreadable(file: string, faults: readonly RecipeFault[]): Problem {
  const [fault, faultEnglish] = (['de', 'en'] as const).map((language) => {
    const translate = translator(language);
    const lines = faults.slice(0, MOST_FAULTS).map(({ path, code, details }) => `${path === '' ? '' : `${path}: `}${translate(`importRecipe.fault.${code}`, details)}`);
    const more = faults.length > MOST_FAULTS ? [translate('importRecipe.more', { count: faults.length - MOST_FAULTS })] : [];
    return [...lines, ...more].join('\n');
  }) as [string, string];
  return { code: 'import.recipeUnreadable', details: { file, fault, faultEnglish } };
}
