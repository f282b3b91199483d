import { plainText } from '#app/domain/source/columns.ts';
import { YES_NO_WORDS } from '../recognise/yes-no-words.ts';
import type { Recipe } from '../recipe/recipe-schema.ts';
import type { BuildContext } from './build-context.ts';
import { columnIndex } from './rows.ts';
import type { Place, RowSource, SourceRow } from './rows.ts';

type TextFrom = Recipe['institutions'][number]['name'];
export type TextOf = (row: SourceRow) => string;

/** Reads a field that is one column, several joined, or the same for all. Empty where the recipe says nothing about it. */
export function textReader(from: TextFrom | undefined, source: RowSource, context: BuildContext, place: Place): TextOf {
  if (from === undefined) return () => '';
  if (typeof from === 'string') {
    const index = columnIndex(source, from, context, place);
    return ({ cells }) => (index === undefined ? '' : cellText(cells[index]));
  }
  if ('fixed' in from) return () => from.fixed;
  const indexes = from.join.flatMap((column) => columnIndex(source, column, context, place) ?? []);
  return ({ cells }) => indexes.map((index) => cellText(cells[index])).filter((text) => text !== '').join(from.with);
}

/** "null" is what exports write for nothing. */
const cellText = (raw: string | number | undefined): string => {
  const text = plainText(raw);
  return text === 'null' || text === 'NULL' ? '' : text;
};

/** Whether a cell of a yes-no column says yes. */
export const saysYes = (raw: string | number | undefined): boolean => YES_NO_WORDS.get(plainText(raw).toLowerCase()) === 'yes';
