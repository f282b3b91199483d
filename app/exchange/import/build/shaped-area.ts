import type { Area } from '#app/domain/city/city.ts';
import type { RecipeLevel } from '../recipe/recipe-schema.ts';
import type { RawCell } from '../source/source.ts';

/** An area on its way: with what the file said about it that later steps ask for. */
export type ShapedArea = Area & {
  /** The key as the file has it, before prefix and zeros. */
  readonly fileKey: string;
  readonly attributeOf: (column: string) => RawCell;
};
export type BuiltLevel = { readonly level: RecipeLevel; readonly areas: readonly ShapedArea[] };
