import type { RecipeFile } from '../recipe/recipe-schema.ts';
import type { RawCell, SourceContent, SourceTable } from '../source/source.ts';

/** Signs before which an export puts an apostrophe, so that no spreadsheet takes the text for a formula. */
const PROTECTED = /^'(?=[=+\-@\t\r\n|%\u2212\uff1d\uff0b\uff0d\uff20])/;

/** The texts as they were before an export protected them, for files whose recipe says so (`apostrophes`). */
export function withoutApostrophes(content: SourceContent, { apostrophes }: RecipeFile): SourceContent {
  if (apostrophes !== true || content.kind !== 'tables') return content;
  const plain = (cell: RawCell): RawCell => (typeof cell === 'string' ? cell.replace(PROTECTED, '') : cell);
  return { ...content, tables: content.tables.map((table): SourceTable => ({ ...table, rows: table.rows.map((row) => row.map(plain)) })) };
}
