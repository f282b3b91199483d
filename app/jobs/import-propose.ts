import { baseName } from '#app/exchange/import/build/read-files.ts';
import { proposeRecipe } from '#app/exchange/import/recognise/propose-recipe.ts';
import type { Question, RecogniseSource } from '#app/exchange/import/recognise/propose-recipe.ts';
import type { Recipe, RecipeFile } from '#app/exchange/import/recipe/recipe-schema.ts';
import { readSource } from '#app/exchange/import/source/read-source.ts';
import type { SourceReader } from '#app/exchange/import/source/source-reader.ts';
import type { ImportFile, ReadOptions } from '#app/exchange/import/source/source.ts';
import { isKnownCrs } from '#app/domain/geometry/crs.ts';
import { shapefileOf } from '#app/domain/source/shapefile-parts.ts';
import type { CityWords, ProposedRecipe } from './import-contract.ts';

type Order = { readonly files: readonly ImportFile[]; readonly recipe: Recipe | undefined; readonly city: CityWords; readonly readers: readonly SourceReader[] };

/** Reads every file as the recipe says it is read, proposes a recipe, and names the files that cannot be read. Extracts of OpenStreetMap are only glanced at. */
export async function proposed({ files, recipe, city, readers }: Order, progress: (done: number, total: number) => void = () => undefined): Promise<ProposedRecipe> {
  const sources: RecogniseSource[] = [];
  const unreadable: Question[] = [];
  const names = files.map(({ name }) => name);
  for (const [index, file] of files.entries()) {
    progress(index, files.length);
    // the other files of a shapefile are read with it
    if (shapefileOf(file.name, names) !== undefined) continue;
    const named = { name: baseName(file.name), bytes: file.bytes };
    const beside = files.filter((other) => other !== file && folderOf(other.name) === folderOf(file.name)).map(({ name, bytes }) => ({ name: baseName(name), bytes }));
    const read = await readSource(named, beside, { ...optionsOf(recipe?.files.find(({ path }) => path === file.name)), glance: true }, readers);
    if (!read.ok) unreadable.push({ code: 'unused', path: ['files'], details: { file: file.name, reason: 'unreadable', problem: read.failure.code }, choices: [] });
    else sources.push({ file: file.name, content: read.value.kind === 'osm' ? { kind: 'osm' } : read.value });
  }
  progress(files.length, files.length);
  const { recipe: made, questions } = proposeRecipe(sources, recipe, city);
  return { recipe: made, questions: [...questions, ...unreadable] };
}

const folderOf = (name: string): string => name.slice(0, Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);

function optionsOf(file: RecipeFile | undefined): ReadOptions {
  return { encoding: file?.encoding, delimiter: file?.delimiter, crs: file?.crs !== undefined && isKnownCrs(file.crs) ? file.crs : undefined };
}
