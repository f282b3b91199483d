import type { importRecipe } from '#shared/i18n/messages/import-recipe.ts';

/**
 * Something in a recipe that cannot stay as it is. `path` is the place as one would write it in a program ("tables[3].values[0].column"), empty
 * for the whole file; `importRecipe.fault.<code>` has the reason.
 */
export type RecipeFault = { readonly path: string; readonly code: RecipeFaultCode; readonly details?: Readonly<Record<string, string | number>> };
export type RecipeFaultCode = keyof (typeof importRecipe)['de']['fault'];

export const pathText = (path: readonly PropertyKey[]): string =>
  path.map((part, index) => (typeof part === 'number' ? `[${part}]` : /^[A-Za-z_]\w*$/.test(String(part)) ? `${index === 0 ? '' : '.'}${String(part)}` : `["${String(part)}"]`)).join('');
