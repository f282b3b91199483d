import { classOfStatus, classOfTrend, STATUS_WORDS, TREND_WORDS } from '#app/domain/source/class-words.ts';
import type { RecipeInput } from '../../recipe/recipe-schema.ts';
import type { SourceTable } from '../../source/source.ts';
import { plainText } from '#app/domain/source/columns.ts';
import type { ShapeColumn, TableShape } from '../table-shape.ts';
import { placeInput } from './table-context.ts';
import type { SeenTable, TablePlace } from './table-context.ts';
import { tableDates } from './table-dates.ts';
import { fileStem } from './file-words.ts';

type PublishedInput = NonNullable<RecipeInput['publishedClasses']>[number];

/** Classes of a social index as an office publishes them, by their words; undefined when no column holds only such words. "Hoch" is a high social status. */
export function proposeClasses({ table, shape, found }: SeenTable, place: TablePlace, edition: string): { readonly input: PublishedInput; readonly days: readonly string[] } | undefined {
  if (shape.header === undefined) return undefined;
  const status = columnOf(table, shape, Object.keys(STATUS_WORDS));
  const trend = columnOf(table, shape, Object.keys(TREND_WORDS));
  const area = found.best;
  const dates = tableDates(table, shape, place.sheet, fileStem(place.fileName), edition);
  if ((status === undefined && trend === undefined) || area === undefined || area.textShare < 0.9 || dates.date === undefined || 'sheetName' in dates.date) return undefined;
  const { column, level, by, rule } = area;
  const input: PublishedInput = {
    index: 'published',
    ...placeInput(place),
    header: [shape.header[0], shape.header[1]],
    area: { column: column.reference, level, by, ...(rule.prefix === '' ? {} : { prefix: rule.prefix }), ...(rule.digits === undefined ? {} : { digits: rule.digits }) },
    date: 'column' in dates.date ? { column: dates.date.column, form: dates.date.form ?? 'year' } : dates.date,
    ...(status === undefined ? {} : { status: { column: status.column.reference, assign: classOfStatus(status.texts) } }),
    ...(trend === undefined ? {} : { trend: { column: trend.column.reference, assign: classOfTrend(trend.texts) } }),
  };
  return { input, days: dates.days };
}

/** Places without a class ("ungültig", a number that stands for missing) may stand between, but few. */
function columnOf(table: SourceTable, shape: TableShape, words: readonly string[]): { readonly column: ShapeColumn; readonly texts: readonly string[] } | undefined {
  for (const column of shape.columns.filter(({ kind, distinct }) => kind === 'text' && distinct <= words.length + 3)) {
    const cells = table.rows.slice(shape.rows.from - 1, shape.rows.to).map((row) => plainText(row[column.index])).filter((text) => text !== '');
    const known = cells.filter((text) => words.includes(text.toLowerCase()));
    const texts = [...new Set(known)];
    if (texts.length >= 2 && known.length >= cells.length * 0.9) return { column, texts };
  }
  return undefined;
}
