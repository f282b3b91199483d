import type { GrantedFile, Handlers } from '#shared/ipc/contract.ts';
import type { Problem } from '#shared/problem.ts';
import { failure, success, type Result } from '#shared/result.ts';
import type { Dialogs } from '../dialogs.ts';
import { readGranted } from '../granted-file.ts';
import type { Grants } from '../grants.ts';
import { writeExport } from '../write-export.ts';
import { namedInRecipe, pathBesideRecipe } from './beside-recipe.ts';
import { spelledOnDisk } from './spelled-on-disk.ts';
import type { DraftFile } from './draft-file.ts';

export type ImportChannels = `import:${'chooseFiles' | 'chooseRecipe' | 'readBeside' | 'chooseRecipeTarget' | 'saveRecipe' | 'keepDraft' | 'draft' | 'discardDraft'}`;
type Needs = { readonly dialogs: Dialogs; readonly grants: Grants; readonly draft: DraftFile };

/** Files in and out of the import workbench. Nothing is parsed here; a recipe is bytes, a draft is text. */
export function importHandlers({ dialogs, grants, draft }: Needs): Pick<Handlers, ImportChannels> {
  const read = async (path: string): Promise<Result<GrantedFile, Problem>> => {
    const file = await readGranted(path, grants);
    // the limit is the same as for bundles, the sentence is not
    return file.ok || file.failure.code !== 'bundle.tooBig' ? file : failure({ ...file.failure, code: 'import.tooBig', details: { ...file.failure.details, what: 'MB', amount: file.failure.details?.['size'] ?? '' } });
  };
  const readAll = async (paths: readonly string[]): Promise<readonly Result<GrantedFile, Problem>[]> => {
    const files: Result<GrantedFile, Problem>[] = [];
    // one after the other: together they would hold the disk and the memory of all at once
    for (const path of paths) files.push(await read(path));
    return files;
  };
  return {
    'import:chooseFiles': async () => {
      const paths = await dialogs.chooseImportFiles();
      return paths === undefined ? 'cancelled' : readAll(paths);
    },
    'import:chooseRecipe': async () => {
      const path = await dialogs.chooseRecipe();
      return path === undefined ? 'cancelled' : read(path);
    },
    'import:readBeside': async ({ recipe, paths }) => {
      const recipePath = grants.pathOf(recipe);
      const files: Result<GrantedFile, Problem>[] = [];
      for (const named of paths) {
        const path = recipePath === undefined ? undefined : pathBesideRecipe(recipePath, named);
        const file = path === undefined ? undefined : await read(await spelledOnDisk(path));
        files.push(file?.ok === true || file?.failure.code === 'import.tooBig' ? file : failure({ code: 'import.fileMissing', details: { file: named } }));
      }
      return files;
    },
    'import:chooseRecipeTarget': async ({ suggestedName, grants: files }) => {
      const path = await dialogs.chooseExportTarget(suggestedName, 'json');
      if (path === undefined) return 'cancelled';
      const paths = files.map((grant) => {
        const known = grants.pathOf(grant);
        return known === undefined ? undefined : namedInRecipe(path, known);
      });
      return { grant: grants.issue(path), paths };
    },
    'import:saveRecipe': async ({ grant, bytes }) => {
      const path = grants.pathOf(grant);
      return path === undefined ? failure({ code: 'export.failed', details: { file: '' } }) : writeExport(path, bytes);
    },
    'import:keepDraft': ({ draft: text, grants: files }) => {
      try {
        draft.keep(text, files.flatMap((grant) => grants.pathOf(grant) ?? []));
        return success(true);
      } catch (cause) {
        return failure({ code: 'save.failed', details: { file: 'import-draft.json' }, technical: String(cause) });
      }
    },
    'import:draft': async () => {
      const kept = draft.read();
      return kept === undefined ? 'none' : { keptAt: kept.keptAt, draft: kept.draft, files: await readAll(kept.paths) };
    },
    'import:discardDraft': () => {
      draft.discard();
      return true;
    },
  };
}
