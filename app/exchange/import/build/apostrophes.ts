import { PROTECTING_APOSTROPHE } from '#app/domain/source/formula-start.ts';
import type { RecipeFile } from '../recipe/recipe-schema.ts';
import type { RawCell, SourceContent, SourceTable } from '../source/source.ts';

/** The texts as they were before an export protected them, for files whose recipe says so (`apostrophes`). */
export function withoutApostrophes(content: SourceContent, { apostrophes }: RecipeFile): SourceContent {
  if (apostrophes !== true || content.kind !== 'tables') return content;
  const plain = (cell: RawCell): RawCell => (typeof cell === 'string' ? cell.replace(PROTECTING_APOSTROPHE, '') : cell);
  return { ...content, tables: content.tables.map((table): SourceTable => ({ ...table, rows: table.rows.map((row) => row.map(plain)) })) };
}
