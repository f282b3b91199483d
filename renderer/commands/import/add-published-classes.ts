import { classOfStatus, classOfTrend } from '#app/domain/source/class-words.ts';
import { plainText, type TableColumn } from '#app/domain/source/columns.ts';
import { freeId } from '#app/domain/source/plain-ids.ts';
import type { Recipe } from '#app/exchange/import/recipe/recipe-schema.ts';
import { sourceColumns, sourceRows, type BenchSource } from '../../state/bench-sources.ts';
import { lastPreview } from '../../state/import.ts';
import type { Workspace } from '../../state/workspace.ts';
import { editDraft } from './edit-draft.ts';
import { withReader } from './read-from.ts';
import { areaColumnOf, dayOf, headerOf } from './recognise-columns.ts';

export type PublishedClasses = Recipe['publishedClasses'][number];

/** Adds classes that the office published itself, with the columns whose words say a class. `today` is the day while nothing else names one. */
export function addPublishedClasses(workspace: Workspace, source: BenchSource, today: string): void {
  const areas = lastPreview(workspace.stores.import.getState())?.value.areas ?? [];
  editDraft(workspace, { key: 'importWorkbench.step.classes' }, (draft) =>
    withReader(draft, source, (recipe, read): Recipe => {
      const header = headerOf(source, () => false);
      const columns = sourceColumns(source, header);
      const rows = sourceRows(source, header);
      const textsOf = ({ index }: TableColumn) => [...new Set(rows.map((row) => plainText(row[index])))];
      const find = <Assign extends object>(assign: (texts: readonly string[]) => Assign) => columns.map((column) => ({ column: column.reference, assign: assign(textsOf(column)) })).find((found) => Object.keys(found.assign).length > 0);
      const [status, trend] = [find(classOfStatus), find(classOfTrend)];
      const year = columns.find(({ header: words, index }) => /^(?:jahr|year)$/i.test(words) && rows.every((row) => /^$|^(?:19|20)\d\d$/.test(plainText(row[index]))));
      const classes: PublishedClasses = {
        index: freeId('published', (id) => recipe.publishedClasses.some(({ index }) => index === id)),
        ...read,
        header,
        rows: {},
        where: [],
        area: areaColumnOf(columns, rows, recipe.levels, areas).area,
        date: year === undefined ? { fixed: dayOf(source.path, recipe.city.edition) ?? today } : { column: year.reference, form: 'year' },
        monthDay: '12-31',
        ...(status === undefined ? {} : { status }),
        ...(trend === undefined ? {} : { trend }),
      };
      return { ...recipe, publishedClasses: [...recipe.publishedClasses, classes] };
    }),
  );
}
