import type { Recipe } from '../../recipe/recipe-schema.ts';
import type { RawCell } from '../../source/source.ts';
import { plainText } from '#app/domain/source/columns.ts';
import type { TableColumns } from '#app/domain/source/columns.ts';
import { dayIn, dayOfCell } from '../dates.ts';
import { partsReading } from './file-parts.ts';
import { fileStem } from './file-words.ts';
import { idGiver, slug } from '#app/domain/source/plain-ids.ts';
import { layerOf } from './known-areas.ts';
import { dayQuestions, withMovedDays } from './moved-days.ts';
import type { MovedDays } from './moved-days.ts';
import { layerTable } from './proposal-parts.ts';
import type { Question, RecogniseSource } from './proposal-parts.ts';
import { namedColumns, tableNamed } from './source-columns.ts';
import type { KnownList } from './twin-lists.ts';

export type KeptRecipe = { readonly recipe: Recipe; readonly questions: readonly Question[]; /** Files that the recipe uses now. */ readonly used: ReadonlySet<string> };

const baseName = (path: string): string => path.replace(/^.*[/\\]/, '').toLowerCase();
/** What a file is called from year to year: "einwohner_2022.csv" and "einwohner_2023 (1).csv". */
const yearless = (path: string): string => slug(fileStem(path).replace(/\d+/g, ' ').replace(/kopie|copy|final|neu/gi, ' '));

/**
 * A recipe for another delivery of files. Files keep their place by name. A file that is missing is replaced by one of the same shape: every column the recipe reads from
 * it is there, and the name differs in numbers only or nothing else fits. A further file of that shape beside the old one is read like it, as a table of its own.
 */
export function keepRecipe(recipe: Recipe, sources: readonly RecogniseSource[]): KeptRecipe {
  const questions: Question[] = [];
  const used = new Set<string>();
  const byFile = new Map<string, RecogniseSource>();
  for (const file of recipe.files) {
    const source = sources.find((one) => one.file === file.path) ?? sources.find((one) => !used.has(one.file) && baseName(one.file) === baseName(file.path));
    if (source === undefined) continue;
    byFile.set(file.id, source);
    used.add(source.file);
  }
  let kept = recipe;
  recipe.files.forEach((file, at) => {
    if (byFile.has(file.id)) return;
    const fitting = sources.filter((source) => !used.has(source.file) && serves(source, file.id, kept));
    const alike = fitting.filter((source) => yearless(source.file) === yearless(file.path));
    const chosen = alike.length === 1 ? alike[0] : alike.length === 0 && fitting.length === 1 ? fitting[0] : undefined;
    const choices = (chosen === undefined ? fitting : [chosen, ...fitting.filter((source) => source !== chosen)]).map((source) => ({ value: source.file, label: 'file', details: { file: source.file } }));
    if (chosen === undefined) {
      questions.push({ code: 'fileMissing', path: ['files', at, 'path'], details: { file: file.path }, choices: [{ value: file.path, label: 'file', details: { file: file.path } }, ...choices] });
      if (fitting.length > 0) questions.push(...dayQuestions(kept, file.id, file.path));
      return;
    }
    used.add(chosen.file);
    if (alike.length !== 1) questions.push({ code: 'fileReplaced', path: ['files', at, 'path'], details: { file: file.path, other: chosen.file }, choices });
    const moved = withMovedDays({ ...kept, files: kept.files.map((other) => (other.id === file.id ? { ...other, path: chosen.file } : other)) }, file.id, file.path, chosen);
    kept = moved.recipe;
    questions.push(...moved.questions);
  });
  const further = withFurtherYears(kept, sources, used);
  return { recipe: further.recipe, questions: [...questions, ...further.questions], used };
}

