import type { PublishedClass } from '#app/domain/city/city.ts';
import { asDate, asId } from '#shared/ids.ts';
import { plainText } from '#app/domain/source/columns.ts';
import type { Recipe } from '../recipe/recipe-schema.ts';
import type { BuildContext } from './build-context.ts';
import { dayInForm } from './days.ts';
import { columnIndex, openRows } from './rows.ts';
import type { Place } from './rows.ts';
import type { BuiltLevel } from './shaped-area.ts';
import { lookupIn } from './table-areas.ts';

type RecipeClasses = Recipe['publishedClasses'][number];

/** Classes the office published itself. Words without a class (an area that was left out) are listed. */
export const buildClasses = (context: BuildContext, levels: readonly BuiltLevel[]): readonly PublishedClass[] =>
  context.recipe.publishedClasses.flatMap((classes) => readClasses(context, classes, levels));

function readClasses(context: BuildContext, classes: RecipeClasses, levels: readonly BuiltLevel[]): readonly PublishedClass[] {
  const { log } = context;
  const place: Place = { part: 'classes', subject: classes.index };
  const level = levels.find((candidate) => candidate.level.id === classes.area.level);
  const source = openRows(context, classes, place);
  if (source === undefined || level === undefined) return [];
  const at = (column: string | undefined): number | undefined => (column === undefined ? undefined : columnIndex(source, column, context, place));
  const [areaAt, statusAt, trendAt] = [at(classes.area.column), at(classes.status?.column), at(classes.trend?.column)];
  const dateAt = 'column' in classes.date ? at(classes.date.column) : undefined;
  if (areaAt === undefined || ('column' in classes.date && dateAt === undefined)) return [];
  const find = lookupIn(level, classes.area);
  const unmatched = new Set<string>();
  const wordless = new Map<string, number>();
  const dayless: string[] = [];
  const found = new Map<string, PublishedClass>();
  const twice: string[] = [];
  for (const { cells, line } of source.rows) {
    const area = find(cells[areaAt]);
    if (area.kind !== 'area') {
      if (area.kind === 'unknown' || area.kind === 'unclear') unmatched.add(area.text);
      continue;
    }
    const date = 'fixed' in classes.date ? asDate(classes.date.fixed) : dayInForm(cells[dateAt!], classes.date.form, classes.monthDay);
    if (date === undefined) {
      dayless.push(`${line}: ${plainText(cells[dateAt!])}`);
      continue;
    }
    const status = wordIn(cells, statusAt, classes.status?.assign, wordless);
    const trend = wordIn(cells, trendAt, classes.trend?.assign, wordless);
    const entry: PublishedClass = { index: classes.index, area: asId(area.id), date, status, trend };
    const key = `${area.id} ${date}`;
    if (found.has(key) && JSON.stringify(found.get(key)) !== JSON.stringify(entry)) twice.push(key);
    else found.set(key, entry);
  }
  if (unmatched.size > 0) log.warning('classes', classes.index, 'unmatchedRows', { count: unmatched.size }, [...unmatched]);
  if (dayless.length > 0) log.warning('classes', classes.index, 'daysUnreadable', { count: dayless.length }, dayless);
  if (wordless.size > 0) log.warning('classes', classes.index, 'classWordsUnknown', { count: wordless.size }, [...wordless].map(([word, count]) => `${word} (${count})`));
  if (twice.length > 0) log.error('classes', classes.index, 'figuresTwice', { count: twice.length }, twice);
  if (found.size === 0 && source.rows.length > 0) log.error('classes', classes.index, 'noAreaFound', { count: unmatched.size }, [...unmatched]);
  return [...found.values()];
}

function wordIn<Word extends string>(cells: readonly (string | number | undefined)[], index: number | undefined, assign: Readonly<Record<string, Word>> | undefined, wordless: Map<string, number>): Word | undefined {
  if (index === undefined || assign === undefined) return undefined;
  const text = plainText(cells[index]);
  const word = Object.entries(assign).find(([key]) => plainText(key).toLowerCase() === text.toLowerCase())?.[1];
  if (word === undefined && text !== '') wordless.set(text, (wordless.get(text) ?? 0) + 1);
  return word;
}
