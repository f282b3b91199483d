import type { Recipe } from '#app/exchange/import/recipe/recipe-schema.ts';
import { isShapefile, READ_PARTS } from '#app/domain/source/shapefile-parts.ts';
import { fileName } from '#shared/file-name.ts';
import type { Problem } from '#shared/problem.ts';
import { withNotice } from '../../state/jobs.ts';
import type { WorkFile } from '../../state/import-draft.ts';
import { trackedJob } from '../../state/tracked-job.ts';
import type { Workspace } from '../../state/workspace.ts';
import { showProblem } from '../show-problem.ts';
import { editDraft } from './edit-draft.ts';
import { LONG_JOB } from './long-job.ts';

/** Writes the recipe where the planner says. Files are named from there, so that recipe and files can move together. */
export async function saveRecipe(workspace: Workspace): Promise<void> {
  const { platform, stores } = workspace;
  const { draft } = stores.import.getState();
  const { city } = draft.recipe;
  const granted = draft.files.flatMap(({ name, grant }) => (grant === undefined ? [] : [{ name, grant }]));
  const target = await platform.request('import:chooseRecipeTarget', { suggestedName: fileName(`${city.name} ${city.edition} Rezept`, '.json'), grants: granted.map(({ grant }) => grant) });
  if (target === 'cancelled') return;
  const named = new Map(granted.map(({ name }, index) => [name, target.paths[index] ?? name]));
  const recipe: Recipe = { ...draft.recipe, files: draft.recipe.files.map((file) => ({ ...file, path: named.get(file.path) ?? file.path })) };
  const outcome = await trackedJob(workspace, 'import.writeRecipe', 'importWorkbench.job.writeRecipe', { recipe }, LONG_JOB);
  if (outcome.status === 'cancelled') return;
  const saved = outcome.status === 'failed' ? { ok: false as const, failure: outcome.problem } : await platform.request('import:saveRecipe', { grant: target.grant, bytes: outcome.answer });
  if (saved.ok) stores.jobs.setState((state) => withNotice(state, 'shell.notice.exported', { file: saved.value.chosen }));
  else showProblem(workspace, saved.failure);
}

/** Takes a saved recipe on the bench with the files it names; files that are not there are named and can be put in their place. */
export async function openRecipe(workspace: Workspace): Promise<void> {
  const { platform, stores } = workspace;
  const chosen = await platform.request('import:chooseRecipe');
  if (chosen === 'cancelled') return;
  if (!chosen.ok) {
    showProblem(workspace, chosen.failure);
    return;
  }
  const { name, bytes, grant } = chosen.value;
  const outcome = await trackedJob(workspace, 'import.readRecipe', 'importWorkbench.job.readRecipe', { bytes, fileName: name }, LONG_JOB);
  if (outcome.status === 'cancelled') return;
  const read = outcome.status === 'failed' ? { ok: false as const, failure: outcome.problem } : outcome.answer;
  if (!read.ok) {
    showProblem(workspace, read.failure);
    return;
  }
  const recipe = read.value;
  const paths = recipe.files.flatMap(({ path }) => [path, ...partsOfShapefile(path)]);
  const answers = await platform.request('import:readBeside', { recipe: grant, paths });
  const files: WorkFile[] = [];
  const refused: Problem[] = [];
  for (const [index, path] of paths.entries()) {
    const answer = answers[index];
    const entry = recipe.files.find((file) => file.path === path);
    if (answer?.ok === true) {
      const options = { ...(entry?.encoding === undefined ? {} : { encoding: entry.encoding }), ...(entry?.delimiter === undefined ? {} : { delimiter: entry.delimiter }), ...(entry?.crs === undefined ? {} : { crs: entry.crs as NonNullable<WorkFile['options']['crs']> }) };
      files.push({ name: path, bytes: answer.value.bytes, grant: answer.value.grant, options });
    } else if (entry !== undefined) refused.push(answer?.failure ?? { code: 'import.fileMissing', details: { file: path } });
  }
  editDraft(workspace, { key: 'importWorkbench.step.openRecipe', values: { file: name } }, () => ({ files, recipe, questions: [], proposed: [], seen: files.map((file) => file.name) }));
  stores.import.setState({ refused, step: refused.length > 0 ? 'files' : 'write' });
}

/** The other parts of a shapefile lie beside it, in letters of any case; those that are not there are not missed here. */
const partsOfShapefile = (path: string): readonly string[] => (isShapefile(path) ? READ_PARTS.map((ending) => `${path.slice(0, -4)}.${ending}`) : []);
