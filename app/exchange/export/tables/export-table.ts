import type { Coordinate, MultiPolygon } from '#app/domain/geometry/shapes.ts';

/** A table of a city as plain data, before it becomes CSV, a sheet or GeoJSON. Names of tables and columns are those of the bundle format. */
export type ExportTable = {
  readonly name: TableName;
  readonly columns: readonly ExportColumn[];
  readonly rows: readonly (readonly ExportCell[])[];
  /** One shape per row, in metres of the city's own system; undefined for tables without a place. */
  readonly shapes?: readonly (ExportShape | undefined)[];
};

/** `key` is text that may look like a number and must stay text. `value` holds numbers and the signs of official tables. */
export type ExportColumn = { readonly name: string; readonly kind: 'key' | 'text' | 'number' | 'date' | 'value'; /** Decimal places in a sheet; CSV has every digit. */ readonly precision?: number };
export type ExportCell = string | number | undefined;
export type ExportShape =
  | { readonly type: 'point'; readonly at: Coordinate }
  | { readonly type: 'line'; readonly line: readonly Coordinate[] }
  | { readonly type: 'area'; readonly shape: MultiPolygon };

export const TABLE_NAMES = [
  'area_level', 'area', 'area_residential', 'topic', 'indicator', 'indicator_value', 'reference_value', 'published_class', 'category', 'target_group', 'institution', 'age_group',
  'population_cell', 'address', 'street_node', 'street_edge', 'context', 'source',
] as const;
export type TableName = (typeof TABLE_NAMES)[number];

/**
 * Who gets it. `copy`: the office's own copy, everything as it is in the bundle with every digit, to be kept as carefully as the bundle. `public`: only
 * what has passed the gate for the public; no institutions that are not public, no counts behind rates, no small cells.
 */
export type ExportMode = 'copy' | 'public';
