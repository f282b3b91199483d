import type { Recipe } from '#app/exchange/import/recipe/recipe-schema.ts';
import type { ReportEntry } from '#app/exchange/import/report/import-report.ts';

const LISTS = { files: 'files', areas: 'levels', tables: 'tables', indicators: 'indicators', classes: 'publishedClasses', institutions: 'institutions' } as const;

/** Place of an entry's subject in its list of the recipe. */
export function subjectIndex(recipe: Recipe, { part, subject }: ReportEntry): number | undefined {
  if (!(part in LISTS)) return undefined;
  const list: readonly object[] = recipe[LISTS[part as keyof typeof LISTS]];
  const index = list.findIndex((entry) => ('id' in entry ? entry.id === subject : false));
  return index < 0 ? undefined : index;
}

/** What an entry's subject is called where it has a name or title; else its id. */
export function subjectName(recipe: Recipe, entry: ReportEntry): string {
  const index = subjectIndex(recipe, entry);
  if (index === undefined || !(entry.part in LISTS)) return entry.subject;
  const part: object | undefined = recipe[LISTS[entry.part as keyof typeof LISTS]][index];
  if (part !== undefined && 'title' in part) return String(part.title);
  return part !== undefined && 'name' in part && typeof part.name === 'string' && entry.part === 'areas' ? part.name : entry.subject;
}
