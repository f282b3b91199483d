import type { Recipe, RecipeInput } from '../../recipe/recipe-schema.ts';
import type { RawCell, SourceContent, SourceLayer, SourceTable } from '../../source/source.ts';

/** A file that came along, already read. Of an extract only its kind matters, so that nobody need read a whole state for a proposal. */
export type RecogniseSource = { readonly file: string; readonly content: Exclude<SourceContent, { kind: 'osm' }> | { readonly kind: 'osm' } };
export type CityName = { readonly name: string; readonly ags: string; readonly edition: string };

/** As `ImportQuestion` of the jobs' contract: `path` is where in the recipe the answer goes; the proposal holds the first choice already. */
export type Question = {
  readonly code: string;
  readonly path: readonly (string | number)[];
  readonly details?: Readonly<Record<string, string | number>>;
  readonly choices: readonly { readonly value: unknown; readonly label: string; readonly details?: Readonly<Record<string, string | number>> }[];
};
export type Proposal = { readonly recipe: Recipe; readonly questions: readonly Question[] };

export type LevelInput = RecipeInput['levels'][number];
export type TableInput = NonNullable<RecipeInput['tables']>[number];
export type ValuesInput = TableInput['values'][number];
export type IndicatorInput = NonNullable<RecipeInput['indicators']>[number];
export type InstitutionsInput = NonNullable<RecipeInput['institutions']>[number];
export type CategoryInput = NonNullable<RecipeInput['categories']>[number];
export type GroupInput = NonNullable<RecipeInput['targetGroups']>[number];
export type FileInput = RecipeInput['files'][number];
export type PopulationInput = NonNullable<RecipeInput['population']>;

/** The attributes of a layer as a table with one header row, so that they are recognised like a sheet. */
export function layerTable(layer: SourceLayer): SourceTable {
  const rows: (readonly RawCell[])[] = [layer.fields, ...layer.features.map(({ attributes }) => layer.fields.map((field) => attributes.get(field)))];
  return { name: layer.name, hidden: false, rows, merges: [] };
}

export const isPolygonLayer = (layer: SourceLayer): boolean => geometryShare(layer, ['Polygon', 'MultiPolygon']) > 0.5;
export const isPointLayer = (layer: SourceLayer): boolean => geometryShare(layer, ['Point', 'MultiPoint']) > 0.5;

function geometryShare({ features }: SourceLayer, types: readonly string[]): number {
  const shaped = features.filter(({ geometry }) => geometry !== undefined);
  return shaped.length === 0 ? 0 : shaped.filter(({ geometry }) => types.includes(geometry!.type)).length / shaped.length;
}
