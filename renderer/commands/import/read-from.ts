import { freeId } from '#app/domain/source/plain-ids.ts';
import type { Recipe } from '#app/exchange/import/recipe/recipe-schema.ts';
import type { BenchSource } from '../../state/bench-sources.ts';
import type { Draft } from '../../state/import-draft.ts';

export type RowSource = { readonly file: string; readonly sheet?: string; readonly layer?: string };

/** The draft with a part that reads from a source: the recipe knows the file, and nobody says any more that nothing is read from it. */
export function withReader(draft: Draft, { path, sheet, layer }: Pick<BenchSource, 'path' | 'sheet' | 'layer'>, part: (recipe: Recipe, source: RowSource) => Recipe): Draft {
  const { recipe } = draft;
  const known = recipe.files.find((file) => file.path === path);
  const stem = (path.split('/').at(-1) ?? path).replace(/\.[^.]+$/, '');
  const file = known ?? { id: freeId(stem, (id) => recipe.files.some((other) => other.id === id), '-'), path, swapAxes: false };
  const files = known === undefined ? [...recipe.files, file] : recipe.files;
  const questions = draft.questions.filter(({ code, details }) => !(code === 'unused' && details?.['file'] === path && (details['sheet'] === undefined || details['sheet'] === (layer ?? sheet))));
  return { ...draft, questions, recipe: part({ ...recipe, files }, { file: file.id, ...(sheet === undefined ? {} : { sheet }), ...(layer === undefined ? {} : { layer }) }) };
}
