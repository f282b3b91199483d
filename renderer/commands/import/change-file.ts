import { freeId } from '#app/domain/source/plain-ids.ts';
import type { ReadOptions } from '#app/domain/source/source-parts.ts';
import { partsOfShapefiles, shapefileOf, wholeFiles, withoutFile, type Draft, type WorkFile } from '../../state/import-draft.ts';
import type { Workspace } from '../../state/workspace.ts';
import { editDraft } from './edit-draft.ts';

/** Takes a file off the bench with all that the recipe reads from it. */
export const removeFile = (workspace: Workspace, file: WorkFile): void =>
  editDraft(workspace, { key: 'importWorkbench.step.removeFile', values: { file: file.name } }, (draft) => withoutFile(draft, file.name));

/** Puts another file in the place of one, whatever its name: the recipe goes on reading it under the old name. */
export async function replaceFile(workspace: Workspace, file: WorkFile): Promise<void> {
  const chosen = await workspace.platform.request('import:chooseFiles');
  if (chosen === 'cancelled') return;
  const files = chosen.flatMap((answer): readonly WorkFile[] => (answer.ok ? [{ name: answer.value.name, bytes: answer.value.bytes, grant: answer.value.grant, options: {} }] : []));
  const [first] = wholeFiles(files);
  workspace.stores.import.setState({ refused: chosen.flatMap((answer) => (answer.ok ? [] : [answer.failure])) });
  if (first === undefined) return;
  const { name, bytes, grant } = first;
  editDraft(workspace, { key: 'importWorkbench.step.replaceFile', values: { file: file.name } }, (draft) => renamed({ ...draft, files: [...draft.files.filter((other) => shapefileOf(other, draft.files) !== file).map((other) => (other === file ? { ...file, name, bytes, grant } : other)), ...partsOfShapefiles(files)] }, file.name, name));
}

/** Reads a file in another way: characters, separator, coordinate system, order of the axes. Recipe and file say the same. */
export const changeReading = (workspace: Workspace, file: WorkFile, options: ReadOptions, swapAxes?: boolean): void =>
  editDraft(workspace, { key: 'importWorkbench.step.changeReading', values: { file: file.name } }, (draft) => ({
    ...draft,
    files: draft.files.map((other) => (other === file ? { ...file, options: { ...file.options, ...options } } : other)),
    recipe: {
      ...draft.recipe,
      files: withEntry(draft, file.name).map((entry) => (entry.path === file.name ? { ...entry, ...without(options), ...(swapAxes === undefined ? {} : { swapAxes }) } : entry)),
    },
  }));

/** The files of the recipe, with one for this name. */
function withEntry(draft: Draft, name: string): Draft['recipe']['files'] {
  const { files } = draft.recipe;
  if (files.some(({ path }) => path === name)) return files;
  const stem = (name.split('/').at(-1) ?? name).replace(/\.[^.]+$/, '');
  const taken = new Set(files.map(({ id }) => id));
  return [...files, { id: freeId(stem, (id) => taken.has(id), '-'), path: name, swapAxes: false }];
}

/** Only what is said: a key without a value would stand in the recipe. */
const without = (options: ReadOptions): Pick<Draft['recipe']['files'][number], 'encoding' | 'delimiter' | 'crs'> =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));

const renamed = (draft: Draft, from: string, to: string): Draft => ({ ...draft, recipe: { ...draft.recipe, files: draft.recipe.files.map((entry) => (entry.path === from ? { ...entry, path: to } : entry)) } });
