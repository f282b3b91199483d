import { columnsOf, columnsOfLayer, type TableColumn } from '#app/domain/source/columns.ts';
import type { LayerSketch, TableSketch } from '#app/jobs/import-contract.ts';
import type { WorkFile } from '../../state/import-draft.ts';
import { inspectionOf, type ImportState } from '../../state/import.ts';

/** Where a part of the recipe reads from, and the columns it can name there. */
export type PartSource = { readonly file: WorkFile; readonly table: TableSketch | undefined; readonly layer: LayerSketch | undefined; readonly columns: readonly TableColumn[] };

type Reference = { readonly file: string; readonly sheet?: string | undefined; readonly sheets?: readonly string[] | undefined; readonly layer?: string | undefined };

/** Undefined while the file is missing, not yet read, or has no such sheet or layer. */
export function sourceOf(state: ImportState, part: Reference, header: readonly [number, number] = [1, 1]): PartSource | undefined {
  const file = fileOf(state, part.file);
  const inspected = file === undefined ? undefined : inspectionOf(state, file);
  if (file === undefined || inspected === undefined) return undefined;
  const sheet = part.sheet ?? part.sheets?.[0];
  const layer = part.layer === undefined ? (sheet === undefined && inspected.kind === 'layers' ? inspected.layers[0] : undefined) : inspected.layers.find(({ name }) => name === part.layer);
  if (layer !== undefined) return { file, table: undefined, layer, columns: columnsOfLayer({ fields: layer.fields.map(({ name }) => name) }).columns };
  const table = inspected.tables.find(({ name, hidden }) => (sheet === undefined ? !hidden : name === sheet));
  if (table === undefined) return undefined;
  return { file, table, layer: undefined, columns: columnsOf({ rows: table.head, merges: table.merges }, header).columns };
}

/** The file on the bench that the recipe calls by this id. */
export function fileOf({ draft }: Pick<ImportState, 'draft'>, id: string): WorkFile | undefined {
  const entry = draft.recipe.files.find((file) => file.id === id);
  return entry === undefined ? undefined : draft.files.find(({ name }) => name === entry.path);
}

/** Columns as choices; one that the recipe names and the file has not is kept and says so by standing first. */
export function columnOptions(columns: readonly TableColumn[], named: string | undefined): readonly { readonly id: string; readonly name: string; readonly note?: string }[] {
  const options = columns.map(({ reference, header, letter }) => ({ id: reference, name: header === '' ? letter : header, ...(reference.startsWith('@') && header !== '' ? { note: letter } : {}) }));
  return named === undefined || options.some(({ id }) => id === named) ? options : [{ id: named, name: named }, ...options];
}

/** Samples of a layer's attributes as rows. */
export const layerRows = (fields: readonly { readonly samples: readonly (string | number | undefined)[] }[]) => Array.from({ length: Math.max(0, ...fields.map(({ samples }) => samples.length)) }, (_, row) => fields.map(({ samples }) => samples[row]));