function withFurtherYears(recipe: Recipe, sources: readonly RecogniseSource[], used: Set<string>): MovedDays {
  const giveFile = idGiver(recipe.files.map(({ id }) => id));
  const giveTable = idGiver(recipe.tables.map(({ id }) => id));
  const questions: Question[] = [];
  let kept = recipe;
  for (const source of sources) {
    if (used.has(source.file) || source.content.kind !== 'tables') continue;
    const model = recipe.files.find((file) => yearless(file.path) === yearless(source.file) && serves(source, file.id, recipe) && [...recipe.tables, ...recipe.publishedClasses].some((part) => part.file === file.id) && source.file !== file.path);
    if (model === undefined) continue;
    used.add(source.file);
    const id = giveFile(slug(fileStem(source.file)));
    const copies = recipe.tables.filter((table) => table.file === model.id).map((table) => ({ ...table, id: giveTable(table.id), file: id }));
    const classes = recipe.publishedClasses.filter((one) => one.file === model.id).map((one) => ({ ...one, file: id }));
    const moved = withMovedDays({ ...kept, files: [...kept.files, { ...model, id, path: source.file }], tables: [...kept.tables, ...copies], publishedClasses: [...kept.publishedClasses, ...classes] }, id, model.path, source);
    kept = moved.recipe;
    questions.push(...moved.questions);
  }
  return { recipe: kept, questions };
}

/** Whether a file has everything that the recipe reads from the file with this id. */
function serves(source: RecogniseSource, fileId: string, recipe: Recipe): boolean {
  const parts = partsReading(recipe, fileId);
  const asTable = recipe.files.find(({ id }) => id === fileId)?.wkt !== undefined;
  return parts.length > 0 && parts.every(({ kind, columns, sheet, layer, header }) => {
    if (kind === 'osm') return source.content.kind === 'osm';
    if (kind === 'shapes' && source.content.kind !== 'layers' && !asTable) return false;
    const named = namedColumns(source, sheet, layer, header);
    return named !== undefined && columns.every((column) => named.find(column).kind === 'found');
  });
}

/** Names in the lists that the recipe reads. */
export function listsOf(recipe: Recipe, sourceOf: (fileId: string) => RecogniseSource | undefined): readonly KnownList[] {
  return recipe.institutions.flatMap(({ file, sheet, layer, header, name }): KnownList[] => {
    const source = sourceOf(file);
    const rows = source && rowsOf(source, sheet, layer, header);
    const answer = typeof name === 'string' ? rows?.columns.find(name) : undefined;
    return rows === undefined || answer?.kind !== 'found' ? [] : [{ file: source!.file, names: rows.rows.map((row) => plainText(row[answer.index])) }];
  });
}

/** Days that the recipe's tables give, by indicator and level. */
export function daysOf(recipe: Recipe, sourceOf: (fileId: string) => RecogniseSource | undefined): Map<string, Set<string>> {
  const provided = new Map<string, Set<string>>();
  for (const table of recipe.tables) {
    const source = sourceOf(table.file);
    const rows = source && rowsOf(source, table.sheets?.[0] ?? table.sheet, table.layer, table.header);
    if (rows === undefined) continue;
    const { date } = table;
    const column = date !== undefined && 'column' in date ? date : undefined;
    const at = column === undefined ? undefined : rows.columns.find(column.column);
    const inRows = column === undefined || at?.kind !== 'found' || column.form === 'quarter' ? [] : rows.rows.flatMap((row) => dayOfCell(row[at.index], column.form as 'year' | 'month' | 'day', table.monthDay) ?? []);
    const inHeaders = table.values.some(({ column: name }) => /\{(?:year|day)\}/.test(name)) ? rows.columns.columns.flatMap(({ header }) => dayIn(header)?.day ?? []) : [];
    const said = date !== undefined && 'fixed' in date ? [date.fixed] : (table.sheets ?? []).flatMap((name) => dayIn(name)?.day ?? []);
    for (const value of table.values) {
      for (const indicator of value.indicator === undefined ? Object.values(table.indicator?.assign ?? {}) : [value.indicator]) {
        const key = `${indicator}|${'level' in table.area ? table.area.level : 'city'}`;
        provided.set(key, new Set([...(provided.get(key) ?? []), ...(value.date === undefined ? [...inRows, ...inHeaders, ...said] : [value.date])]));
      }
    }
  }
  return provided;
}

function rowsOf(source: RecogniseSource, sheet: string | undefined, layer: string | undefined, header: readonly [number, number]): { readonly columns: TableColumns; readonly rows: readonly (readonly RawCell[])[] } | undefined {
  const columns = namedColumns(source, sheet, layer, header);
  if (columns === undefined || source.content.kind === 'osm') return undefined;
  if (source.content.kind === 'layers') {
    const found = layerOf(source, layer)!;
    return { columns, rows: layerTable(found).rows.slice(1) };
  }
  return { columns, rows: tableNamed(source, sheet)!.rows.slice(header[1]) };
}
