import { columnsOf, columnsOfLayer, type TableColumn } from '#app/domain/source/columns.ts';
import type { RawCell, SourceTable } from '#app/domain/source/source-parts.ts';
import { inspectionOf, type ImportState } from './import.ts';

/** A sheet or layer of a file on the bench, with its first rows. `sheet` is left out for the only one of its file, as in a recipe. */
export type BenchSource = {
  readonly path: string;
  readonly sheet: string | undefined;
  readonly layer: string | undefined;
  readonly name: string;
  readonly rows: readonly (readonly RawCell[])[];
  readonly merges: SourceTable['merges'];
  /** Attributes of a layer; undefined for a sheet. */
  readonly fields: readonly string[] | undefined;
  readonly isPoints: boolean;
};

/** Everything on the bench that has rows: layers first, hidden sheets left out. */
export const benchSources = (state: Pick<ImportState, 'draft' | 'inspections'>): readonly BenchSource[] =>
  state.draft.files.flatMap((file): readonly BenchSource[] => {
    const inspected = inspectionOf(state, file);
    if (inspected === undefined || inspected.kind === 'osm') return [];
    const layers = inspected.layers.map(({ name, fields, geometryTypes }): BenchSource => ({
      path: file.name,
      sheet: undefined,
      layer: name,
      name,
      rows: Array.from({ length: Math.max(0, ...fields.map(({ samples }) => samples.length)) }, (_, row) => fields.map(({ samples }) => samples[row])),
      merges: [],
      fields: fields.map((field) => field.name),
      isPoints: geometryTypes.some((type) => type.includes('Point')),
    }));
    const named = inspected.tables.length > 1 || inspected.kind === 'layers';
    const sheets = inspected.tables
      .filter(({ hidden }) => !hidden)
      .map(({ name, head, merges }): BenchSource => ({ path: file.name, sheet: named ? name : undefined, layer: undefined, name, rows: head, merges, fields: undefined, isPoints: false }));
    return [...layers, ...sheets];
  });

/** The columns of a source under these header rows. */
export const sourceColumns = ({ fields, rows, merges }: BenchSource, header: readonly [number, number]): readonly TableColumn[] => (fields === undefined ? columnsOf({ rows, merges }, header) : columnsOfLayer({ fields })).columns;

/** The known rows below the header. */
export const sourceRows = ({ fields, rows }: BenchSource, header: readonly [number, number]): readonly (readonly RawCell[])[] => (fields === undefined ? rows.slice(header[1]) : rows);
