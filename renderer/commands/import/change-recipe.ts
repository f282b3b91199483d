import type { Recipe } from '#app/exchange/import/recipe/recipe-schema.ts';
import { accepted, withValue, withoutPart, type PartList, type Path } from '../../state/import-draft.ts';
import type { DraftNote } from '../../state/import.ts';
import type { Workspace } from '../../state/workspace.ts';
import { editDraft } from './edit-draft.ts';

/** Sets one place of the recipe. Letters typed into one field are one step of undo. */
export const setRecipe = (workspace: Workspace, path: Path, value: unknown, note: DraftNote): void =>
  editDraft(workspace, note, (draft) => ({ ...draft, recipe: withValue(draft.recipe, path, value) }), typeof value === 'string' ? path.join('/') : undefined);

/** Any other change of the recipe. */
export const changeRecipe = (workspace: Workspace, note: DraftNote, change: (recipe: Recipe) => Recipe): void => editDraft(workspace, note, (draft) => ({ ...draft, recipe: change(draft.recipe) }));

/** Takes a level, table, indicator or list out of the recipe. Its file stays on the bench. */
export const removePart = (workspace: Workspace, list: PartList, index: number, name: string): void =>
  editDraft(workspace, { key: 'importWorkbench.step.removePart', values: { name } }, (draft) => withoutPart(draft, list, index));

/** Says that a proposed part was looked at and is right. */
export const acceptPart = (workspace: Workspace, part: string, name: string): void => editDraft(workspace, { key: 'importWorkbench.step.accept', values: { name } }, (draft) => accepted(draft, part));
