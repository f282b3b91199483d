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
